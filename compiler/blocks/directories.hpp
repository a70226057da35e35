// What the lists that a course makes from itself share.
#pragma once

#include "blocks/block_kind.hpp"

namespace comb::blocks {

/// A list of this kind where the block stands, for at most `editions`. `of=` of the block at hand, if its kind
/// declares it, names the parts and lessons that it lists.
model::Part make_directory(LoweringContext& context, model::DirectoryKind kind, model::EditionSet editions);
/// The same as the only part of a list.
model::Parts directory(LoweringContext& context, model::DirectoryKind kind, model::EditionSet editions);

/// `of=`: ids of parts and lessons.
schema::FieldSpec of_field();

} // namespace comb::blocks
