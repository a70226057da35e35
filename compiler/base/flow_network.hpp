// How much can flow through a network of pipes: what choosing things under bounds comes down to.
#pragma once

#include <cstddef>
#include <vector>

namespace comb {

/// A directed network with whole-numbered capacities. Edmonds and Karp 1972: shortest paths first, so that the number
/// of steps does not depend on the capacities.
class FlowNetwork {
 public:
  explicit FlowNetwork(std::size_t nodes);

  void add_edge(std::size_t from, std::size_t to, int capacity);
  /// Pushes all that fits from `source` to `sink`, on top of what flows already; returns how much that was.
  int push(std::size_t source, std::size_t sink);
  /// One entry a node: whether more could flow to it from `source`. After `push`, this is the source's side of a
  /// smallest cut (Ford and Fulkerson 1956).
  std::vector<bool> reachable_from(std::size_t source) const;

 private:
  /// An edge and the one that takes its flow back stand side by side: 0 and 1, 2 and 3 …
  struct Edge {
    std::size_t to = 0;
    int left = 0; ///< of its capacity
  };

  std::vector<std::size_t> path_edges(std::size_t source, std::size_t sink) const;

  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> leaving_; ///< indices into `edges_`, by node
};

} // namespace comb
