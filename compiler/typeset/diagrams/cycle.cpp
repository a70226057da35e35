// Cycles: nodes on a ring, arrows along it, and in the middle what it turns around.
#include "typeset/diagrams/paths.hpp"
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace comb::typeset {

namespace {

constexpr double widest_node_ems = 10;
constexpr double least_measure_ems = 2.6;
constexpr double measure_step_ems = 0.6;
constexpr double node_gap_ems = 1.9;   ///< between neighbours on the ring, for the arrow
constexpr double center_gap_ems = 1.0; ///< between the middle and the nodes
constexpr double arrow_gap_ems = 0.35; ///< between an arrow's ends and the nodes
constexpr double number_size = 0.82;
constexpr double airy = 1.25;  ///< how much bigger than it must be the ring is
constexpr int ring_steps = 20; ///< sizes of the ring that are tried

struct Node {
  Label label{}, number{};
  Box2d box{};
};
struct Ring {
  std::vector<Node> nodes{};
  Points node_width{}, node_height{};
  Label center{};
  Ellipse ellipse{};
};

/// The place on the ring that is `share` of its length from the top, clockwise. Equal ways rather than equal angles:
/// nodes on a flat ellipse would crowd at its ends.
class RingWalk {
 public:
  explicit RingWalk(const Ellipse& ellipse) {
    for (int i = 0; i <= pieces; ++i) {
      const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * i / pieces;
      const double x = ellipse.across.value * std::cos(angle), y = ellipse.down.value * std::sin(angle);
      if (i > 0) length_ += std::hypot(x - x_, y - y_);
      x_ = x;
      y_ = y;
      lengths_.push_back(length_);
    }
  }
  double angle_at(double share) const {
    const double wanted = length_ * share;
    const auto found = std::lower_bound(lengths_.begin(), lengths_.end(), wanted);
    const auto index = static_cast<double>(found - lengths_.begin());
    return -std::numbers::pi / 2 + 2 * std::numbers::pi * index / pieces;
  }

 private:
  static constexpr int pieces = 720;
  std::vector<double> lengths_{};
  double length_ = 0, x_ = 0, y_ = 0;
};

bool overlap(const Box2d& a, const Box2d& b, double gap) {
  return a.x.value < (b.x + b.width).value + gap && b.x.value < (a.x + a.width).value + gap &&
         a.y.value < (b.y + b.height).value + gap && b.y.value < (a.y + a.height).value + gap;
}

bool covers(const Box2d& box, double x, double y, double gap) {
  return x > box.x.value - gap && x < (box.x + box.width).value + gap && y > box.y.value - gap &&
         y < (box.y + box.height).value + gap;
}

std::optional<Ring> set_labels(const model::Diagram& diagram, Points measure, Canvas& canvas) {
  Ring ring;
  const LabelStyle number_style{.color = canvas.look().accent, .weight = Weight::bold, .size = number_size};
  for (const model::DiagramNode& node : diagram.nodes) {
    Node set{.label = canvas.label_of(node, NodeLook::plain, measure)};
    if (set.label.overflows) return std::nullopt;
    set.number = canvas.label(std::to_string(ring.nodes.size() + 1), number_style, canvas.width());
    ring.node_width = std::max(ring.node_width, set.label.width);
    ring.node_height = std::max(ring.node_height, set.label.height + set.number.height);
    ring.nodes.push_back(std::move(set));
  }
  ring.node_width = std::max(ring.node_width + canvas.side_padding() * 2, canvas.em(4.5));
  ring.node_height += canvas.top_padding() * 1.6;
  return ring;
}

void place(Ring& ring) {
  const RingWalk walk(ring.ellipse);
  for (std::size_t i = 0; i < ring.nodes.size(); ++i) {
    const double angle = walk.angle_at(static_cast<double>(i) / static_cast<double>(ring.nodes.size()));
    const Points x = ring.ellipse.center.x + ring.ellipse.across * std::cos(angle);
    const Points y = ring.ellipse.center.y + ring.ellipse.down * std::sin(angle);
    ring.nodes[i].box = {x - ring.node_width / 2, y - ring.node_height / 2, ring.node_width, ring.node_height};
  }
}

/// Whether neighbours leave room for an arrow, and all of them room for the middle.
bool is_clear(const Ring& ring, const Canvas& canvas) {
  const double gap = canvas.em(node_gap_ems).value;
  for (std::size_t i = 0; i < ring.nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < ring.nodes.size(); ++j) {
      if (overlap(ring.nodes[i].box, ring.nodes[j].box, gap * 0.75)) return false;
    }
  }
  if (ring.center.is_empty()) return true;
  const Box2d center{ring.ellipse.center.x - ring.center.width / 2, ring.ellipse.center.y - ring.center.height / 2,
                     ring.center.width, ring.center.height};
  const double room = canvas.em(center_gap_ems).value;
  return std::none_of(ring.nodes.begin(), ring.nodes.end(),
                      [&](const Node& node) { return overlap(node.box, center, room); });
}

/// The smallest clear ring that fits; none where there is none.
bool settle(Ring& ring, const Canvas& canvas) {
  const Points edge = canvas.look().stroke * 2;
  const Points most_across = (canvas.width() - ring.node_width - edge) / 2;
  const Points most_down = (canvas.height() - ring.node_height - edge) / 2;
  if (most_across.value <= 0 || most_down.value <= 0) return false;
  for (int i = 1; i <= ring_steps; ++i) {
    const double share = static_cast<double>(i) / ring_steps;
    // Rather wide than high, as far as the place is; never flatter than the nodes need.
    const Points down = most_down * share;
    for (const double aspect : {1.0, 1.3, 1.6, 2.0, 2.5, 3.2}) {
      const Points across = down * aspect;
      if (across > most_across) break;
      ring.ellipse = {.across = across, .down = down};
      place(ring);
      if (!is_clear(ring, canvas)) continue;
      // With air around, where there is room.
      const double growth = std::min({airy, most_across / across, most_down / down});
      ring.ellipse.across = across * growth;
      ring.ellipse.down = down * growth;
      place(ring);
      return true;
    }
  }
  return false;
}

/// The arrow from one node to the next: the part of the ring between their boxes.
void draw_arrow(const Ring& ring, std::size_t from, Canvas& canvas) {
  const std::size_t count = ring.nodes.size(), to = (from + 1) % count;
  const Ellipse& ellipse = ring.ellipse;
  const double gap = canvas.em(arrow_gap_ems).value;
  const RingWalk walk(ellipse);
  double begin = walk.angle_at(static_cast<double>(from) / static_cast<double>(count));
  double end = walk.angle_at(static_cast<double>(from + 1) / static_cast<double>(count));
  const auto is_in = [&](const Box2d& box, double angle) {
    return covers(box, ellipse.center.x.value + ellipse.across.value * std::cos(angle),
                  ellipse.center.y.value + ellipse.down.value * std::sin(angle), gap);
  };
  constexpr double step = 0.004;
  while (begin < end && is_in(ring.nodes[from].box, begin)) begin += step;
  while (end > begin && is_in(ring.nodes[to].box, end)) end -= step;
  if (end - begin > step) canvas.arrow(arc(ellipse, begin, end));
}

/// What the nodes and the arrows between them take.
Box2d bounds_of(const Ring& ring, Points head) {
  const Ellipse& ellipse = ring.ellipse;
  const Points across = ellipse.across + head / 2, down = ellipse.down + head / 2;
  Points left = ellipse.center.x - across, right = ellipse.center.x + across;
  Points top = ellipse.center.y - down, bottom = ellipse.center.y + down;
  for (const Node& node : ring.nodes) {
    left = std::min(left, node.box.x);
    right = std::max(right, node.box.x + node.box.width);
    top = std::min(top, node.box.y);
    bottom = std::max(bottom, node.box.y + node.box.height);
  }
  return {left, top, right - left, bottom - top};
}

DrawnDiagram draw(Ring ring, Canvas& canvas) {
  // The upper left corner is the diagram's; a line that runs along the border needs its own width.
  const Box2d all = bounds_of(ring, canvas.head_length());
  const Points edge = canvas.look().stroke;
  ring.ellipse.center = {ring.ellipse.center.x - all.x + edge, ring.ellipse.center.y - all.y + edge};
  for (Node& node : ring.nodes) {
    node.box.x += edge - all.x;
    node.box.y += edge - all.y;
  }
  canvas.begin_step(0);
  const Position center = ring.ellipse.center;
  canvas.put(
      ring.center,
      {center.x - ring.center.width / 2, center.y - ring.center.height / 2, ring.center.width, ring.center.height},
      canvas.look().paper);
  for (std::size_t i = 0; i < ring.nodes.size(); ++i) {
    const Node& node = ring.nodes[i];
    canvas.begin_step(static_cast<int>(i) + 1);
    if (i > 0) draw_arrow(ring, i - 1, canvas);
    canvas.node_frame(node.box, NodeLook::plain, node.label.is_blank);
    const Rgb ground = node.label.is_blank ? canvas.look().paper : canvas.look().accent_tint;
    const Points top = node.box.y + (node.box.height - node.number.height - node.label.height) / 2;
    canvas.put(node.number, {node.box.x, top, node.box.width, node.number.height}, ground);
    canvas.put(node.label, {node.box.x, top + node.number.height, node.box.width, node.label.height}, ground);
  }
  if (ring.nodes.size() > 1) draw_arrow(ring, ring.nodes.size() - 1, canvas);
  return canvas.take(all.width + edge * 2, all.height + edge * 2);
}

} // namespace

std::optional<DrawnDiagram> lay_out_cycle(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.empty()) return canvas.take({}, {});
  const LabelStyle center_style{.color = canvas.look().accent, .weight = Weight::bold, .size = 1.1};
  for (double measure = widest_node_ems; measure >= least_measure_ems; measure -= measure_step_ems) {
    std::optional<Ring> ring = set_labels(diagram, canvas.em(measure), canvas);
    if (!ring) return std::nullopt;
    for (const double center_measure : {12.0, 8.0, 6.0, 4.0}) {
      ring->center = canvas.label(diagram.center, center_style, canvas.em(center_measure));
      if (ring->center.overflows) break;
      if (settle(*ring, canvas)) return draw(std::move(*ring), canvas);
      if (diagram.center.empty()) break;
    }
  }
  return std::nullopt;
}

} // namespace comb::typeset
