// Flows with lanes: who does what, step by step from above down.
#include "typeset/diagrams/flow_plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace comb::typeset {

namespace {

constexpr double lane_gap_ems = 1.2;
constexpr double row_gap_ems = 1.4;
constexpr double head_gap_ems = 0.9;
constexpr double widest_node_ems = 15;

struct LaneRow {
  Points top{}, height{};
  std::vector<std::size_t> nodes{}; ///< indices into the plan's
};

/// The nodes of `above` that lead to `node`: the only one, the one in its lane, or else the nearest.
std::size_t source_of(const FlowPlan& plan, const LaneRow& above, int lane) {
  return *std::min_element(above.nodes.begin(), above.nodes.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(plan.nodes[a].node->lane - lane) < std::abs(plan.nodes[b].node->lane - lane);
  });
}

void connect(FlowPlan& plan, std::size_t from, std::size_t to, Points turn) {
  const Box2d a = plan.nodes[from].box, b = plan.nodes[to].box;
  const Position start{a.x + a.width / 2, a.y + a.height}, end{b.x + b.width / 2, b.y};
  FlowArrow arrow{.route = {start}, .step = plan.nodes[to].step};
  if (start.x != end.x) {
    arrow.route.push_back({start.x, turn});
    arrow.route.push_back({end.x, turn});
  }
  arrow.route.push_back(end);
  plan.arrows.push_back(std::move(arrow));
}

/// Every node has an arrow to it, and every node of the row above one from it.
void connect_rows(FlowPlan& plan, const LaneRow& above, const LaneRow& below) {
  const Points turn = (above.top + above.height + below.top) / 2;
  std::vector<std::size_t> used;
  for (const std::size_t to : below.nodes) {
    const std::size_t from = source_of(plan, above, plan.nodes[to].node->lane);
    connect(plan, from, to, turn);
    used.push_back(from);
  }
  for (const std::size_t from : above.nodes) {
    if (std::find(used.begin(), used.end(), from) != used.end()) continue;
    connect(plan, from, source_of(plan, below, plan.nodes[from].node->lane), turn);
  }
}

std::vector<LaneRow> rows_of(const FlowPlan& plan) {
  std::map<int, LaneRow> by_number;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) by_number[plan.nodes[i].node->row].nodes.push_back(i);
  std::vector<LaneRow> rows;
  for (auto& [number, row] : by_number) rows.push_back(std::move(row));
  return rows;
}

} // namespace

std::optional<FlowPlan> plan_lanes(const model::Diagram& diagram, Canvas& canvas) {
  FlowPlan plan;
  const auto lanes = static_cast<double>(diagram.heads.size());
  const bool leads_back = diagram.loop || std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                                                      [](const auto& node) { return !node.to.empty(); });
  const Points gap = canvas.em(lane_gap_ems);
  const Points room = canvas.width() - canvas.look().stroke - (leads_back ? canvas.em(2) : Points{});
  const Points lane = (room - gap * (lanes - 1)) / lanes;
  const Points node_width = std::min(lane, canvas.em(widest_node_ems));
  if (lane <= canvas.side_padding() * 3) return std::nullopt;

  Points head_height{};
  for (std::size_t i = 0; i < diagram.heads.size(); ++i) {
    const LabelStyle style{.color = canvas.look().accent, .weight = Weight::bold};
    Label head = canvas.label(diagram.heads[i], style, lane);
    if (head.overflows) return std::nullopt;
    head_height = std::max(head_height, head.height);
    plan.heads.push_back({.label = std::move(head), .box = {(lane + gap) * static_cast<double>(i), {}, lane, {}}});
  }
  for (FlowHead& head : plan.heads) head.box.height = head_height + canvas.em(0.25);

  const auto steps = steps_of(diagram.nodes);
  Points highest{};
  for (const model::DiagramNode& node : diagram.nodes) {
    Label label = canvas.label_of(node, NodeLook::plain, node_width - canvas.side_padding() * 2);
    if (label.overflows) return std::nullopt;
    highest = std::max(highest, label.height);
    plan.nodes.push_back({.node = &node, .label = std::move(label), .step = steps.at(&node)});
  }
  std::vector<LaneRow> rows = rows_of(plan);
  Points top = head_height + canvas.em(head_gap_ems);
  for (LaneRow& row : rows) {
    row.top = top;
    row.height = highest + canvas.top_padding() * 2;
    for (const std::size_t index : row.nodes) {
      FlowNode& node = plan.nodes[index];
      node.box = {(lane + gap) * static_cast<double>(node.node->lane) + (lane - node_width) / 2, top, node_width,
                  row.height};
    }
    top += row.height + canvas.em(row_gap_ems);
  }
  for (std::size_t i = 1; i < rows.size(); ++i) connect_rows(plan, rows[i - 1], rows[i]);
  add_back_arrows(plan, diagram, canvas);
  return plan;
}

} // namespace comb::typeset
