// The map of a scenario: its nodes in rows by how many choices they are away from the start.
#pragma once

#include "typeset/diagrams/diagram.hpp"
#include "words/words.hpp"

#include <optional>

namespace comb::typeset {

/// Draws the nodes of `branching` with an arrow for each pair of them that a choice joins. Arrows lead down by one
/// row; where a choice leads back or to the same row, its node says so in words. Nodes of the best path carry a star,
/// ends their name. Nothing where a row does not fit into `look.width` even at the least size of text.
std::optional<DrawnDiagram> draw_scenario_map(const model::Branching& branching, const DiagramLook& look,
                                              const words::Words& words, const Fonts& fonts);

} // namespace comb::typeset
