// Splits the rows of tables.
#include "syntax/table_cells.hpp"

#include <string_view>

namespace comb::syntax {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\n';
}

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t cell_end(std::string_view row, std::size_t at) {
  while (at < row.size() && row[at] != '|') {
    at += row[at] == '\\' && at + 1 < row.size() && is_ascii_punctuation(row[at + 1]) ? 2 : 1;
  }
  return at;
}

} // namespace

std::vector<CellRange> split_row(std::string_view row) {
  while (!row.empty() && is_blank(row.back())) row.remove_suffix(1);
  std::size_t at = 0;
  while (at < row.size() && is_blank(row[at])) ++at;
  if (at < row.size() && row[at] == '|') ++at;
  std::vector<CellRange> cells;
  while (at < row.size()) {
    const std::size_t next = cell_end(row, at);
    std::size_t begin = at;
    std::size_t end = next;
    while (begin < end && is_blank(row[begin])) ++begin;
    while (end > begin && is_blank(row[end - 1])) --end;
    cells.push_back({begin, end});
    at = next + 1;
  }
  return cells;
}

} // namespace comb::syntax
