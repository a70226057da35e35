// What a trainer finds beside a slide, and what a walk over parts must know of them.
#pragma once

#include "model/part.hpp"

#include <vector>

namespace comb::typeset {

/// All that only the trainer sees inside `part`: notes among its children, and what `:trainer[…]` says, as one plain
/// note each. Slides do not draw it.
model::Parts trainer_remarks(const model::Part& part);
/// Whether `part` holds something that opens a slide of its own: a question, or a box that says so.
bool opens_slides(const model::Part& part);

} // namespace comb::typeset
