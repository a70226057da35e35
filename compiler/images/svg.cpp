// The strict SVG reader: shapes, paths and text with transforms, styles and markers applied. What may run or load
// something is refused, what else is not known is named and left out.
#include "base/xml.hpp"
#include "images/readers.hpp"
#include "images/svg_matrix.hpp"
#include "images/svg_style.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace comb::images {

namespace {

constexpr std::size_t most_shapes = 50'000;
constexpr int most_uses = 16; ///< `use` inside what is used

// What runs, loads or embeds.
constexpr std::array<std::string_view, 12> unsafe_elements = {"script", "foreignObject", "image",   "iframe",
                                                              "object", "embed",         "audio",   "video",
                                                              "canvas", "handler",       "feImage", "link"};
// What draws nothing where it stands.
constexpr std::array<std::string_view, 10> silent_elements = {
    "defs", "symbol", "marker", "desc", "title", "linearGradient", "radialGradient", "metadata", "style", "clipPath"};
constexpr std::array<std::string_view, 7> shape_elements = {"rect", "circle",  "ellipse", "line",
                                                            "path", "polygon", "polyline"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& set) {
  return std::ranges::find(set, name) != set.end();
}

/// The name without the prefix that binds it to SVG; drawing programs' own elements keep theirs.
std::string_view local_name(std::string_view name) {
  return name.starts_with("svg:") ? name.substr(4) : name;
}
bool is_foreign(std::string_view name) {
  return local_name(name).find(':') != std::string_view::npos;
}

/// What of `element` may run or load something; empty where nothing may.
std::string unsafe_part(const XmlNode& element) {
  if (is_one_of(local_name(element.name), unsafe_elements)) return "the element `" + element.name + "`";
  for (const auto& [name, value] : element.attributes) {
    if (name.starts_with("on")) return "the attribute `" + name + "`";
    const bool is_reference = name == "href" || name.ends_with(":href") || name == "src";
    const bool is_link = local_name(element.name) == "a";
    if (is_reference && !is_link && !value.empty() && !value.starts_with('#')) {
      return "a reference to `" + value.substr(0, 60) + "`";
    }
    if (is_link && is_reference && value.find("script:") != std::string::npos) return "a link that runs a script";
    for (std::size_t at = value.find("url("); at != std::string::npos; at = value.find("url(", at + 4)) {
      if (url_id(std::string_view(value).substr(at)).empty()) return "a reference to something outside";
    }
  }
  return {};
}

std::string unsafe_css(std::string_view css) {
  if (css.find("@import") != std::string_view::npos) return "`@import` in its style";
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
    if (url_id(css.substr(at)).empty()) return "a reference to something outside in its style";
  }
  return {};
}

std::string text_of(const XmlNode& node) {
  std::string text = node.text;
  for (const XmlNode& child : node.children) text += text_of(child);
  return text;
}

/// White space of `text` elements: runs of it are one space (SVG 1.1, section 10.15).
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) out += c;
    if (is_space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<PathSegment> ellipse(double cx, double cy, double rx, double ry) {
  if (rx <= 0 || ry <= 0) return {};
  constexpr double k = 0.5522847498;
  using enum PathSegment::Kind;
  return {{.kind = move, .x = cx + rx, .y = cy},
          {cubic, cx + rx, cy + k * ry, cx + k * rx, cy + ry, cx, cy + ry},
          {cubic, cx - k * rx, cy + ry, cx - rx, cy + k * ry, cx - rx, cy},
          {cubic, cx - rx, cy - k * ry, cx - k * rx, cy - ry, cx, cy - ry},
          {cubic, cx + k * rx, cy - ry, cx + rx, cy - k * ry, cx + rx, cy},
          {.kind = close}};
}

/// A vertex of a shape with the way that the shape goes there, for markers.
struct Vertex {
  Position at;
  double angle = 0; ///< degrees
};

double direction(Position from, Position to) {
  return std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
}

/// Where the first and the last stretch of `segments` begin and end, and all corners between.
std::vector<Vertex> vertices_of(const std::vector<PathSegment>& segments) {
  std::vector<Vertex> vertices;
  Position at;
  for (const PathSegment& segment : segments) {
    if (segment.kind == PathSegment::Kind::close) continue;
    const Position to{segment.x, segment.y};
    if (segment.kind != PathSegment::Kind::move && !vertices.empty()) {
      const bool is_curve = segment.kind == PathSegment::Kind::cubic;
      const Position leaving = is_curve ? Position{segment.x1, segment.y1} : to;
      const Position arriving = is_curve ? Position{segment.x2, segment.y2} : at;
      if (vertices.size() == 1) vertices[0].angle = direction(at, leaving);
      vertices.push_back({to, direction(arriving, to)});
    } else {
      vertices.push_back({to, 0});
    }
    at = to;
  }
  return vertices;
}

class SvgReader {
 public:
  Read<ReadSvg> read(const XmlNode& root) {
    if (local_name(root.name) != "svg") return Refusal{Refusal::Reason::unreadable, "is XML but not SVG"};
    look_over(root);
    if (refusal_) return *refusal_;
    const Matrix to_origin = read_size(root);
    if (read_.picture.width <= 0 || read_.picture.height <= 0) {
      return Refusal{Refusal::Reason::unreadable, "is an SVG file without a size: it needs a `viewBox`"};
    }
    for (const std::string& selector : sheet_.ignored) note("the style rule `" + selector + "`");
    const SvgStyle style = style_of(root, {}, sheet_);
    for (const XmlNode& child : root.children) draw(child, to_origin, style, 0);
    if (refusal_) return *refusal_;
    return std::move(read_);
  }

 private:
  void refuse(Refusal::Reason reason, const std::string& message) {
    if (!refusal_) refusal_ = Refusal{reason, message};
  }
  void note(const std::string& what) {
    if (std::ranges::find(read_.unsupported, what) == read_.unsupported.end()) read_.unsupported.push_back(what);
  }

  /// Refuses what is unsafe anywhere in the file, collects ids and style sheets.
  void look_over(const XmlNode& element) {
    if (element.is_text()) return;
    std::string unsafe = unsafe_part(element);
    if (local_name(element.name) == "style") {
      const std::string css = text_of(element);
      if (unsafe.empty()) unsafe = unsafe_css(css);
      read_style_sheet(css, sheet_);
    }
    if (!unsafe.empty()) refuse(Refusal::Reason::unsafe, "holds " + unsafe + ", which may run or load something");
    const std::string_view id = element.attribute("id");
    if (!id.empty()) by_id_.emplace(id, &element);
    if (local_name(element.name) == "title" && read_.picture.title.empty()) {
      read_.picture.title = collapsed(text_of(element));
    }
    for (const XmlNode& child : element.children) look_over(child);
  }

  Matrix read_size(const XmlNode& root) {
    NumberReader reader(root.attribute("viewBox"));
    const auto x = reader.next();
    const auto y = x ? reader.next() : std::nullopt;
    const auto width = y ? reader.next() : std::nullopt;
    const auto height = width ? reader.next() : std::nullopt;
    if (height) {
      read_.picture.width = *width;
      read_.picture.height = *height;
    } else {
      read_.picture.width = read_length(root.attribute("width")).value_or(0);
      read_.picture.height = read_length(root.attribute("height")).value_or(0);
    }
    view_width_ = read_.picture.width;
    view_height_ = read_.picture.height;
    const auto own_width = read_length(root.attribute("width"), view_width_);
    const auto own_height = read_length(root.attribute("height"), view_height_);
    const double ratio = view_height_ > 0 ? view_width_ / view_height_ : 1;
    read_.width = own_width.value_or(own_height ? *own_height * ratio : view_width_);
    read_.height = own_height.value_or(own_width ? *own_width / ratio : view_height_);
    return height ? translation(-*x, -*y) : Matrix{};
  }

  // Elements.

  void draw(const XmlNode& element, const Matrix& outer, const SvgStyle& parent, int uses) {
    if (element.is_text() || refusal_) return;
    const std::string_view name = local_name(element.name);
    if (is_foreign(name) || is_one_of(name, silent_elements)) return;
    if (++element_count_ > most_shapes) {
      return refuse(Refusal::Reason::too_large, "draws more than " + std::to_string(most_shapes) + " shapes");
    }
    const SvgStyle style = style_of(element, parent, sheet_);
    if (!style.is_shown) return;
    for (const std::string_view effect : {"clip-path", "mask", "filter"}) {
      const std::string_view value = element.attribute(effect);
      if (!value.empty() && value != "none") note("`" + std::string(effect) + "`");
    }
    const std::optional<Matrix> own = read_transform(element.attribute("transform"));
    if (!own) note("the transform `" + std::string(element.attribute("transform")) + "`");
    const Matrix matrix = outer * own.value_or(Matrix{});
    if (name == "g" || name == "a" || name == "switch") {
      for (const XmlNode& child : element.children) draw(child, matrix, style, uses);
    } else if (is_one_of(name, shape_elements)) {
      draw_shape(element, matrix, style, uses);
    } else if (name == "text") {
      draw_text(element, matrix, style);
    } else if (name == "use") {
      draw_use(element, matrix, style, uses);
    } else {
      note("the element `" + element.name + "`");
    }
  }

  void draw_use(const XmlNode& element, const Matrix& matrix, const SvgStyle& style, int uses) {
    std::string_view target = element.attribute("href");
    if (target.empty()) target = element.attribute("xlink:href");
    const auto found = by_id_.find(std::string(target.substr(std::min<std::size_t>(1, target.size()))));
    if (found == by_id_.end()) return note("a `use` of something that is not there");
    if (uses >= most_uses) return refuse(Refusal::Reason::too_large, "uses itself, or nests `use` too deep");
    const Matrix moved = matrix * translation(length(element, "x"), length(element, "y"));
    const XmlNode& used = *found->second;
    if (local_name(used.name) != "symbol") return draw(used, moved, style, uses + 1);
    const SvgStyle own = style_of(used, style, sheet_);
    for (const XmlNode& child : used.children) draw(child, moved, own, uses + 1);
  }

  double length(const XmlNode& element, std::string_view name, double otherwise = 0) const {
    const bool is_height =
        name == "y" || name == "cy" || name == "ry" || name == "height" || name == "y1" || name == "y2";
    return read_length(element.attribute(name), is_height ? view_height_ : view_width_).value_or(otherwise);
  }

  // Shapes.

  std::vector<PathSegment> rectangle(const XmlNode& element) const {
    const double x = length(element, "x");
    const double y = length(element, "y");
    const double w = length(element, "width");
    const double h = length(element, "height");
    if (w <= 0 || h <= 0) return {};
    const double given_rx = length(element, "rx", -1);
    const double given_ry = length(element, "ry", -1);
    const double rx = std::min(std::max(0.0, given_rx < 0 ? given_ry : given_rx), w / 2);
    const double ry = std::min(std::max(0.0, given_ry < 0 ? given_rx : given_ry), h / 2);
    using enum PathSegment::Kind;
    if (rx <= 0 || ry <= 0) {
      return {{.kind = move, .x = x, .y = y},
              {.kind = line, .x = x + w, .y = y},
              {.kind = line, .x = x + w, .y = y + h},
              {.kind = line, .x = x, .y = y + h},
              {.kind = close}};
    }
    const double kx = rx * (1 - 0.5522847498);
    const double ky = ry * (1 - 0.5522847498);
    return {{.kind = move, .x = x + rx, .y = y},
            {.kind = line, .x = x + w - rx, .y = y},
            {cubic, x + w - kx, y, x + w, y + ky, x + w, y + ry},
            {.kind = line, .x = x + w, .y = y + h - ry},
            {cubic, x + w, y + h - ky, x + w - kx, y + h, x + w - rx, y + h},
            {.kind = line, .x = x + rx, .y = y + h},
            {cubic, x + kx, y + h, x, y + h - ky, x, y + h - ry},
            {.kind = line, .x = x, .y = y + ry},
            {cubic, x, y + ky, x + kx, y, x + rx, y},
            {.kind = close}};
  }

  std::vector<PathSegment> polygon(const XmlNode& element, bool is_closed) {
    std::vector<PathSegment> path;
    NumberReader reader(element.attribute("points"));
    while (const auto x = reader.next()) {
      const auto y = reader.next();
      if (!y) break;
      const auto kind = path.empty() ? PathSegment::Kind::move : PathSegment::Kind::line;
      path.push_back({.kind = kind, .x = *x, .y = *y});
    }
    if (is_closed && !path.empty()) path.push_back({.kind = PathSegment::Kind::close});
    return path;
  }

  std::vector<PathSegment> outline(const XmlNode& element) {
    const std::string_view name = local_name(element.name);
    using enum PathSegment::Kind;
    if (name == "rect") return rectangle(element);
    if (name == "circle") {
      const double r = length(element, "r");
      return ellipse(length(element, "cx"), length(element, "cy"), r, r);
    }
    if (name == "ellipse") {
      return ellipse(length(element, "cx"), length(element, "cy"), length(element, "rx"), length(element, "ry"));
    }
    if (name == "line") {
      return {{.kind = move, .x = length(element, "x1"), .y = length(element, "y1")},
              {.kind = line, .x = length(element, "x2"), .y = length(element, "y2")}};
    }
    if (name != "path") return polygon(element, name == "polygon");
    if (auto path = read_path_data(element.attribute("d"))) return *std::move(path);
    note("a path with malformed data");
    return {};
  }

  Paint paint_of(const SvgPaint& paint, double opacity) {
    Paint made{.color = paint.color, .opacity = std::clamp(opacity * paint.alpha, 0.0, 1.0)};
    if (!paint.server.empty()) made.color = first_stop(paint.server);
    return made;
  }

  /// A gradient is drawn in its first colour: better than a hole.
  std::optional<Rgb> first_stop(const std::string& id) {
    const auto found = by_id_.find(id);
    note("the gradient or pattern `" + id + "`");
    if (found == by_id_.end()) return std::nullopt;
    for (const XmlNode& stop : found->second->children) {
      if (stop.is_text() || local_name(stop.name) != "stop") continue;
      std::string color(stop.attribute("stop-color"));
      for (const auto& [name, value] : read_declarations(stop.attribute("style"))) {
        if (name == "stop-color") color = value;
      }
      if (const auto read = read_svg_color(color)) return read->first;
    }
    return Rgb{0x99, 0x99, 0x99};
  }

  void draw_shape(const XmlNode& element, const Matrix& matrix, const SvgStyle& style, int uses) {
    const std::vector<PathSegment> segments = outline(element);
    if (segments.empty() || !style.is_visible) return;
    VectorPath path{.segments = transformed(segments, matrix),
                    .fill = paint_of(style.fill, style.fill_opacity * style.opacity),
                    .stroke = paint_of(style.stroke, style.stroke_opacity * style.opacity),
                    .stroke_width = style.stroke_width * matrix.scale(),
                    .dashes = style.dashes,
                    .even_odd = style.even_odd,
                    .cap = style.cap,
                    .join = style.join};
    if (local_name(element.name) == "line") path.fill.color.reset();
    if (style.stroke_width <= 0) path.stroke.color.reset();
    for (double& dash : path.dashes) dash *= matrix.scale();
    if (path.fill.color || path.stroke.color) read_.picture.items.emplace_back(std::move(path));
    draw_markers(segments, matrix, style, uses);
  }

  // Markers: arrow heads.

  void draw_markers(const std::vector<PathSegment>& segments, const Matrix& matrix, const SvgStyle& style, int uses) {
    if (style.marker_start.empty() && style.marker_middle.empty() && style.marker_end.empty()) return;
    const std::vector<Vertex> vertices = vertices_of(segments);
    if (vertices.empty()) return;
    draw_marker(style.marker_start, vertices.front(), true, matrix, style, uses);
    for (std::size_t i = 1; i + 1 < vertices.size(); ++i) {
      draw_marker(style.marker_middle, vertices[i], false, matrix, style, uses);
    }
    draw_marker(style.marker_end, vertices.back(), false, matrix, style, uses);
  }

  void draw_marker(const std::string& id, const Vertex& vertex, bool is_start, const Matrix& matrix,
                   const SvgStyle& style, int uses) {
    if (id.empty()) return;
    const auto found = by_id_.find(id);
    if (found == by_id_.end() || local_name(found->second->name) != "marker" || uses >= most_uses) return;
    const XmlNode& marker = *found->second;
    const std::string_view orient = marker.attribute("orient");
    double angle = vertex.angle + (is_start && orient == "auto-start-reverse" ? 180 : 0);
    if (!orient.starts_with("auto")) angle = read_length(orient).value_or(0);
    const double unit = marker.attribute("markerUnits") == "userSpaceOnUse" ? 1 : style.stroke_width;
    NumberReader reader(marker.attribute("viewBox"));
    double scale = unit;
    std::array<double, 4> box{};
    std::size_t count = 0;
    while (const auto number = count < box.size() ? reader.next() : std::nullopt) box[count++] = *number;
    if (count == box.size() && box[2] > 0 && box[3] > 0) {
      const double width = read_length(marker.attribute("markerWidth")).value_or(3);
      const double height = read_length(marker.attribute("markerHeight")).value_or(3);
      scale *= std::min(width / box[2], height / box[3]);
    }
    const double ref_x = read_length(marker.attribute("refX")).value_or(0);
    const double ref_y = read_length(marker.attribute("refY")).value_or(0);
    const Matrix place = matrix * translation(vertex.at.x, vertex.at.y) * rotation_by(angle) * scaling(scale, scale) *
                         translation(-ref_x, -ref_y);
    // A marker starts with the look of the root, not of its shape (SVG 1.1, section 11.6.2).
    const SvgStyle own = style_of(marker, {.opacity = style.opacity}, sheet_);
    for (const XmlNode& child : marker.children) draw(child, place, own, uses + 1);
  }

  // Text.

  struct TextPlace {
    double x = 0, y = 0;
  };

  /// `text` with its `tspan`s. One that begins at a place of its own is a text of its own; another goes on in the
  /// text that it stands in.
  void draw_text(const XmlNode& element, const Matrix& matrix, const SvgStyle& style) {
    TextPlace place{length(element, "x") + length(element, "dx"), length(element, "y") + length(element, "dy")};
    std::string pending;
    SvgStyle pending_style = style;
    const auto flush = [&] {
      add_text(collapsed(pending), place, matrix, pending_style);
      pending.clear();
    };
    for (const XmlNode& child : element.children) {
      if (child.is_text()) {
        pending += child.text;
        continue;
      }
      if (local_name(child.name) == "title" || is_foreign(child.name)) continue;
      if (local_name(child.name) != "tspan") {
        note("the element `" + child.name + "` in text");
        continue;
      }
      const SvgStyle own = style_of(child, style, sheet_);
      const bool has_place =
          !child.attribute("x").empty() || !child.attribute("y").empty() || !child.attribute("dy").empty();
      if (has_place) {
        flush();
        place.x = length(child, "x", place.x) + length(child, "dx");
        place.y = length(child, "y", place.y) + read_length(child.attribute("dy"), 0, own.font_size).value_or(0);
      }
      if (collapsed(pending).empty()) pending_style = own;
      pending += text_of(child);
    }
    flush();
  }

  static double baseline_shift(const SvgStyle& style) {
    if (style.baseline == "middle" || style.baseline == "central") return style.font_size * 0.35;
    if (style.baseline == "hanging" || style.baseline == "text-before-edge") return style.font_size * 0.8;
    return 0;
  }

  void add_text(const std::string& text, TextPlace place, const Matrix& matrix, const SvgStyle& style) {
    if (text.empty() || !style.is_visible) return;
    const Paint paint = paint_of(style.fill, style.fill_opacity * style.opacity);
    if (!paint.color) return;
    const Position at = matrix.apply({place.x, place.y + baseline_shift(style)});
    // Text has no transparency of its own; on white it looks the same.
    constexpr Rgb white{0xff, 0xff, 0xff};
    read_.picture.items.emplace_back(VectorText{.x = at.x,
                                                .y = at.y,
                                                .size = style.font_size * matrix.scale(),
                                                .anchor = style.anchor,
                                                .bold = style.is_bold,
                                                .serif = style.is_serif,
                                                .rotation = matrix.rotation(),
                                                .color = mix(*paint.color, white, paint.opacity),
                                                .text = text});
  }

  ReadSvg read_;
  StyleSheet sheet_;
  std::map<std::string, const XmlNode*> by_id_;
  std::optional<Refusal> refusal_;
  std::size_t element_count_ = 0;
  double view_width_ = 0, view_height_ = 0;
};

} // namespace

Read<ReadSvg> read_svg(std::string_view bytes) {
  if (bytes.size() > most_svg_bytes) return Refusal{Refusal::Reason::too_large, "is an SVG file of more than 4 MiB"};
  const Result<XmlNode> root = read_xml(bytes);
  if (!root) return Refusal{Refusal::Reason::unreadable, "cannot be read: " + root.failure().message};
  return SvgReader().read(*root);
}

} // namespace comb::images
