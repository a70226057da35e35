// What a diagram shows, told in words for those who do not see it.
#pragma once

#include "model/part.hpp"
#include "words/words.hpp"

#include <string>

namespace comb::blocks {

/// One sentence or a few in the course's language. What a blank or a gap hides is told as still to fill in, in every
/// edition, so that the same words serve learners.
std::string told_in_words(const model::Diagram& diagram, const words::Words& words);

} // namespace comb::blocks
