// One face, opened with HarfBuzz when it is first asked for something.
#pragma once

#include "typeset/character_table.hpp"
#include "typeset/font_catalog.hpp"
#include "typeset/fonts.hpp"

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comb::typeset {

/// A face of a font file. The file is mapped, not read. All functions may be called from several threads.
class FontFace {
 public:
  explicit FontFace(FontFile file);
  ~FontFace();
  FontFace(const FontFace&) = delete;
  FontFace& operator=(const FontFace&) = delete;

  NominalGlyph glyph(char32_t character) const;
  int glyph_advance(std::uint32_t glyph) const;
  GlyphInk glyph_ink(std::uint32_t glyph) const;
  const std::vector<ShapedGlyph>& shape(std::string_view text) const;
  const FaceSource& source() const;

 private:
  struct Opened;
  const Opened& opened() const;

  FontFile file_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Opened> opened_;
  mutable CharacterTable glyphs_;
  mutable CharacterTable inks_;     ///< by glyph
  mutable std::shared_mutex mutex_; ///< guards `words_`, whose values never move or change
  mutable std::unordered_map<std::string, std::vector<ShapedGlyph>> words_;
};

} // namespace comb::typeset
