// Marks as paths and letters.
#include "typeset/hotspot_marks.hpp"

#include "typeset/deck_letters.hpp"

#include <algorithm>
#include <string>

namespace comb::typeset {

namespace {

using images::PathSegment;
using images::VectorPath;
using model::Region;

constexpr Rgb dark{0x1f, 0x23, 0x28};
constexpr Rgb white{0xff, 0xff, 0xff};
constexpr double arc = 0.5523; // a quarter of a circle as a Bézier curve (Goldapp 1991)

VectorPath circle(double x, double y, double radius) {
  const double c = radius * arc;
  const auto curve = [](double x1, double y1, double x2, double y2, double to_x, double to_y) {
    return PathSegment{PathSegment::Kind::cubic, x1, y1, x2, y2, to_x, to_y};
  };
  VectorPath path;
  path.segments = {{PathSegment::Kind::move, 0, 0, 0, 0, x + radius, y},
                   curve(x + radius, y + c, x + c, y + radius, x, y + radius),
                   curve(x - c, y + radius, x - radius, y + c, x - radius, y),
                   curve(x - radius, y - c, x - c, y - radius, x, y - radius),
                   curve(x + c, y - radius, x + radius, y - c, x + radius, y),
                   {PathSegment::Kind::close}};
  return path;
}

VectorPath rectangle(const Region& region) {
  const double right = region.x + region.width;
  const double bottom = region.y + region.height;
  VectorPath path;
  path.segments = {{PathSegment::Kind::move, 0, 0, 0, 0, region.x, region.y},
                   {PathSegment::Kind::line, 0, 0, 0, 0, right, region.y},
                   {PathSegment::Kind::line, 0, 0, 0, 0, right, bottom},
                   {PathSegment::Kind::line, 0, 0, 0, 0, region.x, bottom},
                   {PathSegment::Kind::close}};
  return path;
}

VectorPath stroked(VectorPath path, Rgb color, double width) {
  path.stroke.color = color;
  path.stroke_width = width;
  path.join = images::LineJoin::round;
  return path;
}

VectorPath filled(VectorPath path, Rgb color) {
  path.fill.color = color;
  return path;
}

/// The outline of one place, and its letter in a badge at its centre.
void add_mark(const Region& region, std::size_t index, double unit, images::VectorPicture& marks) {
  const bool is_round = region.shape == Region::Shape::circle;
  const double x = is_round ? region.x : region.x + region.width / 2;
  const double y = is_round ? region.y : region.y + region.height / 2;
  const VectorPath outline = is_round ? circle(region.x, region.y, region.width) : rectangle(region);
  marks.items.emplace_back(stroked(outline, white, unit * 0.24));
  marks.items.emplace_back(stroked(outline, dark, unit * 0.1));
  marks.items.emplace_back(filled(circle(x, y, unit * 1.12), white));
  marks.items.emplace_back(filled(circle(x, y, unit), dark));
  const std::string letter = option_letter(index);
  const double size = unit * (letter.size() > 1 ? 1.0 : 1.3);
  marks.items.emplace_back(images::VectorText{.x = x,
                                              .y = y + size * 0.36, // half the height of a capital
                                              .size = size,
                                              .anchor = images::VectorText::Anchor::middle,
                                              .bold = true,
                                              .color = white,
                                              .text = letter});
}

} // namespace

images::VectorPicture hotspot_marks(const model::Hotspot& hotspot) {
  images::VectorPicture marks;
  if (!hotspot.image) return marks;
  marks.width = hotspot.image->width;
  marks.height = hotspot.image->height;
  // A letter can be read where the picture is as wide as a column; more places get smaller ones.
  constexpr double share = 0.028;
  const double unit = std::max(marks.width, marks.height) * share;
  for (std::size_t i = 0; i < hotspot.regions.size(); ++i) add_mark(hotspot.regions[i], i, unit, marks);
  return marks;
}

double hotspot_share(const model::Hotspot& hotspot) {
  if (!hotspot.image || hotspot.image->width <= 0 || hotspot.image->height <= 0) return 1;
  constexpr double highest = 0.27; // of the slide's width: question and answer line find room beside it
  return std::clamp(highest * hotspot.image->width / hotspot.image->height, 0.1, 1.0);
}

std::string hotspot_alternative(const model::Hotspot& hotspot) {
  std::string all = hotspot.alternative;
  for (std::size_t i = 0; i < hotspot.regions.size(); ++i) {
    all += (all.empty() ? "" : "; ") + option_letter(i) + ": " + text::plain_text(hotspot.regions[i].text);
  }
  return all;
}

} // namespace comb::typeset
