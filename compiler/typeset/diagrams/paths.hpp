// Paths of diagrams: rounded boxes, routes with rounded corners, arcs; all in points.
#pragma once

#include "images/image.hpp"
#include "typeset/diagrams/canvas.hpp"

#include <span>
#include <vector>

namespace comb::typeset {

using PathSegments = std::vector<images::PathSegment>;

/// A box with round corners, closed.
PathSegments rounded_box(const Box2d& box, Points radius);
/// Lines from corner to corner, not closed.
PathSegments straight(std::span<const Position> corners);
/// As `straight`, each inner corner rounded by `radius`, or by what half of the shorter of its lines allows.
PathSegments rounded_route(std::span<const Position> corners, Points radius);
/// A part of an ellipse about `center`, from angle `begin` to `end` in radians (0 to the right, clockwise), as curves.
struct Ellipse {
  Position center{};
  Points across{}, down{}; ///< its radii
};
PathSegments arc(const Ellipse& ellipse, double begin, double end);

/// The direction in which a path ends, in radians, clockwise from the right.
double end_angle(const PathSegments& segments);
/// Moves the end of a path back by `length`, along its last segment.
void shorten_end(PathSegments& segments, double length);

} // namespace comb::typeset
