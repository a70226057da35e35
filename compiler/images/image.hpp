// Pictures of a course: sizes, limits, and their content decoded or kept as it is.
#pragma once

#include "base/color.hpp"
#include "base/points.hpp"
#include "diagnostics/diagnostic.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace comb::images {

/// A decoded raster. `pixels` holds rows from the top, `channels` bytes a pixel, no padding.
struct Raster {
  std::uint32_t width = 0, height = 0;
  int channels = 3; ///< 1 grey, 3 RGB
  std::string pixels;
  std::string alpha; ///< one byte a pixel; empty where all is opaque
  bool operator==(const Raster&) const = default;
};

/// A JPEG whose markers were checked; the bytes may go into a PDF as they are (`/DCTDecode`).
struct CheckedJpeg {
  std::uint32_t width = 0, height = 0;
  int channels = 3; ///< 1 or 3; CMYK is refused
  std::string bytes;
  bool operator==(const CheckedJpeg&) const = default;
};

/// One command of a path in the picture's own units: M L C Z with absolute coordinates.
struct PathSegment {
  enum class Kind : std::uint8_t { move, line, cubic, close } kind = Kind::move;
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0; ///< controls for `cubic`, end point for all but `close`
  bool operator==(const PathSegment&) const = default;
};
struct Paint {
  std::optional<Rgb> color; ///< none: not painted
  double opacity = 1;
  bool operator==(const Paint&) const = default;
};
/// How a stroke ends and turns, numbered as in SVG's order and in PDF (ISO 32000-1, 8.4.3).
enum class LineCap : std::uint8_t { butt, round, square };
enum class LineJoin : std::uint8_t { miter, round, bevel };

struct VectorPath {
  std::vector<PathSegment> segments;
  Paint fill;
  Paint stroke;
  double stroke_width = 1;
  std::vector<double> dashes;
  bool even_odd = false;
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  bool round_ends = false; ///< caps and joins of the stroke are round
  bool operator==(const VectorPath&) const = default;
};
struct VectorText {
  double x = 0, y = 0; ///< of the baseline
  double size = 16;
  enum class Anchor : std::uint8_t { start, middle, end } anchor = Anchor::start;
  bool bold = false;
  bool serif = false;
  double rotation = 0; ///< degrees, clockwise, about (x, y)
  Rgb color;
  std::string text;
  bool operator==(const VectorText&) const = default;
};
/// An SVG read by our own strict reader: transforms are applied, shapes are paths, CSS classes are resolved.
struct VectorPicture {
  double width = 0, height = 0;                            ///< of the view box; origin moved to (0, 0)
  std::vector<std::variant<VectorPath, VectorText>> items; ///< in painting order
  std::string title;
  bool operator==(const VectorPicture&) const = default;
};

/// A picture ready for any output.
struct Image {
  std::string media_type;       ///< image/png, image/jpeg, image/svg+xml
  std::string bytes;            ///< as read, for HTML and quiz banks
  double width = 0, height = 0; ///< in CSS pixels (96 an inch)
  std::variant<Raster, CheckedJpeg, VectorPicture> content;
};

/// Reads PNG (libpng), JPEG (markers checked) or SVG (strict subset) by content, not by name. Raises
/// `image-unreadable`, `image-too-large`, `svg-unsafe`, `svg-unsupported` (a warning that names the element) at
/// `place`; with an error the picture is null. At most 40 megapixels and 50 MB, 4 MiB for SVG.
WithDiagnostics<std::shared_ptr<const Image>> read_image(std::string_view bytes, std::string_view path, Span place);

/// Reads SVG path data (`d="…"`, all commands) into absolute M L C Z; none where it is malformed.
std::optional<std::vector<PathSegment>> read_path_data(std::string_view d);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::images
