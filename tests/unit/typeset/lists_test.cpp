// What only pages can tell: the index, links to the glossary, cards in their own size.
#include "books_support.hpp"
#include "typeset/books/card_sizes.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

namespace comb::typeset {
namespace {

text::Inlines with_term(const std::string& before, text::TermUse use) {
  text::Inlines content = test::words_of(before);
  content.push_back({.span = {}, .content = std::move(use)});
  return content;
}

model::Part sentence(const std::string& before, text::TermUse use, std::uint32_t place) {
  text::Inlines content = with_term(before, std::move(use));
  content.back().span.begin = place;
  return test::part_of(model::Prose{std::move(content)});
}

model::Part new_page() {
  return test::part_of(model::Break{.kind = model::BreakKind::page});
}

edition::Edition edition_with(model::Parts parts) {
  edition::Edition edition{.spec = {.kind = model::EditionKind::workbook}};
  edition.info = {.id = "terms", .title = "詞彙", .lang = "zh-Hant-TW"};
  edition.terms = {{.key = "benefit", .use = "利益", .gloss = "Benefit", .text = "顧客得到的結果。"}};
  model::Lesson lesson{.id = "s01", .number = "S1", .title = test::words_of("甲")};
  lesson.topics.push_back({.id = "s01-1", .parts = std::move(parts)});
  model::CoursePart part{.title = {}, .id = "part-1"};
  part.lessons.push_back(std::move(lesson));
  edition.parts.push_back(std::move(part));
  return edition;
}

Pages workbook(model::Parts parts) {
  const theme::Theme theme;
  const Locations locations;
  const BookContext context{
      .theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  return paginate_workbook(edition_with(std::move(parts)), context).value;
}

std::string text_of(const Page& page) {
  std::string text;
  for (const Op& op : page.ops) {
    if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text;
  }
  return text;
}

/// Targets of the links on `page`.
std::string links_of(const Page& page) {
  std::string links;
  for (const Op& op : page.ops) {
    if (const auto* link = std::get_if<LinkArea>(&op.content)) links += link->anchor + " ";
  }
  return links;
}

text::TermUse plain_use() {
  return {.text = "利益", .term = "benefit"};
}

model::Parts uses_and_lists() {
  model::Parts parts;
  text::TermUse first = plain_use();
  first.mark = text::TermMark::first;
  first.gloss = "Benefit";
  parts.push_back(sentence("先說", first, 10));
  for (std::uint32_t page = 0; page < 3; ++page) {
    parts.push_back(new_page());
    parts.push_back(test::prose("別的"));
    if (page > 0) parts.push_back(sentence("再說", plain_use(), 20 + page));
    if (page > 0) parts.push_back(sentence("又說", plain_use(), 30 + page));
  }
  parts.push_back(new_page());
  parts.push_back(test::part_of(model::Directory{.kind = model::DirectoryKind::glossary}));
  parts.push_back(test::part_of(model::Directory{.kind = model::DirectoryKind::index}));
  return parts;
}

} // namespace

TEST_CASE("the index names each page of a term once, and leads there") {
  const Pages pages = workbook(uses_and_lists());
  const Page& last = pages.pages.back();
  CHECK(text_of(last).find("利益 Benefit　1, 3, 4") != std::string::npos);
  CHECK(links_of(last) == "use:benefit:0-10 use:benefit:0-21 use:benefit:0-22 ");
}

TEST_CASE("a term's first use gives its gloss and leads to the glossary, if the book has one") {
  const Pages pages = workbook(uses_and_lists());
  std::string links;
  std::string text;
  for (const Page& page : pages.pages) {
    if (page.label == "1") links += links_of(page);
    if (page.label == "1") text += text_of(page);
  }
  CHECK(text.find("利益（Benefit）") != std::string::npos);
  CHECK(links.find("term:benefit ") != std::string::npos);

  text::TermUse first = plain_use();
  first.mark = text::TermMark::first;
  const Pages without = workbook({sentence("先說", first, 10)});
  for (const Page& page : without.pages) CHECK(links_of(page).find("term:") == std::string::npos);
}

TEST_CASE("pocket cards have the size that they will have in the hand") {
  const theme::Theme theme;
  const books::BookStyle style = books::make_book_style(theme, "zh-Hant-TW");
  const auto millimetres = [](Points length) { return std::lround(length.value * 25.4 / 72 * 10) / 10.0; };
  const books::CardSheet wallet = books::card_sheet(style, model::CardSize::wallet);
  CHECK(millimetres(wallet.card_width) == doctest::Approx(85.6));
  CHECK(millimetres(wallet.card_height) == doctest::Approx(54));
  CHECK(wallet.count() == 10);
  const books::CardSheet a7 = books::card_sheet(style, model::CardSize::a7);
  CHECK(millimetres(a7.card_width) == doctest::Approx(74));
  CHECK(millimetres(a7.card_height) == doctest::Approx(105));
  for (const model::CardSize size : books::all_card_sizes) {
    const books::CardSheet sheet = books::card_sheet(style, size);
    CHECK(sheet.margin.value * 2 + sheet.card_width.value * static_cast<double>(sheet.across) <=
          style.page.width.value + 0.01);
    CHECK(sheet.margin.value * 2 + sheet.card_height.value * static_cast<double>(sheet.down) <=
          style.page.height.value + 0.01);
  }
}

} // namespace comb::typeset
