// What a deck leaves to the next one of the same course: lessons that did not change keep their slides.
#pragma once

#include "typeset/deck_stretch.hpp"

#include <map>
#include <optional>

namespace comb::typeset {

/// A deck and the edition that it was made from, by the same theme, fonts and words.
struct DeckMemory {
  edition::Edition edition{};
  Deck deck{};
};

/// Gives out the slides of an earlier deck. They are moved, so each is given once.
class KeptSlides {
 public:
  /// `memory` may be null, or of another edition: then nothing is kept.
  KeptSlides(DeckMemory* memory, const edition::Edition& edition);

  /// The slides of `lesson`, if making them anew would give the same: the lesson, its objectives and the questions that
  /// it asks are as they were. For different lessons it may be called from several threads at a time.
  std::optional<Stretch> take(const model::Lesson& lesson);

 private:
  struct Kept {
    const model::Lesson* lesson = nullptr;
    DeckStretch* stretch = nullptr;
  };
  bool is_same(const Kept& kept, const model::Lesson& lesson) const;
  bool asks_the_same(const model::Parts& parts) const;

  DeckMemory* memory_;
  const edition::Edition& edition_;
  std::map<std::string, Kept, std::less<>> lessons_{}; ///< by id
};

} // namespace comb::typeset
