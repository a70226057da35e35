// Text on slides: widths from cached advances and first-fit lines, as a browser would break them.
#pragma once

#include "base/color.hpp"
#include "text/inline.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace comb::typeset {

/// How text on a slide looks. Lengths in CSS pixels.
struct SlideText {
  double size = 28;
  double leading = 1.5; ///< of the size
  Weight weight = Weight::regular;
  Family family = Family::sans;
  Rgb color{};
  double line_height() const { return size * leading; }
};

/// One character, or a thing as wide as one, ready to be put into lines.
struct SlideCharacter {
  enum class Kind : std::uint8_t { text, line_break, gap } kind = Kind::text;
  char32_t character = 0;
  Weight weight = Weight::regular;
  Family family = Family::sans;
  bool accent = false; ///< filled answers and links
  float advance = 0;   ///< in em of the paragraph's size
};
using SlideCharacters = std::vector<SlideCharacter>;
/// Half-open ranges of characters.
struct SlideLine {
  std::size_t begin = 0, end = 0;
  double width = 0; ///< in em, without spaces at the end
};

/// Measures and breaks. Not shared between threads.
class Ruler {
 public:
  explicit Ruler(const Fonts& fonts) : fonts_(fonts) {}

  /// Line breaks, gaps and letters of `inlines`, in order. What only the trainer may see is left out.
  SlideCharacters characters(const text::Inlines& inlines, const SlideText& look);
  SlideCharacters characters(std::string_view text, const SlideText& look);
  /// First-fit lines of at most `width` pixels. No characters give no lines. Something unbreakable that is wider
  /// than a line is broken where the line ends, as `overflow-wrap: anywhere` does.
  std::vector<SlideLine> lines(const SlideCharacters& characters, const SlideText& look, double width) const;
  /// The height of `inlines` set `width` pixels wide; at least one line.
  double height(const text::Inlines& inlines, const SlideText& look, double width);
  double height(std::string_view text, const SlideText& look, double width);
  /// The width of `inlines` in one line, in pixels (its longest, where it holds line breaks).
  double width(const text::Inlines& inlines, const SlideText& look);
  double width(std::string_view text, const SlideText& look);

  const Fonts& fonts() const { return fonts_; }

 private:
  float advance(char32_t character, Weight weight, Family family);
  void add(std::string_view text, SlideCharacter like, SlideCharacters& characters);
  void add(const text::Inlines& inlines, SlideCharacter like, SlideCharacters& characters);

  const Fonts& fonts_;
  std::unordered_map<std::uint64_t, float> advances_;
  std::array<std::array<float, 128>, 6> ascii_{}; // 0: not known yet
};

/// Where lines stand, in pixels: their left end and the top of the first one.
struct LinesPlace {
  double x = 0, y = 0;
};
/// Draws lines at `place`.
void draw_lines(const Ruler& ruler, const SlideCharacters& characters, const std::vector<SlideLine>& lines,
                const SlideText& look, LinesPlace place, Ops& ops);

/// Points of a slide's display list from pixels.
constexpr Points pixels(double value) {
  return Points{value * 0.75};
}

} // namespace comb::typeset
