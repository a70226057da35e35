// How an edition becomes slides: what opens one, where it is cut, what joins the notes.
#include "support/slide_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace comb::typeset {
namespace {

using namespace sample;

const Fonts& fonts() {
  static const Fonts loaded = [] {
    Result<Fonts> result = Fonts::load(theme::Theme{}.fonts, "zh-Hant-TW");
    REQUIRE_MESSAGE(result, "the Noto CJK fonts are needed");
    return *result;
  }();
  return loaded;
}

WithDiagnostics<Deck> deck_of(const Course& made, EditionKind kind = EditionKind::slides) {
  return make_deck(edition_of(made, kind),
                   {.theme = theme::Theme{}, .fonts = fonts(), .words = words::words_for("zh-Hant-TW")});
}

/// A course with one topic that holds `parts`.
Course course_with(Parts parts) {
  Course made;
  made.info = {.id = "try", .title = "試", .lang = "zh-Hant-TW"};
  Lesson lesson{.id = "s01", .number = "S1", .title = words_of("一課")};
  lesson.topics.push_back({.id = "s01-1", .title = words_of("一節"), .parts = std::move(parts)});
  made.parts = {{.title = "", .id = "part-1", .lessons = {std::move(lesson)}}};
  return made;
}

std::vector<std::string> ids(const Deck& deck) {
  std::vector<std::string> all;
  for (const Slide& slide : deck.slides) all.push_back(slide.id);
  return all;
}

std::vector<std::string> names(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics) all.emplace_back(diagnostic.kind->name);
  return all;
}

Part long_list(int count) {
  std::vector<std::string> items(static_cast<std::size_t>(count), "小方為寺院設計了可以回贈香客的紀念梳，賣出一千把");
  return list(items);
}

std::size_t item_count(const Slide& slide) {
  return std::get<List>(slide.body.at(0).content).items.size();
}

TEST_CASE("a course opens with a cover, its parts and lessons, then one slide a topic or block") {
  const Deck deck = deck_of(course()).value;
  CHECK(ids(deck) == std::vector<std::string>{"cover", "part-1", "s05", "s05-2", "combs", "q5-2", "r1", "fab-relay"});
}

TEST_CASE("learners and trainer have the same slides") {
  const Deck learner = deck_of(course(), EditionKind::slides).value;
  const Deck trainer = deck_of(course(), EditionKind::presenter).value;
  CHECK(ids(learner) == ids(trainer));
  CHECK(std::ranges::all_of(learner.slides, [](const Slide& slide) { return slide.notes.empty(); }));
  CHECK_FALSE(std::ranges::all_of(trainer.slides, [](const Slide& slide) { return slide.notes.empty(); }));
}

TEST_CASE("a short list of objectives stands on the slide that opens the lesson, and there alone") {
  const Deck deck = deck_of(course()).value;
  CHECK(deck.slides.at(2).layout == SlideLayout::lesson);
  CHECK(item_count(deck.slides.at(2)) == 1);
  CHECK(text::plain_text(deck.slides.at(3).headline) == "顧客與銷售員，看到的不是同一件事");
}

TEST_CASE("a topic of prose only joins the notes of the slide before") {
  const WithDiagnostics<Deck> made = deck_of(course(), EditionKind::presenter);
  CHECK(names(made.diagnostics) == std::vector<std::string>{"topic-without-slide"});
  CHECK(made.value.slides.back().notes.size() == 2);
}

TEST_CASE("a list that is too long flows on, level over its slides") {
  const WithDiagnostics<Deck> made = deck_of(course_with({long_list(13)}));
  REQUIRE(made.value.slides.size() == 4);
  CHECK(ids(made.value) == std::vector<std::string>{"cover", "s01", "s01-1", "s01-1-2"});
  CHECK(item_count(made.value.slides[2]) == 7);
  CHECK(item_count(made.value.slides[3]) == 6);
  CHECK(made.value.slides[3].continued);
  CHECK(names(made.diagnostics) == std::vector<std::string>{"slide-continued"});
}

TEST_CASE("a numbered list counts on over slides") {
  Part numbered = long_list(12);
  std::get<List>(numbered.content).ordered = true;
  const Deck deck = deck_of(course_with({numbered})).value;
  const auto& second = std::get<List>(deck.slides.at(3).body.at(0).content);
  CHECK(second.start == 1 + static_cast<int>(item_count(deck.slides.at(2))));
}

TEST_CASE("a table is cut between rows and keeps its head") {
  Table table;
  table.header = {cell("一"), cell("二")};
  for (int i = 0; i < 12; ++i) table.rows.push_back({cell("甲"), cell("乙")});
  const Deck deck = deck_of(course_with({part(table)})).value;
  REQUIRE(deck.slides.size() == 4);
  const auto& first = std::get<Table>(deck.slides[2].body.at(0).content);
  const auto& second = std::get<Table>(deck.slides[3].body.at(0).content);
  CHECK(first.rows.size() + second.rows.size() == 12);
  CHECK(second.header.size() == 2);
  CHECK(first.widths == second.widths);
}

TEST_CASE("a sub-heading stays with what follows it") {
  Part heading = part(model::Heading{3, words_of("小標"), {}});
  const Deck deck = deck_of(course_with({long_list(8), heading, long_list(6)})).value;
  for (const Slide& slide : deck.slides) {
    if (!slide.body.empty()) CHECK_FALSE(std::holds_alternative<model::Heading>(slide.body.back().content));
  }
}

/// The deck of one question with `count` options, straight from an edition.
WithDiagnostics<Deck> deck_with_options(std::size_t count) {
  edition::Edition edition = edition_of(course(), EditionKind::slides);
  edition.parts = course_with({part(QuestionUse{{0}, "1"})}).parts;
  std::get<Choices>(edition.questions.at(0).form).options.assign(count, {.text = words_of("一個選項")});
  return make_deck(edition, {.theme = theme::Theme{}, .fonts = fonts(), .words = words::words_for("zh-Hant-TW")});
}

TEST_CASE("a question that fits on no slide is an error") {
  CHECK(names(deck_with_options(14).diagnostics) == std::vector<std::string>{"slide-overflows"});
}

TEST_CASE("what is slightly too high and cannot be cut is set smaller") {
  const WithDiagnostics<Deck> deck = deck_with_options(7);
  CHECK(deck.diagnostics.empty());
  CHECK(deck.value.slides.back().scale < 1);
  CHECK(deck.value.slides.back().scale >= 0.8);
}

TEST_CASE("`::: slide` stands for the loose content of its topic") {
  Part framed =
      box({.frame = BoxFrame::slide, .kind = "slide", .id = "own", .title = words_of("只看這句")}, {prose("一句話")});
  const Deck deck = deck_of(course_with({long_list(3), framed, case_box()})).value;
  CHECK(ids(deck) == std::vector<std::string>{"cover", "s01", "own", "combs"});
}

TEST_CASE("`---` breaks a slide and `::break` is one") {
  const Part rule = part(Break{});
  const Part pause = part(Break{BreakKind::pause, std::chrono::minutes{10}, "休息"});
  const Deck deck = deck_of(course_with({long_list(2), rule, long_list(2), pause})).value;
  REQUIRE(deck.slides.size() == 5);
  CHECK(ids(deck) == std::vector<std::string>{"cover", "s01", "s01-1", "s01-1-2", "s01-break"});
  CHECK(deck.slides.back().layout == SlideLayout::pause);
  CHECK(deck.slides.back().timer == TimerPlace::ring);
}

TEST_CASE("a note stands on the slide that holds the element before it") {
  Part said = note(NoteKind::say, "說", "最後才說");
  const Deck deck = deck_of(course_with({long_list(13), said}), EditionKind::presenter).value;
  CHECK(deck.slides.at(2).notes.empty());
  CHECK(deck.slides.at(3).notes.size() == 1);
}

TEST_CASE("what `:trainer[…]` says is in the notes") {
  text::Inlines line = words_of("大家都看到");
  line.push_back({Span{}, text::TrainerText{"先別說"}});
  List remarked;
  remarked.items.push_back({.children = {part(Prose{line})}});
  const Deck deck = deck_of(course_with({part(remarked)}), EditionKind::presenter).value;
  CHECK(deck.slides.back().notes.size() == 1);
}

TEST_CASE("the number of each block, topic, lesson and question can be asked for") {
  const std::map<std::string, int> numbers = slide_numbers(deck_of(course()).value);
  CHECK(numbers.at("s05") == 3);
  CHECK(numbers.at("combs") == 5);
  CHECK(numbers.at("q5-2") == 6);
}

TEST_CASE("a lesson has all slides between its first and its last, whosever questions they show") {
  const Deck deck = deck_of(course()).value;
  const std::map<std::string, SlideRange> ranges = lesson_slides(deck);
  CHECK(ranges.at("s05").first == 3);
  CHECK(ranges.at("s05").last == deck.slides.back().number);
  CHECK_FALSE(ranges.contains(""));
}

TEST_CASE("every slide can be drawn, and nothing is drawn outside of it") {
  const Deck deck = deck_of(course(), EditionKind::presenter).value;
  for (const Slide& slide : deck.slides) {
    const Ops ops = draw_slide(deck, slide, theme::Theme{}, fonts(), words::words_for("zh-Hant-TW"));
    int runs = 0;
    for (const Op& op : ops) {
      const auto* run = std::get_if<GlyphRun>(&op.content);
      if (run == nullptr) continue;
      ++runs;
      CHECK(run->x >= 0_pt);
      CHECK(run->x < 960_pt);
      CHECK(run->y <= 540_pt);
    }
    CHECK(runs > 0);
  }
}

TEST_CASE("the outline of a deck names slides, kickers and notes") {
  const std::string outline = dump(deck_of(course(), EditionKind::presenter).value);
  CHECK(outline.find("5 block #combs  把木梳賣給和尚\n  kicker: 個案  meta: 40 分鐘") != std::string::npos);
}

/// A column of steps, higher than the room that a list leaves on its slide.
Part long_flow() {
  Diagram flow{.sort = DiagramSort::flow, .alternative = "十二步"};
  for (int i = 0; i < 12; ++i) flow.nodes.push_back({.label = words_of("先觀察三秒，看他的視線停在哪裡，再打招呼")});
  Part made = part(std::move(flow));
  made.span = {{0}, 5, 9};
  return made;
}

TEST_CASE("a diagram is never cut: it moves on to a slide of its own, which keeps it as it was measured") {
  const Deck deck = deck_of(course_with({long_list(5), long_flow()})).value;
  std::vector<const Slide*> with_diagram;
  for (const Slide& slide : deck.slides) {
    if (!slide.drawings.empty()) with_diagram.push_back(&slide);
  }
  REQUIRE(with_diagram.size() == 1);
  const Slide& slide = *with_diagram.front();
  REQUIRE(slide.drawings.size() == 1);
  CHECK(slide.drawings.front().span == Span{{0}, 5, 9});
  CHECK(slide.drawings.front().drawn.geometry.nodes.size() == 12);
  // The display list holds the same drawing: its twelve nodes and all their words.
  const Ops ops = draw_slide(deck, slide, theme::Theme{}, fonts(), words::words_for("zh-Hant-TW"));
  std::string text;
  for (const Op& op : ops) {
    if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text;
  }
  CHECK(std::count(text.begin(), text.end(), '1') >= 3); // 1, 10, 11 and 12
}

TEST_CASE("a diagram that fits beside nothing else on a slide is said, and its words stand for it") {
  Diagram flow{.sort = DiagramSort::flow, .alternative = "很多步"};
  for (int i = 0; i < 60; ++i)
    flow.nodes.push_back({.label = words_of("先觀察三秒，看他的視線停在哪裡，再打招呼，然後問")});
  const auto deck = deck_of(course_with({part(std::move(flow))}));
  const auto found = names(deck.diagnostics);
  CHECK(std::ranges::find(found, "diagram-overflows") != found.end());
}

} // namespace
} // namespace comb::typeset
