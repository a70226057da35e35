// Pages as readable text, for `comb dump --stage pages` and golden files.
#include "base/overloaded.hpp"
#include "typeset/display_list.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace comb::typeset {

namespace {

constexpr std::array<std::string_view, 28> role_names = {
    "document",  "part",         "section",    "division",  "heading1",      "heading2",  "heading3",
    "heading4",  "paragraph",    "list",       "list-item", "label",         "list-body", "table",
    "table-row", "table-header", "table-cell", "caption",   "figure",        "quote",     "code",
    "link",      "note",         "reference",  "contents",  "contents-item", "form",      "span"};
static_assert(role_names.size() == static_cast<std::size_t>(Role::span) + 1);

/// To a tenth of a point, with a point as decimal sign whatever the locale.
std::string tenths(Points length) {
  const long rounded = std::lround(length.value * 10);
  const long whole = std::labs(rounded) / 10;
  const long rest = std::labs(rounded) % 10;
  return (rounded < 0 ? "-" : "") + std::to_string(whole) + "." + std::to_string(rest);
}

std::string box_text(const Box2d& box) {
  return tenths(box.x) + "," + tenths(box.y) + " " + tenths(box.width) + "x" + tenths(box.height);
}

std::string op_text(const Op& op) {
  return std::visit(
      Overloaded{
          [](const GlyphRun& run) {
            return "text " + tenths(run.x) + "," + tenths(run.y) + " " + tenths(run.size) + "pt f" +
                   std::to_string(run.font.value) + " " + to_hex(run.color) + " `" + run.text + "`";
          },
          [](const FilledRectangle& fill) { return "fill " + box_text(fill.box) + " " + to_hex(fill.color); },
          [](const StrokedRectangle& frame) { return "frame " + box_text(frame.box) + " " + to_hex(frame.color); },
          [](const StrokedLine& line) {
            return "line " + tenths(line.x1) + "," + tenths(line.y1) + " " + tenths(line.x2) + "," + tenths(line.y2) +
                   " " + to_hex(line.color);
          },
          [](const DrawnPath& path) { return "path " + tenths(path.x) + "," + tenths(path.y); },
          [](const DrawnImage& image) { return "image " + box_text(image.box); },
          [](const LinkArea& link) {
            return "link " + box_text(link.box) + " " + (link.url.empty() ? "#" + link.anchor : link.url);
          },
          [](const Anchor& anchor) { return "anchor #" + anchor.id + " " + tenths(anchor.y); },
      },
      op.content);
}

std::string node_text(NodeId node, const Structure& structure) {
  if (node == artifact || node.value >= structure.nodes.size()) return "artifact";
  return std::string(role_names[static_cast<std::size_t>(structure.nodes[node.value].role)]) + " " +
         std::to_string(node.value);
}

} // namespace

std::string dump(const Pages& pages) {
  std::string text = "title " + pages.title + "\nlang " + pages.lang + "\n";
  for (const OutlineEntry& entry : pages.outline) {
    text +=
        "outline " + std::to_string(entry.level) + " page " + std::to_string(entry.page + 1) + " " + entry.title + "\n";
  }
  int number = 0;
  for (const Page& page : pages.pages) {
    text += "page " + std::to_string(++number) + " `" + page.label + "` " + tenths(page.width) + "x" +
            tenths(page.height) + "\n";
    for (const Op& op : page.ops) text += "  " + op_text(op) + "  [" + node_text(op.node, pages.structure) + "]\n";
  }
  return text;
}

} // namespace comb::typeset
