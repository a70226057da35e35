// Pictures in books: how large, and drawn.
#pragma once

#include "typeset/books/flow_writer.hpp"

namespace comb::typeset::books {

/// The box of `figure` in the column of `flow`: as wide as asked for, never higher than a page allows.
Box2d picture_box(const Flow& flow, const model::Figure& figure);

/// Where a picture is drawn, and for whom.
struct PicturePlace {
  Box2d box{};
  NodeId node = artifact;
  Span span{};
};
/// Draws the picture of `figure`, which has one.
void draw_picture(Flow& flow, const model::Figure& figure, const PicturePlace& place, Ops& ops);

/// The picture of a question with its places marked; what learners tick, or what is at each place and why.
void write_hotspot(Flow& flow, const model::Hotspot& hotspot, const model::QuestionKey* key);

} // namespace comb::typeset::books
