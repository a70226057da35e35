// Pages from the vertical list: where each page ends, and what stands at which height on it.
#pragma once

#include "typeset/books/flow.hpp"

#include <cstdint>
#include <vector>

namespace comb::typeset::books {

/// An item on a page.
struct PlacedItem {
  std::uint32_t index = 0; ///< into `Chapter::items`
  Points y{};              ///< of its top, from the top of the text
  bool repeats_head = false;
};
struct PlannedPage {
  std::vector<PlacedItem> items{};
  Opens opens = Opens::page; ///< `right_page` where its first item asks for one
};

/// The field that text may fill.
struct TextField {
  Points height{};
  Points grid{17}; ///< distance of the grid's lines
};

/// Ends each page where it costs least: full pages are good, breaks inside boxes are bad, a heading alone at the foot
/// of a page is worst. The sum over all pages of a chapter counts. Every item lands on exactly one page; one that is
/// taller than the field gets a page of its own.
std::vector<PlannedPage> plan_pages(const FlowItems& items, const TextField& field);

/// Moves the items of `planned` out of `chapter` to `target`, their column's top left corner at (`x`, `y`), and draws
/// the bars. Node ids are raised by `first_node`.
void draw_page(Chapter& chapter, const PlannedPage& planned, const Box2d& origin, std::uint32_t first_node,
               Ops& target);

} // namespace comb::typeset::books
