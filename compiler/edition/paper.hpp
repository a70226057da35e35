// A paper of an exam: the drawn questions in the order of one variant, each case once before its questions.
#pragma once

#include "model/course.hpp"

#include <vector>

namespace comb::edition {

/// Puts the options of `question`, or what it shows instead, in `order` (indices into what stands there now), and its
/// key with them.
void arrange(model::Question& question, const std::vector<int>& order);

/// The paper of `variant` as a course with one lesson, called after the exam; its only topic holds the questions with
/// their numbers from 1. Questions that share a case stand in a group that begins with it. `parts` are those of the
/// course, projected for the paper's reader, and `questions` get their options in the variant's order.
std::vector<model::CoursePart> make_paper(const model::Exam& exam, const model::ExamVariant& variant,
                                          const std::vector<model::CoursePart>& parts,
                                          std::vector<model::Question>& questions);

} // namespace comb::edition
