// Best fit, one page at a time, with a cost for what stays empty and for each sort of break.
#include "typeset/books/page_builder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr double cost_of_an_empty_page = 1000;
constexpr double cost_of_an_avoided_break = 130; // as much as a page with a third left empty
constexpr double cost_of_a_forbidden_break = 5000;
constexpr Points tolerance{0.01};

double cost_of(BreakBefore how) {
  switch (how) {
    case BreakBefore::allowed:
      return 0;
    case BreakBefore::avoided:
      return cost_of_an_avoided_break;
    case BreakBefore::forbidden:
      return cost_of_a_forbidden_break;
  }
  return 0;
}

double cost_of_shortfall(Points used, const TextField& field) {
  const double empty = std::max(0.0, 1 - used / field.height);
  return empty * empty * cost_of_an_empty_page;
}

Points on_grid(Points y, Points grid) {
  return grid * std::ceil((y - tolerance) / grid);
}

/// The page that begins with `first`, filled until nothing more fits, and where it had better end.
struct Filled {
  PlannedPage page{};
  std::size_t next = 0;
};

PlacedItem place(const FlowItem& item, std::size_t index, Points y, const TextField& field) {
  if (item.on_grid) y = on_grid(y, field.grid);
  return {.index = static_cast<std::uint32_t>(index), .y = y};
}

/// The first item of a page that is not its chapter's first stands below the head of the table that it continues.
PlacedItem place_first(const FlowItem& item, std::size_t index, const TextField& field) {
  const bool repeats_head = index > 0 && item.head != nullptr;
  PlacedItem placed = place(item, index, repeats_head ? item.head->height : Points{}, field);
  placed.repeats_head = repeats_head;
  return placed;
}

Filled fill_page(const FlowItems& items, std::size_t first, const TextField& field) {
  Filled filled{.next = items.size()};
  filled.page.opens = items[first].opens;
  filled.page.items.push_back(place_first(items[first], first, field));
  Points bottom = filled.page.items.back().y + items[first].height;
  double lowest_cost = std::numeric_limits<double>::infinity();
  std::size_t best = first + 1;
  std::size_t index = first + 1;
  for (; index < items.size(); ++index) {
    const FlowItem& item = items[index];
    if (item.opens != Opens::nothing) {
      filled.next = index;
      return filled;
    }
    const double cost = cost_of_shortfall(bottom, field) + cost_of(item.break_before);
    if (cost <= lowest_cost) {
      lowest_cost = cost;
      best = index;
    }
    const PlacedItem placed = place(item, index, bottom + item.space_before, field);
    if (placed.y + item.height > field.height + tolerance) break;
    filled.page.items.push_back(placed);
    bottom = placed.y + item.height;
  }
  if (index == items.size()) return filled;
  filled.next = best;
  filled.page.items.resize(best - first);
  return filled;
}

/// A run of items that share a bar.
void draw_bar(const Bar& bar, Points top, Points bottom, const Box2d& origin, Ops& target) {
  target.push_back({.content = FilledRectangle{.box = {origin.x + bar.x, origin.y + top, bar.width, bottom - top},
                                               .color = bar.color}});
}

void draw_bars(const Chapter& chapter, const PlannedPage& planned, const Box2d& origin, Ops& target) {
  for (std::size_t begin = 0; begin < planned.items.size();) {
    const PlacedItem& first = planned.items[begin];
    const auto bar = chapter.items[first.index].bar;
    std::size_t end = begin + 1;
    while (end < planned.items.size() && chapter.items[planned.items[end].index].bar == bar) ++end;
    if (bar) {
      const PlacedItem& last = planned.items[end - 1];
      const Points top = first.repeats_head ? Points{} : first.y;
      draw_bar(chapter.bars[*bar], top, last.y + chapter.items[last.index].height, origin, target);
    }
    begin = end;
  }
}

void append_to_page(Ops ops, const Box2d& origin, Points y, std::uint32_t first_node, Ops& target) {
  for (Op& op : ops) {
    shift(op, origin.x, origin.y + y);
    if (op.node != artifact) op.node.value += first_node;
    target.push_back(std::move(op));
  }
}

} // namespace

std::vector<PlannedPage> plan_pages(const FlowItems& items, const TextField& field) {
  std::vector<PlannedPage> pages;
  for (std::size_t first = 0; first < items.size();) {
    Filled filled = fill_page(items, first, field);
    pages.push_back(std::move(filled.page));
    first = filled.next;
  }
  return pages;
}

void draw_page(Chapter& chapter, const PlannedPage& planned, const Box2d& origin, std::uint32_t first_node,
               Ops& target) {
  draw_bars(chapter, planned, origin, target);
  for (const PlacedItem& placed : planned.items) {
    FlowItem& item = chapter.items[placed.index];
    if (placed.repeats_head) {
      append_to_page(item.head->ops, origin, placed.y - item.head->height, first_node, target);
    }
    for (std::string& id : item.anchors) {
      target.push_back({.content = Anchor{.id = std::move(id), .y = origin.y + placed.y}});
    }
    append_to_page(std::move(item.ops), origin, placed.y, first_node, target);
  }
}

} // namespace comb::typeset::books
