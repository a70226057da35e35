// Straight flows: one row where it fits, else rows read from left to right; a column where there is little width.
#include "typeset/diagrams/flow_plan.hpp"

#include <algorithm>
#include <optional>

namespace comb::typeset {

namespace {

constexpr double narrow_ems = 34;     ///< below this width a column of nodes reads better than rows
constexpr double row_gap_ems = 1.9;   ///< between rows, for the line that leads from one to the next
constexpr double arrow_ems = 1.9;     ///< from node to node in a row
constexpr double longest_arrow = 2.8; ///< where there is room to spare
constexpr double down_arrow_ems = 1.5;
constexpr double least_node_ems = 3.6;
constexpr double narrow_node_ems = 5.2;   ///< in a narrow row
constexpr double wide_node_ems = 11;      ///< no wider than this unless a word asks for it
constexpr double widest_column_ems = 24;  ///< of nodes in a column
constexpr double number_size = 0.82;      ///< in the text size
constexpr double number_column_ems = 1.2; ///< beside a label
constexpr double margin_ems = 1.6;        ///< for the line of a loop beside the nodes
constexpr std::size_t least_numbered = 3;

/// Nodes of one size in rows.
struct Grid {
  std::size_t columns = 1;
  Points node_width{}, node_height{}, gap{};
  std::vector<Label> labels{}, numbers{};
  double cost = 0; ///< of how it reads: less is better
};

Points height_of(const Grid& grid, const Canvas& canvas) {
  const std::size_t rows = (grid.labels.size() + grid.columns - 1) / grid.columns;
  const Points gap = canvas.em(grid.columns == 1 ? down_arrow_ems : row_gap_ems);
  return grid.node_height * static_cast<double>(rows) + gap * static_cast<double>(rows - 1);
}

/// What a loop's line takes below and beside.
Points loop_margin(const model::Diagram& diagram, const Canvas& canvas) {
  return diagram.loop ? canvas.em(margin_ems) : Points{};
}

std::vector<Label> numbers_for(const model::Diagram& diagram, Canvas& canvas) {
  std::vector<Label> numbers;
  if (diagram.nodes.size() < least_numbered) return numbers;
  const LabelStyle style{
      .color = canvas.look().accent, .weight = Weight::bold, .size = number_size, .align = TextAlign::start};
  for (std::size_t i = 1; i <= diagram.nodes.size(); ++i) {
    numbers.push_back(canvas.label(std::to_string(i), style, canvas.width()));
  }
  return numbers;
}

std::size_t most_lines(const std::vector<Label>& labels) {
  std::size_t most = 1;
  for (const Label& label : labels) most = std::max(most, label.set.lines.size());
  return most;
}

/// How badly labels read in their nodes. A second row costs 2.2, so that four lines a node are worse than it; holes in
/// the last row cost a little.
double cost_of(const std::vector<Label>& labels) {
  constexpr std::size_t good_lines = 2;
  const std::size_t lines = most_lines(labels);
  const double beyond = lines > good_lines ? static_cast<double>(lines - good_lines) : 0;
  double cost = 0.5 * beyond + 0.4 * beyond * beyond;
  for (const Label& label : labels) cost += 0.5 * label.torn;
  return cost;
}

/// Sets all labels `measure` wide, and makes the nodes as big as the biggest asks for.
bool set_labels(Grid& grid, const model::Diagram& diagram, Points measure, Canvas& canvas) {
  Points widest{}, highest{};
  for (const model::DiagramNode& node : diagram.nodes) {
    Label label = canvas.label_of(node, NodeLook::plain, measure);
    if (label.overflows) return false;
    if (!grid.numbers.empty()) label.style.align = TextAlign::start;
    widest = std::max(widest, label.width);
    highest = std::max(highest, label.height);
    grid.labels.push_back(std::move(label));
  }
  grid.node_width = widest + canvas.side_padding() * 2;
  grid.node_height = highest + canvas.top_padding() * 2;
  return true;
}

std::optional<Grid> rows_of(const model::Diagram& diagram, std::size_t columns, Canvas& canvas) {
  const auto count = static_cast<double>(columns);
  const Points room = canvas.width() - loop_margin(diagram, canvas) - canvas.look().stroke;
  const Points most = (room - canvas.em(arrow_ems) * (count - 1)) / count;
  if (most < canvas.em(least_node_ems)) return std::nullopt;
  Grid grid{.columns = columns, .numbers = numbers_for(diagram, canvas)};
  if (!set_labels(grid, diagram, most - canvas.side_padding() * 2, canvas)) return std::nullopt;
  if (!grid.numbers.empty()) grid.node_height += grid.numbers.front().height;
  grid.node_width = std::min(most, std::max(grid.node_width, canvas.em(wide_node_ems)));
  const Points spare = columns > 1 ? (room - grid.node_width * count) / (count - 1) : Points{};
  grid.gap = std::min(spare, canvas.em(longest_arrow));
  const std::size_t rows = (diagram.nodes.size() + columns - 1) / columns;
  grid.cost = 2.2 * static_cast<double>(rows - 1) + cost_of(grid.labels) +
              0.15 * static_cast<double>(rows * columns - diagram.nodes.size());
  return grid;
}

std::optional<Grid> column_of(const model::Diagram& diagram, Canvas& canvas) {
  const Points beside = diagram.nodes.size() < least_numbered ? Points{} : canvas.em(number_column_ems);
  const Points room = canvas.width() - loop_margin(diagram, canvas) - canvas.look().stroke;
  const Points measure = std::min(room, canvas.em(widest_column_ems)) - canvas.side_padding() * 2 - beside;
  Grid grid{.numbers = numbers_for(diagram, canvas)};
  if (measure <= canvas.em(1) || !set_labels(grid, diagram, measure, canvas)) return std::nullopt;
  grid.node_width += beside;
  grid.node_width = std::min(room, std::max(grid.node_width, canvas.em(wide_node_ems)));
  grid.cost = canvas.width() < canvas.em(narrow_ems) ? 0.5 : 9;
  return grid;
}

/// The grid that reads best of those that are not too high.
std::optional<Grid> best_grid(const model::Diagram& diagram, Canvas& canvas) {
  std::optional<Grid> best;
  const Points below = loop_margin(diagram, canvas);
  const auto consider = [&](std::optional<Grid> grid) {
    if (!grid || height_of(*grid, canvas) + below > canvas.height()) return;
    if (!best || grid->cost < best->cost) best = std::move(grid);
  };
  const bool is_narrow = canvas.width() < canvas.em(narrow_ems);
  for (std::size_t columns = diagram.nodes.size(); columns > 1; --columns) {
    std::optional<Grid> grid = rows_of(diagram, columns, canvas);
    // A narrow row must be one that is read at a glance.
    if (grid && is_narrow && (most_lines(grid->labels) > 2 || grid->node_width < canvas.em(narrow_node_ems))) {
      grid->cost += 2;
    }
    consider(std::move(grid));
  }
  consider(column_of(diagram, canvas));
  return best;
}

Position middle_of(const Box2d& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

/// The way from one node to the next: straight on, down, or down and back to where the next row begins.
std::vector<Position> way(const Box2d& from, const Box2d& to) {
  const Position a = middle_of(from), b = middle_of(to);
  if (from.y == to.y) return {{from.x + from.width, a.y}, {to.x, b.y}};
  const Points below = from.y + from.height;
  if (from.x == to.x) return {{a.x, below}, {b.x, to.y}};
  const Points between = (below + to.y) / 2;
  return {{a.x, below}, {a.x, between}, {b.x, between}, {b.x, to.y}};
}

/// The way of a loop: below a row, or around the side of rows.
std::vector<Position> way_back(const std::vector<FlowNode>& nodes, const Grid& grid, const Canvas& canvas) {
  const Box2d first = nodes.front().box, last = nodes.back().box;
  const Points margin = canvas.em(margin_ems) * 0.8;
  const Position a = middle_of(last), b = middle_of(first);
  if (grid.columns == 1) {
    const Points side = first.x + first.width + margin;
    return {{last.x + last.width, a.y}, {side, a.y}, {side, b.y}, {first.x + first.width, b.y}};
  }
  const Points below = last.y + last.height + margin;
  if (nodes.size() <= grid.columns) {
    return {{a.x, last.y + last.height}, {a.x, below}, {b.x, below}, {b.x, first.y + first.height}};
  }
  const Points side = first.x - margin;
  return {{a.x, last.y + last.height}, {a.x, below}, {side, below}, {side, b.y}, {first.x, b.y}};
}

} // namespace

std::optional<FlowPlan> plan_straight_flow(const model::Diagram& diagram, Canvas& canvas) {
  FlowPlan plan;
  if (diagram.nodes.empty()) return plan;
  std::optional<Grid> grid = best_grid(diagram, canvas);
  if (!grid) return std::nullopt;
  const Points down = grid->node_height + canvas.em(grid->columns == 1 ? down_arrow_ems : row_gap_ems);
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const auto column = static_cast<double>(i % grid->columns), row = static_cast<double>(i / grid->columns);
    FlowNode node{.node = &diagram.nodes[i], .label = std::move(grid->labels[i]), .step = static_cast<int>(i) + 1};
    if (!grid->numbers.empty()) node.number = std::move(grid->numbers[i]);
    node.number_is_beside = grid->columns == 1;
    node.box = {(grid->node_width + grid->gap) * column, down * row, grid->node_width, grid->node_height};
    if (i > 0) plan.arrows.push_back({.route = way(plan.nodes.back().box, node.box), .step = node.step});
    plan.nodes.push_back(std::move(node));
  }
  if (diagram.loop && plan.nodes.size() > 1) {
    plan.arrows.push_back(
        {.route = way_back(plan.nodes, *grid, canvas), .step = plan.nodes.back().step, .is_back = true});
  }
  return plan;
}

} // namespace comb::typeset
