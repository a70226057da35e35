// Contents, and the other lists that are never typed by hand.
#include "typeset/books/contents.hpp"

#include "typeset/books/lesson.hpp"

#include <algorithm>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points number_column{38};
constexpr Points page_column{34};

struct LineLook {
  TextStyle style{};
  Points height{};
  Points indent{};
};

LineLook look_of(const BookStyle& style, int level) {
  switch (level) {
    case 1:
      return {style.sans(style.page.head3, Weight::bold), style.page.leading * 1.5, Points{}};
    case 2:
      return {style.sans(style.page.body), style.page.leading * 1.25, Points{}};
    default:
      return {style.small(), style.page.leading * 0.9, number_column};
  }
}

std::string label_of(Flow& flow, const std::string& anchor) {
  flow.chapter.names_pages = true;
  if (!flow.book.labels) return "00";
  const auto found = flow.book.labels->find(anchor);
  return found == flow.book.labels->end() ? std::string() : found->second;
}

void draw_page_label(Flow& flow, const ContentsLine& line, const LineLook& look, const LinePlace& place, Ops& ops) {
  const std::string label = label_of(flow, line.anchor);
  TextStyle style = look.style;
  if (line.level > 1) style.weight = Weight::regular;
  const Points x = flow.x + flow.measure - text_width(label, style, flow.fonts());
  draw_words(flow, label, style, {.x = x, .baseline = place.baseline, .node = place.node}, ops);
}

} // namespace

void push_contents_line(Flow& flow, const ContentsLine& line) {
  const BookStyle& style = flow.style();
  const LineLook look = look_of(style, line.level);
  const NodeId node = flow.add_node(Role::contents_item);
  const Points indent = line.number.empty() && line.level < 3 ? Points{} : number_column;
  Flow inner = flow.inner(indent, flow.measure - indent - page_column);
  const TextLook text{.style = look.style, .leading = look.height, .align = TextAlign::start};
  push_paragraph(inner, set_words(inner, line.title, text, inner.measure), text, node);
  if (inner.items.empty()) return;
  FlowItem& first = inner.items.front();
  const LinePlace place{.x = flow.x, .baseline = baseline_in(look.height, look.style.size), .node = node};
  TextStyle number = look.style;
  number.weight = Weight::bold;
  number.color = style.wood;
  draw_words(flow, line.number, number, place, first.ops);
  draw_page_label(flow, line, look, place, first.ops);
  first.ops.push_back(
      {.node = node, .content = LinkArea{.box = {flow.x, Points{}, flow.measure, look.height}, .anchor = line.anchor}});
  if (line.level == 1) flow.want_space(style.page.leading);
  keep_together(inner.items, 0, BreakBefore::forbidden);
  flow.push_all(std::move(inner.items));
  if (line.level > 1) return;
  flow.next_break = BreakBefore::forbidden;
  push_hairline(flow, 1_pt);
  flow.next_break = BreakBefore::forbidden; // a part goes on with its first lesson
}

void push_contents(Flow& flow) {
  const NodeId outer = flow.node;
  flow.node = flow.add_node(Role::contents);
  for (const model::CoursePart& part : flow.book.edition.parts) {
    if (!part.title.empty()) push_contents_line(flow, {.title = part.title, .anchor = part.id, .level = 1});
    for (const model::Lesson& lesson : part.lessons) {
      flow.want_space(flow.style().half / 2);
      push_contents_line(
          flow, {.number = lesson.number, .title = text::plain_text(lesson.title), .anchor = lesson.id, .level = 2});
      BreakBefore before_topic = BreakBefore::forbidden; // a lesson with its first topic
      for (const model::Topic& topic : taught_topics(flow.book.edition, lesson)) {
        if (topic.title.empty()) continue;
        flow.next_break = std::exchange(before_topic, BreakBefore::avoided);
        push_contents_line(flow, {.title = text::plain_text(topic.title), .anchor = topic.id, .level = 3});
      }
    }
  }
  for (const model::Topic& topic : back_matter_of(flow.book.edition)) {
    flow.want_space(flow.style().half / 2);
    push_contents_line(flow, {.title = text::plain_text(topic.title), .anchor = topic.id, .level = 2});
  }
  flow.node = outer;
}

} // namespace comb::typeset::books
