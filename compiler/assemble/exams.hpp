// `exams:` of the manifest, and what is drawn for each exam when the bank is known.
#pragma once

#include "assemble/course_state.hpp"
#include "assemble/yaml_mapping.hpp"

#include <set>
#include <string>
#include <vector>

namespace comb::assemble {

/// An exam as the manifest plans it.
struct ExamPlan {
  model::Exam exam{};
  std::vector<schema::RawValue> fixed{}; ///< ids of questions that are in it whatever is drawn
};

/// Reads `exams:`. Whether the names in it exist is seen when the course is put together.
std::vector<ExamPlan> read_exams(CourseState& state, const Mapping& manifest);

/// Draws every planned exam from `state.course.questions` into `state.course.exams`. A blueprint that the bank cannot
/// meet is reported with what is missing; its exam has no variants. Draws from lessons of `dropped`, which this run
/// leaves out, are left out too, and as many questions fewer need have each level.
void draw_exams(CourseState& state, std::vector<ExamPlan> plans, const std::set<std::string>& dropped);

} // namespace comb::assemble
