// Vector pictures as drawing operations: paths as they are, text through our own fonts.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "images/image.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"

namespace comb::typeset {

/// Appends `picture`, scaled to fit `box` and centred in it, to `ops`; all of it belongs to `node`. A character of its
/// text that no font has is the error `glyph-missing`, without a place: the caller knows where the picture stands.
Diagnostics draw_vector(const images::VectorPicture& picture, const Box2d& box, NodeId node, const Fonts& fonts,
                        Ops& ops);

} // namespace comb::typeset
