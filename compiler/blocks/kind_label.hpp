// What a kind is called in a language.
#pragma once

#include "blocks/block_kind.hpp"

namespace comb::blocks {

/// The label of `kind` on slides and pages: its own for the language of `words`; else the first alias that the
/// language has for it, so that a new language is its one file; else its English label; else its name.
std::string_view label_of(const BlockKind& kind, const words::Words& words);

} // namespace comb::blocks
