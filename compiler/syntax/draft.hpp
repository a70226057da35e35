// Inline pieces while they are being converted: with their places in the block's text, and texts still to be joined.
#pragma once

#include "syntax/subject_map.hpp"
#include "text/inline.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace comb::syntax {

/// Where a byte of a run's text stands in the block's text; holds up to the next anchor.
struct Anchor {
  std::size_t text = 0;
  std::size_t subject = 0;
};

/// Where byte `text_offset` stands, by the last anchor at or before it. `anchors` is not empty.
std::size_t subject_offset(const std::vector<Anchor>& anchors, std::size_t text_offset);

struct Draft {
  text::Inline piece;
  std::size_t begin = 0; ///< in the block's text
  std::size_t end = 0;
  std::vector<Anchor> anchors{}; ///< of a run

  text::Run* run() { return std::get_if<text::Run>(&piece.content); }
};
using Drafts = std::vector<Draft>;

/// Splits the runs of `drafts` at bare URLs (`http://`, `https://`, `www.`), which become links. A URL ends at the
/// first character that is not ASCII, and before trailing punctuation (GFM, section 6.9).
void link_bare_urls(Drafts& drafts, const SubjectMap& map);

/// Replaces each line end in the runs of `inlines`: by nothing between two characters that join without a space, else
/// by a space; drops those at the beginning and the end, and wide spaces that indent the first line.
void join_lines(text::Inlines& inlines);

} // namespace comb::syntax
