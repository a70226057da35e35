// From cmark-gfm's tree to syntax::Document. Internal: includes cmark-gfm.
#pragma once

#include "syntax/cmark_tree.hpp"
#include "syntax/convert_inlines.hpp"

namespace comb::syntax {

/// The blocks of `tree`, in order, footnotes last; findings in the order of the source within each block.
Nodes convert_blocks(const CmarkTree& tree, const source::SourceFile& file, Findings& findings);

std::span<const DiagnosticKind* const> block_kinds();

} // namespace comb::syntax
