// Openings of lessons and topics.
#include "typeset/books/lesson.hpp"

#include "typeset/books/book_assembly.hpp"

#include <utility>

namespace comb::typeset::books {

void push_lesson_title(Flow& flow, const model::Lesson& lesson) {
  const BookStyle& style = flow.style();
  flow.anchors.push_back(lesson.id);
  std::string kicker = lesson.number;
  if (lesson.time && flow.book.sort != BookSort::guide) {
    if (!kicker.empty()) kicker += std::string("\u3000") + std::string(flow.words().separator) + "\u3000";
    kicker += minutes_words(flow.words(), *lesson.time);
  }
  TextStyle small = style.sans(style.page.body, Weight::bold);
  small.color = style.wood;
  small.tracking = 0.05;
  if (!kicker.empty()) push_line(flow, kicker, small, style.page.leading, Role::paragraph);
  const TextLook look{.style = style.sans(style.page.title, Weight::bold),
                      .leading = style.page.leading * 2,
                      .align = TextAlign::start};
  push_paragraph(flow, set_inlines(flow, lesson.title, look, flow.measure), look, flow.add_node(Role::heading1));
  keep_together(flow.items, 0, BreakBefore::forbidden);
  flow.next_break = BreakBefore::forbidden;
  flow.want_space(style.half);
}

void write_topic(Flow& flow, const model::Topic& topic) {
  const BookStyle& style = flow.style();
  flow.anchors.push_back(topic.id);
  if (flow.clock != nullptr) {
    const auto slide = flow.book.context.locations.slide.find(topic.id);
    if (slide != flow.book.context.locations.slide.end()) flow.clock->slide = slide->second;
  }
  if (!topic.title.empty()) {
    const TextLook look{.style = style.sans(style.page.head2, Weight::bold),
                        .leading = style.page.leading * 1.5,
                        .align = TextAlign::start};
    flow.want_space(style.page.leading * 1.5);
    const std::size_t first = flow.items.size();
    push_paragraph(flow, set_inlines(flow, topic.title, look, flow.measure), look, flow.add_node(Role::heading2));
    keep_together(flow.items, first, BreakBefore::forbidden);
    flow.next_break = BreakBefore::forbidden;
    flow.chapter.outline.push_back({.title = text::plain_text(topic.title), .anchor = topic.id, .level = 3});
  }
  write_parts(flow, topic.parts);
}

Chapter make_lesson_chapter(const model::Lesson& lesson, const std::string& left) {
  Chapter chapter = make_chapter(Role::section);
  const std::string title = text::plain_text(lesson.title);
  chapter.head_left = left;
  chapter.head_right = lesson.number.empty() ? title : lesson.number + "\u3000" + title;
  chapter.outline.push_back({.title = title, .number = lesson.number, .anchor = lesson.id, .level = 2});
  return chapter;
}

} // namespace comb::typeset::books
