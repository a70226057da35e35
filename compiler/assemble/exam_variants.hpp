// The papers of an exam: in which order each variant asks its questions, and in which order they show their options.
#pragma once

#include "model/course.hpp"

#include <span>
#include <vector>

namespace comb::assemble {

/// One paper for each of `exam.variant_count`, all with the same `questions` of `bank`.
///
/// Questions that share a case stay together in the order of the course; all else is dealt by the exam's seed. A
/// locked option stays last. True-false questions, numbers in order, places on a picture and questions with
/// `shuffle=no` keep the order in which they are written. Of some dealings tried, the first is taken that differs from
/// the variants before it and has no letter as the key of more than half of the questions; the best one, if none does.
std::vector<model::ExamVariant> make_variants(const model::Exam& exam, std::span<const model::Question> bank,
                                              std::span<const model::QuestionIndex> questions);

} // namespace comb::assemble
