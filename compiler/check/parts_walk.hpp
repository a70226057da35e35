// Visits every part and every inline of a course, for rules that look at texts.
#pragma once

#include "model/course.hpp"

#include <functional>

namespace comb::check {

/// Calls `visit` for each part of `parts`, parents first, children too (cards, columns, notes …).
void walk_parts(const model::Parts& parts, const std::function<void(const model::Part&)>& visit);

/// The same for every topic of a course, and for stems, feedback and solutions of its questions.
void walk_parts(const model::Course& course, const std::function<void(const model::Part&)>& visit);

/// Calls `visit` for each inline, nested ones too.
void walk_inlines(const text::Inlines& inlines, const std::function<void(const text::Inline&)>& visit);

/// Calls `visit` for each run of inline content of one part itself, not of its child parts.
void inlines_of(const model::Part& part, const std::function<void(const text::Inlines&)>& visit);

/// Every piece of inline content of a course: titles, parts, questions with their keys, objectives.
void walk_all_inlines(const model::Course& course, const std::function<void(const text::Inlines&)>& visit);

} // namespace comb::check
