// Papers of exams as editions: what is on them, and that the key moves with the options.
#include "edition/paper.hpp"

#include "edition/edition.hpp"
#include "support/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace comb;
using model::EditionKind;

namespace {

const std::string lesson = R"(# Combs

## Questions

:::::: case Combs for monks {#combs}
Three applicants went to the temple.

::: exhibit What they sold {#sold}
| Who | How many |
| --- | ---: |
| Lin | 1 |
:::

::: discuss
1. Whose need was met?
:::

::: teaching-note
Sort the answers.
:::

::: question {#q1}
Who met the temple's need?

- [ ] Lin
- [ ] Wu
- [x] Fang

::: solution
The temple wants gifts.
:::
:::

::: question {#q2}
What did Lin see?

- [x] An itch
- [ ] A gift
- [ ] A mirror
:::
::::::

::: question {#q3 use=exam type=matching}
Match them.

| Who | What |
| --- | --- |
| Lin | one |
| Wu | ten |
| | none |
:::

::: question {#q4 type=ordering}
Put them in order.

1. Greet
2. Ask
3. Show
:::

::: question {#q5}
Never drawn: is it?

- [x] Yes
- [ ] No
- [ ] Perhaps
:::
)";

tests::Compiled course() {
  return tests::compile({{"course.yaml",
                          "language: 1\nid: c\ntitle: Course\nlang: en\nparts:\n  - {title: One, lessons: [s01.md]}\n"
                          "exams:\n  - {id: test, title: The test, variants: 2, questions: [q1, q2, q3, q4]}\n"},
                         {"s01.md", lesson}},
                        "course.yaml");
}

edition::Edition paper_of(const tests::Compiled& compiled, EditionKind kind, const std::string& variant) {
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  return edition::make_edition(*compiled.result.checked, {.kind = kind, .exam = "test", .variant = variant});
}

const model::Question& question(const edition::Edition& edition, const std::string& id) {
  const auto found = std::find_if(edition.questions.begin(), edition.questions.end(),
                                  [&](const model::Question& each) { return each.id == id; });
  REQUIRE(found != edition.questions.end());
  return *found;
}

std::string words_of(const text::Inlines& inlines) {
  return text::plain_text(inlines);
}

} // namespace

TEST_CASE("a paper asks its questions with numbers from 1, a case once before its own") {
  const auto compiled = course();
  const std::string paper = edition::dump(paper_of(compiled, EditionKind::exam, "A"));
  CHECK(paper.find("Three applicants") != std::string::npos);
  CHECK(paper.find("Three applicants") == paper.rfind("Three applicants"));
  CHECK(paper.find("Lin") != std::string::npos);
  for (const char* number : {"number=1\n", "number=2\n", "number=3\n", "number=4\n"}) {
    CHECK(paper.find(number) != std::string::npos);
  }
  CHECK(paper.find("Put them in order") != std::string::npos);
  CHECK(paper.find("Whose need was met") == std::string::npos);
  CHECK(paper.find("Sort the answers") == std::string::npos);
  CHECK(paper.find("Never drawn") == std::string::npos);
  CHECK(paper.find("The temple wants gifts") == std::string::npos);
}

TEST_CASE("a paper has no keys, its key has them all") {
  const auto compiled = course();
  for (const model::Question& each : paper_of(compiled, EditionKind::exam, "B").questions) CHECK_FALSE(each.key);
  const edition::Edition key = paper_of(compiled, EditionKind::key, "B");
  for (const char* id : {"q1", "q2", "q3", "q4"}) CHECK(question(key, id).key);
  CHECK(edition::dump(key).find("The temple wants gifts") != std::string::npos);
}

TEST_CASE("the key stands at the right option, pair and place in every variant") {
  const auto compiled = course();
  for (const char* variant : {"A", "B"}) {
    CAPTURE(variant);
    const edition::Edition key = paper_of(compiled, EditionKind::key, variant);
    const edition::Edition paper = paper_of(compiled, EditionKind::exam, variant);
    const model::Question& single = question(key, "q1");
    const auto& options = std::get<model::Choices>(single.form).options;
    const auto& printed = std::get<model::Choices>(question(paper, "q1").form).options;
    REQUIRE(printed.size() == options.size());
    for (std::size_t i = 0; i < options.size(); ++i) {
      CHECK(words_of(printed[i].text) == words_of(options[i].text));
      CHECK(single.key->is_key[i] == (words_of(options[i].text) == "Fang"));
      CHECK((single.key->weights[i] > 0) == (words_of(options[i].text) == "Fang"));
    }
    const model::Question& pairs = question(key, "q3");
    const auto& matching = std::get<model::Matching>(pairs.form);
    for (std::size_t left = 0; left < matching.left.size(); ++left) {
      const auto right = static_cast<std::size_t>(pairs.key->right_of_left[left]);
      CHECK(words_of(matching.right.at(right)) == (words_of(matching.left[left]) == "Lin" ? "one" : "ten"));
    }
    const model::Question& order = question(key, "q4");
    std::string steps;
    for (const int item : order.key->right_order) {
      steps += words_of(std::get<model::Ordering>(order.form).items.at(static_cast<std::size_t>(item))) + " ";
    }
    CHECK(steps == "Greet Ask Show ");
  }
}

TEST_CASE("arranging by an order that does not fit leaves a question as it is") {
  model::Question broken{.id = "q"};
  broken.form = model::Ordering{.items = {{}, {}}};
  broken.key = model::QuestionKey{.right_order = {1, 0}};
  edition::arrange(broken, {0});
  CHECK(broken.key->right_order == std::vector<int>{1, 0});
}
