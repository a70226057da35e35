// The learner's workbook: cover, contents, parts and lessons, with space to write.
#include "typeset/books/book_assembly.hpp"
#include "typeset/books/cover.hpp"
#include "typeset/books/lesson.hpp"

#include <utility>

namespace comb::typeset {
namespace {

using namespace books; // NOLINT: the inner namespace of this very module

Chapter write_lesson(const Book& book, const model::CoursePart& part, const model::Lesson& lesson) {
  const std::string& left = part.title.empty() ? book.edition.info.title : part.title;
  Chapter chapter = make_lesson_chapter(lesson, left);
  Flow flow = flow_of(book, chapter);
  int figures = 0;
  flow.figures = &figures;
  flow.lesson_number = lesson.number;
  push_lesson_title(flow, lesson);
  for (const model::Topic& topic : taught_topics(book.edition, lesson)) write_topic(flow, topic);
  chapter.items = std::move(flow.items);
  return chapter;
}

} // namespace

WithDiagnostics<Pages> paginate_workbook(const edition::Edition& edition, const BookContext& context) {
  const bool has_answers = edition.spec.kind == model::EditionKind::workbook_answers;
  const Book book{.edition = edition,
                  .context = context,
                  .style = make_book_style(context.theme, edition.info.lang),
                  .sort = has_answers ? BookSort::answers : BookSort::workbook};
  const std::string_view name = has_answers ? context.words.workbook_answers : context.words.workbook;
  BookChapters chapters;
  chapters.front.push_back([name](const Book& written) { return write_cover(written, name); });
  chapters.front.push_back([](const Book& written) { return write_contents_chapter(written); });
  for (const model::CoursePart& part : edition.parts) {
    if (!part.title.empty()) {
      chapters.body.push_back([&part](const Book& written) { return write_part_opener(written, part); });
    }
    for (const model::Lesson& lesson : part.lessons) {
      chapters.body.push_back([&](const Book& written) { return write_lesson(written, part, lesson); });
    }
  }
  for (const model::Topic& topic : back_matter_of(edition)) {
    chapters.body.push_back(
        [&topic](const Book& written) { return write_back_matter(written, topic, written.edition.info.title); });
  }
  return assemble_book(book, chapters);
}

} // namespace comb::typeset
