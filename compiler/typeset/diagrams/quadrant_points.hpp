// Where the words of a quadrant's points go, so that no two of them stand on each other.
#pragma once

#include "typeset/diagrams/canvas.hpp"

#include <optional>
#include <vector>

namespace comb::typeset {

/// A dot with its label. `width` and `height` are the label's; `box` is where it was put.
struct PlottedPoint {
  Position dot{};
  Points width{}, height{};
  Box2d box{};
};

/// How far things stay from each other.
struct PointSpacing {
  Points radius{}; ///< of a dot
  Points gap{};    ///< between a dot and its label
};

/// Puts each label beside its dot: right of it, left, above, below or at a corner, within `plot` and clear of all dots,
/// labels and `taken`. False where a label finds no place; `points` are then half done.
bool place_point_labels(std::vector<PlottedPoint>& points, const std::vector<Box2d>& taken, const Box2d& plot,
                        const PointSpacing& spacing);

/// Moves dots that would cover each other apart, sideways, in order.
void part_dots(std::vector<PlottedPoint>& points, const Box2d& plot, Points distance);

bool overlap(const Box2d& a, const Box2d& b);

} // namespace comb::typeset
