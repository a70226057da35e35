// The trainer's guide: every lesson with its facts, notes in four columns, all roles, and the answers at its end.
#include "typeset/books/book_assembly.hpp"
#include "typeset/books/cover.hpp"
#include "typeset/books/lesson.hpp"

#include <algorithm>
#include <utility>

namespace comb::typeset {
namespace {

using namespace books; // NOLINT: the inner namespace of this very module

constexpr Points time_column{56}; ///< text begins right of it, on every page

/// 「46–53」: first and last slide of a lesson; empty where it has none.
std::string slide_range(const model::Lesson& lesson, const Locations& locations) {
  const auto range = locations.lesson_slides.find(lesson.id);
  if (range == locations.lesson_slides.end()) return {};
  const std::string first = std::to_string(range->second.first);
  return range->second.first == range->second.last ? first : first + "–" + std::to_string(range->second.last);
}

std::string time_slot(const model::Lesson& lesson) {
  if (!lesson.starts_at) return {};
  const std::string start = clock_words(*lesson.starts_at);
  return lesson.time ? start + " – " + clock_words(*lesson.starts_at + *lesson.time) : start;
}

/// 「11:20 – 12:00・40 分鐘・投影片 46–53・學員手冊第 23 頁」 behind a rule.
void push_facts(Flow& flow, const model::Lesson& lesson) {
  const words::Words& words = flow.words();
  const Locations& locations = flow.book.context.locations;
  std::string line;
  const auto add = [&](const std::string& fact) {
    if (fact.empty()) return;
    line += (line.empty() ? "" : "\u3000" + std::string(words.separator) + "\u3000") + fact;
  };
  if (lesson.day > 0) add(words::fill(words.day, lesson.day));
  add(time_slot(lesson));
  if (lesson.time) add(minutes_words(words, *lesson.time));
  const std::string slides = slide_range(lesson, locations);
  if (!slides.empty()) add(words::fill(words.slide, slides));
  const auto page = locations.workbook_page.find(lesson.id);
  if (page != locations.workbook_page.end()) {
    add(std::string(words.workbook) + " " + words::fill(words.page, page->second));
  }
  if (line.empty()) return;
  flow.chapter.bars.push_back({.x = flow.x, .color = flow.style().wood});
  Flow inner = flow.inner(10_pt, flow.measure - 10_pt);
  inner.bar = static_cast<std::uint32_t>(flow.chapter.bars.size() - 1);
  const TextLook look{.style = flow.style().small(), .leading = flow.style().page.leading, .align = TextAlign::start};
  push_paragraph(inner, set_words(inner, line, look, inner.measure), look, inner.add_node(Role::paragraph));
  flow.push_all(std::move(inner.items));
  flow.want_space(flow.style().page.leading);
}

void push_answers(Flow& flow, const std::vector<model::QuestionUse>& asked) {
  const bool has_keys = std::ranges::any_of(asked, [&](const model::QuestionUse& use) {
    return flow.book.edition.questions[use.question.value].key.has_value();
  });
  if (!has_keys) return;
  const BookStyle& style = flow.style();
  flow.want_space(style.page.leading * 1.5);
  push_line(flow, flow.words().answers, style.sans(style.page.head2, Weight::bold), style.page.leading * 1.5,
            Role::heading2);
  flow.next_break = BreakBefore::forbidden;
  write_answer_table(flow, asked);
}

Chapter write_lesson(const Book& book, const model::Lesson& lesson) {
  Chapter chapter = make_lesson_chapter(lesson, std::string(book.context.words.guide));
  Flow flow = flow_of(book, chapter);
  LessonClock clock{.now = lesson.starts_at};
  const auto opening = book.context.locations.slide.find(lesson.id);
  if (opening != book.context.locations.slide.end()) clock.slide = opening->second;
  std::vector<model::QuestionUse> asked;
  int figures = 0;
  flow.figures = &figures;
  flow.lesson_number = lesson.number;
  push_lesson_title(flow, lesson);
  push_facts(flow, lesson);
  Flow body = flow.inner(time_column, flow.measure - time_column);
  std::swap(body.space, flow.space);
  body.clock = &clock;
  body.asked = &asked;
  body.next_break = BreakBefore::forbidden;
  for (const model::Topic& topic : taught_topics(book.edition, lesson)) write_topic(body, topic);
  flow.push_all(std::move(body.items));
  push_answers(flow, asked);
  chapter.items = std::move(flow.items);
  return chapter;
}

} // namespace

WithDiagnostics<Pages> paginate_guide(const edition::Edition& edition, const BookContext& context) {
  const Book book{.edition = edition,
                  .context = context,
                  .style = make_book_style(context.theme, edition.info.lang),
                  .sort = BookSort::guide};
  BookChapters chapters;
  const std::string_view name = context.words.guide;
  chapters.front.push_back([name](const Book& written) { return write_cover(written, name); });
  chapters.front.push_back([](const Book& written) { return write_contents_chapter(written); });
  for (const model::CoursePart& part : edition.parts) {
    if (!part.title.empty()) {
      chapters.body.push_back([&part](const Book& written) { return write_part_opener(written, part); });
    }
    for (const model::Lesson& lesson : part.lessons) {
      chapters.body.push_back([&lesson](const Book& written) { return write_lesson(written, lesson); });
    }
  }
  for (const model::Topic& topic : back_matter_of(edition)) {
    chapters.body.push_back(
        [&topic, name](const Book& written) { return write_back_matter(written, topic, std::string(name)); });
  }
  return assemble_book(book, chapters);
}

} // namespace comb::typeset
