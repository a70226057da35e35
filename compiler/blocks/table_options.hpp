// The fields of tables, for `::: table` and for plain tables with a line of fields above them.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/part.hpp"

#include <span>

namespace comb::blocks {

/// blank, lines, rows, widths, marks, header-column.
std::span<const schema::FieldSpec> table_fields();

/// Applies `values` to `table`: empties columns for the workbook, adds rows to write in, sets widths; cells that are
/// nothing but one gap, `:fill[●]`, become blank cells. Columns and widths that the table does not have are
/// reported.
void apply_table_options(model::Table& table, const schema::Values& values, LoweringContext& context);

extern const DiagnosticKind table_option_misfit;

} // namespace comb::blocks
