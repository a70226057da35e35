// Markers of list items.
#include "format/steps.hpp"

#include <algorithm>

namespace comb::format {

using syntax::List;
using syntax::Node;
using syntax::Nodes;

namespace {

const List* list_at(const Nodes& siblings, std::size_t index) {
  return index < siblings.size() ? std::get_if<List>(&siblings[index].content) : nullptr;
}

/// Two lists in a row are told apart by their markers alone.
bool has_list_beside(const Nodes& siblings, std::size_t index) {
  const List* before = index > 0 ? list_at(siblings, index - 1) : nullptr;
  return before != nullptr || list_at(siblings, index + 1) != nullptr;
}

struct Marker {
  std::uint32_t begin = 0; ///< of the sign: `-`, or what follows the number
  std::string_view after;  ///< the rest of the line
};

Marker marker_of(const Lesson& lesson, const syntax::ListItem& item) {
  const std::uint32_t line = lesson.first_line(item.span);
  const std::string_view written = lesson.file.line_text(line);
  std::size_t at = item.span.begin - lesson.file.line_begin(line);
  while (at < written.size() && written[at] >= '0' && written[at] <= '9') ++at;
  const std::uint32_t begin = lesson.file.line_begin(line) + static_cast<std::uint32_t>(at);
  return {.begin = begin, .after = at < written.size() ? written.substr(at + 1) : std::string_view()};
}

/// Whether a `-` in front of `after` would draw a line across, or underline the text above.
bool reads_as_rule(std::string_view after) {
  return after.find_first_not_of(" \t-") == std::string_view::npos;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Whether the item may begin right behind its marker: it is one line, and no line after it would then belong to it.
bool may_move_close(const Lesson& lesson, const syntax::ListItem& item, const Marker& marker) {
  const std::uint32_t line = lesson.first_line(item.span);
  if (line != lesson.last_line(item.span)) return false;
  const std::uint32_t line_begin = lesson.file.line_begin(line);
  if (indent_of(lesson.file.line_text(line)) != item.span.begin - line_begin) return false;
  const std::size_t text_column = marker.begin + 2 - line_begin;
  std::uint32_t next = line + 1;
  while (next <= lesson.file.line_count() && is_empty_line(lesson.file.line_text(next))) ++next;
  const std::string_view after = lesson.file.line_text(next);
  return indent_of(after) < text_column && after.find('\t') == std::string_view::npos;
}

void set_item(const Lesson& lesson, const List& list, const syntax::ListItem& item, Edits& edits) {
  const Marker marker = marker_of(lesson, item);
  const std::string_view all = lesson.file.text();
  const std::string_view signs = list.ordered ? ".)" : "-*+";
  if (marker.begin >= all.size() || signs.find(all[marker.begin]) == std::string_view::npos) return;
  const std::size_t spaces = marker.after.find_first_not_of(' ');
  // More than four spaces would be code.
  const bool has_gap = spaces != std::string_view::npos && spaces >= 1 && spaces <= 4;
  const bool takes_one_space = has_gap && may_move_close(lesson, item, marker);
  const auto end = marker.begin + 1 + (takes_one_space ? static_cast<std::uint32_t>(spaces) : 0U);
  edits.push_back({marker.begin, end, std::string(list.ordered ? "." : "-") + (takes_one_space ? " " : "")});
  if (item.box == syntax::TaskBox::ticked && lesson.text(item.box_span) == "[X]") {
    edits.push_back({item.box_span.begin, item.box_span.end, "[x]"});
  }
}

} // namespace

Edits set_list_markers(const Lesson& lesson) {
  Edits edits;
  for_each_siblings(lesson.document, [&](const Nodes& siblings, const Node*, Depth) {
    for (std::size_t index = 0; index < siblings.size(); ++index) {
      const List* list = list_at(siblings, index);
      if (list == nullptr || has_list_beside(siblings, index)) continue;
      const bool has_rule = std::ranges::any_of(
          list->items, [&](const syntax::ListItem& item) { return reads_as_rule(marker_of(lesson, item).after); });
      if (has_rule) continue;
      for (const syntax::ListItem& item : list->items) set_item(lesson, *list, item, edits);
    }
  });
  return edits;
}

} // namespace comb::format
