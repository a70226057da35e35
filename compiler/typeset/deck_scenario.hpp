// Scenarios on slides: what the slides of their nodes are made of.
#pragma once

#include "typeset/deck.hpp"

#include <string>

namespace comb::typeset {

/// The choices of `node` alone, to stand at the foot of its slide.
model::Part choices_of(const model::Branching& branching, const model::ScenarioNode& node);
/// The id of the slide of `node`: `shop.n1`. Ids of blocks have no dot, so it is nobody else's.
std::string node_slide_id(const model::Branching& branching, const model::ScenarioNode& node);
/// Kicker, icon and tone of an end; nothing for a node that goes on.
void dress_as_end(Slide& slide, model::Ending ending, const words::Words& words);
/// For the trainer: the best path, and all nodes with their choices.
model::Part best_path_note(const model::Branching& branching, const words::Words& words, Span span);
/// For the trainer, too: what can be chosen at a node, what each choice leads to and where it goes on.
model::Part choices_note(const model::Branching& branching, const model::ScenarioNode& node, const words::Words& words);
model::Part whole_map_note(const model::Branching& branching, const words::Words& words, Span span);

} // namespace comb::typeset
