// The fonts of one PDF: which glyphs are used for which text, and the subsets that are embedded.
#pragma once

#include "base/result.hpp"
#include "emit/outputs/handbook/pdf_objects.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comb::emit::handbook {

/// What a content stream shows for a glyph.
struct GlyphCode {
  std::uint16_t code = 0;
  bool needs_actual_text = false; ///< the code stands for another text in this font: say this one with /ActualText
};

/// One face: the (glyph, text) pairs that pages use. In a TrueType face each pair has a code of its own, so that
/// copying is exact. In a CFF face the code is the glyph's, which can stand for one text only.
class FontUse {
 public:
  FontUse(typeset::FontId font, const typeset::FaceSource& source) : font_(font), source_(source) {}

  void note(std::uint32_t glyph, std::string_view text);
  GlyphCode code(std::uint32_t glyph, std::string_view text) const;
  /// Subsets the face and adds its objects, after all has been noted.
  Result<ObjectId> embed(const typeset::Fonts& fonts, PdfObjects& objects);

 private:
  struct Entry {
    std::uint32_t glyph = 0;
    std::string text;
    std::uint16_t code = 0;
    std::uint32_t next = 0; ///< the next entry of the same glyph; 0: none
  };
  const Entry* find(std::uint32_t glyph, std::string_view text) const;

  typeset::FontId font_;
  const typeset::FaceSource& source_;
  std::vector<Entry> entries_{1};             ///< in the order of first use; the first is no entry
  std::vector<std::uint32_t> first_of_glyph_; ///< index into `entries_` by glyph; 0: none
};

/// All fonts of a document.
class PdfFonts {
 public:
  /// Notes each glyph of `pages`.
  PdfFonts(const typeset::Pages& pages, const typeset::Fonts& fonts);

  /// Adds the objects. A failure names the font file that could not be read.
  Status embed(PdfObjects& objects);
  GlyphCode code(typeset::FontId font, std::uint32_t glyph, std::string_view text) const;
  /// The faces that the glyph numbers are of.
  const typeset::Fonts& faces() const { return fonts_; }
  /// The body of the resource dictionary's `/Font`: `/F3 12 0 R` for each.
  std::string resources() const;

 private:
  const typeset::Fonts& fonts_;
  std::map<std::uint16_t, FontUse> uses_;
  std::map<std::uint16_t, ObjectId> objects_;
};

} // namespace comb::emit::handbook
