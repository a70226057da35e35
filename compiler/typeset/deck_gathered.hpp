// The body of a slide while it is gathered from an edition, before it is measured.
#pragma once

#include "typeset/deck.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace comb::typeset {

/// How many slides a body may take.
enum class Spread : std::uint8_t { flows, one_slide };

/// The body of a slide while it is gathered. A note knows how many body parts stood before it.
struct Gathered {
  Slide frame{}; ///< all but body, notes and number
  Spread spread = Spread::flows;
  model::Parts body{};
  struct PlacedNote {
    std::size_t after = 0;
    model::Part note{};
  };
  std::vector<PlacedNote> notes{};

  void add_note(model::Part note);
  /// Adds `part`, and the trainer's remarks in it as notes.
  void add_body(const model::Part& part);
};

/// The first countdown among `parts`; none where there is none.
const model::Timer* find_timer_in(const model::Parts& parts);
/// The phases of a countdown stand beside it: a bar of the same steps in the body would say them twice.
void drop_steps_of_timer(model::Parts& body);
/// A panel alone gives its label and headline to the slide; a note after it stays after its last child.
void unwrap_lone_panel(Gathered& gathered);

} // namespace comb::typeset
