// Scaling display lists of slides.
#include "typeset/books/thumbnail.hpp"

#include "base/overloaded.hpp"

#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points slide_width{960};
constexpr Points slide_height{540};

void scale_box(Box2d& box, double scale) {
  box = {box.x * scale, box.y * scale, box.width * scale, box.height * scale};
}

void scale_run(GlyphRun& run, double scale) {
  run.size = run.size * scale;
  run.x = run.x * scale;
  run.y = run.y * scale;
  for (Glyph& glyph : run.glyphs) {
    glyph.x = glyph.x * scale;
    glyph.y = glyph.y * scale;
    glyph.advance = glyph.advance * scale;
  }
}

void scale_line(StrokedLine& line, double scale) {
  line.x1 = line.x1 * scale;
  line.y1 = line.y1 * scale;
  line.x2 = line.x2 * scale;
  line.y2 = line.y2 * scale;
  line.width = line.width * scale;
  for (double& dash : line.dashes) dash *= scale;
}

void scale_op(Op& op, double scale) {
  std::visit(Overloaded{
                 [&](GlyphRun& run) { scale_run(run, scale); },
                 [&](FilledRectangle& rectangle) {
                   scale_box(rectangle.box, scale);
                   rectangle.radius = rectangle.radius * scale;
                 },
                 [&](StrokedRectangle& rectangle) {
                   scale_box(rectangle.box, scale);
                   rectangle.radius = rectangle.radius * scale;
                   rectangle.width = rectangle.width * scale;
                 },
                 [&](StrokedLine& line) { scale_line(line, scale); },
                 [&](DrawnPath& path) {
                   path.x = path.x * scale;
                   path.y = path.y * scale;
                   path.scale *= scale;
                 },
                 [&](DrawnImage& image) { scale_box(image.box, scale); },
                 [&](LinkArea& link) { scale_box(link.box, scale); },
                 [&](Anchor& anchor) { anchor.y = anchor.y * scale; },
             },
             op.content);
}

bool belongs_to_the_deck_only(const Op& op) {
  return std::holds_alternative<LinkArea>(op.content) || std::holds_alternative<Anchor>(op.content);
}

} // namespace

void append_scaled(Ops& target, Ops ops, double scale, const Box2d& place) {
  for (Op& op : ops) {
    if (belongs_to_the_deck_only(op)) continue;
    scale_op(op, scale);
    shift(op, place.x, place.y);
    op.node = artifact;
    target.push_back(std::move(op));
  }
}

FlowItem thumbnail(Flow& flow, int number, Points x, Points width) {
  const BookStyle& style = flow.style();
  const BookContext& context = flow.book.context;
  FlowItem item;
  const bool is_known =
      context.deck != nullptr && number >= 1 && static_cast<std::size_t>(number) <= context.deck->slides.size();
  if (is_known) {
    const double scale = width / slide_width;
    const Box2d frame{x, 2.5_pt, width, slide_height * scale};
    const Slide& slide = context.deck->slides[static_cast<std::size_t>(number - 1)];
    append_scaled(item.ops, draw_slide(*context.deck, slide, context.theme, context.fonts, context.words), scale,
                  frame);
    item.ops.push_back({.content = StrokedRectangle{.box = frame, .color = style.line, .width = 0.5_pt}});
    item.height = frame.y + frame.height;
  }
  const Points caption = 12_pt;
  const TextStyle small = style.small();
  draw_words(flow, words::fill(context.words.slide, number), small,
             {.x = x, .baseline = item.height + baseline_in(caption, small.size), .node = flow.add_node(Role::caption)},
             item.ops);
  item.height += caption;
  return item;
}

} // namespace comb::typeset::books
