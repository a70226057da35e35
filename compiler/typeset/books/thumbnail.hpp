// A slide, small, beside the notes that belong to it.
#pragma once

#include "typeset/books/flow_writer.hpp"

namespace comb::typeset::books {

/// `ops` drawn `scale` times as large, moved to (`x`, `y`), and out of the structure: readers hear the slide's text
/// from the deck itself.
void append_scaled(Ops& target, Ops ops, double scale, const Box2d& place);

/// The slide `number` in a hairline frame `width` wide, its number below, as one item. Without a deck, or for a slide
/// that it has not, only the number.
FlowItem thumbnail(Flow& flow, int number, Points x, Points width);

} // namespace comb::typeset::books
