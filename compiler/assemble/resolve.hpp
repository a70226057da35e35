// What can only be done when the whole course is lowered: uses, questions asked elsewhere, texts of references.
#pragma once

#include "assemble/course_state.hpp"

namespace comb::assemble {

/// Puts in what was deferred and gives each reference the name of its target. Unknown targets stay as they are: the
/// check of ids reports them.
void resolve(CourseState& state);

} // namespace comb::assemble
