// Small drawn marks of books: boxes to tick, ticks, dots, icons, the comb.
#pragma once

#include "typeset/books/flow_writer.hpp"

#include <string_view>

namespace comb::typeset::books {

/// A box to tick with a thick pen; `middle` is the height of its centre.
struct TickBox {
  Points x{}, middle{};
  bool ticked = false;
  Rgb tick_color{};
};
void draw_tick_box(const BookStyle& style, const TickBox& box, Ops& ops);
/// A plain square of `side`, for a number.
void draw_square(const BookStyle& style, const Box2d& box, Ops& ops);
/// A filled dot, from which a learner draws a line.
void draw_dot(Points x, Points y, Points radius, Rgb color, Ops& ops);

/// Heads and boxes of an observer's sheet: seen, not seen. `width` is of both.
void push_seen_heads(Flow& flow, Points width);
void draw_seen_boxes(const Flow& flow, Points width, Points middle, Ops& ops);

/// `icon` in a square of `size` with its top left corner at (`x`, `y`).
struct IconPlace {
  Points x{}, y{}, size{10};
  Rgb color{};
};
void draw_icon(const images::VectorPicture& icon, const IconPlace& place, Ops& ops);

/// The comb of the cover: one spine, many teeth, one of them in `accent`.
void draw_comb(const Box2d& box, Rgb color, Rgb accent, Ops& ops);

} // namespace comb::typeset::books
