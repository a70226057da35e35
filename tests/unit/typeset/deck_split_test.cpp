// How bodies are spread over slides: equal shares, a little smaller where that saves a slide, countdowns kept whole.
#include "support/slide_sample.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace comb::typeset {
namespace {

using namespace sample;

Deck deck_with(Parts parts) {
  Course made;
  made.info = {.id = "try", .title = "試", .lang = "zh-Hant-TW"};
  Lesson lesson{.id = "s01", .number = "S1", .title = words_of("一課")};
  lesson.topics.push_back({.id = "s01-1", .title = words_of("一節"), .parts = std::move(parts)});
  made.parts = {{.title = "", .id = "part-1", .lessons = {std::move(lesson)}}};
  return make_deck(edition_of(made, EditionKind::slides),
                   {.theme = theme::Theme{}, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW")})
      .value;
}

/// The slides after the cover and the lesson's opener.
std::vector<Slide> slides_of(Parts parts) {
  Deck deck = deck_with(std::move(parts));
  return {deck.slides.begin() + 2, deck.slides.end()};
}

std::vector<std::string> headlines(const std::vector<Slide>& slides) {
  std::vector<std::string> all;
  for (const Slide& slide : slides) all.push_back(text::plain_text(slide.headline));
  return all;
}

TEST_CASE("the turns of a long dialogue are shared out, so that none stands alone") {
  model::Dialogue dialogue;
  for (int i = 0; i < 11; ++i) {
    dialogue.turns.push_back({.speaker = i % 2 == 0 ? "銷售員" : "顧客", .text = words_of("一句話。")});
  }
  const std::vector<Slide> slides = slides_of({part(std::move(dialogue))});
  REQUIRE(slides.size() == 2);
  CHECK(std::get<model::Dialogue>(slides[0].body.at(0).content).turns.size() == 6);
  CHECK(std::get<model::Dialogue>(slides[1].body.at(0).content).turns.size() == 5);
}

TEST_CASE("headings with their lists are shared out over slides, and the last is not left with one") {
  Parts parts;
  for (int i = 0; i < 10; ++i) {
    parts.push_back(part(model::Heading{3, words_of("一課"), {}}));
    parts.push_back(list({"帶走這一句"}));
  }
  std::vector<std::size_t> counts;
  for (const Slide& slide : slides_of(std::move(parts))) counts.push_back(slide.body.size() / 2);
  REQUIRE(counts.size() == 3);
  CHECK(*std::ranges::min_element(counts) == 3);
}

TEST_CASE("a table moves on whole, a little smaller, rather than being cut") {
  Table table;
  table.header = {cell("幾點"), cell("做什麼")};
  for (int i = 0; i < 7; ++i) table.rows.push_back({cell("09:00"), cell("一課")});
  const std::vector<Slide> slides = slides_of({part(model::Code{"", "一\n二\n三\n四\n五\n六\n七\n"}), part(table)});
  REQUIRE(slides.size() == 2);
  CHECK(std::get<Table>(slides[1].body.at(0).content).rows.size() == 7);
  CHECK(slides[1].scale < 1);
  CHECK(slides[1].scale >= 0.9);
}

TEST_CASE("a table of hundreds of rows loses none, keeps their order, and ends level") {
  constexpr int total = 400;
  Table table;
  table.header = {cell("編號"), cell("說明")};
  table.caption = words_of("來源");
  for (int i = 0; i < total; ++i) table.rows.push_back({cell(std::to_string(i)), cell("一句話")});
  const std::vector<Slide> slides = slides_of({part(std::move(table))});
  REQUIRE(slides.size() > 30);
  int next = 0;
  std::vector<std::size_t> counts;
  for (const Slide& slide : slides) {
    REQUIRE(slide.body.size() == 1);
    const Table& piece = std::get<Table>(slide.body.front().content);
    CHECK(piece.header.size() == 2);
    CHECK(piece.caption.empty() == (&slide != &slides.back()));
    for (const auto& row : piece.rows) CHECK(text::plain_text(row.at(0).content) == std::to_string(next++));
    counts.push_back(piece.rows.size());
  }
  CHECK(next == total);
  CHECK(*std::ranges::max_element(counts) <= *std::ranges::min_element(counts) + 2);
}

TEST_CASE("a numbered list of hundreds of items goes on with its numbers and loses none") {
  model::List items{.ordered = true};
  for (int i = 0; i < 300; ++i) items.items.push_back({{prose(std::to_string(i))}});
  int next = 0;
  for (const Slide& slide : slides_of({part(std::move(items))})) {
    const auto& piece = std::get<model::List>(slide.body.at(0).content);
    CHECK(piece.start == next + 1);
    for (const model::ListItem& item : piece.items) {
      CHECK(text::plain_text(std::get<model::Prose>(item.children.at(0).content).content) == std::to_string(next++));
    }
  }
  CHECK(next == 300);
}

TEST_CASE("a comparison of seven rows fits one slide") {
  Table table;
  table.look = model::TableLook::compare;
  table.caption = words_of("兩邊");
  table.header = {cell(""), cell("個人客戶"), cell("企業客戶")};
  for (int i = 0; i < 7; ++i) table.rows.push_back({cell("週期"), cell("短"), cell("長")});
  const std::vector<Slide> slides = slides_of({part(std::move(table))});
  REQUIRE(slides.size() == 1);
  CHECK(slides[0].scale >= 0.9);
}

TEST_CASE("a few lines that are all a slide says are set larger") {
  CHECK(slides_of({box({.kind = "reflection", .label = "反思"}, {prose("你會先補哪一層？")})}).at(0).scale > 1);
  CHECK(slides_of({box({.kind = "reflection", .label = "反思"}, {list({"你會先補哪一層？"})})}).at(0).scale == 1);
}

TEST_CASE("the minutes of a quiz are said on its first question alone") {
  edition::Edition edition = edition_of(course(), EditionKind::slides);
  const Part quiz = box({.kind = "quiz", .label = "測驗", .meta = "4 分鐘", .own_slide = true},
                        {part(QuestionUse{{0}, "1"}), part(QuestionUse{{0}, "2"})});
  edition.parts.front().lessons.front().topics = {{.id = "s05-1", .parts = {quiz}}};
  const Deck deck =
      make_deck(edition, {.theme = theme::Theme{}, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW")})
          .value;
  REQUIRE(deck.slides.size() > 2);
  CHECK(deck.slides[deck.slides.size() - 2].kicker_meta == "4 分鐘");
  CHECK(deck.slides.back().kicker_meta == "");
}

Part timer() {
  return part(
      Timer{.total = std::chrono::minutes{15},
            .phases = {{words_of("說明"), std::chrono::minutes{2}}, {words_of("進行"), std::chrono::minutes{13}}}});
}

Part activity(Parts children) {
  return box({.kind = "activity", .label = "活動", .id = "relay", .title = words_of("接力"), .own_slide = true},
             std::move(children));
}

TEST_CASE("a rubric in an activity comes after it and does not tear its slide") {
  const Part rubric = box({.kind = "rubric", .label = "評量規準", .title = words_of("規準")},
                          {list({"內容", "連到需求", "表達", "時間"})});
  const std::vector<Slide> slides =
      slides_of({activity({prose("三人一組。"), list({"一", "二", "三"}), rubric, prose("產出：一張表"), timer()})});
  CHECK(headlines(slides) == std::vector<std::string>{"接力", "規準"});
  REQUIRE(slides.front().body.size() == 4);
  CHECK(find_timer(slides.front()) != nullptr);
}

TEST_CASE("a slide in the middle of an activity comes after it, one before all else stays first") {
  Box frame{.title = words_of("情境條")};
  frame.frame = model::BoxFrame::slide;
  const Part shown = box(frame, {list({"裝修公司"})});
  CHECK(headlines(slides_of({activity({prose("三人輪流。"), shown, prose("產出：一段"), timer()})})) ==
        std::vector<std::string>{"接力", "情境條"});
  CHECK(headlines(slides_of({activity({shown, prose("三人輪流。"), prose("產出：一段"), timer()})})) ==
        std::vector<std::string>{"情境條", "接力"});
}

} // namespace
} // namespace comb::typeset
