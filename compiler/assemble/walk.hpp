// Walks over a course that may change what they meet.
#pragma once

#include "model/course.hpp"

#include <functional>

namespace comb::assemble {

/// Each list of parts directly below `part`.
void for_each_child_parts(model::Part& part, const std::function<void(model::Parts&)>& visit);
/// Each part of `parts` and below, parents first.
void walk_parts(model::Parts& parts, const std::function<void(model::Part&)>& visit);
/// Each outermost list of parts: of topics, and of questions' stems, feedback and solutions.
void for_each_parts(model::Course& course, const std::function<void(model::Parts&)>& visit);
/// Each piece of inline content, that inside of emphasis and links too.
void for_each_inlines(model::Course& course, const std::function<void(text::Inlines&)>& visit);

} // namespace comb::assemble
