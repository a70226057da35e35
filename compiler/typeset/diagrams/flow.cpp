// Flows: which form one takes, and the drawing of what was planned.
#include "model/labels.hpp"
#include "typeset/diagrams/flow_plan.hpp"
#include "typeset/diagrams/routing.hpp"
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>

namespace comb::typeset {

namespace {

Position moved(Position place, Points dx, Points dy) {
  return {place.x + dx, place.y + dy};
}

/// The words of a node, with its number above or beside them.
void put_words(const FlowNode& planned, Canvas& canvas) {
  const Rgb ground = planned.label.is_blank ? canvas.look().paper : canvas.ground_of(planned.look);
  const Box2d& box = planned.box;
  if (!planned.number) {
    canvas.put(planned.label, box, ground);
    return;
  }
  const Label& number = *planned.number;
  const Points side = canvas.side_padding(), top = canvas.top_padding();
  const Points inner = box.width - side * 2;
  if (planned.number_is_beside) {
    const Points column = canvas.em(1.2);
    canvas.put(number, {box.x + side, box.y + top, column, planned.label.set.leading}, ground);
    canvas.put(planned.label, {box.x + side + column, box.y, inner - column, box.height}, ground);
    return;
  }
  canvas.put(number, {box.x + side, box.y + top, inner, number.height}, ground);
  const Points above = top + number.height;
  canvas.put(planned.label, {box.x + side, box.y + above, inner, planned.label.height}, ground);
}

void draw_node(const FlowNode& planned, Canvas& canvas) {
  canvas.begin_step(planned.step);
  if (planned.look != NodeLook::question || planned.label.is_blank) {
    canvas.node_frame(planned.box, planned.look, planned.label.is_blank);
    put_words(planned, canvas);
    return;
  }
  // Pointed at both sides, so that a question is told by its shape.
  const Box2d& box = planned.box;
  const Points point = canvas.em(0.7), right = box.x + box.width, bottom = box.y + box.height;
  const Points middle = box.y + box.height / 2;
  const std::vector<Position> corners = {{box.x + point, box.y},  {right - point, box.y},  {right, middle},
                                         {right - point, bottom}, {box.x + point, bottom}, {box.x, middle}};
  canvas.node(corners, box, planned.label, NodeLook::question);
}

void include(Box2d& all, const Box2d& box) {
  const Points right = std::max(all.x + all.width, box.x + box.width);
  const Points bottom = std::max(all.y + all.height, box.y + box.height);
  all.x = std::min(all.x, box.x);
  all.y = std::min(all.y, box.y);
  all.width = right - all.x;
  all.height = bottom - all.y;
}

} // namespace

std::map<const model::DiagramNode*, int> steps_of(const std::vector<model::DiagramNode>& nodes) {
  std::map<const model::DiagramNode*, int> steps;
  for (const auto& node : nodes) {
    model::for_each_node(node, [&](const model::DiagramNode& one) {
      const int step = static_cast<int>(steps.size()) + 1;
      steps.emplace(&one, step);
    });
  }
  return steps;
}

Box2d label_box(const FlowArrow& arrow) {
  return {arrow.label_center.x - arrow.label.width / 2, arrow.label_center.y - arrow.label.height / 2,
          arrow.label.width, arrow.label.height};
}

Box2d bounds_of(const FlowPlan& plan) {
  if (plan.nodes.empty()) return {};
  Box2d all = plan.nodes.front().box;
  for (const FlowNode& node : plan.nodes) include(all, node.box);
  for (const FlowHead& head : plan.heads) include(all, head.box);
  for (const FlowRule& rule : plan.rules) {
    include(all, {rule.from.x, rule.from.y, rule.to.x - rule.from.x, rule.to.y - rule.from.y});
  }
  for (const FlowArrow& arrow : plan.arrows) {
    for (const Position& corner : arrow.route) include(all, {corner.x, corner.y, {}, {}});
    if (!arrow.label.is_empty()) include(all, label_box(arrow));
  }
  return all;
}

void add_back_arrows(FlowPlan& plan, const model::Diagram& diagram, const Canvas& canvas) {
  RouteMap map{.clearance = canvas.em(0.85)};
  for (const FlowNode& node : plan.nodes) map.obstacles.push_back(node.box);
  for (const FlowHead& head : plan.heads) map.obstacles.push_back(head.box);
  for (const FlowArrow& arrow : plan.arrows) {
    map.taken.push_back(arrow.route);
    if (!arrow.label.is_empty()) map.obstacles.push_back(label_box(arrow));
  }
  const auto lead = [&](const FlowNode& from, const FlowNode& to) {
    std::vector<Position> route = find_route(map, from.box, to.box);
    if (route.empty()) return;
    map.taken.push_back(route);
    plan.arrows.push_back({.route = std::move(route), .step = from.step, .is_back = true});
  };
  for (const FlowNode& node : plan.nodes) {
    if (node.node->to.empty()) continue;
    const auto target = std::find_if(plan.nodes.begin(), plan.nodes.end(),
                                     [&](const FlowNode& other) { return other.node->id == node.node->to; });
    if (target != plan.nodes.end()) lead(node, *target);
  }
  if (diagram.loop && plan.nodes.size() > 1) {
    const FlowNode* last = &plan.nodes.front();
    for (const FlowNode& node : plan.nodes) {
      if (node.node == &diagram.nodes.back()) last = &node;
    }
    lead(*last, plan.nodes.front());
  }
}

DrawnDiagram draw_plan(FlowPlan plan, Canvas& canvas) {
  const Points edge = canvas.look().stroke / 2; // of lines that run along the border
  const Box2d all = bounds_of(plan);
  const Points room = std::max(canvas.width() - all.width - edge * 2, Points{});
  const Points dx = edge + room / 2 - all.x, dy = edge - all.y;
  canvas.begin_step(0);
  for (const FlowHead& head : plan.heads) {
    canvas.put(head.label, {head.box.x + dx, head.box.y + dy, head.box.width, head.box.height}, canvas.look().paper);
  }
  for (const FlowRule& rule : plan.rules) {
    const DiagramLook& look = canvas.look();
    canvas.line(moved(rule.from, dx, dy), moved(rule.to, dx, dy), rule.is_strong ? look.accent : look.line,
                rule.is_strong ? look.stroke : canvas.hairline());
  }
  for (FlowArrow& arrow : plan.arrows) {
    for (Position& corner : arrow.route) corner = moved(corner, dx, dy);
    arrow.label_center = moved(arrow.label_center, dx, dy);
    canvas.begin_step(arrow.step);
    canvas.arrow(arrow.route, {.has_head = arrow.has_head, .is_dotted = arrow.is_back});
  }
  for (const FlowArrow& arrow : plan.arrows) { // after all lines, so that none crosses a word
    canvas.begin_step(arrow.step);
    canvas.put_on_line(arrow.label, arrow.label_center);
  }
  for (FlowNode& node : plan.nodes) {
    node.box.x += dx;
    node.box.y += dy;
    draw_node(node, canvas);
  }
  const Points width = room.value > 0 ? canvas.width() : all.width + edge * 2;
  return canvas.take(width, all.height + edge * 2);
}

std::optional<DrawnDiagram> lay_out_flow(const model::Diagram& diagram, Canvas& canvas) {
  bool is_straight = true;
  for (const auto& node : diagram.nodes) {
    if (!node.children.empty() || !node.to.empty() || !node.aside.empty()) is_straight = false;
  }
  std::optional<FlowPlan> plan = !diagram.heads.empty() ? plan_lanes(diagram, canvas)
                                 : is_straight          ? plan_straight_flow(diagram, canvas)
                                                        : plan_branching_flow(diagram, canvas);
  if (!plan) return std::nullopt;
  return draw_plan(std::move(*plan), canvas);
}

} // namespace comb::typeset
