// Blocks in reserve and the guide's clock.
#pragma once

#include "edition/edition.hpp"

namespace comb::edition {

/// What is in reserve (`priority=could`) counts in no sum, so it moves no clock either: in the guides its boxes are
/// planned with no minutes and its notes with none of their own. How long a block takes stays in its small print.
void take_reserve_off_clock(Edition& edition, const model::Course& course);

} // namespace comb::edition
