// One paragraph: items, breaks, lines; what does not fit is said.
#include "typeset/paragraph.hpp"

#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "typeset/line_breaking.hpp"
#include "typeset/line_setting.hpp"
#include "typeset/paragraph_items.hpp"

#include <algorithm>
#include <string_view>

namespace comb::typeset {

extern constexpr DiagnosticKind line_overflows{
    .name = "line-overflows",
    .severity = Severity::error,
    .help = "break the word with a space or a soft hyphen (U+00AD), or give it more room",
};

namespace {

// Shrinking and rounding hide this much.
constexpr double tolerated_overflow = 0.5;

/// The beginning of what a line shows, for a message.
std::string text_of(const Line& line) {
  constexpr std::size_t longest = 24;
  std::u32string text;
  for (const GlyphRun& run : line.runs) text += to_utf32(run.text);
  if (text.size() <= longest) return to_utf8(text);
  return to_utf8(std::u32string_view(text).substr(0, longest)) + "…";
}

const StyledRun& first_run(const ParagraphItems& items, std::span<const StyledRun> runs, LineRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (items.items[i].piece != no_piece) return runs[items.pieces[items.items[i].piece].run];
  }
  return runs.front();
}

} // namespace

WithDiagnostics<SetParagraph> set_paragraph(std::span<const StyledRun> runs, const ParagraphStyle& style,
                                            Points measure, const Fonts& fonts) {
  ParagraphItems items = make_items(runs, style, measure, fonts);
  WithDiagnostics<SetParagraph> set{{.lines = {}, .leading = style.leading}, std::move(items.diagnostics)};
  if (items.items.empty()) return set;
  const std::vector<std::size_t> breaks = style.align == TextAlign::justify
                                              ? break_justified(items.items, measure.value)
                                              : break_ragged(items.items, measure.value);
  for (const LineRange range : line_ranges(items, breaks)) {
    Line line = set_line(items, runs, range, style.align, measure);
    if (line.width.value > measure.value + tolerated_overflow) {
      set.diagnostics.push_back({.kind = &line_overflows,
                                 .span = first_run(items, runs, range).span,
                                 // Not by how much: each book has its own measure, and one finding is enough.
                                 .message = "`" + text_of(line) + "` is wider than its line"});
    }
    set.value.lines.push_back(std::move(line));
  }
  return set;
}

Points text_width(std::string_view text, const TextStyle& style, const Fonts& fonts) {
  const StyledRun run{.text = std::string(text), .style = style};
  const ParagraphItems items =
      make_items({&run, 1}, {.align = TextAlign::start, .hyphenate = false}, Points{1e6}, fonts);
  double width = 0;
  for (const Item& item : items.items) {
    if (item.kind != Item::Kind::penalty) width += item.width;
  }
  return Points{width};
}

void place_line(const Line& line, Points x, Points baseline, NodeId node, Ops& ops) {
  const auto move_box = [&](Box2d& box) {
    box.x += x;
    box.y += baseline;
  };
  for (const GlyphRun& run : line.runs) {
    GlyphRun moved = run;
    moved.x += x;
    moved.y += baseline;
    ops.push_back({.node = node, .content = std::move(moved)});
  }
  for (const Op& decoration : line.decorations) {
    Op moved = decoration;
    moved.node = node;
    std::visit(Overloaded{
                   [&](FilledRectangle& rectangle) { move_box(rectangle.box); },
                   [&](StrokedRectangle& rectangle) { move_box(rectangle.box); },
                   [&](LinkArea& link) { move_box(link.box); },
                   [&](DrawnImage& image) { move_box(image.box); },
                   [&](StrokedLine& rule) {
                     rule.x1 += x;
                     rule.x2 += x;
                     rule.y1 += baseline;
                     rule.y2 += baseline;
                   },
                   [&](GlyphRun& run) {
                     run.x += x;
                     run.y += baseline;
                   },
                   [&](DrawnPath& path) {
                     path.x += x;
                     path.y += baseline;
                   },
                   [&](Anchor& anchor) { anchor.y += baseline; },
               },
               moved.content);
    ops.push_back(std::move(moved));
  }
}

} // namespace comb::typeset
