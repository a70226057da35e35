// The piece of a source line that a report shows, and where the caret goes. Private to this folder.
#pragma once

#include "base/span.hpp"
#include "source/source_set.hpp"

#include <string>

namespace comb::report {

struct Excerpt {
  std::string line;    ///< printable; `…` where it was cut
  int caret_begin = 0; ///< cells before the caret
  int caret_width = 1; ///< at least one
};

/// The first line of `span`, at most `room` cells wide. A long line is cut around the span. Tabs fill up to the next
/// multiple of four cells; control characters show as `\x1b`.
Excerpt cut_excerpt(const source::SourceFile& file, Span span, int room);

} // namespace comb::report
