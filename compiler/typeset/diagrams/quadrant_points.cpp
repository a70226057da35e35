// Labels of points: the first free place, those with the least room first.
#include "typeset/diagrams/quadrant_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace comb::typeset {

namespace {

/// Which corner or side of the dot the label touches: -1 before it, 0 in its middle, 1 behind it.
struct Side {
  int across = 0, down = 0;
};
// Cartographers' order of preference (Imhof, "Positioning Names on Maps", 1975): beside and above before below.
constexpr std::array<Side, 8> sides = {Side{1, 0},  Side{-1, 0},  Side{0, -1}, Side{0, 1},
                                       Side{1, -1}, Side{-1, -1}, Side{1, 1},  Side{-1, 1}};

Points along(Points middle, Points size, Points away, int side) {
  if (side == 0) return middle - size / 2;
  return side > 0 ? middle + away : middle - away - size;
}

Box2d box_at(const PlottedPoint& point, Side side, const PointSpacing& spacing) {
  const bool is_corner = side.across != 0 && side.down != 0;
  constexpr double diagonal = 0.7;
  const Points away = spacing.radius * (is_corner ? diagonal : 1) + spacing.gap * (is_corner ? 0.5 : 1);
  return {along(point.dot.x, point.width, away, side.across), along(point.dot.y, point.height, away, side.down),
          point.width, point.height};
}

Box2d dot_box(const PlottedPoint& point, Points radius) {
  return {point.dot.x - radius, point.dot.y - radius, radius * 2, radius * 2};
}

bool is_inside(const Box2d& box, const Box2d& plot) {
  return box.x >= plot.x && box.y >= plot.y && box.x + box.width <= plot.x + plot.width &&
         box.y + box.height <= plot.y + plot.height;
}

/// Puts the labels in `order`; false at the first that has no place.
bool place_in_order(std::vector<PlottedPoint>& points, const std::vector<std::size_t>& order, std::vector<Box2d> taken,
                    const Box2d& plot, const PointSpacing& spacing) {
  for (const PlottedPoint& point : points) taken.push_back(dot_box(point, spacing.radius + spacing.gap * 0.4));
  const std::size_t first_dot = taken.size() - points.size();
  for (const std::size_t at : order) {
    PlottedPoint& point = points[at];
    const auto is_free = [&](const Box2d& box) {
      for (std::size_t i = 0; i < taken.size(); ++i) {
        // Its own dot is as near as it should be.
        if (i != first_dot + at && overlap(box, taken[i])) return false;
      }
      return is_inside(box, plot);
    };
    bool is_placed = false;
    for (const Side side : sides) {
      const Box2d box = box_at(point, side, spacing);
      if (!is_free(box)) continue;
      point.box = box;
      taken.push_back(box);
      is_placed = true;
      break;
    }
    if (!is_placed) return false;
  }
  return true;
}

} // namespace

bool overlap(const Box2d& a, const Box2d& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool place_point_labels(std::vector<PlottedPoint>& points, const std::vector<Box2d>& taken, const Box2d& plot,
                        const PointSpacing& spacing) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (place_in_order(points, order, taken, plot, spacing)) return true;
  // From one side to the other, then from the top down: crowds dissolve outwards.
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return -points[at].dot.x.value; });
  if (place_in_order(points, order, taken, plot, spacing)) return true;
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return points[at].dot.y.value; });
  if (place_in_order(points, order, taken, plot, spacing)) return true;
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return -points[at].width.value; });
  return place_in_order(points, order, taken, plot, spacing);
}

void part_dots(std::vector<PlottedPoint>& points, const Box2d& plot, Points distance) {
  for (std::size_t at = 1; at < points.size(); ++at) {
    Position& dot = points[at].dot;
    // To the right first; at the right end to the left.
    const double direction = dot.x > plot.x + plot.width / 2 ? -1 : 1;
    const auto is_near = [&](const PlottedPoint& other) {
      return std::hypot((other.dot.x - dot.x).value, (other.dot.y - dot.y).value) < distance.value;
    };
    for (std::size_t tries = 0; tries < points.size(); ++tries) {
      const bool is_clear = std::none_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(at), is_near);
      if (is_clear) break;
      dot.x += distance * direction;
    }
  }
}

} // namespace comb::typeset
