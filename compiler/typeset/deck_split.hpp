// Splits the body of a slide over as many slides as it needs.
#pragma once

#include "typeset/deck_layout.hpp"

#include <cstddef>
#include <vector>

namespace comb::typeset {

/// The room for a body, in pixels; the reserve is already taken off.
struct SlideRoom {
  double width = 0;
  double height = 0;
};

/// What stands on one slide. `origins` says for each part which of the given parts it is, or a piece of.
struct SlidePiece {
  model::Parts parts{};
  std::vector<std::size_t> origins{};
  double height = 0;   ///< at full size
  double scale = 1;    ///< what it must be set at to fit; `smallest_scale` may still be too high. Above 1: a statement
  bool is_cut = false; ///< its last part goes on in the next piece
  bool overflows = false;
  DiagramHeights diagram_heights{}; ///< settled for its diagrams
};

/// Fills slides from the top. What does not fit is cut at a list item, a row, a turn or a paragraph; what cannot be
/// cut is set smaller. Pieces of one body get equal shares, so that the last slide does not hold a single item, and are
/// set a little smaller where that saves a slide or a cut.
/// Always at least one piece. Widths of tables and figures are settled in the pieces.
std::vector<SlidePiece> split_body(const model::Parts& body, const SlideRoom& room, SlideSetter& layout);

/// `body` with its one figure beside the rest, where its author wants it there (`place=left`, `place=right`) or where
/// it stands larger beside than below; otherwise as it is.
model::Parts arrange_figure(const model::Parts& body, const SlideRoom& room, SlideSetter& layout);

/// All of `body` on one slide, set smaller where it must be.
SlidePiece fit_body(const model::Parts& body, const SlideRoom& room, SlideSetter& layout);

/// What a body of a few lines of prose, which are all that its slide says, is set at: larger; 1 for any other body.
double fit_statement(const model::Parts& body, const SlideRoom& room, SlideSetter& layout);

} // namespace comb::typeset
