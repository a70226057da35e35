// Panels that have a slide to themselves, and lessons as items of a list.
#pragma once

#include "typeset/deck.hpp"

namespace comb::typeset {

/// The one labelled panel that `body` holds and nothing beside it; none otherwise.
const model::Part* lone_panel(const model::Parts& body);
/// A panel alone on a slide of loose content heads it: its label above, its title as the headline.
void lift_lone_panel(Slide& slide);
/// 「S2　店面銷售的概念」 as an item of a list.
model::ListItem lesson_line(const model::Lesson& lesson);

} // namespace comb::typeset
