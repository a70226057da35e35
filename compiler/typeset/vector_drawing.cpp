// Vector pictures as drawing operations.
#include "typeset/vector_drawing.hpp"

#include "base/overloaded.hpp"
#include "typeset/paragraph.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace comb::typeset {

namespace {

/// Where the picture's units go on the page.
struct Placement {
  double scale = 1;
  Points x{}, y{};
};

Placement fit(const images::VectorPicture& picture, const Box2d& box) {
  if (picture.width <= 0 || picture.height <= 0) return {1, box.x, box.y};
  const double scale = std::min(box.width.value / picture.width, box.height.value / picture.height);
  return {scale, box.x + (box.width - Points{picture.width * scale}) / 2,
          box.y + (box.height - Points{picture.height * scale}) / 2};
}

double anchor_share(images::VectorText::Anchor anchor) {
  switch (anchor) {
    case images::VectorText::Anchor::start:
      return 0;
    case images::VectorText::Anchor::middle:
      return 0.5;
    case images::VectorText::Anchor::end:
      return 1;
  }
  return 0;
}

Diagnostics draw_text(const images::VectorText& text, const Placement& place, NodeId node, const Fonts& fonts,
                      Ops& ops) {
  const StyledRun run{.text = text.text,
                      .style = {.family = text.serif ? Family::serif : Family::sans,
                                .weight = text.bold ? Weight::bold : Weight::regular,
                                .size = Points{text.size * place.scale},
                                .color = text.color}};
  auto set = set_paragraph({&run, 1}, {.align = TextAlign::start, .hyphenate = false}, Points{1e6}, fonts);
  if (set.value.lines.empty()) return std::move(set.diagnostics);
  const Line& line = set.value.lines.front();
  const Points x = place.x + Points{text.x * place.scale};
  const Points y = place.y + Points{text.y * place.scale};
  const double angle = text.rotation * std::numbers::pi / 180;
  Points start = -(line.width * anchor_share(text.anchor));
  for (const GlyphRun& set_run : line.runs) {
    GlyphRun moved = set_run;
    const Points along = start + set_run.x;
    moved.x = x + along * std::cos(angle);
    moved.y = y + along * std::sin(angle);
    moved.rotation = text.rotation;
    ops.push_back({.node = node, .content = std::move(moved)});
  }
  return std::move(set.diagnostics);
}

} // namespace

Diagnostics draw_vector(const images::VectorPicture& picture, const Box2d& box, NodeId node, const Fonts& fonts,
                        Ops& ops) {
  const Placement place = fit(picture, box);
  Diagnostics found;
  for (const auto& item : picture.items) {
    std::visit(
        Overloaded{
            [&](const images::VectorPath& path) {
              ops.push_back(
                  {.node = node, .content = DrawnPath{.path = path, .x = place.x, .y = place.y, .scale = place.scale}});
            },
            [&](const images::VectorText& text) { append(found, draw_text(text, place, node, fonts, ops)); },
        },
        item);
  }
  return found;
}

} // namespace comb::typeset
