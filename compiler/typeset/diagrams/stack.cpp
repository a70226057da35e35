// Stacks: a bar of its parts, each as high as its amount, with their names beside it and a bracket for the whole.
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <vector>

namespace comb::typeset {

namespace {

constexpr double bar_ems = 9;
constexpr double bar_share = 0.32; ///< of the width, at most
constexpr double wished_ems = 20;  ///< height of the bar, where the canvas has it
constexpr double whole_share = 0.24;
constexpr double widest_name_ems = 26;

struct PartOfWhole {
  const model::DiagramNode* node = nullptr;
  Label amount{}, name{};
  Points least{}, height{};
};

/// Heights in proportion to amounts that add up to `whole`, none below what its words need.
void share_out(std::vector<PartOfWhole>& parts, Points whole) {
  std::vector<bool> is_least(parts.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    Points rest = whole;
    double amounts = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (is_least[i]) rest -= parts[i].least;
      if (!is_least[i]) amounts += parts[i].node->amount;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (is_least[i]) continue;
      parts[i].height = amounts > 0 ? rest * (parts[i].node->amount / amounts) : Points{};
      if (parts[i].height >= parts[i].least) continue;
      parts[i].height = parts[i].least;
      is_least[i] = changed = true;
    }
  }
}

/// The whole at the left, then a bracket, the bar, and the names.
struct Columns {
  Points whole{}, bracket{}, bar_left{}, bar{}, names_left{}, names{};
};

Columns columns_of(const Canvas& canvas, const Label& whole) {
  Columns columns;
  const Points gap = canvas.em(0.8);
  if (!whole.is_empty()) {
    columns.whole = whole.width;
    columns.bracket = columns.whole + gap;
    columns.bar_left = columns.bracket + canvas.em(0.9) + canvas.em(0.4);
  }
  columns.bar = std::min(canvas.em(bar_ems), canvas.width() * bar_share);
  columns.names_left = columns.bar_left + columns.bar + gap;
  columns.names = std::min(canvas.width() - columns.names_left, canvas.em(widest_name_ems));
  return columns;
}

std::vector<PartOfWhole> set_parts(const model::Diagram& diagram, Canvas& canvas, const Columns& columns) {
  std::vector<PartOfWhole> parts;
  const LabelStyle amount{.color = canvas.ink_on(NodeLook::plain), .weight = Weight::bold};
  for (const model::DiagramNode& node : diagram.nodes) {
    PartOfWhole part{.node = &node};
    part.amount = canvas.label(node.aside, amount, columns.bar - canvas.side_padding() * 2);
    part.name = canvas.label_of(node, NodeLook::open, columns.names);
    part.name.style.align = TextAlign::start;
    part.least = std::max(part.amount.height, part.name.height) + canvas.em(0.5);
    parts.push_back(std::move(part));
  }
  return parts;
}

/// A bracket open to the right, from the bar's top to its foot, with its tip to the left in the middle.
void draw_bracket(Canvas& canvas, const Columns& columns, Points height) {
  const Points right = columns.bracket + canvas.em(0.9);
  const Points spine = columns.bracket + canvas.em(0.45);
  const Rgb color = canvas.look().accent;
  const Points width = canvas.look().stroke;
  canvas.line({spine, {}}, {right, {}}, color, width);
  canvas.line({spine, height}, {right, height}, color, width);
  canvas.line({spine, {}}, {spine, height}, color, width);
  canvas.line({columns.bracket, height / 2}, {spine, height / 2}, color, width);
}

void draw_part(Canvas& canvas, const Columns& columns, const PartOfWhole& part, Points top) {
  const Box2d bar{columns.bar_left, top, columns.bar, part.height - canvas.em(0.14)};
  canvas.node(bar, part.amount, NodeLook::plain);
  const Box2d beside{columns.names_left, top, columns.names, bar.height};
  if (part.name.is_blank) {
    const Points height = std::min(part.name.height, bar.height);
    canvas.node({beside.x, top + (bar.height - height) / 2, part.name.width, height}, part.name, NodeLook::open);
  } else {
    canvas.put(part.name, beside, canvas.look().paper);
  }
}

} // namespace

std::optional<DrawnDiagram> lay_out_stack(const model::Diagram& diagram, Canvas& canvas) {
  const LabelStyle strong{.color = canvas.look().accent, .weight = Weight::bold, .align = TextAlign::end};
  const Label whole = canvas.label(diagram.center, strong, canvas.width() * whole_share);
  const Columns columns = columns_of(canvas, whole);
  if (columns.names.value <= 0) return std::nullopt;
  std::vector<PartOfWhole> parts = set_parts(diagram, canvas, columns);
  Points least{};
  for (const PartOfWhole& part : parts) least += part.least;
  if (least > canvas.height()) return std::nullopt;
  const Points height = std::clamp(canvas.em(wished_ems), std::max(least, whole.height), canvas.height());
  share_out(parts, height);
  Points y{}, right{};
  if (!whole.is_empty()) {
    draw_bracket(canvas, columns, height);
    canvas.put(whole, {{}, {}, columns.whole, height}, canvas.look().paper);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    canvas.begin_step(static_cast<int>(i) + 1);
    draw_part(canvas, columns, parts[i], y);
    y += parts[i].height;
    right = std::max(right, columns.names_left + parts[i].name.width);
  }
  return canvas.take(right, height);
}

} // namespace comb::typeset
