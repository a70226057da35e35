// Laid out diagrams as inline SVG: the same positions as in print, text as text.
#pragma once

#include "emit/html.hpp"
#include "typeset/diagrams/diagram.hpp"

#include <string_view>

namespace comb::emit::slides {

/// Whether the layers of a drawing come one by one.
enum class Layers : std::uint8_t { at_once, one_by_one };

/// `drawn` as an `svg` element that a screen reader tells as `alternative`. Each layer that comes at a step is a group
/// of the class `step`. Lines of text carry their length, so that another font than ours cannot overflow.
Html draw_svg(const typeset::DrawnDiagram& drawn, std::string_view alternative, Layers layers,
              const typeset::Fonts& fonts);

} // namespace comb::emit::slides
