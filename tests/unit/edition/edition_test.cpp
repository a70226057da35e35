// What each sort of reader gets of one small lesson.
#include "edition/edition.hpp"
#include "support/pipeline.hpp"

#include <doctest/doctest.h>

using namespace comb;
using model::EditionKind;

namespace {

constexpr const char* lesson = R"(# Combs

## Selling combs

Loose words of the topic.

- a point on the slide

::say[Tell the story first.]

::: tip
A :fill[filled] gap and :trainer[hidden words] too.
:::

:::: question {#q1}
Which one is the benefit?

- [ ] It is light
  > That is a feature.
- [x] No sore shoulder
  > What the customer gets.

::: solution
Benefits belong to the customer.
:::
::::

:::: roleplay Silent customer {#r1 time="3+6+6"}
A weekday afternoon.

::: role Customer
Buying a phone for a parent.

> Speaks after a concrete question.
:::

::: observer
- [ ] Greets within ten seconds
- [ ] Keeps a distance
- [ ] Asks a concrete question
:::

::: debrief
1. What opened the talk?
:::
::::
)";

bool shows(const tests::Compiled& compiled, EditionKind kind, const std::string& text) {
  return edition::dump(tests::edition_of(compiled, kind)).find(text) != std::string::npos;
}

} // namespace

TEST_CASE("loose prose is in the books and the presenter's notes, not on slides") {
  const auto compiled = tests::compile_lesson(lesson);
  CHECK_FALSE(shows(compiled, EditionKind::slides, "Loose words"));
  CHECK(shows(compiled, EditionKind::presenter, "Loose words"));
  CHECK(shows(compiled, EditionKind::workbook, "Loose words"));
  CHECK(shows(compiled, EditionKind::guide, "Loose words"));
  CHECK(shows(compiled, EditionKind::slides, "a point on the slide"));
}

TEST_CASE("trainer's notes and inline trainer text reach trainers alone") {
  const auto compiled = tests::compile_lesson(lesson);
  for (const EditionKind kind : {EditionKind::slides, EditionKind::workbook, EditionKind::cards, EditionKind::exam}) {
    CAPTURE(model::name_of(kind));
    CHECK_FALSE(shows(compiled, kind, "Tell the story"));
    CHECK_FALSE(shows(compiled, kind, "hidden words"));
  }
  for (const EditionKind kind : {EditionKind::presenter, EditionKind::guide}) {
    CAPTURE(model::name_of(kind));
    CHECK(shows(compiled, kind, "Tell the story"));
    CHECK(shows(compiled, kind, "hidden words"));
  }
}

TEST_CASE("a learner's question has no key, no feedback and no solution") {
  const auto compiled = tests::compile_lesson(lesson);
  for (const EditionKind kind : {EditionKind::slides, EditionKind::workbook}) {
    CAPTURE(model::name_of(kind));
    const edition::Edition edition = tests::edition_of(compiled, kind);
    REQUIRE(edition.questions.size() == 1);
    CHECK_FALSE(edition.questions.front().key.has_value());
    CHECK_FALSE(shows(compiled, kind, "Benefits belong"));
    CHECK_FALSE(shows(compiled, kind, "That is a feature"));
    CHECK(shows(compiled, kind, "No sore shoulder"));
  }
  for (const EditionKind kind : {EditionKind::presenter, EditionKind::guide, EditionKind::bank}) {
    CAPTURE(model::name_of(kind));
    CHECK(shows(compiled, kind, "Benefits belong"));
    CHECK(tests::edition_of(compiled, kind).questions.front().key.has_value());
  }
}

TEST_CASE("a filled gap is empty in the workbook and filled elsewhere") {
  const auto compiled = tests::compile_lesson(lesson);
  CHECK_FALSE(shows(compiled, EditionKind::workbook, "filled"));
  CHECK(shows(compiled, EditionKind::slides, "filled"));
  CHECK(shows(compiled, EditionKind::guide, "filled"));
}

TEST_CASE("a role is on cards and in the guide, and nowhere else") {
  const auto compiled = tests::compile_lesson(lesson);
  for (const EditionKind kind : {EditionKind::slides, EditionKind::presenter, EditionKind::workbook}) {
    CAPTURE(model::name_of(kind));
    CHECK_FALSE(shows(compiled, kind, "Buying a phone"));
    CHECK_FALSE(shows(compiled, kind, "Speaks after"));
  }
  CHECK(shows(compiled, EditionKind::cards, "Speaks after"));
  CHECK(shows(compiled, EditionKind::guide, "Speaks after"));
  CHECK(shows(compiled, EditionKind::cards, "Greets within ten seconds"));
}

TEST_CASE("lines to write on stand on cards where their block does") {
  const auto compiled = tests::compile_lesson(
      "# Combs\n\n## Cards\n\n::: jobaid Ask {size=a6}\n1. Ask who it is for.\n\n::lines{count=2}\n:::\n\n"
      "::lines{count=4}\n");
  CHECK(shows(compiled, EditionKind::cards, "writing-space 2"));
  CHECK_FALSE(shows(compiled, EditionKind::cards, "writing-space 4"));
  CHECK(shows(compiled, EditionKind::workbook, "writing-space 2"));
  CHECK(shows(compiled, EditionKind::workbook, "writing-space 4"));
  CHECK_FALSE(shows(compiled, EditionKind::slides, "writing-space"));
}

TEST_CASE("a note inside a scenario's node brings the scenario into the short guide") {
  const std::string scenario =
      "# Combs\n\n## Door\n\n:::: scenario The door {#door}\nIt rings.\n\n::: node One {#n1}\nA guest waits.\n\n"
      "NOTE- Right {to=n2}\n  > Yes.\n- Wrong {to=n3}\n  > No.\n:::\n\n"
      "::: node In {#n2 end=good}\nB.\n:::\n\n::: node Out {#n3 end=poor}\nC.\n:::\n::::\n";
  const auto with = [&](const std::string& note) {
    std::string text = scenario;
    return tests::compile_lesson(text.replace(text.find("NOTE"), 4, note));
  };
  const auto noted = with("::say[Read it aloud.]\n\n");
  CHECK(noted.findings().find("node-for-some") == std::string::npos);
  CHECK(shows(noted, EditionKind::guide_brief, "Read it aloud."));
  CHECK_FALSE(shows(noted, EditionKind::guide_brief, "A guest waits."));
  CHECK_FALSE(shows(noted, EditionKind::slides, "Read it aloud."));
  CHECK_FALSE(shows(with(""), EditionKind::guide_brief, "branching"));
}

TEST_CASE("what is in reserve moves the clock of no guide") {
  const auto minutes_in = [](EditionKind kind) {
    const auto compiled = tests::compile_lesson(
        "# Combs\n\n## Practice\n\n::: activity Again {#again time=\"1+3+1\" priority=could}\nOnce more.\n:::\n");
    const edition::Edition edition = tests::edition_of(compiled, kind);
    const model::Parts& parts = edition.parts.at(0).lessons.at(0).topics.at(0).parts;
    return std::get<model::Box>(parts.at(0).content).time;
  };
  CHECK(bool(minutes_in(EditionKind::guide) == std::chrono::minutes(0)));
  CHECK(bool(minutes_in(EditionKind::presenter) == std::chrono::minutes(5)));
}

TEST_CASE("what is in reserve inside a list moves no clock either") {
  const auto compiled = tests::compile_lesson(
      "# Combs\n\n## Practice\n\n- First\n\n  ::: activity Again {#again time=\"1+3+1\" priority=could}\n  Once "
      "more.\n  :::\n");
  const edition::Edition edition = tests::edition_of(compiled, EditionKind::guide);
  const model::Parts& parts = edition.parts.at(0).lessons.at(0).topics.at(0).parts;
  const auto& list = std::get<model::List>(parts.at(0).content);
  const auto& box = std::get<model::Box>(list.items.at(0).children.back().content);
  CHECK(bool(box.time == std::chrono::minutes(0)));
}

TEST_CASE("what only the presenter sees goes to the notes") {
  const auto compiled = tests::compile_lesson(lesson);
  CHECK(shows(compiled, EditionKind::presenter, "note say <presenter guide guide-brief> (notes)"));
}
