// Spans are exact: the source text of each inline begins and ends with its own marks, whatever is around it.
#include "base/overloaded.hpp"
#include "syntax/load_course.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace comb;

class SpanChecker {
 public:
  explicit SpanChecker(const source::SourceFile& file) : file_(file) {}

  void check(const syntax::Nodes& nodes) {
    for (const syntax::Node& node : nodes) {
      CHECK(node.span.begin <= node.span.end);
      CHECK(node.span.end <= file_.text().size());
      std::visit(Overloaded{
                     [&](const syntax::Heading& heading) { check(heading.content); },
                     [&](const syntax::Paragraph& paragraph) { check(paragraph.content); },
                     [&](const syntax::List& list) {
                       for (const syntax::ListItem& item : list.items) check(item.children);
                     },
                     [&](const syntax::Table& table) { check(table); },
                     [&](const syntax::Quote& quote) { check(quote.children); },
                     [&](const syntax::FootnoteDefinition& footnote) { check(footnote.children); },
                     [&](const syntax::Directive& directive) { check(directive.children); },
                     [](const auto&) {},
                 },
                 node.content);
    }
  }

  std::size_t count() const { return count_; }

 private:
  void check(const syntax::Table& table) {
    for (const syntax::Cell& cell : table.header) check(cell.content);
    for (const auto& row : table.rows) {
      for (const syntax::Cell& cell : row) check(cell.content);
    }
  }

  void check(const text::Inlines& inlines) {
    for (const text::Inline& piece : inlines) {
      ++count_;
      const std::string_view written = file_.text().substr(piece.span.begin, piece.span.end - piece.span.begin);
      CAPTURE(written);
      std::visit(Overloaded{
                     [&](const text::Run& run) {
                       const bool is_indented = written.starts_with("　"); // dropped, as is what stands for a line end
                       if (!is_indented && written.find_first_of("\\&\n\r<`{[") == std::string_view::npos)
                         CHECK(written == run.text);
                     },
                     [&](const text::Emphasis& inner) {
                       CHECK((written.front() == '*' || written.front() == '_'));
                       CHECK(written.front() == written.back());
                       check(inner.children);
                     },
                     [&](const text::Strong& inner) {
                       CHECK((written.starts_with("**") || written.starts_with("__")));
                       CHECK((written.ends_with("**") || written.ends_with("__")));
                       check(inner.children);
                     },
                     [&](const text::Strikethrough& inner) {
                       CHECK(written.starts_with("~~"));
                       CHECK(written.ends_with("~~"));
                       check(inner.children);
                     },
                     [&](const text::Code&) {
                       CHECK(written.front() == '`');
                       CHECK(written.back() == '`');
                     },
                     [&](const text::Link& link) {
                       const bool is_bare = written.front() == 'h' || written.front() == 'w';
                       CHECK((is_bare || written.front() == '[' || written.front() == '<'));
                       if (!is_bare) CHECK((written.back() == ')' || written.back() == ']' || written.back() == '>'));
                       check(link.children);
                     },
                     [&](const text::Image& image) {
                       CHECK(written.starts_with("!["));
                       CHECK((written.back() == ')' || written.back() == '}'));
                       const Span path = image.path_span;
                       CHECK(file_.text().substr(path.begin, path.end - path.begin) == image.path);
                     },
                     [&](const text::Variable&) {
                       CHECK(written.starts_with("{{"));
                       CHECK(written.ends_with("}}"));
                     },
                     [&](const text::FootnoteReference& note) { CHECK(written == "[^" + note.label + "]"); },
                     [&](const text::LineBreak&) {},
                     [&](const auto&) {
                       CHECK(written.front() == ':');
                       CHECK((written.back() == ']' || written.back() == '}'));
                     },
                 },
                 piece.content);
    }
  }

  const source::SourceFile& file_;
  std::size_t count_ = 0;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t check_spans(const std::string& text) {
  source::SourceSet sources;
  const source::SourceFile& file = sources.file(sources.add("a.md", text));
  SpanChecker checker(file);
  checker.check(syntax::parse_document(file).value.children);
  return checker.count();
}

} // namespace

TEST_CASE("the spans of the golden sources and of the courses begin and end with their marks") {
  std::size_t count = 0;
  for (const char* folder : {"tests/golden/syntax", "course-src"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(COMB_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".md" || entry.path().stem() == "inlines_broken") continue;
      CAPTURE(entry.path().string());
      count += check_spans(read(entry.path()));
    }
  }
  CHECK(count > 500);
}

TEST_CASE("spans are exact inside tables, quotes and lists, behind escapes, entities and link definitions") {
  const std::string piece =
      "a \\* &amp; *b* **c** `d` ~~e~~ [f](g \"h\") ![i](j){width=5%} {{k}} :ref[l] :term[利]{of=m} https://n.o/p "
      "&copy; *q*";
  std::string cell = piece;
  const std::size_t inlines = check_spans(piece + "\n");
  CHECK(inlines > 15);
  CHECK(check_spans("| \\| x \\| " + cell + " | " + cell + " |\n| - | - |\n| " + cell + " | \\|" + cell + " |\n") >
        4 * inlines - 4);
  CHECK(check_spans("> - > 1. " + piece + "\n> lazy " + piece + "\n") > inlines);
  CHECK(check_spans("[x]: /u\n[y]: /v\n" + piece + "\n" + piece + "\n") > inlines);
  CHECK(check_spans("## " + piece + " ##\n") == inlines);
  CHECK(check_spans("\t- x\n\n- y\n\n\t" + piece + "\n  " + piece + "\n") > inlines);
  CHECK(check_spans("[a\nb](c\n\"d\ne\") " + piece + "\n" + piece + "\n") > inlines);
  CHECK(check_spans("`a\nb` <br\n/> " + piece + "\n" + piece + "\n") > inlines);
  CHECK(check_spans("文字 ***甲** 乙* **丙***丁* " + piece + "\n") > inlines);
}
