// Flows with lanes: who does what, step by step; lanes as columns, or as rows where the steps are many and the place
// is wide.
#include "typeset/diagrams/flow_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>

namespace comb::typeset {

namespace {

constexpr double lane_gap_ems = 1.2;
constexpr double row_gap_ems = 1.4;    ///< between steps, for the arrow, from above down
constexpr double step_gap_ems = 1.8;   ///< the same to the right
constexpr double head_gap_ems = 0.9;   ///< from the names to the first step
constexpr double head_measure_ems = 6; ///< of names beside their lanes
constexpr double widest_node_ems = 15;
constexpr double least_measure_ems = 2;
constexpr double back_margin_ems = 2; ///< for an arrow that leads back

/// The direction in which steps follow each other. `along` is counted in it, `across` from lane to lane.
enum class Direction : std::uint8_t { down, right };

struct Spot {
  double along = 0, across = 0;
};

/// The measures of a plan.
struct LaneMeasures {
  double lane = 0, lane_gap = 0, node_across = 0; ///< across
  double begin = 0, step_gap = 0;                 ///< along
  std::map<int, double> steps{};                  ///< along, of each row's nodes
};

class LanePlanner {
 public:
  LanePlanner(const model::Diagram& diagram, Canvas& canvas, Direction direction)
      : diagram_(diagram), canvas_(canvas), direction_(direction) {
    for (const model::DiagramNode& node : diagram.nodes) rows_.insert(node.row);
  }

  std::optional<FlowPlan> plan() {
    if (!set_heads()) return std::nullopt;
    measure_.begin += direction_ == Direction::down ? em(head_gap_ems) : em(lane_gap_ems);
    if (!set_nodes()) return std::nullopt;
    place_heads();
    place_nodes();
    add_rules();
    connect();
    add_back_arrows(plan_, diagram_, canvas_);
    const Box2d bounds = bounds_of(plan_);
    const Points edge = canvas_.look().stroke;
    constexpr Points hair{0.01}; // rounding of sums
    const bool is_too_wide = bounds.width + edge > canvas_.width() + hair;
    if (is_too_wide || bounds.height + edge > canvas_.height() + hair) return std::nullopt;
    return std::move(plan_);
  }

 private:
  bool is_down() const { return direction_ == Direction::down; }
  double em(double factor) const { return canvas_.em(factor).value; }
  double lane_count() const { return static_cast<double>(diagram_.heads.size()); }
  double row_count() const { return static_cast<double>(rows_.size()); }
  double room() const {
    const bool leads_back =
        diagram_.loop || std::any_of(diagram_.nodes.begin(), diagram_.nodes.end(),
                                     [](const model::DiagramNode& node) { return !node.to.empty(); });
    return (canvas_.width() - canvas_.look().stroke).value - (leads_back ? em(back_margin_ems) : 0);
  }
  Position at(Spot spot) const {
    return is_down() ? Position{Points{spot.across}, Points{spot.along}}
                     : Position{Points{spot.along}, Points{spot.across}};
  }
  /// A box of `along` x `across`.
  Box2d box(Spot corner, double along, double across) const {
    const Position place = at(corner);
    return is_down() ? Box2d{place.x, place.y, Points{across}, Points{along}}
                     : Box2d{place.x, place.y, Points{along}, Points{across}};
  }
  double lane_begin(std::size_t lane) const { return (measure_.lane + measure_.lane_gap) * static_cast<double>(lane); }

  bool set_heads() {
    measure_.lane_gap = em(lane_gap_ems);
    measure_.lane = (room() - measure_.lane_gap * (lane_count() - 1)) / lane_count();
    const Points most = is_down() ? Points{measure_.lane} : canvas_.em(head_measure_ems);
    if (most <= canvas_.em(least_measure_ems)) return false;
    const LabelStyle style{.color = canvas_.look().accent,
                           .weight = Weight::bold,
                           .align = is_down() ? TextAlign::center : TextAlign::start};
    for (const text::Inlines& words : diagram_.heads) {
      Label head = canvas_.label(words, style, most);
      if (head.overflows) return false;
      measure_.begin = std::max(measure_.begin, is_down() ? head.height.value + em(0.25) : head.width.value);
      plan_.heads.push_back({.label = std::move(head)});
    }
    return true;
  }

  bool set_nodes() {
    measure_.step_gap = em(is_down() ? row_gap_ems : step_gap_ems);
    const double widest =
        is_down() ? measure_.lane : (room() - measure_.begin - measure_.step_gap * (row_count() - 1)) / row_count();
    const Points width = std::min(Points{widest}, canvas_.em(widest_node_ems));
    const Points measure = width - canvas_.side_padding() * 2;
    if (measure < canvas_.em(least_measure_ems)) return false;
    const auto steps = steps_of(diagram_.nodes);
    Points highest{};
    for (const model::DiagramNode& node : diagram_.nodes) {
      Label label = canvas_.label_of(node, NodeLook::plain, measure);
      if (label.overflows) return false;
      highest = std::max(highest, label.height);
      plan_.nodes.push_back({.node = &node, .label = std::move(label), .step = steps.at(&node)});
    }
    // From above down each row is as high as it needs; to the right all nodes are of one size.
    const double height = (highest + canvas_.top_padding() * 2).value;
    for (const FlowNode& node : plan_.nodes) {
      double& step = measure_.steps[node.node->row];
      const double own = (node.label.height + canvas_.top_padding() * 2).value;
      step = is_down() ? std::max(step, own) : width.value;
    }
    measure_.node_across = is_down() ? width.value : height;
    if (is_down()) return true;
    measure_.lane = height;
    for (const FlowHead& head : plan_.heads) measure_.lane = std::max(measure_.lane, head.label.height.value);
    return true;
  }

  void place_heads() {
    const double length = is_down() ? measure_.begin - em(head_gap_ems) : measure_.begin - em(lane_gap_ems);
    for (std::size_t i = 0; i < plan_.heads.size(); ++i) {
      plan_.heads[i].box = box({0, lane_begin(i)}, length, measure_.lane);
    }
  }

  void place_nodes() {
    const auto last_lane = static_cast<int>(diagram_.heads.size()) - 1;
    for (FlowNode& node : plan_.nodes) {
      const auto lane = static_cast<std::size_t>(std::clamp(node.node->lane, 0, last_lane));
      const double across = lane_begin(lane) + (measure_.lane - measure_.node_across) / 2;
      node.box = box({row_begin(node.node->row), across}, measure_.steps.at(node.node->row), measure_.node_across);
    }
  }

  double row_begin(int row) const {
    double begin = measure_.begin;
    for (const auto& [before, step] : measure_.steps) {
      if (before < row) begin += step + measure_.step_gap;
    }
    return begin;
  }

  void add_rules() {
    const auto [last_row, last_step] = *measure_.steps.rbegin();
    const double end = row_begin(last_row) + last_step;
    for (std::size_t i = 0; i < plan_.heads.size(); ++i) {
      const double begin = lane_begin(i);
      if (is_down()) {
        const double rule = measure_.begin - em(head_gap_ems);
        plan_.rules.push_back({at({rule, begin}), at({rule, begin + measure_.lane}), true});
      }
      const double between = begin - measure_.lane_gap / 2;
      if (i > 0) plan_.rules.push_back({at({0, between}), at({end, between})});
    }
  }

  // Arrows: every node has one to it, and every node one from it, where there is a next row.

  void connect() {
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) rows[plan_.nodes[i].node->row].push_back(i);
    const std::vector<std::size_t>* before = nullptr;
    for (const auto& [number, row] : rows) {
      if (before != nullptr) connect(*before, row);
      before = &row;
    }
  }

  void connect(const std::vector<std::size_t>& above, const std::vector<std::size_t>& below) {
    std::vector<std::size_t> used;
    for (const std::size_t to : below) {
      const std::size_t from = nearest(above, plan_.nodes[to].node->lane);
      add_arrow(from, to);
      used.push_back(from);
    }
    for (const std::size_t from : above) {
      if (std::find(used.begin(), used.end(), from) != used.end()) continue;
      add_arrow(from, nearest(below, plan_.nodes[from].node->lane));
    }
  }

  std::size_t nearest(const std::vector<std::size_t>& row, int lane) const {
    return *std::min_element(row.begin(), row.end(), [&](std::size_t a, std::size_t b) {
      return std::abs(plan_.nodes[a].node->lane - lane) < std::abs(plan_.nodes[b].node->lane - lane);
    });
  }

  void add_arrow(std::size_t from, std::size_t to) {
    const Box2d a = plan_.nodes[from].box, b = plan_.nodes[to].box;
    const auto middle = [&](const Box2d& box) {
      return is_down() ? (box.x + box.width / 2).value : (box.y + box.height / 2).value;
    };
    const double begin = is_down() ? (a.y + a.height).value : (a.x + a.width).value;
    const double end = is_down() ? b.y.value : b.x.value;
    FlowArrow arrow{.route = {at({begin, middle(a)})}, .step = plan_.nodes[to].step};
    if (std::abs(middle(a) - middle(b)) > 0.01) {
      const double turn = end - measure_.step_gap / 2;
      arrow.route.push_back(at({turn, middle(a)}));
      arrow.route.push_back(at({turn, middle(b)}));
    }
    arrow.route.push_back(at({end, middle(b)}));
    plan_.arrows.push_back(std::move(arrow));
  }

  const model::Diagram& diagram_;
  Canvas& canvas_;
  Direction direction_;
  std::set<int> rows_{}; ///< empty ones take no place
  LaneMeasures measure_{};
  FlowPlan plan_{};
};

} // namespace

std::optional<FlowPlan> plan_lanes(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.empty()) return FlowPlan{};
  std::optional<FlowPlan> plan = LanePlanner(diagram, canvas, Direction::down).plan();
  if (!plan) plan = LanePlanner(diagram, canvas, Direction::right).plan();
  return plan;
}

} // namespace comb::typeset
