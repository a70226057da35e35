// What role cards and observers' sheets share.
#pragma once

#include "blocks/block_kind.hpp"

#include <string>

namespace comb::blocks {

/// A card of the block at hand, named after its title: what it belongs to, its label, how many to print.
model::Card make_card(LoweringContext& context, std::string name);

} // namespace comb::blocks
