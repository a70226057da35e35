// Says where a body was cut, and what fits nowhere.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "typeset/deck.hpp"
#include "typeset/deck_split.hpp"

#include <string>
#include <vector>

namespace comb::typeset {

/// `headline` in backticks, or `otherwise` where it has no words.
std::string quoted_headline(const text::Inlines& headline, const std::string& otherwise);

/// The info `slide-continued` where a body of `height` pixels takes several `pieces`, and the error `slide-overflows`
/// for each of them that does not fit into `room`.
Diagnostics report_split(const Slide& frame, const std::vector<SlidePiece>& pieces, double height,
                         const SlideRoom& room);

} // namespace comb::typeset
