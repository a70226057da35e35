// Makes the changes that diagnostics of the parser propose, and looks whether they helped.
#include "format/mends.hpp"

#include "format/edits.hpp"
#include "syntax/load_course.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace comb::format {

constexpr DiagnosticKind format_mended{
    .name = "format-mended",
    .severity = Severity::info,
    .help = "look whether this is what you meant",
    .explain =
        "`comb fmt` changes no lesson's meaning but for slips of a Chinese keyboard that the compiler warns about: "
        "`##標題` becomes a heading, `１．先問` an item of a list, `- []` a box. It names each of them.\n",
};

namespace {

constexpr std::array<std::string_view, 2> silent_kinds = {"full-width-fence", "full-width-sign"};
constexpr std::array<std::string_view, 3> slip_kinds = {"heading-slip", "list-slip", "task-box-slip"};

bool is_one_of(const Diagnostic& found, std::span<const std::string_view> names) {
  return std::ranges::find(names, found.kind->name) != names.end();
}

Edits edits_of(const Diagnostics& all) {
  Edits edits;
  for (const Diagnostic& found : all) {
    for (const FixIt& fix : found.fixes) edits.push_back({fix.span.begin, fix.span.end, fix.replacement});
  }
  return edits;
}

/// Lines on which a heading or an item of a list begins, and of those the ones with a sound box or none.
std::set<std::uint32_t> block_lines(const Lesson& lesson) {
  std::set<std::uint32_t> lines;
  for_each_siblings(lesson.document, [&](const syntax::Nodes& siblings, const syntax::Node*, Depth) {
    for (const syntax::Node& node : siblings) {
      if (std::holds_alternative<syntax::Heading>(node.content)) lines.insert(lesson.first_line(node.span));
      const auto* list = std::get_if<syntax::List>(&node.content);
      if (list == nullptr) continue;
      for (const syntax::ListItem& item : list->items) {
        if (item.box != syntax::TaskBox::malformed) lines.insert(lesson.first_line(item.span));
      }
    }
  });
  return lines;
}

/// Names of all directives and texts of all code blocks.
std::vector<std::string> fenced_blocks(const syntax::Document& document) {
  std::vector<std::string> texts;
  for_each_siblings(document, [&](const syntax::Nodes& siblings, const syntax::Node*, Depth) {
    for (const syntax::Node& node : siblings) {
      if (const auto* code = std::get_if<syntax::CodeBlock>(&node.content)) texts.push_back(code->text);
      if (const auto* directive = std::get_if<syntax::Directive>(&node.content)) texts.push_back(directive->name);
    }
  });
  return texts;
}

Diagnostics slips_in(const WithDiagnostics<syntax::Document>& parsed, std::span<const std::string_view> names) {
  Diagnostics slips;
  for (const Diagnostic& found : parsed.diagnostics) {
    if (is_one_of(found, names)) slips.push_back(found);
  }
  return slips;
}

} // namespace

std::string mend_slips(const source::SourceFile& file, Diagnostics& found) {
  const auto original = syntax::parse_document(file);
  const Diagnostics signs = slips_in(original, silent_kinds);
  const source::SourceFile half_width(file.id(), file.path(), apply(file.text(), edits_of(signs)));
  const auto parsed = syntax::parse_document(half_width);
  const std::string meaning = syntax::dump_meaning(original.value, file);
  // What was typed is read the same by design; a difference would be a mistake of ours, and is not written.
  const bool is_same = syntax::dump_meaning(parsed.value, half_width) == meaning;
  const source::SourceFile& base = is_same ? half_width : file;
  Diagnostics slips = slips_in(is_same ? parsed : original, slip_kinds);

  // A line that cannot become what it looks like, such as a `２．` in the middle of a paragraph, stays as it is.
  while (!slips.empty()) {
    const source::SourceFile mended(file.id(), file.path(), apply(base.text(), edits_of(slips)));
    const auto again = syntax::parse_document(mended);
    const std::set<std::uint32_t> lines = block_lines({mended, again.value});
    const auto failed =
        std::erase_if(slips, [&](const Diagnostic& slip) { return !lines.contains(base.line_at(slip.span.begin)); });
    if (failed > 0) continue;
    // A new item may take lines in that were something else before: such a slip is for a person to mend.
    if (fenced_blocks(again.value) != fenced_blocks(is_same ? parsed.value : original.value)) break;
    for (Diagnostic& slip : slips) {
      const std::uint32_t line = base.line_at(slip.span.begin);
      const std::uint32_t begin = file.line_begin(line); // signs on a line may have moved its bytes, never its number
      found.push_back({.kind = &format_mended,
                       .span = {file.id(), begin, begin + static_cast<std::uint32_t>(file.line_text(line).size())},
                       .message = "mended: " + slip.message});
    }
    return std::string(mended.text());
  }
  return std::string(base.text());
}

} // namespace comb::format
