// A paragraph as boxes, glue and penalties, and the glyphs that each of them shows.
#pragma once

#include "typeset/characters.hpp"
#include "typeset/line_breaking.hpp"
#include "typeset/paragraph.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace comb::typeset {

/// What an item shows.
struct Piece {
  enum class Kind : std::uint8_t { glyphs, space, hyphen, gap, box, indent } kind = Kind::glyphs;
  bool is_wide = false; ///< takes an emphasis dot and is not slanted
  FontId font{};
  std::uint32_t run = 0;
  std::uint32_t glyph_begin = 0, glyph_end = 0;
  double shift = 0; ///< of the first glyph from the box's left edge: below 0 where a mark's blank half is cut off
  double width = 0;
};

struct ParagraphItems {
  ParagraphText source;
  std::vector<Item> items;
  std::vector<Piece> pieces;
  std::vector<ShapedGlyph> glyphs; ///< text offsets into `source.text`
  Diagnostics diagnostics;
  bool has_dots_above = false; ///< emphasis dots of its language
};

/// The items of `runs`, ending with endless glue and a forced break; none for no runs.
ParagraphItems make_items(std::span<const StyledRun> runs, const ParagraphStyle& style, Points measure,
                          const Fonts& fonts);

extern const DiagnosticKind glyph_missing;

} // namespace comb::typeset
