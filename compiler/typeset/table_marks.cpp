// Columns of marks.
#include "typeset/table_marks.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace comb::typeset {

namespace {

constexpr int most_cells = 5; ///< display cells of what counts as a mark: ●, 3, 90%, 高

} // namespace

std::size_t column_count(const model::Table& table) {
  std::size_t count = table.header.size();
  for (const auto& row : table.rows) count = std::max(count, row.size());
  return count;
}

std::vector<bool> mark_columns(const model::Table& table) {
  std::vector<bool> marks(column_count(table), table.look == model::TableLook::matrix);
  if (table.look != model::TableLook::matrix) return marks;
  if (!marks.empty()) marks.front() = false;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (marks[i] && display_width(text::plain_text(row[i].content)) > most_cells) marks[i] = false;
    }
  }
  return marks;
}

TableShape shape_of(const model::Table& table) {
  return {.table = table,
          .look = table.look,
          .header_column = table.header_column,
          .columns = column_count(table),
          .marks = mark_columns(table)};
}

std::string key_of_marks(const model::Table& table) {
  constexpr std::string_view between = "\u2003";
  std::string line;
  for (std::size_t begin = 0; begin < table.marks.size();) {
    const std::size_t end = std::min(table.marks.find(';', begin), table.marks.size());
    std::string entry = table.marks.substr(begin, end - begin);
    entry.erase(0, std::min(entry.find_first_not_of(' '), entry.size()));
    if (!entry.empty() && !line.empty()) line += between;
    line += entry;
    begin = end + 1;
  }
  return line;
}

} // namespace comb::typeset
