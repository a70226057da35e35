// One function a sort of diagram, each in a file of its own.
#pragma once

#include "model/part.hpp"
#include "typeset/diagrams/canvas.hpp"
#include "typeset/diagrams/diagram.hpp"

#include <optional>

namespace comb::typeset {

// Each draws `diagram` on `canvas` and returns `canvas.take(width, height)`; none where it cannot be drawn at the
// canvas's text size. `draw_diagram` looks whether the result is within width and height, and tries smaller text.
std::optional<DrawnDiagram> lay_out_flow(const model::Diagram& diagram, Canvas& canvas);
std::optional<DrawnDiagram> lay_out_cycle(const model::Diagram& diagram, Canvas& canvas);
std::optional<DrawnDiagram> lay_out_pyramid(const model::Diagram& diagram, Canvas& canvas);
std::optional<DrawnDiagram> lay_out_quadrant(const model::Diagram& diagram, Canvas& canvas);
std::optional<DrawnDiagram> lay_out_timeline(const model::Diagram& diagram, Canvas& canvas);
std::optional<DrawnDiagram> lay_out_stack(const model::Diagram& diagram, Canvas& canvas);

} // namespace comb::typeset
