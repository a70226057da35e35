// The vertical list: slices of a column that no page break may cut, with the space and the breaks between them.
#pragma once

#include "base/points.hpp"
#include "diagnostics/diagnostic.hpp"
#include "typeset/display_list.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace comb::typeset::books {

/// Whether a page may end before an item.
enum class BreakBefore : std::uint8_t {
  allowed,
  disliked, ///< only where it spares a hole of a few lines
  avoided,  ///< only where much of the page would stay empty otherwise
  forbidden ///< only where nothing else is left
};
/// What an item starts.
enum class Opens : std::uint8_t { nothing, page, right_page };

/// A table's head, drawn again where the table goes on on a next page.
struct RepeatedHead {
  Ops ops{};
  Points height{};
};

/// One slice. The positions of `ops` count from the left edge of the column and from the item's own top.
struct FlowItem {
  Ops ops{};
  Points height{};
  Points space_before{}; ///< dropped at the top of a page
  BreakBefore break_before = BreakBefore::allowed;
  Opens opens = Opens::nothing;
  bool continues_paragraph = false;   ///< the page before it should be full
  bool on_grid = false;               ///< its top is moved down to the next line of the page's grid
  std::optional<std::uint32_t> bar{}; ///< index into `Chapter::bars`
  std::shared_ptr<const RepeatedHead> head{};
  std::vector<std::string> anchors{}; ///< ids that begin here
  std::string own_pages{};            ///< 「H1」: its page counts by itself, H1-1; empty: as the book
};
using FlowItems = std::vector<FlowItem>;

/// The coloured rule at the left of a box. It covers all items that name it, and the space between them.
struct Bar {
  Points x{};
  Points width{2.25};
  Rgb color{};
};

/// A heading that the outline and the contents list.
struct OutlineMark {
  std::string title{};
  std::string number{}; ///< 「S6」; may be empty
  std::string anchor{};
  int level = 1; ///< 1 part, 2 lesson, 3 topic
};

/// What is laid out on its own and opens a page: a lesson, a part's opener, the contents.
struct Chapter {
  FlowItems items{};
  std::vector<Bar> bars{};
  Structure structure{}; ///< its first node is the chapter; ids in `items` count in it
  Diagnostics diagnostics{};
  std::vector<OutlineMark> outline{};
  std::string head_left{}, head_right{}; ///< running heads
  Opens opens = Opens::page;
  bool is_bare = false;     ///< neither running heads nor page number
  bool names_pages = false; ///< quotes a page number, so it must be set again when numbers move
};

/// Moves `op` by (`dx`, `dy`).
void shift(Op& op, Points dx, Points dy);
/// Moves `ops` by (`dx`, `dy`) to the end of `target`.
void append_shifted(Ops& target, Ops ops, Points dx, Points dy);

/// The height of `items` on one page, first space dropped.
Points height_of(const FlowItems& items);

/// Makes breaks inside `items` from the one at `first` unwelcome (`avoided`) or impossible.
void keep_together(FlowItems& items, std::size_t first, BreakBefore how);

/// One line is little to end a page with or to begin it: makes the breaks behind item `first` and before the last one
/// unwelcome.
void dislike_lone_ends(FlowItems& items, std::size_t first);

/// Sets columns beside each other as one list. It can be cut wherever every column can be cut at the same height.
/// Bars of inner items become drawn rectangles, so that the whole can stand inside another box.
FlowItems side_by_side(std::vector<FlowItems> columns, const std::vector<Bar>& bars);

} // namespace comb::typeset::books
