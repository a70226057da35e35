// A book that was made from the wrong edition is caught by reading the finished PDF.
#include "emit/outputs/handbook/pdf_writer.hpp"
#include "leak/leak.hpp"
#include "leak/pdf_text.hpp"
#include "support/pipeline.hpp"
#include "typeset/books.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

constexpr const char* lesson = R"(# 木梳

## 一個主題

學員看得到的一段文字，不是祕密，寫在手冊裡。

::say[先講故事，不急著給答案，這句話只有講師知道。]

:::: question {#q1}
哪一句說的是利益？

- [ ] 機殼採鎂合金
  > 這只是材料上的特性，還沒有說到顧客。
- [x] 背一整天肩不痠
  > 這才是顧客真正得到的結果與感受。
- [ ] 同尺寸中最輕
  > 這是和別人比較出來的優點，還不是利益。
::::
)";

/// The learner's workbook as a PDF, laid out from the edition of `kind`.
std::string workbook_from(const tests::Compiled& compiled, model::EditionKind kind) {
  const theme::Theme theme;
  const auto fonts = typeset::Fonts::load(theme.fonts, "zh-Hant-TW");
  REQUIRE(fonts);
  const typeset::Locations locations;
  const typeset::BookContext context{
      .theme = theme, .fonts = *fonts, .words = words::words_for("zh-Hant-TW"), .locations = locations};
  const auto pages = typeset::paginate_workbook(tests::edition_of(compiled, kind), context);
  const auto pdf = emit::handbook::write_pdf(pages.value, *fonts, {});
  REQUIRE(pdf);
  return *pdf;
}

std::size_t leaks(const tests::Compiled& compiled, std::string pdf) {
  const auto secrets = leak::find_secrets(compiled.result.checked->course()).value;
  const std::vector<emit::Artifact> artifacts = {
      {.path = "learner/workbook.pdf", .bytes = std::move(pdf), .edition = model::EditionKind::workbook}};
  return leak::scan(artifacts, secrets).size();
}

} // namespace

TEST_CASE("a workbook laid out from the learner's edition leaks nothing") {
  const auto compiled = tests::compile_lesson(lesson);
  const std::string pdf = workbook_from(compiled, model::EditionKind::workbook);
  CHECK(leak::normalised(leak::decoded_pdf_text(pdf)).find("學員看得到的一段文字") != std::string::npos);
  CHECK(leaks(compiled, pdf) == 0);
}

TEST_CASE("a workbook laid out from the trainer's edition is stopped, note and rationales found through ToUnicode") {
  const auto compiled = tests::compile_lesson(lesson);
  CHECK(leaks(compiled, workbook_from(compiled, model::EditionKind::guide)) >= 3);
}

namespace {

/// The paper of the only exam as a PDF, laid out from the edition of `kind`.
std::string paper_from(const tests::Compiled& compiled, model::EditionKind kind) {
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  const theme::Theme theme;
  const auto fonts = typeset::Fonts::load(theme.fonts, "zh-Hant-TW");
  REQUIRE(fonts);
  const typeset::Locations locations;
  const typeset::BookContext context{
      .theme = theme, .fonts = *fonts, .words = words::words_for("zh-Hant-TW"), .locations = locations};
  const auto edition = edition::make_edition(*compiled.result.checked, {.kind = kind, .exam = "test"});
  const auto pages = kind == model::EditionKind::key ? typeset::paginate_exam_key(edition, context)
                                                     : typeset::paginate_exam(edition, context);
  REQUIRE_FALSE(pages.value.pages.empty());
  const auto pdf = emit::handbook::write_pdf(pages.value, *fonts, {});
  REQUIRE(pdf);
  return *pdf;
}

} // namespace

TEST_CASE("an exam's paper leaks nothing, and one laid out as its key is stopped") {
  const auto compiled =
      tests::compile({{"course.yaml",
                       "language: 1\nid: c\ntitle: 課程\nlang: zh-Hant-TW\nparts:\n  - {title: 一, lessons: [s01.md]}\n"
                       "exams:\n  - {id: test, title: 課後測驗, questions: [q1]}\n"},
                      {"s01.md", lesson}},
                     "course.yaml");
  const std::string paper = paper_from(compiled, model::EditionKind::exam);
  CHECK(leak::normalised(leak::decoded_pdf_text(paper)).find("背一整天肩不痠") != std::string::npos);
  CHECK(leaks(compiled, paper) == 0);
  CHECK(leaks(compiled, paper_from(compiled, model::EditionKind::key)) >= 3);
}
