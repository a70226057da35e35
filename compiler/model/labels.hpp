// The words inside diagrams and scenarios, for every walk over a course.
#pragma once

#include "model/part.hpp"

namespace comb::model {

/// Calls `visit` with `node` and each node below it, parents first.
template <class Node, class Visit>
void for_each_node(Node& node, const Visit& visit) {
  visit(node);
  for (auto& child : node.children) for_each_node(child, visit);
  for (auto& step : node.next) for_each_node(step, visit);
}

/// Calls `visit` with every node of `diagram`, its points too.
template <class AnyDiagram, class Visit>
void for_each_diagram_node(AnyDiagram& diagram, const Visit& visit) {
  for (auto& node : diagram.nodes) for_each_node(node, visit);
  for (auto& point : diagram.points) for_each_node(point, visit);
}

/// Calls `visit` with every piece of inline content of `diagram`: caption, heads, axes, nodes.
template <class AnyDiagram, class Visit>
void for_each_label(AnyDiagram& diagram, const Visit& visit) {
  visit(diagram.caption);
  for (auto& head : diagram.heads) visit(head);
  visit(diagram.center);
  for (auto* axis : {&diagram.x_axis, &diagram.y_axis}) {
    visit(axis->name);
    visit(axis->low);
    visit(axis->high);
  }
  for_each_diagram_node(diagram, [&](auto& node) {
    visit(node.label);
    visit(node.aside);
  });
}

/// Calls `visit` with the inline content of `branching` itself: titles of nodes and texts of choices, not its parts.
template <class AnyBranching, class Visit>
void for_each_choice_text(AnyBranching& branching, const Visit& visit) {
  for (auto& node : branching.nodes) {
    visit(node.title);
    for (auto& choice : node.choices) visit(choice.text);
  }
}

/// Calls `visit` with each list of parts of `branching`: bodies and feedback.
template <class AnyBranching, class Visit>
void for_each_branching_parts(AnyBranching& branching, const Visit& visit) {
  for (auto& node : branching.nodes) {
    visit(node.body);
    for (auto& choice : node.choices) visit(choice.feedback);
  }
}

} // namespace comb::model
