// Diagrams on slides.
#include "typeset/deck_diagrams.hpp"

#include "typeset/deck_layout.hpp"
#include "typeset/deck_metrics.hpp"

#include <algorithm>
#include <utility>

namespace comb::typeset {

using namespace metrics;

namespace {

constexpr double label_share = 0.93; ///< of the body's size: the wish
constexpr double least_label = 16;   ///< pixels
constexpr double usual_height = 420; ///< pixels, where no room was settled
constexpr double tint = 0.07;        ///< of the accent on paper, behind nodes
constexpr double line_width = 2;     ///< pixels, of arrows

} // namespace

DiagramLook slide_diagram_look(const theme::Theme& theme, double width, double height) {
  DiagramLook look;
  look.text = {.family = Family::sans, .size = pixels(theme.slide.body * label_share), .color = theme.colors.ink};
  look.least_size = pixels(least_label);
  look.width = pixels(width);
  look.height = pixels(height);
  look.stroke = pixels(line_width);
  look.ink = theme.colors.ink;
  look.soft = theme.colors.soft;
  look.line = theme.colors.line;
  look.paper = theme.colors.paper;
  look.accent = theme.colors.wood;
  look.accent_tint = mix(theme.colors.wood, theme.colors.paper, tint);
  return look;
}

void SlideDiagrams::keep(const std::vector<SlideDrawing>& drawings) {
  kept_.clear();
  for (const SlideDrawing& drawing : drawings) {
    kept_.insert_or_assign(drawing.span, WithDiagnostics<DrawnDiagram>{drawing.drawn, {}});
  }
}

const WithDiagnostics<DrawnDiagram>& SlideDiagrams::lay_out(const model::Diagram& diagram, Span span, double width,
                                                            double height) {
  const Key key{span, diagram.alternative, width, height};
  const auto found = laid_out_.find(key);
  if (found != laid_out_.end()) return found->second;
  return laid_out_.emplace(key, draw_diagram(diagram, slide_diagram_look(theme_, width, height), fonts_, span))
      .first->second;
}

const WithDiagnostics<DrawnDiagram>& SlideDiagrams::find(const model::Diagram& diagram, Span span, double width) {
  const auto kept = kept_.find(span);
  if (kept != kept_.end()) return kept->second;
  const auto height = heights_.find(span);
  return lay_out(diagram, span, width, height == heights_.end() ? usual_height : height->second);
}

bool SlideDiagrams::fits(const model::Diagram& diagram, Span span, double width, double height) {
  return !lay_out(diagram, span, width, height).value.layers.empty();
}

// On a slide

double SlideSetter::diagram_caption_height(const model::Diagram& diagram, double width) {
  const double height = caption_height(diagram.caption, width);
  return height > 0 ? height + diagram_caption_gap - caption_gap : 0;
}

double SlideSetter::put_diagram(const model::Diagram& diagram, Span span, const SlideArea& area, Ops* ops) {
  const WithDiagnostics<DrawnDiagram>& laid_out = diagrams_.find(diagram, span, area.width);
  const DrawnDiagram& drawn = laid_out.value;
  if (shown_ != nullptr) {
    shown_->value.push_back({span, drawn});
    append(shown_->diagnostics, laid_out.diagnostics);
  }
  if (drawn.layers.empty()) return put(diagram.alternative, text(area.size), area, ops); // said as an error
  const double width = drawn.width.value / pixels(1).value, height = drawn.height.value / pixels(1).value;
  const double left = (area.width - width) / 2;
  if (ops != nullptr) place_diagram(drawn, pixels(area.x + left), pixels(area.y), artifact, *ops);
  const double caption = diagram_caption_height(diagram, area.width);
  if (ops != nullptr && caption > 0) {
    const SlideText look{.size = caption_size, .leading = caption_leading, .color = theme_.colors.soft};
    const double wide = std::min(ruler_.width(diagram.caption, look), area.width);
    SlideArea below = area;
    below.x += (area.width - wide) / 2;
    below.y += height + diagram_caption_gap;
    put(diagram.caption, look, below, ops);
  }
  return height + caption;
}

WithDiagnostics<std::vector<SlideDrawing>> SlideSetter::drawings_of(const model::Parts& parts, double width) {
  WithDiagnostics<std::vector<SlideDrawing>> shown;
  shown_ = &shown; // measuring asks for each diagram at its own width
  height(parts, width);
  shown_ = nullptr;
  return shown;
}

} // namespace comb::typeset
