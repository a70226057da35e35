// Parts of a deck that are made side by side, and how they become one.
#pragma once

#include "typeset/deck.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace comb::typeset {

/// Slides that stand in a row, made by themselves. Their ids are unique among them only, their numbers not given yet.
struct Stretch {
  std::vector<Slide> slides;
  std::vector<std::string> stems; ///< what the id of each slide was made from
  Diagnostics diagnostics;
  bool lists_lessons = false; ///< shows titles of other lessons
  bool is_kept = false;       ///< taken from an earlier deck; slides have its ids and numbers
};

/// `stem`, or with `-2`, `-3` … behind it the first that is not `taken`; taken from now on.
std::string free_id(const std::string& stem, std::set<std::string>& taken);

/// What a stretch holds: the cover, what opens a part, or a lesson.
struct StretchPlan {
  bool opens_course = false;
  const model::CoursePart* part = nullptr;
  const model::Lesson* lesson = nullptr;
};

/// The deck of `edition`, of stretches that `make` makes side by side on up to `threads` threads. Slides get numbers,
/// and ids that are unique in the deck; what leads from slide to slide inside a stretch leads there still. Stops behind
/// the lesson with which there are more than 20,000 slides, with the error `too-many-slides`.
WithDiagnostics<Deck> put_together(const edition::Edition& edition,
                                   const std::function<Stretch(const StretchPlan&)>& make, int threads);

} // namespace comb::typeset
