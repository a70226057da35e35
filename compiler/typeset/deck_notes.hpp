// What a trainer finds beside a slide, and what a walk over parts must know of them.
#pragma once

#include "model/part.hpp"

#include <cstdint>
#include <vector>

namespace comb::typeset {

/// All that only the trainer sees inside `part`: notes among its children, and what `:trainer[…]` says, as one plain
/// note each. Slides do not draw it.
model::Parts trainer_remarks(const model::Part& part);
/// Whether `part` holds something that opens a slide of its own: a question, or a box that says so.
bool opens_slides(const model::Part& part);
/// Whether `part` is a `::: slide`.
bool is_slide_frame(const model::Part& part);

/// Where panels with a label, such as a rubric, stand in a block that has a countdown.
enum class Panels : std::uint8_t { with_the_rest, apart };

/// `children` of a block with a countdown, so that what is to be done, what comes of it and the countdown stay on one
/// slide: what opens slides of its own in the middle of them comes after it, with the notes that follow it. What
/// stands before all else stays there.
model::Parts in_slide_order(const model::Parts& children, Panels panels);

} // namespace comb::typeset
