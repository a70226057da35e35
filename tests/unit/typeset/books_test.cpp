// Books: what pages hold, where they end, and what each sort of book adds.
#include "books_support.hpp"
#include "typeset/books/answer_words.hpp"
#include "typeset/books/book_assembly.hpp"
#include "typeset/books/flow.hpp"
#include "typeset/books/page_builder.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace comb::typeset {
namespace {

using namespace books; // NOLINT: the module under test

constexpr TextField field{.height = 170_pt, .grid = 17_pt};

FlowItems lines(std::size_t count) {
  return FlowItems(count, FlowItem{.height = 17_pt});
}

std::size_t placed_items(const std::vector<PlannedPage>& pages) {
  std::size_t count = 0;
  for (const PlannedPage& page : pages) count += page.items.size();
  return count;
}

struct BookFixture {
  theme::Theme theme{};
  Locations locations{};
  BookContext context() const {
    return {.theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  }
};

std::string text_of(const Page& page) {
  std::string text;
  for (const Op& op : page.ops) {
    if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text;
  }
  return text;
}

std::string text_of(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) text += text_of(page);
  return text;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

edition::Edition edition_with(model::Parts parts) {
  edition::Edition edition = test::sample_edition(model::EditionKind::workbook);
  edition.parts.front().lessons.front().topics = {{.id = "s06-1", .parts = std::move(parts)}};
  return edition;
}

} // namespace

TEST_CASE("every item stands on exactly one page, in order") {
  const std::vector<PlannedPage> pages = plan_pages(lines(37), field);
  CHECK(pages.size() == 4);
  std::uint32_t expected = 0;
  for (const PlannedPage& page : pages) {
    for (const PlacedItem& placed : page.items) CHECK(placed.index == expected++);
  }
  CHECK(expected == 37);
}

TEST_CASE("a page never ends between items that belong together") {
  FlowItems items = lines(20);
  items[10].break_before = BreakBefore::forbidden;
  items[9].break_before = BreakBefore::forbidden;
  const std::vector<PlannedPage> pages = plan_pages(items, field);
  CHECK(pages[0].items.size() == 8);
  CHECK(placed_items(pages) == 20);
}

TEST_CASE("an unwelcome break is taken rather than leaving most of a page empty") {
  FlowItems items = lines(20);
  for (std::size_t index = 1; index < 20; ++index) items[index].break_before = BreakBefore::avoided;
  items[2].break_before = BreakBefore::allowed;
  CHECK(plan_pages(items, field).front().items.size() == 10);
}

TEST_CASE("a page ends a little early rather than leave a remnant for the last one") {
  const std::vector<PlannedPage> pages = plan_pages(lines(12), field);
  REQUIRE(pages.size() == 2);
  CHECK(pages[1].items.size() == 3);
}

TEST_CASE("a paragraph goes on from a full page, whatever hole the next one has") {
  FlowItems items = lines(16);
  items[15].height = field.height; // five lines stand before it on the second page, or fewer on the first
  const auto first_page = [&] { return plan_pages(items, field).front().items.size(); };
  CHECK(first_page() == 8);
  for (std::size_t index = 1; index < 15; ++index) items[index].continues_paragraph = true;
  CHECK(first_page() == 9);
}

TEST_CASE("one line is kept from a page's foot and head where that costs no more than a few lines") {
  FlowItems items = lines(19);
  dislike_lone_ends(items, 9);
  CHECK(items[10].break_before == BreakBefore::disliked);
  CHECK(items[18].break_before == BreakBefore::disliked);
  CHECK(plan_pages(items, field).front().items.size() == 9);
}

TEST_CASE("space before the first item of a page is dropped") {
  FlowItems items = lines(11);
  items[10].space_before = 34_pt;
  const std::vector<PlannedPage> pages = plan_pages(items, field);
  REQUIRE(pages.size() == 2);
  CHECK(pages[1].items.front().y == 0_pt);
}

TEST_CASE("running text stands on the grid") {
  FlowItems items = lines(6);
  items[2].height = 25.5_pt;
  items[3].on_grid = true;
  const PlannedPage page = plan_pages(items, field).front();
  CHECK(page.items[3].y == 68_pt);
}

TEST_CASE("an item higher than a page gets a page of its own") {
  FlowItems items = lines(3);
  items[1].height = 500_pt;
  const std::vector<PlannedPage> pages = plan_pages(items, field);
  CHECK(pages.size() == 3);
  CHECK(placed_items(pages) == 3);
}

TEST_CASE("columns can be cut only where all of them can") {
  FlowItems left(2, FlowItem{.height = 17_pt});
  FlowItems right(1, FlowItem{.height = 34_pt});
  CHECK(side_by_side({left, right}, {}).size() == 1);
  CHECK(side_by_side({left, left}, {}).size() == 2);
  CHECK(height_of(side_by_side({left, left, right}, {})) == 34_pt);
}

TEST_CASE("the workbook holds all its text in reading order") {
  const BookFixture fixture;
  const edition::Edition edition = test::sample_edition(model::EditionKind::workbook);
  const auto book = paginate_workbook(edition, fixture.context());
  CHECK(book.diagnostics.empty());
  const std::string text = text_of(book.value);
  std::size_t at = 0;
  for (const char* words : {"從門店到企業客戶", "目錄", "第一部", "學習目標", "三人的答案", "附件1", "誰受益？", "討論",
                            "沉默的顧客", "自我檢核", "梳子的材質較佳", "回贈香客"}) {
    std::string squeezed = text;
    std::erase(squeezed, ' ');
    const std::size_t found = squeezed.find(words, at);
    CHECK_MESSAGE(found != std::string::npos, words);
    if (found != std::string::npos) at = found;
  }
}

TEST_CASE("nothing is drawn outside the page") {
  const BookFixture fixture;
  for (const auto kind : {model::EditionKind::workbook, model::EditionKind::workbook_answers}) {
    const edition::Edition edition = test::sample_edition(kind);
    for (const Page& page : paginate_workbook(edition, fixture.context()).value.pages) {
      for (const Op& op : page.ops) {
        const auto* run = std::get_if<GlyphRun>(&op.content);
        if (run == nullptr || run->glyphs.empty()) continue;
        CHECK(run->x >= fixture.theme.page.outer - 1_pt);
        CHECK(run->x + run->glyphs.back().x + run->glyphs.back().advance <=
              page.width - fixture.theme.page.outer + 1_pt);
        CHECK(run->y <= page.height - 20_pt);
      }
    }
  }
}

TEST_CASE("answers stand in the trainer's books only") {
  const BookFixture fixture;
  const std::string reason = "把個人的需要當成機構的需要";
  const auto text = [&](model::EditionKind kind) {
    const edition::Edition edition = test::sample_edition(kind);
    return text_of((kind == model::EditionKind::guide ? paginate_guide(edition, fixture.context())
                                                      : paginate_workbook(edition, fixture.context()))
                       .value);
  };
  CHECK(count_of(text(model::EditionKind::workbook), reason) == 0);
  CHECK(count_of(text(model::EditionKind::workbook_answers), reason) == 1);
  CHECK(count_of(text(model::EditionKind::guide), reason) == 1);
}

TEST_CASE("the guide says when, on which slide and on which page of the workbook") {
  BookFixture fixture;
  fixture.locations.lesson_slides = {{"s06", {46, 53}}};
  fixture.locations.workbook_page = {{"s06", "23"}};
  const edition::Edition edition = test::sample_edition(model::EditionKind::guide);
  std::string text = text_of(paginate_guide(edition, fixture.context()).value);
  std::erase(text, ' ');
  for (const char* words : {"11:20–12:00", "投影片46–53", "第23頁", "11:28", "11:40", "11:52"}) {
    CHECK_MESSAGE(count_of(text, words) == 1, words);
  }
}

TEST_CASE("the contents name the pages on which lessons begin") {
  const BookFixture fixture;
  const edition::Edition edition = test::sample_edition(model::EditionKind::workbook);
  const Pages pages = paginate_workbook(edition, fixture.context()).value;
  const auto labels = page_labels(pages);
  CHECK(labels.at("part-1") == "1");
  CHECK(labels.at("s06") == "2");
  CHECK(pages.pages[2].label == "iii");
  CHECK(count_of(text_of(pages.pages[2]), "00") == 0);
}

TEST_CASE("parts open on a right-hand page, and text keeps to mirrored margins") {
  const BookFixture fixture;
  const edition::Edition edition = test::sample_edition(model::EditionKind::workbook);
  const Pages pages = paginate_workbook(edition, fixture.context()).value;
  REQUIRE(pages.outline.size() >= 2);
  for (const OutlineEntry& entry : pages.outline) {
    if (entry.level == 1) CHECK(entry.page % 2 == 0);
  }
}

TEST_CASE("a handout's pages count by themselves, and the book goes on where it was") {
  const BookFixture fixture;
  const auto named = [](const char* name) { return test::part_of(model::Break{model::BreakKind::page, {}, name}); };
  model::Parts parts = {test::prose("Before")};
  for (const char* name : {"H1", "H2"}) {
    parts.push_back(named(name));
    parts.push_back(test::prose("first page"));
    parts.push_back(test::part_of(model::Break{model::BreakKind::page}));
    parts.push_back(test::part_of(model::Heading{.content = test::words_of("second page"), .id = name}));
    parts.push_back(named(name));
  }
  parts.push_back(test::prose("After"));
  const auto book = paginate_workbook(edition_with(std::move(parts)), fixture.context());
  std::vector<std::string> labels;
  for (const Page& page : book.value.pages) labels.push_back(page.label);
  const auto first = std::ranges::find(labels, "H1-1");
  REQUIRE(labels.end() - first >= 5);
  const int before = std::stoi(*(first - 1));
  CHECK(std::vector<std::string>(first, first + 5) ==
        std::vector<std::string>{"H1-1", "H1-2", "H2-1", "H2-2", std::to_string(before + 1)});
  const auto pages = page_labels(book.value);
  CHECK(pages.at("H2") == "H2-2");
}

TEST_CASE("a handout's pages go on behind a handout inside it, and the book's behind both") {
  const BookFixture fixture;
  const auto named = [](const char* name) { return test::part_of(model::Break{model::BreakKind::page, {}, name}); };
  model::Box inner = test::box_of("handout", "", "", model::Tone::neutral, {test::prose("inner")});
  inner.frame = model::BoxFrame::group;
  model::Box outer = inner;
  outer.children = {test::prose("outer"), named("H2"), test::part_of(std::move(inner)), named("H2"),
                    test::prose("outer goes on")};
  for (const auto frame : {model::BoxFrame::group, model::BoxFrame::panel}) {
    outer.frame = frame; // a panel is written in a column of its own
    const auto book = paginate_workbook(
        edition_with({test::prose("Before"), named("H1"), test::part_of(outer), named("H1"), test::prose("After"),
                      test::part_of(model::Break{model::BreakKind::page}), test::prose("The end")}),
        fixture.context());
    std::vector<std::string> labels;
    for (const Page& page : book.value.pages) labels.push_back(page.label);
    const auto first = std::ranges::find(labels, "H1-1");
    REQUIRE(labels.end() - first == 5);
    const int before = std::stoi(*(first - 1));
    CHECK(std::vector<std::string>(first, labels.end()) ==
          std::vector<std::string>{"H1-1", "H2-1", "H1-2", std::to_string(before + 1), std::to_string(before + 2)});
  }
}

TEST_CASE("a guide's clock waits while a block in reserve is told") {
  const BookFixture fixture;
  const auto told = [&](int minutes) {
    model::Box box = test::box_of("activity", "活動", "activity", model::Tone::teal,
                                  {test::note(model::NoteKind::say, 5, "備用的。")});
    box.time = std::chrono::minutes{minutes};
    edition::Edition edition = test::sample_edition(model::EditionKind::guide);
    edition.parts.front().lessons.front().topics = {
        {.id = "s06-1", .parts = {test::part_of(std::move(box)), test::note(model::NoteKind::say, 3, "接著說。")}}};
    return text_of(paginate_guide(edition, fixture.context()).value);
  };
  CHECK(told(10).find("11:30") != std::string::npos);
  CHECK(told(0).find("11:30") == std::string::npos);
  CHECK(told(0).find("11:25") == std::string::npos);
}

TEST_CASE("a long table repeats its head on every page") {
  const BookFixture fixture;
  model::Table table;
  table.header = {test::cell("編號欄"), test::cell("內容")};
  for (int row = 0; row < 90; ++row) table.rows.push_back({test::cell(std::to_string(row)), test::cell("一列")});
  const edition::Edition edition = edition_with({test::part_of(std::move(table))});
  const Pages pages = paginate_workbook(edition, fixture.context()).value;
  std::size_t pages_with_rows = 0;
  for (const Page& page : pages.pages) {
    const std::string text = text_of(page);
    if (count_of(text, "一列") == 0) continue;
    ++pages_with_rows;
    CHECK(count_of(text, "編號欄") == 1);
  }
  CHECK(pages_with_rows > 2);
  CHECK(count_of(text_of(pages), "一列") == 90);
}

TEST_CASE("short options stand in a row, long ones have a line each") {
  const BookFixture fixture;
  const auto heights = [&](const std::string& last_option) {
    edition::Edition edition = edition_with({test::part_of(model::QuestionUse{.number = "1"})});
    std::get<model::Choices>(edition.questions.front().form).options.back().text = test::words_of(last_option);
    std::set<double> all;
    const Pages pages = paginate_workbook(edition, fixture.context()).value;
    for (const Op& op : pages.pages.back().ops) {
      const auto* run = std::get_if<GlyphRun>(&op.content);
      if (run != nullptr && (run->text == "A" || run->text == "B" || run->text == "C")) all.insert(run->y.value);
    }
    return all.size();
  };
  CHECK(heights("寺院需要回贈禮") == 1);
  CHECK(heights("寺院需要一份能讓香客帶回家的回贈禮") == 3);
}

TEST_CASE("minutes of a block stay with what stands before them") {
  const BookFixture fixture;
  const edition::Edition edition = test::sample_edition(model::EditionKind::workbook);
  const BookContext context = fixture.context();
  const Book book{.edition = edition, .context = context, .style = make_book_style(fixture.theme, "zh-Hant-TW")};
  Chapter chapter = make_chapter(Role::section);
  Flow flow = flow_of(book, chapter);
  write_parts(flow, {test::prose("產出：一張卡"), test::part_of(model::Steps{.steps = {{test::words_of("說明")}}})});
  REQUIRE(flow.items.size() > 1);
  CHECK(flow.items[1].break_before == BreakBefore::forbidden);
}

TEST_CASE("glossary and credits at the course's end stand behind its last lesson, under their own head") {
  const BookFixture fixture;
  edition::Edition edition = edition_with({test::prose("正文")});
  edition.parts.front().lessons.front().topics.push_back(
      {.id = "words",
       .title = test::words_of("附錄"),
       .parts = {test::part_of(model::Directory{.kind = model::DirectoryKind::glossary})}});
  const Pages pages = paginate_workbook(edition, fixture.context()).value;
  CHECK(pages.outline.back().level == 2);
  CHECK(pages.outline.back().title == "附錄");
  CHECK(count_of(text_of(pages.pages.back()), "附錄") == 2); // its title and its running head
}

TEST_CASE("a last topic that teaches stays in its lesson, whatever lists it also has") {
  const BookFixture fixture;
  const auto last_outline_level = [&](model::Parts parts) {
    edition::Edition edition = edition_with({test::prose("正文")});
    parts.push_back(test::part_of(model::Directory{.kind = model::DirectoryKind::index}));
    edition.parts.front().lessons.front().topics.push_back(
        {.id = "end", .title = test::words_of("最後"), .parts = std::move(parts)});
    return paginate_workbook(edition, fixture.context()).value.outline.back().level;
  };
  constexpr int as_back_matter = 2;
  constexpr int as_topic = 3;
  const auto box = [](model::Parts children) {
    return test::box_of("tip", "提示", "tip", model::Tone::teal, std::move(children));
  };
  model::Box timed = box({});
  timed.time = std::chrono::minutes{5};
  const model::Part heading = test::part_of(model::Heading{.content = test::words_of("索引")});
  const model::Part glossary = test::part_of(model::Directory{.kind = model::DirectoryKind::glossary});
  CHECK(last_outline_level({}) == as_back_matter);
  CHECK(last_outline_level({test::prose("詞都在這裡。"), heading}) == as_back_matter);
  CHECK(last_outline_level({test::part_of(test::results_table()), heading}) == as_back_matter); // as credits are made
  CHECK(last_outline_level({test::part_of(box({test::prose("用到的詞："), glossary})), heading}) == as_back_matter);
  CHECK(last_outline_level({test::prose("一段。"), test::prose("又一段。")}) == as_topic);
  CHECK(last_outline_level({test::part_of(box({test::prose("記得複習。")}))}) == as_topic);
  CHECK(last_outline_level({test::part_of(std::move(timed))}) == as_topic);
  CHECK(last_outline_level({test::part_of(model::QuestionUse{.number = "1"})}) == as_topic);
  CHECK(last_outline_level({test::note(model::NoteKind::say, 3, "收尾。")}) == as_topic);
}

TEST_CASE("the guide keeps minutes and answers of a last topic that also has the index") {
  const BookFixture fixture;
  edition::Edition edition = test::sample_edition(model::EditionKind::guide);
  model::Topic& last = edition.parts.front().lessons.front().topics.back();
  last.parts.push_back(test::note(model::NoteKind::say, 3, "收尾。"));
  const auto told = [&] {
    std::string text = text_of(paginate_guide(edition, fixture.context()).value);
    std::erase(text, ' ');
    return std::pair{count_of(text, "12:00"), count_of(text, "1000±10把")};
  };
  const auto without_index = told();
  last.parts.push_back(test::part_of(model::Directory{.kind = model::DirectoryKind::index}));
  CHECK(told() == without_index);
  CHECK(without_index.first == 2);  // the lesson's end in its facts, and the note
  CHECK(without_index.second == 2); // below the question, and in the table of answers
}

TEST_CASE("a discussion in the workbook has lines to write on under each question") {
  const BookFixture fixture;
  const auto rules = [&](const std::string& kind) {
    const edition::Edition edition = edition_with({test::part_of(
        test::box_of(kind, "討論", "", model::Tone::teal, {test::part_of(test::list_of(true, {"甲？", "乙？"}))}))});
    std::size_t count = 0;
    const Pages pages = paginate_workbook(edition, fixture.context()).value;
    for (const Op& op : pages.pages.back().ops) {
      const auto* line = std::get_if<StrokedLine>(&op.content);
      if (line != nullptr && line->width == 0.6_pt) ++count;
    }
    return count;
  };
  CHECK(rules("discuss") == 4);
  CHECK(rules("tip") == 0);
}

TEST_CASE("all cards stand in the same places on every sheet") {
  const BookFixture fixture;
  edition::Edition edition = test::sample_edition(model::EditionKind::cards);
  model::Parts& parts = edition.parts.front().lessons.front().topics.front().parts;
  parts.push_back(test::role("第四人", "你路過。", ""));
  parts.push_back(test::role("第五人", "你也路過。", ""));
  const auto cards = paginate_cards(edition, fixture.context());
  CHECK(cards.diagnostics.empty());
  REQUIRE(cards.value.pages.size() == 2);
  const auto cut_lines = [](const Page& page) {
    return std::ranges::count_if(page.ops, [](const Op& op) {
      const auto* line = std::get_if<StrokedLine>(&op.content);
      return line != nullptr && !line->dashes.empty();
    });
  };
  CHECK(cut_lines(cards.value.pages[0]) == 6);
  CHECK(cut_lines(cards.value.pages[1]) == 4); // one card is left for it
  CHECK(count_of(text_of(cards.value), "只有你知道") == 1);
}

TEST_CASE("a card with too much text is an error at its place") {
  const BookFixture fixture;
  edition::Edition edition = test::sample_edition(model::EditionKind::cards);
  std::string long_text;
  for (int repeat = 0; repeat < 12; ++repeat) long_text += test::story;
  model::Part card = test::role("顧客", long_text, "");
  card.span = {.begin = 7, .end = 9};
  edition.parts.front().lessons.front().topics.front().parts = {card};
  const auto cards = paginate_cards(edition, fixture.context());
  REQUIRE(cards.diagnostics.size() == 1);
  CHECK(cards.diagnostics.front().kind->name == "card-overflows");
  CHECK(cards.diagnostics.front().span == card.span);
}

TEST_CASE("keys are written as learners would give them") {
  CHECK(key_words(test::choice_question(true)) == "C");
  CHECK(key_words(test::matching_question(true)) == "1–B  2–C  3–A");
  CHECK(key_words(test::ordering_question(true)) == "3 1 2");
  CHECK(key_words(test::number_question(true)) == "1000 ± 10 把");
  CHECK(key_words(test::choice_question(false)).empty());
  CHECK(letter_of(26) == "AA");
}

TEST_CASE("front matter has roman numbers") {
  CHECK(roman(4) == "iv");
  CHECK(roman(19) == "xix");
}

TEST_CASE("the same edition gives the same pages") {
  const BookFixture fixture;
  const edition::Edition edition = test::sample_edition(model::EditionKind::guide);
  CHECK(dump(paginate_guide(edition, fixture.context()).value) ==
        dump(paginate_guide(edition, fixture.context()).value));
}

} // namespace comb::typeset
