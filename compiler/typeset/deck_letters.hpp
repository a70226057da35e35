// The letters of options, the same on slides and in their thumbnails.
#pragma once

#include <cstddef>
#include <string>

namespace comb::typeset {

/// A, B, … Z, AA for 0, 1, … 25, 26.
std::string option_letter(std::size_t index);

} // namespace comb::typeset
