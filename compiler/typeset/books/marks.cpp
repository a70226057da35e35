// Boxes to tick, dots, and the comb.
#include "typeset/books/marks.hpp"

#include "images/image.hpp"

#include <string>

namespace comb::typeset::books {
namespace {

images::PathSegment to(images::PathSegment::Kind kind, double x, double y) {
  return {.kind = kind, .x = x, .y = y};
}

images::PathSegment curve(double x1, double y1, double x2, double y2, double x, double y) {
  return {.kind = images::PathSegment::Kind::cubic, .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .x = x, .y = y};
}

/// A circle of radius 1 about (0, 0), of four cubics.
std::vector<images::PathSegment> unit_circle() {
  constexpr double k = 0.5522847498;
  return {to(images::PathSegment::Kind::move, 1, 0),
          curve(1, k, k, 1, 0, 1),
          curve(-k, 1, -1, k, -1, 0),
          curve(-1, -k, -k, -1, 0, -1),
          curve(k, -1, 1, -k, 1, 0),
          to(images::PathSegment::Kind::close, 0, 0)};
}

} // namespace

void draw_tick_box(const BookStyle& style, const TickBox& box, Ops& ops) {
  const Points side = style.tick_box;
  const Points top = box.middle - side / 2;
  ops.push_back({.content = StrokedRectangle{.box = {box.x, top, side, side}, .color = style.ink, .width = 0.8_pt}});
  if (!box.ticked) return;
  images::VectorPath tick{
      .segments = {to(images::PathSegment::Kind::move, 0.16, 0.5), to(images::PathSegment::Kind::line, 0.42, 0.78),
                   to(images::PathSegment::Kind::line, 0.98, -0.06)},
      .stroke = {.color = box.tick_color},
      .stroke_width = 0.17};
  ops.push_back({.content = DrawnPath{.path = std::move(tick), .x = box.x, .y = top, .scale = side.value}});
}

void draw_square(const BookStyle& style, const Box2d& box, Ops& ops) {
  ops.push_back({.content = StrokedRectangle{.box = box, .color = style.ink, .width = 0.8_pt}});
}

void draw_dot(Points x, Points y, Points radius, Rgb color, Ops& ops) {
  images::VectorPath path{.segments = unit_circle(), .fill = {.color = color}};
  ops.push_back({.content = DrawnPath{.path = std::move(path), .x = x, .y = y, .scale = radius.value}});
}

void push_seen_heads(Flow& flow, Points width) {
  const BookStyle& style = flow.style();
  FlowItem item{.height = style.page.leading};
  const NodeId node = flow.add_node(Role::paragraph);
  const Points baseline = baseline_in(item.height, style.page.small);
  const auto centred = [&](std::string_view words, Points middle) {
    const Points half_width = text_width(words, style.small(), flow.fonts()) / 2;
    draw_words(flow, words, style.small(), {.x = middle - half_width, .baseline = baseline, .node = node}, item.ops);
  };
  const Points left = flow.x + flow.measure - width;
  centred(flow.words().seen, left + width * 0.25);
  centred(flow.words().not_seen, left + width * 0.75);
  flow.push(std::move(item));
  flow.next_break = BreakBefore::forbidden;
}

void draw_seen_boxes(const Flow& flow, Points width, Points middle, Ops& ops) {
  const BookStyle& style = flow.style();
  const Points left = flow.x + flow.measure - width;
  draw_tick_box(style, {.x = left + width * 0.25 - style.tick_box / 2, .middle = middle}, ops);
  draw_tick_box(style, {.x = left + width * 0.75 - style.tick_box / 2, .middle = middle}, ops);
}

void draw_comb(const Box2d& box, Rgb color, Rgb accent, Ops& ops) {
  constexpr int teeth = 29;
  constexpr int accented = 18; // off the middle, at the golden section
  const Points spine = box.height * 0.2;
  ops.push_back(
      {.content = FilledRectangle{.box = {box.x, box.y, box.width, spine}, .color = color, .radius = spine / 2}});
  // The teeth begin inside the straight part of the spine, else the outer ones would stick out of its round ends.
  const Points inset = spine * 0.5;
  const Points pitch = (box.width - inset * 2) / teeth;
  for (int tooth = 0; tooth < teeth; ++tooth) {
    const bool is_accent = tooth == accented;
    const Points x = box.x + inset + pitch * (tooth + 0.25);
    const Points top = box.y + spine * (is_accent ? 1.0 : 0.6);
    const Points height = box.y + box.height - top;
    ops.push_back(
        {.content = FilledRectangle{
             .box = {x, top, pitch * 0.5, height}, .color = is_accent ? accent : color, .radius = pitch * 0.25}});
  }
}

} // namespace comb::typeset::books
