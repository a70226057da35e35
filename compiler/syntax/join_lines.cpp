// Line ends of a source become spaces, or nothing between wide characters.
#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "syntax/draft.hpp"

namespace comb::syntax {

namespace {

/// A text that is seen in the line, in reading order. `run` is none for texts that are not changed here.
struct Leaf {
  text::Inline* owner;
  text::Run* run;
  std::string text;
};

void collect(text::Inlines& inlines, std::vector<Leaf>& leaves) {
  for (text::Inline& piece : inlines) {
    std::visit(Overloaded{
                   [&](text::Run& run) {
                     leaves.push_back({&piece, &run, run.text});
                   },
                   [&](text::Emphasis& inner) { collect(inner.children, leaves); },
                   [&](text::Strong& inner) { collect(inner.children, leaves); },
                   [&](text::Strikethrough& inner) { collect(inner.children, leaves); },
                   [&](text::Link& inner) { collect(inner.children, leaves); },
                   [&](text::LineBreak&) {
                     leaves.push_back({&piece, nullptr, "\n"});
                   },
                   [&](auto&) {
                     const std::string plain = text::plain_text({piece});
                     leaves.push_back({&piece, nullptr, plain.empty() ? "x" : plain});
                   },
               },
               piece.content);
  }
}

char32_t character_before(const std::vector<Leaf>& leaves, std::size_t leaf, std::size_t offset) {
  if (offset > 0) return decode_before(leaves[leaf].text, offset).character;
  while (leaf > 0) {
    const std::string& text = leaves[--leaf].text;
    if (!text.empty()) return decode_before(text, text.size()).character;
  }
  return 0;
}

char32_t character_after(const std::vector<Leaf>& leaves, std::size_t leaf, std::size_t offset) {
  if (offset < leaves[leaf].text.size()) return decode_at(leaves[leaf].text, offset).character;
  while (++leaf < leaves.size()) {
    if (!leaves[leaf].text.empty()) return decode_at(leaves[leaf].text, 0).character;
  }
  return 0;
}

constexpr std::string_view wide_space = "\u3000";

/// Wide spaces indent lines on paper in Chinese; the typesetter does that here.
std::size_t skip_indent(std::string_view text, std::size_t at) {
  while (text.substr(at).starts_with(wide_space)) at += wide_space.size();
  return at;
}

std::string joined(const std::vector<Leaf>& leaves, std::size_t index) {
  const std::string& text = leaves[index].text;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      out += text[i];
      continue;
    }
    const char32_t before = character_before(leaves, index, i);
    i = skip_indent(text, i + 1) - 1;
    const char32_t after = character_after(leaves, index, i + 1);
    const bool at_edge = before == 0 || after == 0 || before == U'\n' || after == U'\n';
    if (!at_edge && !(joins_without_space(before) && joins_without_space(after))) out += ' ';
  }
  return out;
}

void drop_empty_runs(text::Inlines& inlines) {
  std::erase_if(inlines, [](const text::Inline& piece) {
    const auto* run = std::get_if<text::Run>(&piece.content);
    return run != nullptr && run->text.empty();
  });
  for (text::Inline& piece : inlines) {
    std::visit(Overloaded{
                   [](text::Emphasis& inner) { drop_empty_runs(inner.children); },
                   [](text::Strong& inner) { drop_empty_runs(inner.children); },
                   [](text::Strikethrough& inner) { drop_empty_runs(inner.children); },
                   [](text::Link& inner) { drop_empty_runs(inner.children); },
                   [](auto&) {},
               },
               piece.content);
  }
}

} // namespace

void join_lines(text::Inlines& inlines) {
  std::vector<Leaf> leaves;
  collect(inlines, leaves);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].run != nullptr) leaves[i].run->text = joined(leaves, i);
  }
  if (!leaves.empty() && leaves.front().run != nullptr) {
    std::string& first = leaves.front().run->text;
    first.erase(0, skip_indent(first, 0));
  }
  drop_empty_runs(inlines);
}

} // namespace comb::syntax
