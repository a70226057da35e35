// The ways through a scenario, found breadth first.
#include "blocks/scenario_graph.hpp"

#include "diagnostics/suggest.hpp"

#include <deque>
#include <map>

namespace comb::blocks {

namespace {

using Ways = std::vector<std::vector<std::size_t>>; ///< of each node, the indices of others

/// Where each choice of each node leads; nowhere is left out.
Ways ways_on(const model::Branching& branching) {
  std::map<std::string_view, std::size_t> index_of;
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    index_of.emplace(branching.nodes[i].id, i);
    ids.push_back(branching.nodes[i].id);
  }
  Ways ways(branching.nodes.size());
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    for (const model::Choice& choice : branching.nodes[i].choices) {
      auto target = index_of.find(choice.to);
      if (target == index_of.end()) {
        const auto meant = nearest_name(choice.to, ids);
        if (meant) target = index_of.find(*meant);
      }
      if (target != index_of.end()) ways[i].push_back(target->second);
    }
  }
  return ways;
}

Ways turned_around(const Ways& ways) {
  Ways back(ways.size());
  for (std::size_t from = 0; from < ways.size(); ++from) {
    for (const std::size_t to : ways[from]) back[to].push_back(from);
  }
  return back;
}

/// Steps from the nearest of `starts` to each node.
std::vector<std::optional<int>> steps_from(const std::vector<std::size_t>& starts, const Ways& ways) {
  std::vector<std::optional<int>> steps(ways.size());
  std::deque<std::size_t> waiting;
  for (const std::size_t start : starts) {
    steps[start] = 0;
    waiting.push_back(start);
  }
  while (!waiting.empty()) {
    const std::size_t from = waiting.front();
    waiting.pop_front();
    for (const std::size_t to : ways[from]) {
      if (steps[to]) continue;
      steps[to] = *steps[from] + 1;
      waiting.push_back(to);
    }
  }
  return steps;
}

std::vector<bool> there(const std::vector<std::optional<int>>& steps) {
  std::vector<bool> all;
  for (const auto& count : steps) all.push_back(count.has_value());
  return all;
}

} // namespace

std::optional<std::size_t> node_index(const model::Branching& branching, std::string_view id) {
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    if (branching.nodes[i].id == id) return i;
  }
  return std::nullopt;
}

ScenarioWays find_ways(const model::Branching& branching) {
  const Ways on = ways_on(branching);
  const Ways back = turned_around(on);
  std::vector<std::size_t> ends;
  std::vector<std::size_t> good_ends;
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    const model::ScenarioNode& node = branching.nodes[i];
    if (node.ending != model::Ending::none || on[i].size() < node.choices.size() || node.choices.empty()) {
      ends.push_back(i);
    }
    if (node.ending == model::Ending::good) good_ends.push_back(i);
  }
  ScenarioWays ways;
  if (!branching.nodes.empty()) ways.is_reached = there(steps_from({0}, on));
  ways.can_end = there(steps_from(ends, back));
  ways.steps_left = steps_from(good_ends, back);
  return ways;
}

std::vector<bool> best_choices(const model::Branching& branching, const ScenarioWays& ways, std::size_t index) {
  const model::ScenarioNode& node = branching.nodes[index];
  std::vector<bool> best;
  for (const model::Choice& choice : node.choices) {
    const auto target = node_index(branching, choice.to);
    best.push_back(target && ways.steps_left[index] && ways.steps_left[*target] &&
                   *ways.steps_left[*target] + 1 == *ways.steps_left[index]);
  }
  return best;
}

std::vector<std::string> best_path(const model::Branching& branching, const ScenarioWays& ways) {
  std::vector<std::string> path;
  if (branching.nodes.empty() || !ways.steps_left.front()) return path;
  std::size_t at = 0;
  path.push_back(branching.nodes[at].id);
  while (*ways.steps_left[at] > 0) {
    const std::vector<bool> best = best_choices(branching, ways, at);
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < best.size() && !next; ++i) {
      if (best[i]) next = node_index(branching, branching.nodes[at].choices[i].to);
    }
    if (!next) return {};
    at = *next;
    path.push_back(branching.nodes[at].id);
  }
  return path;
}

} // namespace comb::blocks
