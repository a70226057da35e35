// Augmenting paths, breadth first.
#include "base/flow_network.hpp"

#include <algorithm>
#include <deque>
#include <limits>

namespace comb {

FlowNetwork::FlowNetwork(std::size_t nodes) : leaving_(nodes) {}

void FlowNetwork::add_edge(std::size_t from, std::size_t to, int capacity) {
  leaving_[from].push_back(edges_.size());
  edges_.push_back({.to = to, .left = capacity});
  leaving_[to].push_back(edges_.size());
  edges_.push_back({.to = from, .left = 0});
}

int FlowNetwork::push(std::size_t source, std::size_t sink) {
  int total = 0;
  for (;;) {
    const std::vector<std::size_t> path = path_edges(source, sink);
    if (path.empty()) return total;
    int narrowest = std::numeric_limits<int>::max();
    for (const std::size_t edge : path) narrowest = std::min(narrowest, edges_[edge].left);
    for (const std::size_t edge : path) {
      edges_[edge].left -= narrowest;
      edges_[edge ^ 1U].left += narrowest;
    }
    total += narrowest;
  }
}

std::vector<bool> FlowNetwork::reachable_from(std::size_t source) const {
  std::vector<bool> is_reached(leaving_.size(), false);
  std::deque<std::size_t> open = {source};
  is_reached[source] = true;
  while (!open.empty()) {
    const std::size_t node = open.front();
    open.pop_front();
    for (const std::size_t edge : leaving_[node]) {
      const std::size_t to = edges_[edge].to;
      if (edges_[edge].left == 0 || is_reached[to]) continue;
      is_reached[to] = true;
      open.push_back(to);
    }
  }
  return is_reached;
}

/// The edges of a shortest path on which more can flow, last first; none where there is no such path.
std::vector<std::size_t> FlowNetwork::path_edges(std::size_t source, std::size_t sink) const {
  std::vector<std::size_t> came_by(leaving_.size(), edges_.size());
  std::deque<std::size_t> open = {source};
  while (!open.empty() && came_by[sink] == edges_.size()) {
    const std::size_t node = open.front();
    open.pop_front();
    for (const std::size_t edge : leaving_[node]) {
      const std::size_t to = edges_[edge].to;
      if (edges_[edge].left == 0 || to == source || came_by[to] != edges_.size()) continue;
      came_by[to] = edge;
      open.push_back(to);
    }
  }
  std::vector<std::size_t> path;
  for (std::size_t node = sink; node != source; node = edges_[path.back() ^ 1U].to) {
    if (came_by[node] == edges_.size()) return {};
    path.push_back(came_by[node]);
  }
  return path;
}

} // namespace comb
