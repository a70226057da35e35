// Openings of lessons and topics.
#include "typeset/books/lesson.hpp"

#include "typeset/books/book_assembly.hpp"

#include <algorithm>
#include <utility>

namespace comb::typeset::books {
namespace {

TextLook title_look(const BookStyle& style) {
  return {.style = style.sans(style.page.title, Weight::bold),
          .leading = style.page.leading * 2,
          .align = TextAlign::start};
}

bool is_reference_list(const model::Part& part) {
  if (const auto* directory = std::get_if<model::Directory>(&part.content)) {
    using enum model::DirectoryKind;
    return directory->kind == glossary || directory->kind == index || directory->kind == credits;
  }
  const auto* box = std::get_if<model::Box>(&part.content);
  return box != nullptr && std::ranges::any_of(box->children, is_reference_list);
}

bool says_only_lists(const model::Parts& parts);

bool is_list_or_heading(const model::Part& part) {
  if (const auto* box = std::get_if<model::Box>(&part.content)) return !box->time && says_only_lists(box->children);
  if (const auto* part_break = std::get_if<model::Break>(&part.content)) {
    return part_break->kind != model::BreakKind::pause && part_break->label.empty();
  }
  // Lists that need no pages, such as the credits, are tables by now.
  return std::holds_alternative<model::Directory>(part.content) || std::holds_alternative<model::Table>(part.content) ||
         std::holds_alternative<model::Heading>(part.content);
}

/// Whether `parts` teach nothing: lists that the course makes of itself, and a paragraph to introduce each. All else
/// may need its lesson: the numbers of its figures, the guide's clock, the table of its answers.
bool says_only_lists(const model::Parts& parts) {
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const bool introduces = std::holds_alternative<model::Prose>(parts[index].content) && index + 1 < parts.size();
    if (!is_list_or_heading(parts[introduces ? index + 1 : index])) return false;
  }
  return true;
}

bool is_back_matter(const model::Topic& topic) {
  return says_only_lists(topic.parts) && std::ranges::any_of(topic.parts, is_reference_list);
}

} // namespace

std::span<const model::Topic> back_matter_of(const edition::Edition& edition) {
  if (edition.parts.empty() || edition.parts.back().lessons.empty()) return {};
  const std::vector<model::Topic>& topics = edition.parts.back().lessons.back().topics;
  std::size_t first = topics.size();
  // A lesson that begins with such a list is a lesson about it.
  while (first > 1 && is_back_matter(topics[first - 1])) --first;
  return std::span(topics).subspan(first);
}

std::span<const model::Topic> taught_topics(const edition::Edition& edition, const model::Lesson& lesson) {
  const bool is_last = !edition.parts.empty() && !edition.parts.back().lessons.empty() &&
                       &lesson == &edition.parts.back().lessons.back();
  return std::span(lesson.topics).first(lesson.topics.size() - (is_last ? back_matter_of(edition).size() : 0));
}

Chapter write_back_matter(const Book& book, const model::Topic& topic, const std::string& left) {
  Chapter chapter = make_chapter(Role::section);
  const std::string title = text::plain_text(topic.title);
  chapter.head_left = left;
  chapter.head_right = title;
  chapter.outline.push_back({.title = title, .anchor = topic.id, .level = 2});
  Flow flow = flow_of(book, chapter);
  flow.anchors.push_back(topic.id);
  const TextLook look = title_look(flow.style());
  push_paragraph(flow, set_inlines(flow, topic.title, look, flow.measure), look, flow.add_node(Role::heading1));
  keep_together(flow.items, 0, BreakBefore::forbidden);
  flow.next_break = BreakBefore::forbidden;
  flow.want_space(flow.style().half);
  write_parts(flow, topic.parts);
  chapter.items = std::move(flow.items);
  return chapter;
}

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
  const TextLook look = title_look(style);
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
  const std::size_t first = flow.items.size();
  write_parts(flow, topic.parts);
  dislike_lone_ends(flow.items, first);
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
