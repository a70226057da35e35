// Items and breaks to lines with glyph runs and decorations.
#pragma once

#include "typeset/paragraph.hpp"
#include "typeset/paragraph_items.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace comb::typeset {

/// Where a line of a paragraph stands among its items.
struct LineRange {
  std::size_t begin = 0; ///< first item that is shown
  std::size_t end = 0;   ///< the break
};

/// The lines that `breaks` cut `items` into.
std::vector<LineRange> line_ranges(const ParagraphItems& items, std::span<const std::size_t> breaks);
/// The natural width of a line.
double natural_width(const ParagraphItems& items, LineRange range);
/// Sets one line; `measure` counts only for justified ones.
Line set_line(const ParagraphItems& items, std::span<const StyledRun> runs, LineRange range, TextAlign align,
              Points measure);

} // namespace comb::typeset
