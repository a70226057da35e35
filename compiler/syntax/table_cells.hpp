// Where the cells of a table's row stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace comb::syntax {

/// A cell's text in its row, without the spaces around it.
struct CellRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Splits a row at its `|`, as the table extension of cmark-gfm does: a `\|` is part of a cell, the pipes at both
/// ends of the row are not needed.
std::vector<CellRange> split_row(std::string_view row);

} // namespace comb::syntax
