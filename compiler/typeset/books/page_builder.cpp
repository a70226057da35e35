// Best fit over all pages of a chapter, with a cost for what stays empty and for each sort of break.
#include "typeset/books/page_builder.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr double cost_of_an_empty_page = 1000;
constexpr double cost_of_a_disliked_break = 20;  // as much as a page with six lines left empty
constexpr double cost_of_an_avoided_break = 130; // as much as a page with a third left empty
constexpr double cost_of_a_forbidden_break = 5000;
constexpr double cost_of_a_page = 100; // a page more has to spare more than one unwelcome break
constexpr double cost_of_a_bare_last_page = 500;
constexpr double bare_share = 0.3; // of a page: what is less looks forgotten
constexpr Points tolerance{0.01};

double cost_of(BreakBefore how) {
  switch (how) {
    case BreakBefore::allowed:
      return 0;
    case BreakBefore::disliked:
      return cost_of_a_disliked_break;
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

/// A reader takes a gap in the middle of a paragraph for its end, and one before running text for the end of a thought.
double cost_of_gap_in_text(Points used, const FlowItem& next, const TextField& field) {
  const double lines = (field.height - used) / field.grid;
  constexpr double lines_for_a_widow = 1.5;
  constexpr double lines_for_a_short_paragraph = 3;
  if (next.continues_paragraph && lines > lines_for_a_widow) return cost_of_an_avoided_break;
  return next.on_grid && lines > lines_for_a_short_paragraph ? cost_of_an_avoided_break / 2 : 0;
}

/// The last page may end where it likes, if only it holds more than a remnant.
double cost_of_last_page(Points used, const TextField& field, bool follows_others) {
  const double lack = follows_others ? std::max(0.0, 1 - used / (field.height * bare_share)) : 0;
  return lack * lack * cost_of_a_bare_last_page;
}

Points on_grid(Points y, Points grid) {
  return grid * std::ceil((y - tolerance) / grid);
}

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

/// The best way known to a page that begins with an item: what all pages before cost, and where the last one began.
struct Way {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;

  void improve(double other, std::size_t start) {
    if (other > cost) return;
    cost = other;
    from = start;
  }
};

/// A run of items between two forced breaks, and the cheapest way to part it into pages. The sum over all pages
/// counts, so that a page ends a little early where that spares the next ones a hole or leaves more than a few lines
/// for the last (Knuth and Plass, "Breaking Paragraphs into Lines", 1981, for pages).
class Run {
 public:
  Run(const FlowItems& items, const TextField& field, std::size_t begin, std::size_t end)
      : items_(items), field_(field), begin_(begin), end_(end), ways_(end - begin + 1) {}

  void add_pages(std::vector<PlannedPage>& pages) {
    way(begin_).cost = 0;
    for (std::size_t first = begin_; first < end_; ++first) {
      if (way(first).cost < std::numeric_limits<double>::infinity()) try_ends_of_page(first);
    }
    std::vector<std::size_t> starts;
    for (std::size_t at = end_; at != begin_; at = way(at).from) starts.push_back(way(at).from);
    std::size_t next = end_;
    std::vector<PlannedPage> added;
    for (const std::size_t start : starts) {
      added.push_back(page(start, next));
      next = start;
    }
    std::move(added.rbegin(), added.rend(), std::back_inserter(pages));
  }

 private:
  Way& way(std::size_t index) { return ways_[index - begin_]; }

  /// Offers each place where the page that begins with `first` may end.
  void try_ends_of_page(std::size_t first) {
    const double before = way(first).cost + cost_of_a_page;
    Points bottom = place_first(items_[first], first, field_).y + items_[first].height;
    bool has_good_end = false;
    std::size_t index = first + 1;
    for (; index < end_; ++index) {
      const FlowItem& item = items_[index];
      const double cost = before + cost_of_shortfall(bottom, field_) + cost_of(item.break_before) +
                          cost_of_gap_in_text(bottom, item, field_);
      if (item.break_before != BreakBefore::forbidden) {
        has_good_end = true;
        way(index).improve(cost, first);
      }
      const PlacedItem placed = place(item, index, bottom + item.space_before, field_);
      if (placed.y + item.height > field_.height + tolerance) break;
      bottom = placed.y + item.height;
    }
    if (index == end_) {
      way(end_).improve(before + cost_of_last_page(bottom, field_, first > begin_), first);
    } else if (!has_good_end) {
      way(index).improve(before + cost_of_a_forbidden_break, first);
    }
  }

  PlannedPage page(std::size_t first, std::size_t end) const {
    PlannedPage page{.opens = items_[first].opens};
    page.items.push_back(place_first(items_[first], first, field_));
    for (std::size_t index = first + 1; index < end; ++index) {
      const Points bottom = page.items.back().y + items_[index - 1].height;
      page.items.push_back(place(items_[index], index, bottom + items_[index].space_before, field_));
    }
    return page;
  }

  const FlowItems& items_;
  const TextField& field_;
  std::size_t begin_, end_;
  std::vector<Way> ways_; ///< to each item, and to the end
};

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
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin + 1;
    while (end < items.size() && items[end].opens == Opens::nothing) ++end;
    Run(items, field, begin, end).add_pages(pages);
    begin = end;
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
