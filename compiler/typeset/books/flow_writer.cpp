// The cursor of a column, and text to slices.
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace comb::typeset::books {
namespace {

// Two lines of a paragraph stay together at the foot and at the head of a page.
BreakBefore break_before_line(std::size_t line, std::size_t count) {
  const bool is_orphan = line == 1;
  const bool is_widow = line + 1 == count && line > 0;
  return is_orphan || is_widow ? BreakBefore::forbidden : BreakBefore::allowed;
}

/// Lines are set from their start; what stands right or in the middle is moved there.
Points line_start(const Line& line, TextAlign align, Points measure) {
  if (align == TextAlign::center) return (measure - line.width) / 2;
  if (align == TextAlign::end) return measure - line.width;
  return Points{};
}

} // namespace

Flow Flow::inner(Points dx, Points width) const {
  return {.book = book,
          .chapter = chapter,
          .x = x + dx,
          .measure = width,
          .look = look,
          .node = node,
          .bar = {},
          .clock = clock,
          .asked = asked,
          .figures = figures,
          .lesson_number = lesson_number,
          .lines_after_items = lines_after_items,
          .depth = depth};
}

void Flow::want_space(Points wish) {
  space = std::max(space, wish);
}

void Flow::push(FlowItem item) {
  item.space_before = std::max(item.space_before, space);
  item.break_before = std::max(item.break_before, next_break);
  item.opens = std::max(item.opens, opens);
  if (!item.bar) item.bar = bar;
  if (item.own_pages.empty() && !own_pages.empty()) item.own_pages = own_pages.back();
  std::ranges::move(anchors, std::back_inserter(item.anchors));
  anchors.clear();
  space = Points{};
  next_break = BreakBefore::allowed;
  opens = Opens::nothing;
  items.push_back(std::move(item));
}

void Flow::push_all(FlowItems more) {
  for (FlowItem& item : more) push(std::move(item));
}

NodeId Flow::add_node(Role role, Span source) const {
  return chapter.structure.add({.role = role, .parent = node, .source = source});
}

void mark_language(Flow& flow, std::size_t first, const std::string& lang) {
  if (lang.empty()) return;
  std::vector<StructureNode>& nodes = flow.chapter.structure.nodes;
  for (std::size_t i = first; i < nodes.size(); ++i) {
    if (nodes[i].parent == flow.node && nodes[i].lang.empty()) nodes[i].lang = lang;
  }
}

SetParagraph set_runs(Flow& flow, const std::vector<StyledRun>& runs, const TextLook& look, Points measure) {
  // A title is read at a glance: a word cut in two would stop the eye.
  const bool is_title = look.style.weight == Weight::bold && look.style.size > flow.style().page.body;
  auto set = set_paragraph(
      runs, {.leading = look.leading, .align = look.align, .first_indent = look.first_indent, .hyphenate = !is_title},
      measure, flow.fonts());
  append(flow.chapter.diagnostics, std::move(set.diagnostics));
  return std::move(set.value);
}

SetParagraph set_inlines(Flow& flow, const text::Inlines& inlines, const TextLook& look, Points measure) {
  InlineLook inline_look{.base = look.style,
                         .code_color = look.style.color,
                         .link_color = flow.style().teal,
                         .answer_color = flow.style().answer,
                         .see_page_pattern = std::string(flow.words().see_page)};
  // Scripts that indent paragraphs by characters have wide parentheses, too.
  if (flow.style().first_indent > 0) inline_look.gloss_pattern = {"（", "）"};
  inline_look.page_of = [&flow](const std::string& anchor) -> std::string {
    flow.chapter.names_pages = true;
    // The first pass knows no page yet; two digits keep lines from moving in most cases.
    if (!flow.book.labels) return "00";
    const auto found = flow.book.labels->find(anchor);
    return found == flow.book.labels->end() ? std::string() : found->second;
  };
  return set_runs(flow, style_inlines(inlines, inline_look), look, measure);
}

SetParagraph set_words(Flow& flow, std::string_view words, const TextLook& look, Points measure) {
  return set_runs(flow, {{.text = std::string(words), .style = look.style}}, look, measure);
}

void push_paragraph(Flow& flow, const SetParagraph& paragraph, const TextLook& look, NodeId node) {
  const Points baseline = baseline_in(look.leading, look.style.size);
  for (std::size_t index = 0; index < paragraph.lines.size(); ++index) {
    FlowItem item{.height = look.leading, .on_grid = look.on_grid};
    item.break_before = break_before_line(index, paragraph.lines.size());
    item.continues_paragraph = index > 0;
    const Line& line = paragraph.lines[index];
    place_line(line, flow.x + line_start(line, look.align, flow.measure), baseline, node, item.ops);
    flow.push(std::move(item));
  }
}

Points draw_words(Flow& flow, std::string_view words, const TextStyle& style, const LinePlace& place, Ops& ops) {
  if (words.empty()) return {};
  const TextLook look{.style = style, .leading = style.size * 1.5, .align = TextAlign::start};
  constexpr Points one_line{5000};
  const SetParagraph set = set_words(flow, words, look, one_line);
  if (set.lines.empty()) return {};
  place_line(set.lines.front(), place.x, place.baseline, place.node, ops);
  return set.lines.front().width;
}

void push_line(Flow& flow, std::string_view words, const TextStyle& style, Points height, Role role) {
  FlowItem item{.height = height};
  const LinePlace place{.x = flow.x, .baseline = baseline_in(height, style.size), .node = flow.add_node(role)};
  draw_words(flow, words, style, place, item.ops);
  flow.push(std::move(item));
}

void push_writing_lines(Flow& flow, int count) {
  for (int line = 0; line < count; ++line) {
    FlowItem item{.height = flow.style().writing_step};
    item.break_before = line == 0 ? BreakBefore::forbidden : BreakBefore::avoided;
    item.ops.push_back({.content = StrokedLine{.x1 = flow.x,
                                               .y1 = item.height,
                                               .x2 = flow.x + flow.measure,
                                               .y2 = item.height,
                                               .width = 0.6_pt,
                                               .color = flow.style().writing_rule}});
    flow.push(std::move(item));
  }
}

void push_hairline(Flow& flow, Points height) {
  FlowItem item{.height = height};
  item.ops.push_back({.content = StrokedLine{.x1 = flow.x,
                                             .y1 = height,
                                             .x2 = flow.x + flow.measure,
                                             .y2 = height,
                                             .width = 0.5_pt,
                                             .color = flow.style().line}});
  flow.push(std::move(item));
}

std::string minutes_words(const words::Words& words, std::chrono::minutes time) {
  return words::fill(words.minutes, static_cast<int>(time.count()));
}

std::string clock_words(std::chrono::minutes since_midnight) {
  const auto two_digits = [](auto number) {
    const std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
  };
  return two_digits(since_midnight.count() / 60 % 24) + ":" + two_digits(since_midnight.count() % 60);
}

} // namespace comb::typeset::books
