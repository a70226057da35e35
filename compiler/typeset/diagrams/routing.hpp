// Ways around what stands already: for arrows that lead back.
#pragma once

#include "typeset/diagrams/canvas.hpp"

#include <span>
#include <vector>

namespace comb::typeset {

struct RouteMap {
  std::vector<Box2d> obstacles{};             ///< no way leads through them
  std::vector<std::vector<Position>> taken{}; ///< ways that should be neither crossed nor shared
  Points clearance{};                         ///< distance kept from obstacles
};

/// The way of least cost (length, turns, crossings) from a side of `from` to a side of `to`, upright and level pieces
/// only; both are among the obstacles. Empty where there is none.
std::vector<Position> find_route(const RouteMap& map, const Box2d& from, const Box2d& to);

} // namespace comb::typeset
