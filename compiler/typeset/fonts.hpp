// Faces found through fontconfig, shaped with HarfBuzz; the fallback chain; nothing of a machine but its fonts.
#pragma once

#include "base/points.hpp"
#include "base/result.hpp"
#include "theme/theme.hpp"
#include "typeset/display_list.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::typeset {

enum class Family : std::uint8_t { sans, serif, mono };
enum class Weight : std::uint8_t { regular, bold };

/// A glyph of a shaped word. Advances and offsets are in thousandths of the type size.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, x_offset = 0, y_offset = 0;
  std::uint32_t text_begin = 0, text_end = 0; ///< bytes of the shaped text
};
/// Where a face comes from; for embedding.
struct FaceSource {
  std::string path;        ///< of the machine; never written to an output
  std::uint32_t index = 0; ///< in a collection
  std::string postscript_name;
  bool is_cff = false;
  int ascender = 0, descender = 0, cap_height = 0; ///< thousandths of the size
};

/// A character's own glyph, as the font's character map gives it; `id` 0 where the face has none.
struct NominalGlyph {
  std::uint32_t id = 0;
  int advance = 0; ///< thousandths of the size
};
/// Where the ink of a glyph begins and ends, from its origin, in thousandths of the size.
struct GlyphInk {
  int left = 0, right = 0;
};

class LanguageTools;

/// All faces of a run. Copies share the loaded faces. Caches inside are guarded: shaping may be called from several
/// threads and always gives the same.
class Fonts {
 public:
  /// Finds the theme's families for a course in `lang` (region face TC, SC, HK, JP). A failure names the Debian
  /// package that brings the missing family.
  static Result<Fonts> load(const theme::FontNames& names, std::string_view lang);

  /// The first face of the chain for `family` and `weight` that has `character`; none where no font has it.
  std::optional<FontId> face_for(char32_t character, Family family, Weight weight) const;
  /// The chain's first face.
  FontId first_face(Family family, Weight weight) const;
  /// Glyphs for `text`, which one face must cover, with proportional forms of quotation marks, as Latin text wants
  /// them. The reference stays valid as long as any copy of the fonts.
  const std::vector<ShapedGlyph>& shape(FontId font, std::string_view text) const;
  /// Advance of one character in thousandths of the size, without shaping.
  int advance(FontId font, char32_t character) const;
  /// The glyph of one character without shaping: full-width forms, as Chinese wants them.
  NominalGlyph glyph(FontId font, char32_t character) const;
  /// The advance that the font itself gives a glyph, in thousandths of the size.
  int glyph_advance(FontId font, std::uint32_t glyph) const;
  GlyphInk glyph_ink(FontId font, std::uint32_t glyph) const;
  /// Line breaks and hyphenation for the course's language.
  const LanguageTools& language() const;
  const FaceSource& source(FontId font) const;
  std::size_t face_count() const;

 private:
  struct Store;
  explicit Fonts(std::shared_ptr<Store> store);
  std::shared_ptr<Store> store_;
};

} // namespace comb::typeset
