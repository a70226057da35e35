// Paths of diagrams.
#include "typeset/diagrams/paths.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace comb::typeset {

namespace {

using images::PathSegment;

// How far the controls of a curve stand off for a quarter of a circle: 4 (sqrt(2) - 1) / 3.
constexpr double quarter = 0.5522847498;

PathSegment move_to(double x, double y) {
  return {.kind = PathSegment::Kind::move, .x = x, .y = y};
}
PathSegment line_to(double x, double y) {
  return {.kind = PathSegment::Kind::line, .x = x, .y = y};
}

double distance(Position a, Position b) {
  return std::hypot((b.x - a.x).value, (b.y - a.y).value);
}
/// The place `length` away from `a` towards `b`.
Position towards(Position a, Position b, double length) {
  const double whole = distance(a, b);
  const double share = whole > 0 ? length / whole : 0;
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

} // namespace

PathSegments straight(std::span<const Position> corners) {
  PathSegments segments;
  for (const Position& corner : corners) {
    segments.push_back(segments.empty() ? move_to(corner.x.value, corner.y.value)
                                        : line_to(corner.x.value, corner.y.value));
  }
  return segments;
}

PathSegments rounded_route(std::span<const Position> corners, Points radius) {
  PathSegments segments;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Position corner = corners[i];
    if (i == 0) {
      segments.push_back(move_to(corner.x.value, corner.y.value));
      continue;
    }
    if (i + 1 == corners.size()) {
      segments.push_back(line_to(corner.x.value, corner.y.value));
      continue;
    }
    const double room = std::min(distance(corners[i - 1], corner), distance(corner, corners[i + 1])) / 2;
    const double cut = std::min(radius.value, room);
    const Position from = towards(corner, corners[i - 1], cut), to = towards(corner, corners[i + 1], cut);
    const Position first = towards(corner, from, cut * (1 - quarter)),
                   second = towards(corner, to, cut * (1 - quarter));
    segments.push_back(line_to(from.x.value, from.y.value));
    segments.push_back({.kind = PathSegment::Kind::cubic,
                        .x1 = first.x.value,
                        .y1 = first.y.value,
                        .x2 = second.x.value,
                        .y2 = second.y.value,
                        .x = to.x.value,
                        .y = to.y.value});
  }
  return segments;
}

PathSegments rounded_box(const Box2d& box, Points radius) {
  const double r = std::min({radius.value, box.width.value / 2, box.height.value / 2});
  const double left = box.x.value, top = box.y.value;
  const double right = left + box.width.value, bottom = top + box.height.value;
  const double k = r * (1 - quarter);
  const auto turn = [](double x1, double y1, double x2, double y2, double x, double y) {
    return PathSegment{.kind = PathSegment::Kind::cubic, .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .x = x, .y = y};
  };
  return {move_to(left + r, top),
          line_to(right - r, top),
          turn(right - k, top, right, top + k, right, top + r),
          line_to(right, bottom - r),
          turn(right, bottom - k, right - k, bottom, right - r, bottom),
          line_to(left + r, bottom),
          turn(left + k, bottom, left, bottom - k, left, bottom - r),
          line_to(left, top + r),
          turn(left, top + k, left + k, top, left + r, top),
          {.kind = PathSegment::Kind::close}};
}

PathSegments arc(const Ellipse& ellipse, double begin, double end) {
  const auto pieces = std::max(1, static_cast<int>(std::ceil(std::abs(end - begin) / (std::numbers::pi / 4) - 1e-9)));
  const double step = (end - begin) / pieces;
  const double reach = 4.0 / 3.0 * std::tan(step / 4);
  const double x = ellipse.center.x.value, y = ellipse.center.y.value;
  const double a = ellipse.across.value, b = ellipse.down.value;
  PathSegments segments = {move_to(x + a * std::cos(begin), y + b * std::sin(begin))};
  for (int i = 0; i < pieces; ++i) {
    const double from = begin + step * i, to = from + step;
    segments.push_back({.kind = PathSegment::Kind::cubic,
                        .x1 = x + a * (std::cos(from) - reach * std::sin(from)),
                        .y1 = y + b * (std::sin(from) + reach * std::cos(from)),
                        .x2 = x + a * (std::cos(to) + reach * std::sin(to)),
                        .y2 = y + b * (std::sin(to) - reach * std::cos(to)),
                        .x = x + a * std::cos(to),
                        .y = y + b * std::sin(to)});
  }
  return segments;
}

double end_angle(const PathSegments& segments) {
  if (segments.size() < 2) return 0;
  const PathSegment& last = segments.back();
  const PathSegment& before = segments[segments.size() - 2];
  const bool is_curve = last.kind == PathSegment::Kind::cubic;
  return std::atan2(last.y - (is_curve ? last.y2 : before.y), last.x - (is_curve ? last.x2 : before.x));
}

void shorten_end(PathSegments& segments, double length) {
  const double angle = end_angle(segments);
  PathSegment& last = segments.back();
  // A curve's control moves along, so that it does not bend at its end.
  const double dx = length * std::cos(angle), dy = length * std::sin(angle);
  last.x -= dx;
  last.y -= dy;
  last.x2 -= dx;
  last.y2 -= dy;
}

} // namespace comb::typeset
