// Making changes, walking the tree, and finding what must not be touched.
#include "format/edits.hpp"

#include "base/overloaded.hpp"

#include <algorithm>

namespace comb::format {

using syntax::Node;
using syntax::Nodes;

namespace {

using Visit = std::function<void(const Nodes& siblings, const Node* parent, Depth depth)>;

void walk(const Nodes& siblings, const Node* parent, Depth depth, const Visit& visit) {
  visit(siblings, parent, depth);
  for (const Node& node : siblings) {
    std::visit(Overloaded{
                   [&](const syntax::Directive& directive) { walk(directive.children, &node, depth, visit); },
                   [&](const syntax::Quote& quote) { walk(quote.children, &node, Depth::nested, visit); },
                   [&](const syntax::FootnoteDefinition& note) { walk(note.children, &node, Depth::nested, visit); },
                   [&](const syntax::List& list) {
                     for (const syntax::ListItem& item : list.items) walk(item.children, &node, Depth::nested, visit);
                   },
                   [](const auto&) {},
               },
               node.content);
  }
}

bool is_rule(std::string_view line) {
  return line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

void keep_front_matter(const Lesson& lesson, std::vector<bool>& kept) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string_view first = lesson.file.line_text(1);
  if (first.starts_with(byte_order_mark)) first.remove_prefix(byte_order_mark.size());
  if (!is_rule(first)) return;
  kept[1] = true;
  for (std::uint32_t line = 2; line < kept.size(); ++line) {
    if (!is_rule(lesson.file.line_text(line))) continue;
    std::fill(kept.begin(), kept.begin() + line + 1, true);
    return;
  }
}

/// From `<!--` to `-->`; also inside code, where it keeps more than need be.
void keep_comments(const Lesson& lesson, std::vector<bool>& kept) {
  const std::string_view text = lesson.file.text();
  for (std::size_t begin = text.find("<!--"); begin != std::string_view::npos;) {
    std::size_t end = text.find("-->", begin + 4);
    if (end == std::string_view::npos) end = begin;
    const std::uint32_t last = lesson.file.line_at(static_cast<std::uint32_t>(end));
    for (std::uint32_t line = lesson.file.line_at(static_cast<std::uint32_t>(begin)); line <= last; ++line) {
      kept[line] = true;
    }
    begin = text.find("<!--", end + 1);
  }
}

/// Whether `code` is fenced and its fence not closed: then it reaches further than its last line with text.
bool is_open_fence(const Lesson& lesson, const Node& code) {
  const char mark = lesson.text(code.span).empty() ? ' ' : lesson.text(code.span).front();
  if (mark != '`' && mark != '~') return false;
  const std::uint32_t last = lesson.last_line(code.span);
  if (last == lesson.first_line(code.span)) return true;
  const std::string_view line = lesson.file.line_text(last);
  const std::size_t begin = line.find_first_not_of(" \t>");
  return begin == std::string_view::npos || line.substr(begin, 3) != std::string(3, mark);
}

} // namespace

std::uint32_t Lesson::first_line(const Node& node) const {
  const std::uint32_t own = first_line(node.span);
  const bool has_line_of_fields = node.fields.span.end > node.fields.span.begin;
  return has_line_of_fields ? std::min(own, first_line(node.fields.span)) : own;
}

std::string apply(std::string_view text, Edits edits) {
  std::ranges::stable_sort(edits, {}, &Edit::begin);
  std::string out;
  out.reserve(text.size() + 64);
  std::uint32_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < at) continue; // overlaps what was changed already; the next run finds it again
    out += text.substr(at, edit.begin - at);
    out += edit.replacement;
    at = edit.end;
  }
  out += text.substr(at);
  return out;
}

void for_each_siblings(const syntax::Document& document, const Visit& visit) {
  walk(document.children, nullptr, Depth::plain, visit);
}

std::vector<bool> kept_lines(const Lesson& lesson) {
  std::vector<bool> kept(lesson.file.line_count() + 2, false);
  keep_front_matter(lesson, kept);
  keep_comments(lesson, kept);
  for_each_siblings(lesson.document, [&](const Nodes& siblings, const Node*, Depth) {
    for (const Node& node : siblings) {
      if (!std::holds_alternative<syntax::CodeBlock>(node.content)) continue;
      const std::uint32_t last = is_open_fence(lesson, node) ? lesson.file.line_count() : lesson.last_line(node.span);
      for (std::uint32_t line = lesson.first_line(node.span); line <= last; ++line) kept[line] = true;
    }
  });
  return kept;
}

std::uint32_t closing_line(const Lesson& lesson, const Node& node) {
  const auto* directive = std::get_if<syntax::Directive>(&node.content);
  if (directive == nullptr || directive->form == syntax::DirectiveForm::leaf) return 0;
  const std::uint32_t line = lesson.last_line(node.span);
  if (line <= lesson.first_line(directive->opening)) return 0;
  if (!directive->children.empty() && lesson.last_line(directive->children.back().span) >= line) return 0;
  const std::string_view written = lesson.file.line_text(line);
  return written.find_first_not_of(" \t:") == std::string_view::npos ? line : 0;
}

bool is_empty_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace comb::format
