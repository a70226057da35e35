// Diagrams in books: as wide as the column, never split, with the caption of a figure.
#include "typeset/books/flow_writer.hpp"
#include "typeset/diagrams/diagram.hpp"

#include <algorithm>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr double highest_share = 0.62; ///< of the page: a caption and some text stay with it
constexpr double label_share = 0.94;   ///< of the body's size: the wish
constexpr Points least_label{7};
constexpr double tint = 0.07; ///< of the accent on paper, behind nodes
constexpr Points line_width{0.9};
constexpr Points caption_gap{4};
constexpr Rgb paper{255, 255, 255};

DiagramLook look_in(const Flow& flow) {
  const BookStyle& style = flow.style();
  DiagramLook look;
  look.text = style.sans(std::min(flow.look.style.size, style.page.body) * label_share);
  look.least_size = std::min(least_label, look.text.size);
  look.width = flow.measure;
  look.height = style.text_height * highest_share;
  look.stroke = line_width;
  look.ink = style.ink;
  look.soft = style.soft;
  look.line = style.line;
  look.paper = paper;
  look.accent = style.wood;
  look.accent_tint = mix(style.wood, paper, tint);
  return look;
}

/// What could not be drawn is said in words, besides the error.
void write_alternative(Flow& flow, const model::Diagram& diagram, NodeId node) {
  const TextLook look{.style = flow.style().small(), .leading = flow.style().page.leading, .align = TextAlign::start};
  push_paragraph(flow, set_words(flow, diagram.alternative, look, flow.measure), look, node);
}

} // namespace

void write_diagram(Flow& flow, const model::Diagram& diagram, Span span) {
  auto drawn = draw_diagram(diagram, look_in(flow), flow.fonts(), span);
  append(flow.chapter.diagnostics, std::move(drawn.diagnostics));
  const NodeId node = flow.chapter.structure.add(
      {.role = Role::figure, .parent = flow.node, .alternative = diagram.alternative, .source = span});
  flow.want_space(flow.style().half);
  if (drawn.value.layers.empty()) {
    write_alternative(flow, diagram, node);
  } else {
    FlowItem item{.height = drawn.value.height + (diagram.caption.empty() ? Points{} : caption_gap)};
    const Points left = (flow.measure - drawn.value.width) / 2;
    place_diagram(drawn.value, flow.x + left, Points{}, node, item.ops);
    flow.push(std::move(item));
  }
  write_caption(flow, diagram.caption, {});
  flow.want_space(flow.style().half * 1.5);
}

} // namespace comb::typeset::books
