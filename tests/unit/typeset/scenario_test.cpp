// Scenarios on slides, on pages and on their map.
#include "books_support.hpp"
#include "support/slide_sample.hpp"
#include "typeset/books.hpp"
#include "typeset/deck.hpp"
#include "typeset/diagrams/scenario_map.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace comb::typeset {
namespace {

using model::Ending;

model::Choice choice(const std::string& text, const std::string& to, const std::string& feedback) {
  return {.text = test::words_of(text), .to = to, .feedback = {test::prose(feedback)}};
}

/// Four nodes: 1 to 2 or 4, 2 to 3 or back to 1, 3 the good end, 4 the poor one.
model::Branching story() {
  model::Branching branching{.id = "quiet"};
  branching.nodes = {
      {.id = "n1", .number = "1", .title = test::words_of("進門"), .body = {test::prose("顧客停下來。")}},
      {.id = "n2", .number = "2", .title = test::words_of("展示桌"), .body = {test::prose("顧客拿起手機。")}},
      {.id = "n3", .number = "3", .title = test::words_of("談話"), .body = {test::prose("坐下來談。")}},
      {.id = "n4", .number = "4", .title = test::words_of("門外"), .body = {test::prose("顧客走了。")}}};
  branching.nodes[0].choices = {choice("退開一步", "n2", "顧客點點頭。"), choice("馬上問", "n4", "隨便看看。")};
  branching.nodes[1].choices = {choice("問給誰用", "n3", "給我媽媽的。"), choice("再等一下", "n1", "又過了一分鐘。")};
  branching.nodes[2].ending = Ending::good;
  branching.nodes[3].ending = Ending::poor;
  return branching;
}

edition::Edition edition_with(model::EditionKind kind, model::Branching branching) {
  edition::Edition edition = test::sample_edition(kind);
  model::Box box = test::box_of("scenario", "情境演練", "rotate", model::Tone::teal,
                                {test::prose("平日下午。"), test::part_of(std::move(branching))});
  box.id = "quiet";
  box.own_slide = true;
  box.title = test::words_of("沉默的顧客");
  edition.parts.front().lessons.front().topics = {{.id = "s06-1", .parts = {test::part_of(std::move(box))}}};
  return edition;
}

Deck deck_with(model::EditionKind kind, model::Branching branching) {
  auto made = make_deck(edition_with(kind, std::move(branching)),
                        {.theme = theme::Theme{}, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW")});
  CHECK_FALSE(has_errors(made.diagnostics));
  return std::move(made.value);
}

const Slide& slide_called(const Deck& deck, const std::string& id) {
  const auto found = std::ranges::find(deck.slides, id, &Slide::id);
  REQUIRE(bool(found != deck.slides.end()));
  return *found;
}

std::string text_of(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) {
    for (const Op& op : page.ops) {
      if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text;
    }
  }
  return text;
}

std::size_t place_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  CHECK_MESSAGE(at != std::string::npos, part);
  return at;
}

struct BookFixture {
  theme::Theme theme{};
  Locations locations{};
  BookContext context() const {
    return {.theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  }
};

} // namespace

TEST_CASE("each node of a scenario has a slide, and choices lead to slides") {
  const Deck deck = deck_with(model::EditionKind::slides, story());
  CHECK_FALSE(slide_called(deck, "quiet").scenario.has_value());
  const Slide& door = slide_called(deck, "quiet.n1");
  REQUIRE(door.scenario.has_value());
  CHECK(door.scenario->is_start);
  CHECK(door.kicker_meta == "第 1 段");
  const auto* choices = std::get_if<model::Branching>(&door.body.back().content);
  REQUIRE(choices != nullptr);
  CHECK(choices->nodes.front().choices.at(1).to == "quiet.n4");
  const Slide& street = slide_called(deck, "quiet.n4");
  CHECK(street.kicker == "可惜的結局");
  CHECK(bool(street.tone == model::Tone::alert));
  CHECK(bool(street.scenario->ending == Ending::poor));
}

TEST_CASE("a node too long for a slide goes on, with its choices at the end") {
  model::Branching branching = story();
  for (int i = 0; i < 12; ++i) branching.nodes[0].body.push_back(test::prose(test::story));
  const Deck deck = deck_with(model::EditionKind::slides, std::move(branching));
  std::vector<const Slide*> slides;
  for (const Slide& slide : deck.slides) {
    if (slide.scenario && slide.scenario->node == "n1") slides.push_back(&slide);
  }
  REQUIRE(slides.size() > 1);
  const auto has_choices = [](const Slide* slide) {
    return std::ranges::any_of(
        slide->body, [](const model::Part& part) { return std::holds_alternative<model::Branching>(part.content); });
  };
  CHECK(std::ranges::count_if(slides, has_choices) == 1);
  CHECK(has_choices(slides.back()));
}

TEST_CASE("a consequence that fits no slide is an error, though it is hidden at first") {
  model::Branching branching = story();
  for (int i = 0; i < 20; ++i) branching.nodes[0].choices[0].feedback.push_back(test::prose(test::story));
  const auto made =
      make_deck(edition_with(model::EditionKind::slides, std::move(branching)),
                {.theme = theme::Theme{}, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW")});
  CHECK(
      std::ranges::any_of(made.diagnostics, [](const Diagnostic& one) { return one.kind->name == "slide-overflows"; }));
}

TEST_CASE("only the trainer's slides know the best path") {
  CHECK(slide_called(deck_with(model::EditionKind::slides, story()), "quiet.n1").notes.empty());
  model::Branching branching = story();
  branching.best_path = {"n1", "n2", "n3"};
  const Deck deck = deck_with(model::EditionKind::presenter, std::move(branching));
  const std::string notes = model::dump(slide_called(deck, "quiet.n1").notes, 0);
  CHECK(notes.find("第 1 段 → 第 2 段 → 第 3 段") != std::string::npos);
  CHECK(notes.find("馬上問 → 第 4 段　門外") != std::string::npos);
  CHECK(notes.find("隨便看看。") != std::string::npos);
  const std::string map = model::dump(slide_called(deck, "quiet").notes, 0);
  CHECK(map.find("馬上問 → 第 4 段") != std::string::npos);
}

TEST_CASE("a workbook tells a consequence where its choice leads to, after the pages to go on to") {
  const BookFixture fixture;
  const std::string text =
      text_of(paginate_workbook(edition_with(model::EditionKind::workbook, story()), fixture.context()).value);
  CHECK(text.find("前往第 2 段") != std::string::npos);
  CHECK(text.find("最佳路徑") == std::string::npos);
  const std::size_t head = place_of(text, "第 4 段　門外");
  CHECK(place_of(text, "你選了「馬上問」：") > head);
  CHECK(place_of(text, "隨便看看。") > head);
  CHECK(text.find("可惜的結局") != std::string::npos);
}

TEST_CASE("a guide has the map, the best path, and each consequence beside its choice") {
  const BookFixture fixture;
  model::Branching branching = story();
  branching.best_path = {"n1", "n2", "n3"};
  const std::string text =
      text_of(paginate_guide(edition_with(model::EditionKind::guide, std::move(branching)), fixture.context()).value);
  CHECK(text.find("★ 最佳路徑：第 1 段 → 第 2 段 → 第 3 段 好的結局") != std::string::npos);
  CHECK(text.find("你選了") == std::string::npos);
  CHECK(place_of(text, "隨便看看。") < text.rfind("門外"));
  CHECK(place_of(text, "全圖") < place_of(text, "顧客停下來。"));
}

TEST_CASE("a map has every node, none upon another, and says in words what leads back") {
  const DiagramLook look{.text = {.family = Family::sans, .size = 9_pt}, .width = 340_pt, .height = 400_pt};
  const auto drawn = draw_scenario_map(story(), look, words::words_for("zh-Hant-TW"), test::fonts());
  REQUIRE(drawn.has_value());
  const std::vector<Box2d>& nodes = drawn->geometry.nodes;
  REQUIRE(nodes.size() == 4);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    CHECK(nodes[i].x.value >= 0);
    CHECK((nodes[i].x + nodes[i].width).value <= look.width.value);
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      const bool beside = nodes[i].x + nodes[i].width <= nodes[j].x || nodes[j].x + nodes[j].width <= nodes[i].x;
      const bool above = nodes[i].y + nodes[i].height <= nodes[j].y || nodes[j].y + nodes[j].height <= nodes[i].y;
      CHECK((beside || above));
    }
  }
  std::string text;
  for (const DiagramLayer& layer : drawn->layers) {
    for (const Op& op : layer.ops) {
      if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text;
    }
  }
  CHECK(text.find("↩ 1") != std::string::npos);
}

} // namespace comb::typeset
