// First uses of terms, and the glossary's entries.
#include "lists_support.hpp"

#include <doctest/doctest.h>

using namespace comb;
using model::EditionKind;

namespace {

constexpr const char* manifest = R"(language: 1
id: terms
title: Terms
lang: zh-Hant
terms: terms.yaml
parts:
  - title: One
    lessons: [s01.md]
  - title: Two
    lessons: [s02.md]
)";

struct Sheet {
  std::string terms;
  std::string first = "# 甲\n\n## 乙\n\n- 好\n";
  std::string second = "# 丙\n\n## 丁\n\n- 好\n";
};

tests::Compiled compiled(const Sheet& sheet) {
  return tests::compile(
      {{"course.yaml", manifest}, {"terms.yaml", sheet.terms}, {"s01.md", sheet.first}, {"s02.md", sheet.second}},
      "course.yaml");
}

void add_uses(const text::Inlines& content, std::string& uses) {
  for (const text::Inline& piece : content) {
    if (const auto* strong = std::get_if<text::Strong>(&piece.content)) add_uses(strong->children, uses);
    const auto* use = std::get_if<text::TermUse>(&piece.content);
    if (use == nullptr) continue;
    uses += use->term + (use->mark == text::TermMark::first ? "!" : "") +
            (use->gloss.empty() ? "" : "(" + use->gloss + ")") + " ";
  }
}

void add_uses(const model::Parts& parts, std::string& uses) {
  for (const model::Part& part : parts) {
    if (const auto* prose = std::get_if<model::Prose>(&part.content)) add_uses(prose->content, uses);
    if (const auto* heading = std::get_if<model::Heading>(&part.content)) add_uses(heading->content, uses);
    if (const auto* box = std::get_if<model::Box>(&part.content)) add_uses(box->children, uses);
    if (const auto* list = std::get_if<model::List>(&part.content)) {
      for (const model::ListItem& item : list->items) add_uses(item.children, uses);
    }
    if (const auto* table = std::get_if<model::Table>(&part.content)) {
      for (const auto& row : table->rows) {
        for (const model::Cell& cell : row) add_uses(cell.content, uses);
      }
    }
  }
}

/// Uses of terms in reading order: `key`, `key!` where it is the first, with the gloss that stands behind it.
std::string uses(const Sheet& sheet, EditionKind kind) {
  const auto course = compiled(sheet);
  const edition::Edition edition = tests::edition_of(course, kind);
  std::string all;
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) add_uses(topic.parts, all);
    }
  }
  return all;
}

constexpr const char* benefit = "benefit: {use: 利益, gloss: Benefit, text: 顧客得到的結果。}\n";

} // namespace

TEST_CASE("the first use of a term is marked with its gloss, those that open a lesson for the index") {
  const Sheet sheet{
      .terms = benefit, .first = "# 甲\n\n## 乙\n\n- 利益在先，利益在後\n", .second = "# 丙\n\n## 丁\n\n- 利益\n"};
  CHECK(uses(sheet, EditionKind::workbook) == "benefit!(Benefit) benefit ");
  CHECK(uses(sheet, EditionKind::slides) == "benefit!(Benefit) ");
}

TEST_CASE("headings, code, links, questions and notes mark no term") {
  const Sheet sheet{.terms = benefit,
                    .first =
                        "# 利益\n\n## 利益\n\n### 利益\n\n- `利益` [利益](https://example.org)\n\n::say[利益]\n\n"
                        "::: question {#q1}\n利益？\n\n- [x] 利益\n- [ ] 特性\n- [ ] 優點\n:::\n"};
  CHECK(uses(sheet, EditionKind::guide) == "");
}

TEST_CASE("an objective is no place to meet a term") {
  const Sheet sheet{.terms = benefit, .first = "# 甲\n\n## 乙\n\n::: objectives\n- 說出利益 {#o1}\n:::\n\n- 利益\n"};
  CHECK(uses(sheet, EditionKind::slides) == "benefit!(Benefit) ");
}

TEST_CASE("the longest form wins, and an exception is no use") {
  const Sheet sheet{.terms = "benefit: {use: 利益, text: 甲, except: [利益團體]}\nkey: {use: 關鍵利益, text: 乙}\n",
                    .first = "# 甲\n\n## 乙\n\n- 利益團體談關鍵利益與利益\n"};
  CHECK(uses(sheet, EditionKind::slides) == "key! benefit! ");
}

TEST_CASE("a word in Latin script counts whole, its first letter may be a capital") {
  const Sheet sheet{.terms = "fab: {use: FAB, text: 甲}\nvalue: {use: value, forms: [values], text: 乙}\n",
                    .first = "# A\n\n## B\n\n- FABULOUS 用FAB說\n- Undervalued\n- Values\n"};
  CHECK(uses(sheet, EditionKind::slides) == "fab! value! ");
}

TEST_CASE("a term with a scope is one only there") {
  const Sheet sheet{.terms = "benefit: {use: 利益, text: 甲, scope: part-2}\n",
                    .first = "# 甲\n\n## 乙\n\n- 利益\n",
                    .second = "# 丙\n\n## 丁\n\n- 利益\n"};
  CHECK(uses(sheet, EditionKind::workbook) == "benefit! ");
  CHECK(compiled({.terms = "benefit: {use: 利益, text: 甲, scope: part-9}\n", .first = sheet.first}).names() ==
        "reference-unknown\n");
}

TEST_CASE("a gloss that the author gave is not given twice") {
  const Sheet said{.terms = benefit, .first = "# 甲\n\n## 乙\n\n- 利益（benefit）\n"};
  CHECK(uses(said, EditionKind::workbook) == "benefit! ");
}

TEST_CASE("in a book no term is met for the first time in a table") {
  const Sheet sheet{.terms = benefit, .first = "# 甲\n\n## 乙\n\n| 甲 |\n| --- |\n| 利益 |\n\n- 利益\n"};
  CHECK(uses(sheet, EditionKind::workbook) == "benefit benefit!(Benefit) ");
  CHECK(uses(sheet, EditionKind::slides) == "benefit!(Benefit) ");
}

TEST_CASE("where a block explains a term, its reader has met it") {
  const Sheet sheet{.terms = "x: {use: 乙, text: 丙}\n",
                    .first = "# 甲\n\n## 丁\n\n::: term 利益 {#benefit}\n利益是結果。\n:::\n\n- 利益\n"};
  CHECK(uses(sheet, EditionKind::workbook) == "benefit ");
}

TEST_CASE("a block that explains a term of the sheet makes no second one") {
  const Sheet sheet{
      .terms = "benefit: {use: 利益, gloss: Benefit}\n",
      .first = "# 甲\n\n## 丁\n\n::: term 利益 {#gain}\n顧客得到的結果。\n:::\n\n- :term[利益]{of=gain}\n"};
  CHECK(compiled(sheet).names() == "");
  CHECK(uses(sheet, EditionKind::workbook) == "benefit ");
  const auto terms = tests::edition_of(compiled(sheet), EditionKind::workbook).terms;
  REQUIRE(terms.size() == 1);
  CHECK(terms.front().text == "顧客得到的結果。");
}

TEST_CASE("a term may be used before the block that explains it") {
  const Sheet sheet{.terms = "x: {use: 乙, text: 丙}\n",
                    .first = "# 甲\n\n## 丁\n\n- :term[利益]\n",
                    .second = "# 丙\n\n## 戊\n\n::: term 利益 {#benefit}\n顧客得到的結果。\n:::\n"};
  CHECK(compiled(sheet).names() == "term-unused\n");
  CHECK(uses(sheet, EditionKind::slides) == "benefit! ");
}

TEST_CASE("the glossary has the terms that an edition uses, by strokes in Traditional Chinese") {
  const Sheet sheet{
      .terms =
          "c: {use: 優點, text: 丙}\na: {use: 利益, text: 甲}\nb: {use: 人脈, text: 乙}\nd: {use: 無用, text: 丁}\n",
      .first = "# 甲\n\n## 乙\n\n- 優點、利益、人脈\n"};
  const auto course = compiled(sheet);
  std::string order;
  for (const model::Term& term : tests::edition_of(course, EditionKind::workbook).terms) order += term.use + " ";
  CHECK(order == "人脈 利益 優點 ");
}

TEST_CASE("a term that a block explains to trainers alone is no term for learners") {
  const Sheet sheet{
      .terms = "x: {use: 乙, text: 丙}\n",
      .first = "# 甲\n\n## 丁\n\n::: term 底價 {#floor audience=trainer}\n不能說的數字。\n:::\n\n- 底價\n"};
  CHECK(uses(sheet, EditionKind::slides) == "");
  CHECK(edition::dump(tests::edition_of(compiled(sheet), EditionKind::workbook)).find("不能說的") == std::string::npos);
  CHECK(uses(sheet, EditionKind::guide) == "floor ");
}

TEST_CASE("a form to avoid is warned about as a whole word, in its scope, and not in a right form") {
  const auto names = [](const std::string& terms, const std::string& text) {
    return compiled({.terms = terms, .first = "# 甲\n\n## 乙\n\n- 利益 " + text + "\n"}).names();
  };
  const std::string perk = "benefit: {use: 利益, text: 甲, avoid: [perk, 好處], except: [好處費]}\n";
  CHECK(names(perk, "perky perks") == "");
  CHECK(names(perk, "a Perk") == "term-to-avoid\n");
  CHECK(names(perk, "好處") == "term-to-avoid\n");
  CHECK(names(perk, "好處費") == "");
  CHECK(names("benefit: {use: 利益, text: 甲, avoid: [好處], scope: part-2}\n", "好處") == "");
}
