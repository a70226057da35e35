// What pages and slides are after layout: drawing operations at positions, each tied to a structure node.
#pragma once

#include "base/color.hpp"
#include "base/points.hpp"
#include "base/span.hpp"
#include "images/image.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace comb::typeset {

/// Index of a face in `Fonts`.
struct FontId {
  std::uint16_t value = 0;
  auto operator<=>(const FontId&) const = default;
};
/// Index into `Structure::nodes`; `artifact` marks furniture that no reader needs to hear (rules, running heads).
struct NodeId {
  std::uint32_t value = 0;
  auto operator<=>(const NodeId&) const = default;
};
constexpr NodeId artifact{0xffffffff};

/// Roles as in PDF 1.7 (ISO 32000-1, 14.8.4), so that tagging is a table.
enum class Role : std::uint8_t {
  document,
  part,
  section,
  division,
  heading1,
  heading2,
  heading3,
  heading4,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  table_header,
  table_cell,
  caption,
  figure,
  quote,
  code,
  link,
  note,
  reference,
  contents,
  contents_item,
  form,
  span
};
struct StructureNode {
  Role role = Role::document;
  std::optional<NodeId> parent{};
  std::string alternative{};
  std::string lang{}; ///< empty: as its parent
  Span source{};
};
struct Structure {
  std::vector<StructureNode> nodes{}; ///< parents before children; the first is the document

  NodeId add(StructureNode node) {
    nodes.push_back(std::move(node));
    return {static_cast<std::uint32_t>(nodes.size() - 1)};
  }
};

struct Glyph {
  std::uint32_t id = 0;
  Points x{}; ///< of its origin, from the run's
  Points y{}; ///< upwards shift of its origin
  Points advance{};
  std::uint32_t text_begin = 0; ///< what it stands for, in bytes of `GlyphRun::text`
  std::uint32_t text_end = 0;
};
/// Glyphs of one face, size and colour on one baseline.
struct GlyphRun {
  FontId font{};
  Points size{};
  Rgb color{};
  Points x{}, y{};     ///< origin: left end of the baseline
  double slant = 0;    ///< horizontal shear for emphasis without an italic face; 0.2 is usual
  double rotation = 0; ///< degrees, clockwise, about the origin
  std::vector<Glyph> glyphs{};
  std::string text{}; ///< what copying gives, spaces included
};
struct FilledRectangle {
  Box2d box{};
  Rgb color{};
  Points radius{};
};
struct StrokedRectangle {
  Box2d box{};
  Rgb color{};
  Points width{0.5};
  Points radius{};
};
struct StrokedLine {
  Points x1{}, y1{}, x2{}, y2{};
  Points width{0.5};
  Rgb color{};
  std::vector<double> dashes{}; ///< in points; empty: solid
};
/// A path in its own units, scaled and moved to the page.
struct DrawnPath {
  images::VectorPath path{};
  Points x{}, y{};  ///< where (0, 0) of the path goes
  double scale = 1; ///< points a unit
};
struct DrawnImage {
  Box2d box{};
  std::shared_ptr<const images::Image> image{}; ///< a raster or JPEG; vector pictures become paths and runs
};
struct LinkArea {
  Box2d box{};
  std::string url{};    ///< or
  std::string anchor{}; ///< an id in this document
};
/// Where something that can be linked to stands.
struct Anchor {
  std::string id{};
  Points y{};
};

struct Op {
  NodeId node = artifact;
  std::variant<GlyphRun, FilledRectangle, StrokedRectangle, StrokedLine, DrawnPath, DrawnImage, LinkArea, Anchor>
      content{};
};
using Ops = std::vector<Op>;

struct Page {
  Points width{}, height{};
  Ops ops{};
  std::string label{}; ///< page number: iii, 12; covers and empty pages have one that is not drawn
};
struct OutlineEntry {
  std::string title{};
  int level = 1;
  std::uint32_t page = 0; ///< from 0
  Points y{};
};
/// A finished document.
struct Pages {
  std::string title{};
  std::string author{};
  std::string subject{};
  std::string lang{};
  std::vector<Page> pages{};
  Structure structure{};
  std::vector<OutlineEntry> outline{};
};

/// A readable outline: pages, structure and text with positions to a tenth of a point.
std::string dump(const Pages& pages);

} // namespace comb::typeset
