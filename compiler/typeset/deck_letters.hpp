// How options look, the same on slides and in their thumbnails.
#pragma once

#include <cstddef>
#include <string>

namespace comb::typeset {

/// A, B, … Z, AA for 0, 1, … 25, 26.
std::string option_letter(std::size_t index);

/// Whether so many options stand closer together, so that six steps to put in order fit under their question.
constexpr bool are_close(std::size_t options) {
  return options > 4;
}

} // namespace comb::typeset
