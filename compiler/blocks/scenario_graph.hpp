// The ways through a scenario: what is reached, what ends, and the shortest way to a good end.
#pragma once

#include "model/part.hpp"

#include <optional>
#include <vector>

namespace comb::blocks {

/// What can be said of each node of a scenario, one entry a node.
struct ScenarioWays {
  std::vector<bool> is_reached;               ///< from the first node
  std::vector<bool> can_end;                  ///< some way on leads to an end
  std::vector<std::optional<int>> steps_left; ///< choices to the nearest good end; none where there is no way to one
};

/// The index of the node called `id`, the first of doubles; none where no node is.
std::optional<std::size_t> node_index(const model::Branching& branching, std::string_view id);

/// Ways through `branching`. A choice that names no node leads to the node that was probably meant, or nowhere, so
/// that one slip is not said twice. A node without choices counts as an end here, whatever it says.
ScenarioWays find_ways(const model::Branching& branching);

/// Which choices of the node at `index` lie on a shortest way to a good end; none of them where there is no way.
std::vector<bool> best_choices(const model::Branching& branching, const ScenarioWays& ways, std::size_t index);

/// The ids from the first node to the nearest good end, the first choice of equals; empty where there is no way.
std::vector<std::string> best_path(const model::Branching& branching, const ScenarioWays& ways);

} // namespace comb::blocks
