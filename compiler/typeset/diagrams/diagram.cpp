// The text size of a diagram: the largest at which its sort's layout fits, or a little less where that keeps words
// whole.
#include "typeset/diagrams/diagram.hpp"

#include "base/utf8.hpp"
#include "model/labels.hpp"
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace comb::typeset {

namespace {

constexpr DiagnosticKind diagram_overflows{
    .name = "diagram-overflows",
    .severity = Severity::error,
    .help = "shorten its labels, give it fewer parts, or split it into two diagrams",
    .explain =
        "A diagram is never cut and its text never gets too small to read. This one has more words than fit "
        "the slide or the column it stands in, even at the least size."};
constexpr std::array<const DiagnosticKind*, 1> kinds = {&diagram_overflows};

constexpr double size_step = 0.5; ///< points between two sizes that are tried
constexpr double hair = 0.01;     ///< rounding of sums
// A torn word is worth three steps of type, as long as the type stays big: torn words read worse than smaller type.
constexpr double cost_of_step = 0.34;
constexpr double most_given_for_words = 0.25; ///< of the size that is wished for

std::optional<DrawnDiagram> lay_out(const model::Diagram& diagram, Canvas& canvas) {
  switch (diagram.sort) {
    case model::DiagramSort::flow:
      return lay_out_flow(diagram, canvas);
    case model::DiagramSort::cycle:
      return lay_out_cycle(diagram, canvas);
    case model::DiagramSort::pyramid:
      return lay_out_pyramid(diagram, canvas);
    case model::DiagramSort::quadrant:
      return lay_out_quadrant(diagram, canvas);
    case model::DiagramSort::timeline:
      return lay_out_timeline(diagram, canvas);
    case model::DiagramSort::stack:
      return lay_out_stack(diagram, canvas);
  }
  return canvas.take({}, {});
}

/// Whether the bare words of all nodes, set as small as may be, fill more than the place: then no layout needs to be
/// tried, and a list of thousands of items is refused at once.
bool has_too_many_words(const model::Diagram& diagram, const DiagramLook& look) {
  constexpr double narrowest_cell = 0.2; // em, of an i
  const double em = look.least_size.value;
  double area = 0;
  model::for_each_diagram_node(diagram, [&](const model::DiagramNode& node) {
    int wide = 0, narrow = 0;
    for (const char32_t character : to_utf32(text::plain_text(node.label))) ++(is_wide(character) ? wide : narrow);
    area += std::max(wide + narrow * narrowest_cell, 1.0) * em * look.leading * em;
  });
  return area > look.width.value * look.height.value;
}

bool fits(const DrawnDiagram& drawn, const Canvas& canvas) {
  return canvas.fits() && drawn.width.value <= canvas.width().value + hair &&
         drawn.height.value <= canvas.height().value + hair;
}

} // namespace

WithDiagnostics<DrawnDiagram> draw_diagram(const model::Diagram& diagram, const DiagramLook& look, const Fonts& fonts,
                                           Span span) {
  const double most = std::max(look.text.size.value, look.least_size.value);
  const auto steps = static_cast<int>(std::ceil((most - look.least_size.value) / size_step));
  std::optional<WithDiagnostics<DrawnDiagram>> best;
  double least_cost = 0;
  int last = steps;
  for (int i = has_too_many_words(diagram, look) ? steps + 1 : 0; i <= last; ++i) {
    if (best && i * cost_of_step >= least_cost) break;
    const Points size{std::max(most - i * size_step, look.least_size.value)};
    Canvas canvas(look, size, fonts);
    std::optional<DrawnDiagram> drawn = lay_out(diagram, canvas);
    if (!drawn || !fits(*drawn, canvas)) continue;
    const double cost = i * cost_of_step + canvas.torn();
    if (best && cost >= least_cost) continue;
    if (!best) last = std::max(i, static_cast<int>(most * most_given_for_words / size_step));
    best = {std::move(*drawn), canvas.diagnostics()};
    least_cost = cost;
  }
  if (best) return std::move(*best);
  return {{},
          {{.kind = &diagram_overflows,
            .span = span,
            .message = "the `" + std::string(model::name_of(diagram.sort)) + "` does not fit its slide or column"}}};
}

void place_diagram(const DrawnDiagram& drawn, Points x, Points y, NodeId node, Ops& ops) {
  for (const DiagramLayer& layer : drawn.layers) place_line({.decorations = layer.ops}, x, y, node, ops);
}

std::span<const DiagnosticKind* const> diagram_diagnostic_kinds() {
  return kinds;
}

} // namespace comb::typeset
