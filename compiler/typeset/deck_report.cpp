// Says where a body was cut, and what fits nowhere.
#include "typeset/deck_report.hpp"

#include "typeset/deck_kinds.hpp"

#include <cmath>

namespace comb::typeset {

std::string quoted_headline(const text::Inlines& headline, const std::string& otherwise) {
  const std::string text = text::plain_text(headline);
  return "`" + (text.empty() ? otherwise : text) + "`";
}

Diagnostics report_split(const Slide& frame, const std::vector<SlidePiece>& pieces, double height,
                         const SlideRoom& room) {
  const auto pixels_text = [](double value) { return std::to_string(std::lround(value)); };
  const std::string name = quoted_headline(frame.headline, frame.id);
  Diagnostics found;
  if (pieces.size() > 1) {
    found.push_back({.kind = &slide_continued,
                     .span = frame.span,
                     .message = name + " is " + pixels_text(height) + " pixels high and a slide has " +
                                pixels_text(room.height) + " for it, so it takes " + std::to_string(pieces.size()) +
                                " slides"});
  }
  for (const SlidePiece& piece : pieces) {
    if (!piece.overflows) continue;
    const Span span = piece.parts.empty() ? frame.span : piece.parts.front().span;
    found.push_back({.kind = &slide_overflows,
                     .span = span.is_empty() ? frame.span : span,
                     .message = "the slide " + name + " needs " + pixels_text(piece.height) +
                                " pixels of height and has " + pixels_text(room.height)});
  }
  return found;
}

} // namespace comb::typeset
