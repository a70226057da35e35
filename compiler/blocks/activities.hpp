// What activities and energizers share.
#pragma once

#include "blocks/box.hpp"

#include <string_view>

namespace comb::blocks {

/// The box of an activity: materials, body, output, its minutes as steps and as a countdown. `more` stands behind
/// them. What `materials=` names goes to the course's packing list.
model::Parts lower_activity(const syntax::Directive& directive, LoweringContext& context, const BoxLook& look,
                            model::Parts more = {});

/// Leaves each thing that `text` names, split on `;`, commas and 「、」, as a material of the block at hand.
void note_materials(LoweringContext& context, std::string_view text, Span span);

} // namespace comb::blocks
