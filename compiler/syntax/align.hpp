// Which source bytes each byte of a text node came from.
#pragma once

#include "syntax/draft.hpp"

#include <string_view>
#include <vector>

namespace comb::syntax {

struct TextAlignment {
  std::vector<Anchor> anchors; ///< ascending; the first for byte 0
  std::size_t end = 0;         ///< in the subject, after the last byte of the literal
};

/// Walks `literal`, a text node of cmark-gfm, along `subject` from `begin`: backslash escapes and entities are longer
/// there. cmark-gfm merges text nodes and keeps only the columns of the merged whole.
TextAlignment align_literal(std::string_view literal, std::string_view subject, std::size_t begin);

} // namespace comb::syntax
