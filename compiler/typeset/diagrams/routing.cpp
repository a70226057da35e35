// Dijkstra's algorithm on the grid of lines that pass between, and through the middle of, the obstacles.
#include "typeset/diagrams/routing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <queue>
#include <tuple>

namespace comb::typeset {

namespace {

constexpr double hair = 0.01;
// In multiples of the clearance.
constexpr double turn_cost = 3, crossing_cost = 8, sharing_cost = 60;

enum class Heading : std::uint8_t { right, down, left, up };
constexpr std::array<Heading, 4> headings = {Heading::right, Heading::down, Heading::left, Heading::up};

struct Segment {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0; ///< x1 <= x2, y1 <= y2

  bool is_level() const { return y2 - y1 < hair; }
};
Segment segment_of(Position a, Position b) {
  return {std::min(a.x.value, b.x.value), std::min(a.y.value, b.y.value), std::max(a.x.value, b.x.value),
          std::max(a.y.value, b.y.value)};
}

/// Whether `segment` enters the inside of `box` grown by `margin`.
bool enters(const Segment& segment, const Box2d& box, double margin) {
  return segment.x2 > box.x.value - margin + hair && segment.x1 < (box.x + box.width).value + margin - hair &&
         segment.y2 > box.y.value - margin + hair && segment.y1 < (box.y + box.height).value + margin - hair;
}

/// How much two segments run along each other; 0 where they only cross or meet.
double shared(const Segment& a, const Segment& b, double near) {
  if (a.is_level() != b.is_level()) return 0;
  if (a.is_level()) {
    if (std::abs(a.y1 - b.y1) > near) return 0;
    return std::max(0.0, std::min(a.x2, b.x2) - std::max(a.x1, b.x1));
  }
  if (std::abs(a.x1 - b.x1) > near) return 0;
  return std::max(0.0, std::min(a.y2, b.y2) - std::max(a.y1, b.y1));
}
bool crosses(const Segment& a, const Segment& b) {
  if (a.is_level() == b.is_level()) return false;
  return a.x2 > b.x1 - hair && a.x1 < b.x2 + hair && a.y2 > b.y1 - hair && a.y1 < b.y2 + hair;
}

void sort_out(std::vector<double>& lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end(), [](double a, double b) { return b - a < hair; }), lines.end());
}

/// The middle of a side, and the place one clearance before it.
struct Port {
  Position edge{}, outside{};
  Heading out{};
};
std::array<Port, 4> ports_of(const Box2d& box, Points clearance) {
  const Points x = box.x + box.width / 2, y = box.y + box.height / 2;
  const Points right = box.x + box.width, bottom = box.y + box.height;
  return {{{{right, y}, {right + clearance, y}, Heading::right},
           {{x, bottom}, {x, bottom + clearance}, Heading::down},
           {{box.x, y}, {box.x - clearance, y}, Heading::left},
           {{x, box.y}, {x, box.y - clearance}, Heading::up}}};
}
Heading opposite(Heading heading) {
  return headings.at((static_cast<std::size_t>(heading) + 2) % headings.size());
}

class Router {
 public:
  explicit Router(const RouteMap& map) : map_(map) {
    for (const Box2d& box : map.obstacles) {
      const double gap = map.clearance.value;
      for (const double x : {box.x.value - gap, (box.x + box.width / 2).value, (box.x + box.width).value + gap}) {
        xs_.push_back(x);
      }
      for (const double y : {box.y.value - gap, (box.y + box.height / 2).value, (box.y + box.height).value + gap}) {
        ys_.push_back(y);
      }
    }
    sort_out(xs_);
    sort_out(ys_);
    for (const auto& way : map.taken) {
      for (std::size_t i = 1; i < way.size(); ++i) taken_.push_back(segment_of(way[i - 1], way[i]));
    }
  }

  std::vector<Position> find(const Box2d& from, const Box2d& to) {
    const std::size_t count = xs_.size() * ys_.size() * headings.size();
    std::vector<double> costs(count, std::numeric_limits<double>::infinity());
    std::vector<std::optional<std::size_t>> before(count);
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open; // ties go to the lower index
    const auto reach = [&](std::size_t state, double cost, std::optional<std::size_t> origin) {
      if (cost >= costs[state] - hair * hair) return;
      costs[state] = cost;
      before[state] = origin;
      open.emplace(cost, state);
    };
    for (const Port& port : ports_of(from, map_.clearance)) {
      const double cost = cost_of(port.edge, port.outside);
      if (is_free(segment_of(port.outside, port.outside))) reach(state_at(port.outside, port.out), cost, std::nullopt);
    }
    while (!open.empty()) {
      const auto [cost, state] = open.top();
      open.pop();
      if (cost > costs[state]) continue;
      for (const Heading heading : headings) step(state, heading, cost, reach);
    }
    return best_way(from, to, costs, before);
  }

 private:
  std::size_t state_at(Position place, Heading heading) const {
    const auto index = [](const std::vector<double>& lines, double value) {
      return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), value - hair) - lines.begin());
    };
    return (index(ys_, place.y.value) * xs_.size() + index(xs_, place.x.value)) * headings.size() +
           static_cast<std::size_t>(heading);
  }
  Position place_of(std::size_t state) const {
    const std::size_t point = state / headings.size();
    return {Points{xs_[point % xs_.size()]}, Points{ys_[point / xs_.size()]}};
  }

  bool is_free(const Segment& segment) const {
    return std::none_of(map_.obstacles.begin(), map_.obstacles.end(),
                        [&](const Box2d& box) { return enters(segment, box, map_.clearance.value * 0.95); });
  }

  double cost_of(Position a, Position b) const {
    const Segment segment = segment_of(a, b);
    const double unit = map_.clearance.value;
    double cost = segment.x2 - segment.x1 + segment.y2 - segment.y1;
    for (const Segment& other : taken_) {
      if (shared(segment, other, unit * 0.6) > hair) cost += sharing_cost * unit;
      if (crosses(segment, other)) cost += crossing_cost * unit;
    }
    return cost;
  }

  template <class Reach>
  void step(std::size_t state, Heading heading, double cost, const Reach& reach) const {
    const auto before = static_cast<Heading>(state % headings.size());
    if (heading == opposite(before)) return;
    const std::size_t point = state / headings.size();
    std::size_t x = point % xs_.size(), y = point / xs_.size();
    if (heading == Heading::right && ++x == xs_.size()) return;
    if (heading == Heading::down && ++y == ys_.size()) return;
    if (heading == Heading::left && x-- == 0) return;
    if (heading == Heading::up && y-- == 0) return;
    const Position a = place_of(state), b{Points{xs_[x]}, Points{ys_[y]}};
    if (!is_free(segment_of(a, b))) return;
    const double turn = heading == before ? 0 : turn_cost * map_.clearance.value;
    reach((y * xs_.size() + x) * headings.size() + static_cast<std::size_t>(heading), cost + cost_of(a, b) + turn,
          state);
  }

  std::vector<Position> best_way(const Box2d& from, const Box2d& to, const std::vector<double>& costs,
                                 const std::vector<std::optional<std::size_t>>& before) const {
    double least = std::numeric_limits<double>::infinity();
    Port end;
    for (const Port& port : ports_of(to, map_.clearance)) {
      const double cost = costs[state_at(port.outside, opposite(port.out))] + cost_of(port.edge, port.outside);
      if (cost < least) {
        least = cost;
        end = port;
      }
    }
    if (!std::isfinite(least)) return {};
    std::vector<Position> way = {end.edge};
    std::size_t state = state_at(end.outside, opposite(end.out));
    way.push_back(place_of(state));
    while (before[state]) {
      state = *before[state];
      way.push_back(place_of(state));
    }
    for (const Port& port : ports_of(from, map_.clearance)) {
      if (state_at(port.outside, port.out) == state) way.push_back(port.edge);
    }
    std::reverse(way.begin(), way.end());
    return without_needless(way);
  }

  /// Only the corners.
  static std::vector<Position> without_needless(const std::vector<Position>& way) {
    std::vector<Position> corners;
    for (std::size_t i = 0; i < way.size(); ++i) {
      const bool is_end = i == 0 || i + 1 == way.size();
      const auto same = [](Points a, Points b) { return std::abs((a - b).value) < hair; };
      const bool is_on_the_way = !is_end && ((same(way[i - 1].x, way[i].x) && same(way[i].x, way[i + 1].x)) ||
                                             (same(way[i - 1].y, way[i].y) && same(way[i].y, way[i + 1].y)));
      if (!is_on_the_way) corners.push_back(way[i]);
    }
    return corners;
  }

  const RouteMap& map_;
  std::vector<double> xs_{}, ys_{};
  std::vector<Segment> taken_{};
};

} // namespace

std::vector<Position> find_route(const RouteMap& map, const Box2d& from, const Box2d& to) {
  return Router(map).find(from, to);
}

} // namespace comb::typeset
