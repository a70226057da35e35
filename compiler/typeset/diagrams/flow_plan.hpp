// A flow before it is drawn: where its nodes stand and which way its arrows take.
#pragma once

#include "model/part.hpp"
#include "typeset/diagrams/canvas.hpp"
#include "typeset/diagrams/diagram.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace comb::typeset {

/// A node with its label set.
struct FlowNode {
  const model::DiagramNode* node = nullptr;
  Label label{};
  std::optional<Label> number{}; ///< of its step
  bool number_is_beside = false; ///< left of the label rather than above it
  NodeLook look = NodeLook::plain;
  int step = 1;
  Box2d box{};
};
/// An arrow or a line between nodes.
struct FlowArrow {
  std::vector<Position> route{};
  Label label{};
  Position label_center{};
  int step = 1;
  bool has_head = true;
  bool is_back = false; ///< leads back: dotted
};
/// The name of a lane, before its first step.
struct FlowHead {
  Label label{};
  Box2d box{};
};
/// A rule between lanes, or below their names.
struct FlowRule {
  Position from{}, to{};
  bool is_strong = false;
};
struct FlowPlan {
  std::vector<FlowHead> heads{};
  std::vector<FlowRule> rules{};
  std::vector<FlowNode> nodes{};
  std::vector<FlowArrow> arrows{};
};

/// The step with which each node of `nodes` comes: its place in reading order, from 1.
std::map<const model::DiagramNode*, int> steps_of(const std::vector<model::DiagramNode>& nodes);

/// The box of a label on an arrow.
Box2d label_box(const FlowArrow& arrow);

/// Adds the arrows that lead back, `loop` and `to`, around all that is planned already.
void add_back_arrows(FlowPlan& plan, const model::Diagram& diagram, const Canvas& canvas);

/// Draws `plan`, moved so that its upper left corner is the diagram's, and in the middle of the canvas's width.
DrawnDiagram draw_plan(FlowPlan plan, Canvas& canvas);

// The forms of a flow. None where one does not fit the canvas.
std::optional<FlowPlan> plan_straight_flow(const model::Diagram& diagram, Canvas& canvas);
std::optional<FlowPlan> plan_branching_flow(const model::Diagram& diagram, Canvas& canvas);
std::optional<FlowPlan> plan_lanes(const model::Diagram& diagram, Canvas& canvas);

/// What all of `plan` takes.
Box2d bounds_of(const FlowPlan& plan);

} // namespace comb::typeset
