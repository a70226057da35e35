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

TEST_CASE("what only the presenter sees goes to the notes") {
  const auto compiled = tests::compile_lesson(lesson);
  CHECK(shows(compiled, EditionKind::presenter, "note say <presenter guide guide-brief> (notes)"));
}
