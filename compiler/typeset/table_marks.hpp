// Which columns of a table hold marks, the same for slides and books.
#pragma once

#include "model/part.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace comb::typeset {

/// How many columns `table` has.
std::size_t column_count(const model::Table& table);

/// One a column: whether it holds marks and hardly any words, so that it stands centred and large. Only a matrix has
/// such columns, and never its first, which names the rows.
std::vector<bool> mark_columns(const model::Table& table);

/// What the rows of a table have in common: found once for all of them, since each takes a look at every row.
struct TableShape {
  const model::Table& table; ///< outlives this
  model::TableLook look = model::TableLook::plain;
  bool header_column = false;
  std::size_t columns = 0;
  std::vector<bool> marks{}; ///< as `mark_columns` says
};
TableShape shape_of(const model::Table& table);

/// The key of its marks as one line: 「● 很可能　○ 有可能」; empty without one.
std::string key_of_marks(const model::Table& table);

} // namespace comb::typeset
