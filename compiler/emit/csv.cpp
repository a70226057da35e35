// Cells and rows.
#include "emit/csv.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace comb::emit {

bool could_be_formula(std::string_view cell) {
  constexpr std::array<char32_t, 11> dangerous = {U'=',  U'+',  U'-',  U'@',  U'\t', U'\r',
                                                  U'\n', U'＝', U'＋', U'－', U'＠'};
  return !cell.empty() && std::ranges::find(dangerous, decode_at(cell, 0).character) != dangerous.end();
}

void CsvTable::text(std::string_view content) {
  number(could_be_formula(content) ? "'" + std::string(content) : std::string(content));
}

void CsvTable::number(std::string_view digits) {
  if (!at_row_begin_) bytes_ += ',';
  at_row_begin_ = false;
  bytes_ += '"';
  for (const char byte : digits) {
    if (byte == '"') bytes_ += '"';
    bytes_ += byte;
  }
  bytes_ += '"';
}

void CsvTable::end_row() {
  bytes_ += "\r\n";
  at_row_begin_ = true;
}

} // namespace comb::emit
