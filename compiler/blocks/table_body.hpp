// What the kinds that are one table share: table, matrix, compare.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/part.hpp"

#include <vector>

namespace comb::blocks {

/// The one table of `directive` with its title, options and the key of its marks, followed by what else stands in the
/// body. A body without a table is reported.
model::Parts lower_table(const syntax::Directive& directive, model::TableLook look, LoweringContext& context);

/// The diagnostics of `lower_table`, and those of one kind behind them.
std::vector<const DiagnosticKind*> table_diagnostics(std::vector<const DiagnosticKind*> own = {});

} // namespace comb::blocks
