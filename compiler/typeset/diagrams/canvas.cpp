// Labels and shapes of diagrams.
#include "typeset/diagrams/canvas.hpp"

#include "typeset/diagrams/paths.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace comb::typeset {

namespace {

using images::PathSegment;
using images::VectorPath;

// Ideographs of Noto CJK reach from 0.12 em below the baseline to 0.88 em above it.
constexpr double middle_above_baseline = 0.38;
constexpr double blank_ems = 6;   ///< width of the room to write in
constexpr double blank_lines = 2; ///< its height, in lines

double share_left(TextAlign align) {
  switch (align) {
    case TextAlign::justify:
    case TextAlign::start:
      return 0;
    case TextAlign::center:
      return 0.5;
    case TextAlign::end:
      return 1;
  }
  return 0;
}

/// What is painted along `segments`.
VectorPath painted(PathSegments segments, const ShapeLook& look, Points stroke) {
  VectorPath path;
  path.segments = std::move(segments);
  path.fill.color = look.fill;
  path.stroke.color = look.outline;
  path.stroke_width = stroke.value;
  path.join = images::LineJoin::round;
  if (look.is_dotted) path.dashes = {stroke.value * 2.5, stroke.value * 2.5};
  return path;
}

} // namespace

Canvas::Canvas(const DiagramLook& look, Points text_size, const Fonts& fonts)
    : look_(look), text_size_(text_size), fonts_(fonts) {}

Rgb Canvas::ground_of(NodeLook look) const {
  switch (look) {
    case NodeLook::plain:
      return look_.accent_tint;
    case NodeLook::strong:
      return look_.accent;
    case NodeLook::open:
    case NodeLook::question:
      return look_.paper;
  }
  return look_.paper;
}

Rgb Canvas::ink_on(NodeLook look) const {
  return look == NodeLook::strong ? look_.on_accent : look_.ink;
}

// Labels

Label Canvas::set(const std::string& key, std::vector<StyledRun> runs, const LabelStyle& style, Points measure) {
  Label label{.style = style};
  label.size = std::max(text_size_ * style.size, look_.least_size);
  if (runs.empty()) return label;
  for (StyledRun& run : runs) run.style.size = run.style.size * (label.size / look_.text.size);
  const LabelWords& words = measured(key, std::move(runs), measure);
  const LabelLines lines = words.balanced(measure);
  label.overflows = lines.overflows;
  label.torn = lines.torn;
  label.set = words.set(lines, label.size * look_.leading);
  label.width = Points{lines.width};
  label.height = label.set.height();
  return label;
}

const LabelWords& Canvas::measured(const std::string& key, std::vector<StyledRun> runs, Points measure) {
  const auto is_gap = [](const StyledRun& run) { return run.kind == StyledRun::Kind::gap; };
  std::string full = key;
  for (const StyledRun& run : runs) full += "|" + std::to_string(run.style.size.value) + to_hex(run.style.color);
  // A gap is never wider than its line, so its width hangs on the measure.
  if (std::any_of(runs.begin(), runs.end(), is_gap)) full += std::to_string(measure.value);
  const auto found = words_.find(full);
  if (found != words_.end()) return found->second;
  const LabelWords& words = words_.emplace(full, LabelWords(std::move(runs), measure, fonts_)).first->second;
  append(diagnostics_, words.diagnostics());
  return words;
}

Label Canvas::label(const text::Inlines& inlines, const LabelStyle& style, Points measure) {
  TextStyle base = look_.text;
  base.color = style.color;
  base.weight = style.weight;
  const InlineLook look{
      .base = base, .code_color = style.color, .link_color = style.color, .answer_color = style.color};
  const std::string key = text::dump(inlines) + (style.weight == Weight::bold ? "|bold" : "|");
  return set(key, style_inlines(inlines, look), style, measure);
}

Label Canvas::label(std::string_view words, const LabelStyle& style, Points measure) {
  if (words.empty()) return {.style = style};
  TextStyle base = look_.text;
  base.color = style.color;
  base.weight = style.weight;
  const std::string key = std::string(words) + (style.weight == Weight::bold ? "|words bold" : "|words");
  return set(key, {{.text = std::string(words), .style = base}}, style, measure);
}

Label Canvas::label_of(const model::DiagramNode& node, NodeLook look, Points measure) {
  Label label = this->label(node.label, {.color = ink_on(look)}, measure);
  if (!node.is_blank || !label.is_empty()) return label;
  label.is_blank = true;
  label.width = std::min(em(blank_ems), measure);
  label.height = text_size_ * look_.leading * blank_lines;
  return label;
}

void Canvas::put(const Label& label, const Box2d& place, Rgb ground) {
  if (label.is_empty()) return;
  if (label.overflows) fits_ = false;
  torn_ += label.torn;
  const double left = share_left(label.style.align);
  const Points top = place.y + (place.height - label.height) / 2;
  const Points leading = label.set.leading;
  Points baseline = top + leading / 2 + label.size * middle_above_baseline;
  for (const Line& line : label.set.lines) {
    place_line(line, place.x + (place.width - line.width) * left, baseline, artifact, ops());
    baseline += leading;
  }
  const Box2d drawn{place.x + (place.width - label.width) * left, top, label.width, label.height};
  geometry_.labels.push_back({.box = drawn, .within = place, .color = label.style.color, .ground = ground});
}

void Canvas::put_on_line(const Label& label, Position center) {
  if (label.is_empty()) return;
  const Points side = em(0.3);
  const Box2d place{center.x - label.width / 2, center.y - label.height / 2, label.width, label.height};
  box({place.x - side, place.y, place.width + side * 2, place.height}, {.fill = look_.paper});
  put(label, place, look_.paper);
}

// Shapes

ShapeLook Canvas::shape_of(NodeLook look, bool is_blank) const {
  ShapeLook shape{.fill = ground_of(look), .outline = mix(look_.accent, look_.paper, 0.38), .radius = radius()};
  if (look == NodeLook::strong) shape.outline.reset();
  if (look == NodeLook::open) shape.outline = look_.soft;
  if (look == NodeLook::question) {
    shape.outline = look_.accent;
    shape.stroke = look_.stroke;
  }
  if (!is_blank) return shape;
  shape.fill = look_.paper;
  shape.outline = look_.soft;
  shape.stroke = look_.stroke;
  shape.is_dotted = true;
  return shape;
}

void Canvas::node(const Box2d& box, const Label& label, NodeLook look) {
  node_frame(box, look, label.is_blank);
  put(label, box, ground_of(look));
}

void Canvas::node_frame(const Box2d& box, NodeLook look, bool is_blank) {
  this->box(box, shape_of(look, is_blank));
  geometry_.nodes.push_back(box);
}

void Canvas::node(std::span<const Position> corners, const Box2d& inside, const Label& label, NodeLook look) {
  polygon(corners, shape_of(look, label.is_blank));
  geometry_.nodes.push_back(inside);
  put(label, inside, ground_of(look));
}

void Canvas::draw_path(VectorPath path) {
  ops().push_back({.node = artifact, .content = DrawnPath{.path = std::move(path)}});
}

void Canvas::box(const Box2d& box, const ShapeLook& look) {
  const Points stroke = look.stroke.value > 0 ? look.stroke : hairline();
  if (look.fill) {
    ops().push_back({.node = artifact, .content = FilledRectangle{box, *look.fill, look.radius}});
  }
  if (look.outline && !look.is_dotted) {
    ops().push_back({.node = artifact, .content = StrokedRectangle{box, *look.outline, stroke, look.radius}});
  }
  if (look.outline && look.is_dotted) {
    draw_path(painted(rounded_box(box, look.radius), {.outline = look.outline, .is_dotted = true}, stroke));
  }
}

void Canvas::polygon(std::span<const Position> corners, const ShapeLook& look) {
  const Points stroke = look.stroke.value > 0 ? look.stroke : hairline();
  PathSegments segments = straight(corners);
  segments.push_back({.kind = PathSegment::Kind::close});
  draw_path(painted(std::move(segments), look, stroke));
}

void Canvas::line(Position from, Position to, Rgb color, Points width) {
  ops().push_back({.node = artifact, .content = StrokedLine{from.x, from.y, to.x, to.y, width, color, {}}});
}

void Canvas::dotted_line(Position from, Position to, Rgb color, Points width) {
  ops().push_back(
      {.node = artifact,
       .content = StrokedLine{from.x, from.y, to.x, to.y, width, color, {width.value * 2.5, width.value * 2.5}}});
}

void Canvas::dot(Position center, Points radius, const ShapeLook& look) {
  ShapeLook round = look;
  round.radius = radius;
  box({center.x - radius, center.y - radius, radius * 2, radius * 2}, round);
}

// Arrows

void Canvas::draw_head(Position tip, double angle, Rgb color) {
  const double length = head_length().value;
  constexpr double half_width = 0.46, notch = 0.78; // in the length
  const auto at = [&](double along, double across) {
    return Position{tip.x + Points{length * (-along * std::cos(angle) - across * std::sin(angle))},
                    tip.y + Points{length * (-along * std::sin(angle) + across * std::cos(angle))}};
  };
  const std::vector<Position> corners = {tip, at(1, half_width), at(notch, 0), at(1, -half_width)};
  polygon(corners, {.fill = color});
}

void Canvas::arrow(std::span<const Position> route, const ArrowLook& look) {
  if (route.size() < 2) return;
  DiagramRoute corners;
  for (const Position& corner : route) corners.corners.emplace_back(corner.x, corner.y);
  geometry_.routes.push_back(std::move(corners));
  arrow(rounded_route(route, em(0.6)), look);
}

void Canvas::arrow(std::vector<PathSegment> segments, const ArrowLook& look) {
  if (segments.size() < 2) return;
  const Rgb color = look.color.value_or(look_.accent);
  const Position tip{Points{segments.back().x}, Points{segments.back().y}};
  const double angle = end_angle(segments);
  if (look.has_head) shorten_end(segments, head_length().value * 0.7);
  VectorPath path = painted(std::move(segments), {.outline = color}, look_.stroke);
  if (look.is_dotted) path.dashes = {look_.stroke.value * 3, look_.stroke.value * 2.5};
  draw_path(std::move(path));
  if (look.has_head) draw_head(tip, angle, color);
}

DrawnDiagram Canvas::take(Points width, Points height) {
  DrawnDiagram drawn{.width = width, .height = height, .text_size = text_size_};
  for (auto& [step, layer] : layers_) drawn.layers.push_back({step, std::move(layer)});
  layers_.clear();
  drawn.geometry = std::move(geometry_);
  return drawn;
}

} // namespace comb::typeset
