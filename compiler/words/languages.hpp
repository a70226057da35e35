// The languages that there are, one file each.
#pragma once

#include "words/words.hpp"

namespace comb::words {

extern const Words english;
extern const Words traditional_chinese;
extern const Words simplified_chinese;
extern const Words japanese;

} // namespace comb::words
