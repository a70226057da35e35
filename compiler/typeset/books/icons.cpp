// Line icons on a grid of 24 by 24, drawn with a pen of 1.8: they stay readable at ten points and on a photocopy.
#include "images/image.hpp"
#include "typeset/books/marks.hpp"

#include <algorithm>
#include <array>

namespace comb::typeset::books {
namespace {

struct Icon {
  std::string_view name;
  std::string_view path; ///< SVG path data
};

constexpr std::string_view ring = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z";

constexpr std::array icons = {
    Icon{"activity", "M4 12h6l2-8l4 16l2-8h3"},
    Icon{"book", "M12 6c-2-2-6-2-9-1v14c3-1 7-1 9 1c2-2 6-2 9-1v-14c-3-1-7-1-9 1zM12 6v14"},
    Icon{"bulb", "M9 17c0-3-3-4-3-8a6 6 0 1 1 12 0c0 4-3 5-3 8zM9 21h6"},
    Icon{"case", "M3 8h18v12H3zM9 8V4h6v4M3 13h18"},
    Icon{"check", "M4 13l5 6L20 5"},
    Icon{"checklist", "M3 6l2 2l3-4M3 17l2 2l3-4M12 6h9M12 18h9"},
    Icon{"clock", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7v5l4 3"},
    Icon{"discuss", "M3 4h13v9H9l-4 4v-4H3zM19 9h2v8h-2v4l-4-4h-5"},
    Icon{"document", "M5 3h10l4 4v14H5zM8 11h8M8 15h8"},
    Icon{"example", "M4 4h16v16H4zM8 12h8M12 8v8"},
    Icon{"important", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7v6M12 16v1.5"},
    Icon{"key", "M8 8a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM12 12h9v4M17 12v3"},
    Icon{"keypoint", "M12 3l2.7 6l6.3.6l-4.8 4.2l1.5 6.4L12 16.8l-5.7 3.4l1.5-6.4L3 9.6L9.300 9z"},
    Icon{"note", "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4"},
    Icon{"people",
         "M8 4a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7zM2 20c0-8 12-8 12 0M16 5a3 3 0 1 1 1 6M18 13c3 1 4 4 4 7"},
    Icon{"question", "M8 8c0-6 9-5 8 0c0 3-4 3-4 7M12 18.500V20"},
    Icon{"reflection", "M5 4h14v16H5zM9 9h6M9 13h6M9 4v-1M15 4v-1"},
    Icon{"target", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"},
    Icon{"warning", "M12 3L22 20H2zM12 9v5M12 16.500v1"},
};

/// Names that block kinds use for the same picture.
struct Alias {
  std::string_view name;
  std::string_view icon;
};
constexpr std::array aliases = {
    Alias{"briefcase", "case"},     Alias{"cards", "people"},      Alias{"debrief", "discuss"},
    Alias{"exhibit", "document"},   Alias{"feedback", "check"},    Alias{"group", "people"},
    Alias{"handout", "document"},   Alias{"objectives", "target"}, Alias{"observer", "checklist"},
    Alias{"pencil", "note"},        Alias{"quiz", "question"},     Alias{"role", "people"},
    Alias{"roleplay", "people"},    Alias{"rubric", "checklist"},  Alias{"solution", "key"},
    Alias{"table", "document"},     Alias{"talk", "discuss"},      Alias{"teaching-note", "note"},
    Alias{"term", "book"},          Alias{"tip", "bulb"},          Alias{"trainer-note", "note"},
    Alias{"materials", "example"},  Alias{"star", "keypoint"},     Alias{"alert", "warning"},
    Alias{"energizer", "activity"}, Alias{"timer", "clock"},       Alias{"info", "important"},
};

std::string_view path_of(std::string_view name) {
  const auto alias = std::ranges::find(aliases, name, &Alias::name);
  if (alias != aliases.end()) name = alias->icon;
  const auto icon = std::ranges::find(icons, name, &Icon::name);
  return icon == icons.end() ? ring : icon->path;
}

} // namespace

void draw_icon(std::string_view name, const IconPlace& place, Ops& ops) {
  constexpr double grid = 24;
  auto segments = images::read_path_data(path_of(name));
  if (!segments) return;
  images::VectorPath path{.segments = std::move(*segments), .stroke = {.color = place.color}, .stroke_width = 1.9};
  ops.push_back(
      {.content = DrawnPath{.path = std::move(path), .x = place.x, .y = place.y, .scale = place.size.value / grid}});
}

} // namespace comb::typeset::books
