// Lessons and their topics.
#pragma once

#include "assemble/course_state.hpp"
#include "assemble/manifest.hpp"

namespace comb::assemble {

/// Lowers every planned lesson into `state.course.parts`, in order, and gives days and starting times.
void lower_lessons(CourseState& state, const Plan& plan);

} // namespace comb::assemble
