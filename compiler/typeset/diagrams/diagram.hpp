// Diagrams: words and shapes at positions in points, laid out once for screen and print.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/part.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"
#include "typeset/paragraph.hpp"

#include <span>
#include <utility>
#include <vector>

namespace comb::typeset {

/// Sizes and colours for a diagram in one place. Screen and print differ in nothing else.
struct DiagramLook {
  TextStyle text{};      ///< of labels; its size is the wish, and the least is `least_size`
  Points least_size{8};  ///< labels are never smaller; what does not fit then is an error
  double leading = 1.35; ///< of labels, in their size
  Points width{};        ///< what the diagram may fill
  Points height{};       ///< the most that it may be high
  Points stroke{1};      ///< of outlines and arrows
  Rgb ink{}, soft{}, line{}, paper{};
  Rgb accent{};                 ///< the strong colour: heads, arrows, the step that counts
  Rgb accent_tint{};            ///< ground of nodes; text on it is `ink`
  Rgb on_accent{255, 255, 255}; ///< text on `accent`
};

/// What comes at one step. Step 0 stands from the start (axes, heads); node `n`, counted from 0 in reading order,
/// comes with step `n + 1`, and so does the arrow that leads to it.
struct DiagramLayer {
  int step = 0;
  Ops ops{}; ///< positions from the diagram's upper left corner; node ids not set
};
/// A label as it was put: where its lines are, where they may be, and the two colours that have to differ.
struct PutLabel {
  Box2d box{};    ///< of its lines
  Box2d within{}; ///< of its shape; the label's own box where it stands free
  Rgb color{}, ground{};
};
/// An arrow or connector: the corners of its way, in order.
struct DiagramRoute {
  std::vector<std::pair<Points, Points>> corners{};
};
/// Where things stand, for those who check that nothing overlaps.
struct DiagramGeometry {
  std::vector<Box2d> nodes{};
  std::vector<PutLabel> labels{};
  std::vector<DiagramRoute> routes{};
};
struct DrawnDiagram {
  Points width{}, height{};
  Points text_size{};                 ///< that the labels got
  std::vector<DiagramLayer> layers{}; ///< by rising step, each step once
  DiagramGeometry geometry{};
};

/// Lays out `diagram` within `look.width` x `look.height`. Labels wrap; they get smaller, down to `look.least_size`,
/// where the diagram would be too high. What fits even so nowhere is the error `diagram-overflows` at `span`.
WithDiagnostics<DrawnDiagram> draw_diagram(const model::Diagram& diagram, const DiagramLook& look, const Fonts& fonts,
                                           Span span);

/// Adds all layers of `drawn` to `ops`, its upper left corner at (`x`, `y`).
void place_diagram(const DrawnDiagram& drawn, Points x, Points y, NodeId node, Ops& ops);

/// What `draw_diagram` can raise.
std::span<const DiagnosticKind* const> diagram_diagnostic_kinds();

} // namespace comb::typeset
