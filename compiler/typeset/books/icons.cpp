// The theme's icons, one picture for slides and print: read once a book, drawn in the colour of their box.
#include "images/image.hpp"
#include "typeset/books/marks.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr std::string_view folder = "icons/";
constexpr std::string_view ending = ".svg";

/// Icons are drawn in `currentColor`, which only a web page knows; any colour will do here, since it is replaced.
std::string with_a_color(std::string svg) {
  constexpr std::string_view current = "currentColor";
  for (std::size_t at = svg.find(current); at != std::string::npos; at = svg.find(current, at)) {
    svg.replace(at, current.size(), "#000000");
  }
  return svg;
}

images::VectorPath in_color(images::VectorPath path, Rgb color) {
  if (path.fill.color) path.fill.color = color;
  if (path.stroke.color) path.stroke.color = color;
  path.round_ends = true;
  return path;
}

} // namespace

Icons read_icons(const theme::Theme& theme) {
  Icons icons;
  for (const auto& [path, bytes] : theme.files) {
    if (!path.starts_with(folder) || !path.ends_with(ending)) continue;
    auto read = images::read_image(with_a_color(bytes), path, {});
    if (!read.value) continue; // the theme's own tests see to its files
    const auto* picture = std::get_if<images::VectorPicture>(&read.value->content);
    if (picture == nullptr) continue;
    const std::string name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    icons.emplace(name, *picture);
  }
  return icons;
}

void draw_icon(const images::VectorPicture& icon, const IconPlace& place, Ops& ops) {
  const double scale = place.size.value / std::max(1.0, icon.width);
  for (const auto& item : icon.items) {
    const auto* path = std::get_if<images::VectorPath>(&item);
    if (path == nullptr) continue;
    ops.push_back(
        {.content = DrawnPath{.path = in_color(*path, place.color), .x = place.x, .y = place.y, .scale = scale}});
  }
}

} // namespace comb::typeset::books
