// Flows whose ways part: branches side by side across the direction of reading, joined again where steps follow.
//
// The syntax only allows steps in a row and branches in parallel, so the layout is a sum of boxes: every branch has
// a strip of its own across the flow, and no arrow has to cross another one or a node.
#include "model/labels.hpp"
#include "typeset/diagrams/flow_plan.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace comb::typeset {

namespace {

constexpr double narrow_ems = 30;       ///< below this width a flow is tried from above down first
constexpr double arrow_ems = 1.9;       ///< from node to node
constexpr double turn_ems = 1.0;        ///< before the place where ways part, and after the one where they join
constexpr double strip_gap_ems = 1.1;   ///< between branches
constexpr double label_gap_ems = 0.5;   ///< around a label on an arrow
constexpr double label_size = 0.85;     ///< in the text size
constexpr double label_measure_ems = 7; ///< of a label on an arrow that leads to the right
constexpr double widest_node_ems = 13;
constexpr double least_measure_ems = 3;
constexpr double measure_step_ems = 1;
constexpr double point_ems = 0.6; ///< of the pointed sides of a question, more than a plain node's padding

/// The direction of reading. `along` is counted in it, `across` at right angles to it.
enum class Direction : std::uint8_t { right, down };

struct Spot {
  double along = 0, across = 0;
};
/// What a row of steps takes: its length, and how far it reaches to both sides of its axis.
struct Extent {
  double length = 0, before = 0, after = 0;
};
/// Where a row of steps begins, and the line that it stands on.
struct Axis {
  double begin = 0, across = 0;
};

/// Lays out one flow in one direction with one measure for its labels.
class SeriesParallel {
 public:
  SeriesParallel(const model::Diagram& diagram, Canvas& canvas, Direction direction, Points measure)
      : canvas_(canvas), direction_(direction), steps_(steps_of(diagram.nodes)) {
    for (const auto& node : diagram.nodes) {
      model::for_each_node(node, [&](const model::DiagramNode& one) { set(one, measure); });
    }
    for (auto& [node, words] : words_) {
      if (words.is_nothing) continue;
      widest_ = std::max(
          widest_, words.label.width + canvas.side_padding() * 2 + canvas.em(words.is_question ? 2 * point_ems : 0));
      highest_ = std::max(highest_, words.label.height + canvas.top_padding() * 2);
    }
  }

  /// Whether all words can be set.
  bool fits() const { return fits_; }

  FlowPlan plan(const std::vector<model::DiagramNode>& nodes) {
    std::vector<const model::DiagramNode*> row;
    for (const auto& node : nodes) row.push_back(&node);
    place(row, {0, 0}, {});
    return std::move(plan_);
  }

 private:
  using Row = std::vector<const model::DiagramNode*>;
  using Ends = std::vector<Spot>;
  struct Words {
    Label label{}, aside{};
    bool is_nothing = false; ///< a branch without a step: a line only
    bool is_question = false;
  };

  void set(const model::DiagramNode& node, Points measure) {
    const bool is_question = node.children.size() > 1;
    Words words{.is_question = is_question};
    words.label = canvas_.label_of(node, is_question ? NodeLook::question : NodeLook::plain, measure);
    words.is_nothing = words.label.is_empty() && !words.label.is_blank;
    const Points most = direction_ == Direction::right ? canvas_.em(label_measure_ems) : measure;
    words.aside = canvas_.label(node.aside, {.color = canvas_.look().soft, .size = label_size}, most);
    if (words.label.overflows || words.aside.overflows) fits_ = false;
    words_.emplace(&node, std::move(words));
  }

  double em(double factor) const { return canvas_.em(factor).value; }
  double along_of(const Label& label) const {
    return direction_ == Direction::right ? label.width.value : label.height.value;
  }
  double across_of(const Label& label) const {
    return direction_ == Direction::right ? label.height.value : label.width.value;
  }
  double node_along() const { return direction_ == Direction::right ? widest_.value : highest_.value; }
  double node_across() const { return direction_ == Direction::right ? highest_.value : widest_.value; }
  Position at(Spot spot) const {
    return direction_ == Direction::right ? Position{Points{spot.along}, Points{spot.across}}
                                          : Position{Points{spot.across}, Points{spot.along}};
  }

  static Row branch_row(const model::DiagramNode& branch) {
    Row row = {&branch};
    for (const auto& step : branch.next) row.push_back(&step);
    return row;
  }

  /// The room for a label on an arrow, before its head.
  double label_room(const model::DiagramNode& node) const {
    const Label& aside = words_.at(&node).aside;
    return aside.is_empty() ? 0 : along_of(aside) + 2 * em(label_gap_ems);
  }
  /// From a question to its branches: the turn, the longest label, the head.
  double parting(const model::DiagramNode& node) const {
    double longest = 0;
    for (const auto& branch : node.children) longest = std::max(longest, label_room(branch));
    return em(turn_ems) + longest + em(arrow_ems) * 0.7;
  }
  double joining() const { return em(turn_ems) + em(arrow_ems) * 0.7; }
  double gap_before(const model::DiagramNode& node) const {
    return std::max(em(arrow_ems), label_room(node) + em(arrow_ems) * 0.7);
  }

  Extent measure(const Row& row) const {
    Extent all;
    bool joins = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const model::DiagramNode& node = *row[i];
      const Words& words = words_.at(&node);
      if (i > 0) all.length += joins ? joining() : gap_before(node);
      double half = words.is_nothing ? 0 : node_across() / 2;
      if (!words.aside.is_empty()) half = std::max(half, across_of(words.aside) / 2);
      all.before = std::max(all.before, half);
      all.after = std::max(all.after, half);
      if (!words.is_nothing) all.length += node_along();
      joins = !node.children.empty();
      if (!joins) continue;
      const auto [length, before, after] = measure_branches(node);
      all.length += parting(node) + length;
      all.before = std::max(all.before, before);
      all.after = std::max(all.after, after);
    }
    return all;
  }

  /// As `measure`, once for each branch: branches hold branches, to any depth.
  const Extent& extent_of(const model::DiagramNode& branch) const {
    const auto found = extents_.find(&branch);
    if (found != extents_.end()) return found->second;
    return extents_.emplace(&branch, measure(branch_row(branch))).first->second;
  }

  /// The places of the branches' axes, counted from the first one's.
  std::vector<double> axes_of(const model::DiagramNode& node) const {
    std::vector<double> axes;
    double edge = 0;
    for (const auto& branch : node.children) {
      const Extent& extent = extent_of(branch);
      axes.push_back(axes.empty() ? 0 : edge + em(strip_gap_ems) + extent.before);
      edge = axes.back() + extent.after;
    }
    return axes;
  }

  Extent measure_branches(const model::DiagramNode& node) const {
    const std::vector<double> axes = axes_of(node);
    const double middle = axes.back() / 2;
    Extent all;
    for (std::size_t i = 0; i < axes.size(); ++i) {
      const Extent& extent = extent_of(node.children[i]);
      all.length = std::max(all.length, extent.length);
      all.before = std::max(all.before, middle - axes[i] + extent.before);
      all.after = std::max(all.after, axes[i] - middle + extent.after);
    }
    return all;
  }

  /// Places the steps of `row` from `axis.begin` on; `from` are the open ends that lead to its first step.
  /// Returns its own open ends.
  Ends place(const Row& row, Axis axis, Ends from) {
    double along = axis.begin;
    bool joins = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const model::DiagramNode& node = *row[i];
      if (i > 0) along += joins ? joining() : gap_before(node);
      if (i > 0) connect(from, {along, axis.across}, node);
      from = {place_node(node, along, axis.across)};
      along = from.front().along;
      joins = !node.children.empty();
      if (joins) from = place_branches(node, along, axis.across);
      if (joins) along += parting(node) + measure_branches(node).length;
      if (!node.to.empty()) from.clear(); // its way leads back, not on
    }
    return from;
  }

  /// Where the node ends on its axis.
  Spot place_node(const model::DiagramNode& node, double along, double across) {
    Words& words = words_.at(&node);
    if (words.is_nothing) return {along, across};
    const Position corner = at({along, across - node_across() / 2});
    plan_.nodes.push_back({.node = &node,
                           .label = std::move(words.label),
                           .look = words.is_question ? NodeLook::question : NodeLook::plain,
                           .step = steps_.at(&node),
                           .box = {corner.x, corner.y, widest_, highest_}});
    return {along + node_along(), across};
  }

  Ends place_branches(const model::DiagramNode& node, double along, double across) {
    const std::vector<double> axes = axes_of(node);
    const double begin = along + parting(node);
    Ends open;
    for (std::size_t i = 0; i < axes.size(); ++i) {
      const model::DiagramNode& branch = node.children[i];
      const double axis = across + axes[i] - axes.back() / 2;
      FlowArrow arrow = elbow({along, across}, {begin, axis}, along + em(turn_ems));
      arrow.step = steps_.at(&branch);
      arrow.has_head = !words_.at(&branch).is_nothing;
      arrow.label = words_.at(&branch).aside;
      // In the middle of the part before the head.
      arrow.label_center = at({(along + em(turn_ems) + begin - em(arrow_ems) * 0.5) / 2, axis});
      plan_.arrows.push_back(std::move(arrow));
      for (const Spot end : place(branch_row(branch), {begin, axis}, {})) open.push_back(end);
    }
    return open;
  }

  /// Leads all open ends to the step that begins at `to`.
  void connect(const Ends& ends, Spot to, const model::DiagramNode& node) {
    for (const Spot end : ends) {
      FlowArrow arrow = elbow(end, to, to.along - em(arrow_ems) * 0.7);
      arrow.step = steps_.at(&node);
      arrow.has_head = !words_.at(&node).is_nothing;
      if (&end == &ends.front()) arrow.label = words_.at(&node).aside;
      const double begin = ends.size() > 1 ? to.along - em(arrow_ems) * 0.7 : end.along;
      arrow.label_center = at({(begin + to.along - em(arrow_ems) * 0.5) / 2, to.across});
      plan_.arrows.push_back(std::move(arrow));
    }
  }

  FlowArrow elbow(Spot from, Spot to, double turn) const {
    constexpr double straight = 0.01;
    FlowArrow arrow;
    arrow.route = {at(from)};
    if (std::abs(from.across - to.across) > straight) {
      arrow.route.push_back(at({turn, from.across}));
      arrow.route.push_back(at({turn, to.across}));
    }
    arrow.route.push_back(at(to));
    return arrow;
  }

  Canvas& canvas_;
  Direction direction_;
  std::map<const model::DiagramNode*, int> steps_;
  std::map<const model::DiagramNode*, Words> words_{};
  mutable std::map<const model::DiagramNode*, Extent> extents_{};
  Points widest_{}, highest_{};
  bool fits_ = true;
  FlowPlan plan_{};
};

std::optional<FlowPlan> plan_in(Direction direction, const model::Diagram& diagram, Canvas& canvas) {
  // Wide labels first: few lines read best. Narrower ones where the whole is too wide.
  for (double measure = widest_node_ems; measure >= least_measure_ems; measure -= measure_step_ems) {
    SeriesParallel layout(diagram, canvas, direction, canvas.em(measure));
    if (!layout.fits()) return std::nullopt; // nor in a narrower measure
    FlowPlan plan = layout.plan(diagram.nodes);
    add_back_arrows(plan, diagram, canvas);
    const Box2d bounds = bounds_of(plan);
    const Points edge = canvas.look().stroke;
    if (bounds.width + edge <= canvas.width() && bounds.height + edge <= canvas.height()) return plan;
  }
  return std::nullopt;
}

} // namespace

std::optional<FlowPlan> plan_branching_flow(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.empty()) return FlowPlan{};
  const bool is_narrow = canvas.width() < canvas.em(narrow_ems);
  const Direction first = is_narrow ? Direction::down : Direction::right;
  const Direction second = is_narrow ? Direction::right : Direction::down;
  std::optional<FlowPlan> plan = plan_in(first, diagram, canvas);
  if (!plan) plan = plan_in(second, diagram, canvas);
  return plan;
}

} // namespace comb::typeset
