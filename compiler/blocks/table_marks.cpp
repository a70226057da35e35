// Keys of marks.
#include "blocks/table_marks.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind table_mark_unexplained{
    .name = "table-mark-unexplained",
    .severity = Severity::warning,
    .help = "say what it means: `marks=\"● 很可能; ○ 有可能\"`",
    .explain =
        "Who comes late, or reads the page a year later, does not know what a dot meant. The key stands below the "
        "table, on slides and in print.\n",
};
constexpr DiagnosticKind table_mark_unused{
    .name = "table-mark-unused",
    .severity = Severity::warning,
    .help = "take it out of `marks`, or put the mark where it belongs",
};
constexpr DiagnosticKind table_mark_misfit{
    .name = "table-mark-misfit",
    .severity = Severity::error,
    .help = "a mark, a space and its meaning, apart by `;`: `marks=\"● 很可能; ○ 有可能\"`",
};
constexpr std::array<const DiagnosticKind*, 3> kinds = {&table_mark_misfit, &table_mark_unexplained,
                                                        &table_mark_unused};

/// Whether a cell that holds `text` alone holds a mark: one sign that is no letter, digit or dash.
bool is_mark(const std::string& text) {
  constexpr std::u32string_view never = U"-–—−…/.,、。";
  const std::u32string characters = to_utf32(text);
  if (characters.size() != 1) return false;
  const char32_t sign = characters.front();
  constexpr std::u32string_view also = U"×√〇";
  if (also.find(sign) != std::u32string_view::npos) return true;
  return is_punctuation(sign) && never.find(sign) == std::u32string_view::npos;
}

/// The mark of one entry, `● 很可能`; empty where it has no mark or no meaning.
std::string mark_of(const std::string& entry) {
  const std::size_t space = entry.find(' ');
  if (space == std::string::npos || entry.find_first_not_of(' ', space) == std::string::npos) return {};
  return entry.substr(0, space);
}

std::set<std::string> explained_marks(const schema::Values& values, LoweringContext& context) {
  std::set<std::string> marks;
  std::string written = values.text("marks");
  constexpr std::string_view wide = "；"; // as good as the narrow one, as in all lists
  for (std::size_t at = written.find(wide); at != std::string::npos; at = written.find(wide, at)) {
    written.replace(at, wide.size(), ";");
  }
  std::size_t begin = 0;
  while (begin < written.size()) {
    const std::size_t end = std::min(written.find(';', begin), written.size());
    std::string entry = written.substr(begin, end - begin);
    entry.erase(0, std::min(entry.find_first_not_of(' '), entry.size()));
    begin = end + 1;
    if (entry.empty()) continue;
    const std::string mark = mark_of(entry);
    if (mark.empty()) {
      context.report({.kind = &table_mark_misfit,
                      .span = values.span("marks"),
                      .message = "`" + entry + "` is not a mark with its meaning"});
    } else {
      marks.insert(mark);
    }
  }
  return marks;
}

} // namespace

std::span<const DiagnosticKind* const> mark_diagnostics() {
  return kinds;
}

void check_marks(const model::Table& table, const schema::Values& values, LoweringContext& context) {
  const std::set<std::string> explained = explained_marks(values, context);
  const bool wants_key = table.look == model::TableLook::matrix || values.has("marks");
  std::set<std::string> used;
  for (const std::vector<model::Cell>& row : table.rows) {
    for (const model::Cell& cell : row) {
      const std::string text = text::plain_text(cell.content);
      if (explained.contains(text)) used.insert(text);
      if (!wants_key || !is_mark(text) || !used.insert(text).second || explained.contains(text)) continue;
      context.report(
          {.kind = &table_mark_unexplained, .span = cell.span, .message = "nothing says what `" + text + "` means"});
    }
  }
  for (const std::string& mark : explained) {
    if (used.contains(mark)) continue;
    context.report({.kind = &table_mark_unused,
                    .span = values.span("marks"),
                    .message = "no cell holds `" + mark + "`, which `marks` explains"});
  }
}

} // namespace comb::blocks
