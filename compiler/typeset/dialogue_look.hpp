// How the speakers of a dialogue are told apart, the same for slides and books: label, rule, indent, colour.
#pragma once

#include "base/color.hpp"
#include "model/part.hpp"
#include "theme/theme.hpp"

#include <cstddef>
#include <string_view>

namespace comb::typeset {

/// Which of four looks the speaker of `turn` has: the place in the cast, from the first again after four.
std::size_t place_in_cast(const model::Dialogue& dialogue, const model::Turn& turn);
/// Every second speaker stands to the right of the first.
bool is_indented(std::size_t place);
/// The ink of a speaker's name and rule.
Rgb speaker_color(std::size_t place, const theme::Colors& colors);

/// How much room names take on slides: `short-names`, `names` or `long-names`, and as many pixels.
std::string_view name_room_class(const model::Dialogue& dialogue);
double name_room(const model::Dialogue& dialogue);

} // namespace comb::typeset
