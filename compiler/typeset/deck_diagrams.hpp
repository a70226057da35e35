// Diagrams on slides: laid out once for a place, and kept for the slide that shows them.
#pragma once

#include "model/part.hpp"
#include "theme/theme.hpp"
#include "typeset/deck.hpp"
#include "typeset/diagrams/diagram.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace comb::typeset {

/// How high diagrams may stand, in pixels, by where they are written.
using DiagramHeights = std::map<Span, double>;

/// A diagram's look on a slide, in a place of `width` x `height` pixels.
DiagramLook slide_diagram_look(const theme::Theme& theme, double width, double height);

/// Lays out the diagrams of a deck. Not shared between threads.
class SlideDiagrams {
 public:
  SlideDiagrams(const theme::Theme& theme, const Fonts& fonts) : theme_(theme), fonts_(fonts) {}

  /// The diagram written at `span` in a place `width` pixels wide: as `keep` has it, or laid out within the height that
  /// is set for it. Without layers where it does not fit.
  const WithDiagnostics<DrawnDiagram>& find(const model::Diagram& diagram, Span span, double width);
  /// Whether it could stand in `height` pixels.
  bool fits(const model::Diagram& diagram, Span span, double width, double height);

  DiagramHeights& heights() { return heights_; }
  /// From here on these stand for the diagrams written at their places.
  void keep(const std::vector<SlideDrawing>& drawings);

 private:
  using Key = std::tuple<Span, std::string, double, double>; ///< its words, too: a block used twice may differ in them
  const WithDiagnostics<DrawnDiagram>& lay_out(const model::Diagram& diagram, Span span, double width, double height);

  const theme::Theme& theme_;
  const Fonts& fonts_;
  DiagramHeights heights_{};
  std::map<Key, WithDiagnostics<DrawnDiagram>> laid_out_{};
  std::map<Span, WithDiagnostics<DrawnDiagram>> kept_{};
};

} // namespace comb::typeset
