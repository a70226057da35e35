// Marks in the cells of a table, and the key that explains them.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/part.hpp"

#include <span>

namespace comb::blocks {

/// Compares the marks in `table` with its key, the field `marks`: those without an explanation and explanations
/// without a mark are reported. A matrix wants a key where it has marks; a table only where it has begun one.
void check_marks(const model::Table& table, const schema::Values& values, LoweringContext& context);

std::span<const DiagnosticKind* const> mark_diagnostics();

} // namespace comb::blocks
