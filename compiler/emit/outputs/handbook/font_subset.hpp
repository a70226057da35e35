// A font program with only the glyphs that are used; the only user of hb-subset.
#pragma once

#include "base/result.hpp"
#include "typeset/fonts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace comb::emit::handbook {

struct FontSubset {
  std::string program;                            ///< a CFF program, or a whole TrueType font
  std::vector<std::uint16_t> new_glyphs;          ///< for each glyph asked for
  std::vector<std::uint16_t> cids;                ///< CFF: for each glyph asked for
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0; ///< font box in thousandths
};

/// The subset of `source` with `glyphs` and `.notdef`, without hints and layout tables.
Result<FontSubset> subset_font(const typeset::FaceSource& source, std::span<const std::uint32_t> glyphs);

} // namespace comb::emit::handbook
