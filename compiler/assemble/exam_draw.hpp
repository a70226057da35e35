// Drawing an exam's questions from the bank: a blueprint and a bank in, questions or shortages out.
#pragma once

#include "model/course.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace comb::assemble {

/// What a blueprint asks for and the bank cannot give.
struct Shortage {
  enum class What : std::uint8_t {
    draw,   ///< one draw asks for more than the bank has
    draws,  ///< some draws together ask for more than there is for them
    levels, ///< a bound on levels cannot be kept
  } what = What::draw;
  std::vector<std::size_t> rows{}; ///< indices into `Exam::draws`, or one into `Exam::levels`
  int asked = 0;
  int reachable = 0;              ///< the most there is; for a bound from above, the fewest there must be
  bool with_other_bounds = false; ///< levels: the bound could be kept, were it not for those written above it
};

struct Drawn {
  std::vector<model::QuestionIndex> questions{}; ///< ascending; empty where there are shortages
  std::vector<Shortage> shortages{};
};

/// Whether an exam may draw `question` at all: not one for practice only, nor one that is shown instead of written.
bool may_be_drawn(const model::Question& question);
/// Whether `question` counts for `draw`.
bool is_drawn_by(const model::ExamDraw& draw, const model::Question& question);

/// Draws `exam.draws` from `bank`, each question at most once, so that all of `exam.levels` hold; those of `fixed`
/// are in the exam anyway and count for its levels. The bounds on levels must be nested or apart from each other.
///
/// Exact: it fails only where no choice would do, and then says by how much. Among the choices, one is taken by the
/// exam's seed; each question has its own place in the lottery, so that a new one in the bank moves few of the others.
Drawn draw_questions(const model::Exam& exam, std::span<const model::Question> bank,
                     std::span<const model::QuestionIndex> fixed);

} // namespace comb::assemble
