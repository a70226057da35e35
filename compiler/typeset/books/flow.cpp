// Moving, measuring and zipping the slices of the vertical list.
#include "typeset/books/flow.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points tolerance{0.01};

/// A column with the place of each of its items.
struct Column {
  FlowItems items{};
  std::vector<Points> tops{};
  std::size_t next = 0; ///< the first item not yet taken

  Points bottom(std::size_t index) const { return tops[index] + items[index].height; }
  bool is_done() const { return next == items.size(); }
};

Column place(FlowItems items) {
  Column column;
  Points y;
  for (const FlowItem& item : items) {
    if (!column.tops.empty()) y += item.space_before;
    column.tops.push_back(y);
    y += item.height;
  }
  column.items = std::move(items);
  return column;
}

std::vector<Points> all_bottoms(const std::vector<Column>& columns) {
  std::vector<Points> bottoms;
  for (const Column& column : columns) {
    for (std::size_t index = 0; index < column.items.size(); ++index) bottoms.push_back(column.bottom(index));
  }
  std::ranges::sort(bottoms);
  return bottoms;
}

/// The first item of `column` that ends below `y`.
std::size_t first_below(const Column& column, Points y) {
  std::size_t index = column.next;
  while (index < column.items.size() && column.bottom(index) <= y + tolerance) ++index;
  return index;
}

bool can_cut(const std::vector<Column>& columns, Points y) {
  return std::ranges::all_of(columns, [&](const Column& column) {
    const std::size_t index = first_below(column, y);
    return index == column.items.size() || column.tops[index] >= y - tolerance;
  });
}

/// How unwelcome a break at `y` is, and how much space all columns leave there.
struct Cut {
  BreakBefore how = BreakBefore::allowed;
  bool continues_paragraph = false;
  Points gap{};
};

bool bar_goes_on(const Column& column, std::size_t index) {
  return index > 0 && index < column.items.size() && column.items[index].bar &&
         column.items[index].bar == column.items[index - 1].bar;
}

Cut cut_at(const std::vector<Column>& columns, Points y) {
  Cut cut{.gap = Points{1e6}};
  for (const Column& column : columns) {
    const std::size_t index = first_below(column, y);
    if (index == column.items.size()) continue;
    if (index > 0) cut.how = std::max(cut.how, column.items[index].break_before);
    if (index > 0 && column.items[index].continues_paragraph) cut.continues_paragraph = true;
    cut.gap = bar_goes_on(column, index) ? Points{} : std::min(cut.gap, column.tops[index] - y);
  }
  if (cut.gap.value >= 1e6) cut.gap = Points{};
  return cut;
}

void draw_bar(const Column& column, std::size_t index, Points slice_top, const std::vector<Bar>& bars,
              FlowItem& slice) {
  if (!column.items[index].bar) return;
  const Bar& bar = bars[*column.items[index].bar];
  const Points top = bar_goes_on(column, index) ? std::max(slice_top, column.bottom(index - 1)) : column.tops[index];
  slice.ops.push_back(
      {.content = FilledRectangle{.box = {bar.x, top - slice_top, bar.width, column.bottom(index) - top},
                                  .color = bar.color}});
}

FlowItem take_slice(std::vector<Column>& columns, Points top, Points bottom, const std::vector<Bar>& bars) {
  FlowItem slice{.height = bottom - top};
  for (Column& column : columns) {
    for (; !column.is_done() && column.bottom(column.next) <= bottom + tolerance; ++column.next) {
      draw_bar(column, column.next, top, bars, slice);
      std::ranges::move(column.items[column.next].anchors, std::back_inserter(slice.anchors));
      append_shifted(slice.ops, std::move(column.items[column.next].ops), Points{}, column.tops[column.next] - top);
    }
  }
  return slice;
}

} // namespace

void shift(Op& op, Points dx, Points dy) {
  const auto move_box = [&](Box2d& box) {
    box.x += dx;
    box.y += dy;
  };
  std::visit(Overloaded{
                 [&](GlyphRun& run) {
                   run.x += dx;
                   run.y += dy;
                 },
                 [&](FilledRectangle& rectangle) { move_box(rectangle.box); },
                 [&](StrokedRectangle& rectangle) { move_box(rectangle.box); },
                 [&](StrokedLine& line) {
                   line.x1 += dx;
                   line.x2 += dx;
                   line.y1 += dy;
                   line.y2 += dy;
                 },
                 [&](DrawnPath& path) {
                   path.x += dx;
                   path.y += dy;
                 },
                 [&](DrawnImage& image) { move_box(image.box); },
                 [&](LinkArea& link) { move_box(link.box); },
                 [&](Anchor& anchor) { anchor.y += dy; },
             },
             op.content);
}

void append_shifted(Ops& target, Ops ops, Points dx, Points dy) {
  target.reserve(target.size() + ops.size());
  for (Op& op : ops) {
    shift(op, dx, dy);
    target.push_back(std::move(op));
  }
}

Points height_of(const FlowItems& items) {
  Points height;
  for (std::size_t index = 0; index < items.size(); ++index) {
    height += items[index].height;
    if (index > 0) height += items[index].space_before;
  }
  return height;
}

void keep_together(FlowItems& items, std::size_t first, BreakBefore how) {
  for (std::size_t index = first + 1; index < items.size(); ++index) {
    items[index].break_before = std::max(items[index].break_before, how);
  }
}

void dislike_lone_ends(FlowItems& items, std::size_t first) {
  if (first + 1 >= items.size()) return;
  for (FlowItem* item : {&items[first + 1], &items.back()}) {
    item->break_before = std::max(item->break_before, BreakBefore::disliked);
  }
}

FlowItems side_by_side(std::vector<FlowItems> columns, const std::vector<Bar>& bars) {
  std::vector<Column> placed;
  for (FlowItems& column : columns) placed.push_back(place(std::move(column)));
  FlowItems slices;
  Points top;
  Cut before;
  for (const Points bottom : all_bottoms(placed)) {
    if (bottom <= top + tolerance || !can_cut(placed, bottom)) continue;
    const Cut after = cut_at(placed, bottom);
    FlowItem slice = take_slice(placed, top, bottom, bars);
    slice.break_before = before.how;
    slice.continues_paragraph = before.continues_paragraph;
    slice.space_before = before.gap;
    slices.push_back(std::move(slice));
    top = bottom + after.gap;
    before = after;
  }
  return slices;
}

} // namespace comb::typeset::books
