// One paragraph to lines: ICU breaks, HarfBuzz widths, Knuth-Plass total fit; Chinese and Latin in one line.
#pragma once

#include "base/points.hpp"
#include "diagnostics/diagnostic.hpp"
#include "text/inline.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace comb::typeset {

struct TextStyle {
  Family family = Family::serif;
  Weight weight = Weight::regular;
  bool emphasis = false; ///< Latin is slanted; wide characters get a dot each (著重號, 圏点)
  bool underline = false;
  bool strike = false;
  Points size = 10_pt;
  Rgb color{};
  double tracking = 0; ///< extra space after each character, in em
  bool operator==(const TextStyle&) const = default;
};

/// A piece of a paragraph in one style.
struct StyledRun {
  enum class Kind : std::uint8_t {
    text,
    line_break,
    gap, ///< a ruled gap to write in, `gap_width` wide
    box, ///< a box to tick, as high as a capital
  } kind = Kind::text;
  std::string text{};
  TextStyle style{};
  Points gap_width{};
  std::string link_url{};    ///< http, https, mailto; or
  std::string link_anchor{}; ///< an id
  std::string term{};        ///< key of the term that it uses, for the index
  Span span{};               ///< of the source, for diagnostics
};

enum class TextAlign : std::uint8_t { justify, start, center, end };
struct ParagraphStyle {
  Points leading = 17_pt;
  TextAlign align = TextAlign::justify;
  Points first_indent{};
  bool hyphenate = true; ///< Latin words of six letters and more, by libhyphen
};

/// One set line. Positions count from the line's start (x) and its baseline (y = 0, downwards).
struct Line {
  std::vector<GlyphRun> runs{};
  Ops decorations{}; ///< underlines, gaps, tick boxes, emphasis dots, link areas; node ids not set
  Points width{};    ///< natural end of its last glyph
  bool ends_paragraph = false;
};
struct SetParagraph {
  std::vector<Line> lines{};
  Points leading{};
  Points height() const { return leading * static_cast<double>(lines.size()); }
};

/// Breaks `runs` into lines of at most `measure`. A character that no font has is the error `glyph-missing` at its
/// run's span (each character once a paragraph); something unbreakable that is wider than `measure` the error
/// `line-overflows`. No runs give no lines. `align` other than `justify` only means that lines keep their natural
/// width: every line starts at x = 0, and the caller shifts it by what `width` leaves of the measure.
WithDiagnostics<SetParagraph> set_paragraph(std::span<const StyledRun> runs, const ParagraphStyle& style,
                                            Points measure, const Fonts& fonts);

/// The width of `text` in one line.
Points text_width(std::string_view text, const TextStyle& style, const Fonts& fonts);

/// What links to the entry of a term in the glossary name. No id has a colon.
std::string glossary_anchor(std::string_view term);
/// What an `Anchor` in a line that uses a term is called: its key, and the place in the source, so that each is one.
std::string term_use_anchor(std::string_view term, Span place);
/// The key of the term that `anchor` marks a use of; none for other anchors.
std::optional<std::string> term_used_at(std::string_view anchor);

/// How inline content looks in a book or on a slide.
struct InlineLook {
  TextStyle base{};
  Rgb code_color{};
  Rgb link_color{};
  Rgb answer_color{}; ///< of filled gaps and blanks
  /// The page label of an anchor for 「見第 12 頁」; empty result or no function: no page is named.
  std::function<std::string(const std::string& anchor)> page_of{};
  std::string see_page_pattern{};                               ///< 「（見第 {} 頁）」
  std::pair<std::string, std::string> gloss_pattern{" (", ")"}; ///< around a term's gloss at its first use
};
/// Inline content as styled runs. Unfilled `Fill`s and keyless `Blank`s become gaps, at least four characters wide.
std::vector<StyledRun> style_inlines(const text::Inlines& inlines, const InlineLook& look);

/// Moves a line's runs and decorations to (x, baseline) with `node`, appending to `ops`.
void place_line(const Line& line, Points x, Points baseline, NodeId node, Ops& ops);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::typeset
