// The sample books as readable outlines in tests/golden/pages. `COMB_BLESS=1` rewrites them; the diff is the change
// that is claimed.
#include "books_support.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace comb::typeset {
namespace {

void compare_with_golden(const std::string& name, const Pages& pages) {
  const std::string path = std::string(COMB_SOURCE_DIR) + "/tests/golden/pages/" + name + ".txt";
  const std::string made = dump(pages);
  if (std::getenv("COMB_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << made;
  std::ifstream file(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(made == golden, name);
}

/// The paper of one variant, or its key.
edition::Edition exam_edition(model::EditionKind kind) {
  const bool with_key = kind == model::EditionKind::key;
  edition::Edition edition = test::sample_edition(with_key ? model::EditionKind::guide : model::EditionKind::workbook);
  edition.spec = {.kind = kind, .exam = "post-test", .variant = "A"};
  model::Exam exam{.id = "post-test", .title = "課後測驗", .variant_count = 2, .pass = 80};
  exam.time = std::chrono::minutes{40};
  model::Topic topic{.id = "post-test-questions"};
  for (std::uint32_t index = 0; index < edition.questions.size(); ++index) {
    edition.questions[index].objectives = {"o6a"};
    edition.questions[index].bloom = model::BloomLevel::apply;
    topic.parts.push_back(test::part_of(model::QuestionUse{.question = {index}, .number = std::to_string(index + 1)}));
  }
  edition.exams = {std::move(exam)};
  model::Lesson lesson{.id = "post-test", .title = test::words_of("課後測驗")};
  lesson.topics = {std::move(topic)};
  model::CoursePart part{.id = "post-test"};
  part.lessons.push_back(std::move(lesson));
  edition.parts = {std::move(part)};
  return edition;
}

} // namespace

TEST_CASE("an exam's paper and its key are laid out as their golden outlines say") {
  const theme::Theme theme;
  const Locations locations;
  const BookContext context{
      .theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  const auto paper = paginate_exam(exam_edition(model::EditionKind::exam), context);
  const auto key = paginate_exam_key(exam_edition(model::EditionKind::key), context);
  CHECK(paper.diagnostics.empty());
  CHECK(key.diagnostics.empty());
  compare_with_golden("exam", paper.value);
  compare_with_golden("exam-key", key.value);
}

TEST_CASE("the sample books are laid out as their golden outlines say") {
  const theme::Theme theme;
  const Locations locations{
      .slide = {{"s06", 46}, {"combs", 47}}, .lesson_slides = {{"s06", {46, 47}}}, .workbook_page = {{"s06", "23"}}};
  const BookContext context{
      .theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  compare_with_golden("workbook", paginate_workbook(test::sample_edition(model::EditionKind::workbook), context).value);
  compare_with_golden("guide", paginate_guide(test::sample_edition(model::EditionKind::guide), context).value);
  compare_with_golden("cards", paginate_cards(test::sample_edition(model::EditionKind::cards), context).value);
}

} // namespace comb::typeset
