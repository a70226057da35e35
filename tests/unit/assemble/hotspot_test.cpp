// Questions about a place on a picture.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

const std::string shop =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" viewBox=\"0 0 200 100\">"
    "<rect x=\"0\" y=\"0\" width=\"200\" height=\"100\" fill=\"#eeeeee\"/></svg>";

test::Assembled asked(const std::string& places, const std::string& picture = "src=\"shop.svg\" alt=\"a shop\"") {
  return test::assembled(
      source::MemoryFileSystem({{"lesson.md",
                                 "# Lesson\n\n## Topic\n\n::: question {#q1}\nWhere do you greet?\n\n"
                                 "::hotspot{" +
                                     picture + "}\n\n" + places + ":::\n"},
                                {"shop.svg", shop}}),
      {.entry = "lesson.md", .run_path = {}});
}

} // namespace

TEST_CASE("places are read as rectangles and circles, the ticked ones as keys") {
  const test::Assembled result = asked(
      "- [ ] at the till {x=10 y=20 width=30 height=40}\n  > They come there last.\n"
      "- [x] right of the door {x=120 y=50 radius=25}\n");
  CHECK(result.findings() == "");
  REQUIRE(result.course.questions.size() == 1);
  const model::Question& question = result.course.questions[0];
  CHECK(question.type == model::QuestionType::hotspot);
  const auto& hotspot = std::get<model::Hotspot>(question.form);
  CHECK(hotspot.path == "shop.svg");
  CHECK(hotspot.alternative == "a shop");
  REQUIRE(hotspot.image != nullptr);
  REQUIRE(hotspot.regions.size() == 2);
  CHECK(hotspot.regions[0].shape == model::Region::Shape::rectangle);
  CHECK(hotspot.regions[0].height == 40);
  CHECK(text::plain_text(hotspot.regions[0].text) == "at the till");
  CHECK(hotspot.regions[1].shape == model::Region::Shape::circle);
  CHECK(hotspot.regions[1].width == 25);
  CHECK(question.key->is_key == std::vector<bool>{false, true});
  CHECK(question.key->weights == std::vector<double>{0, 100});
  CHECK(question.key->feedback.at(0).size() == 1);
}

TEST_CASE("places that cannot be clicked apart are refused") {
  CHECK(asked("- [x] a {x=10 y=10 radius=20}\n- [ ] b {x=100 y=50 radius=20}\n").raises("hotspot-outside"));
  CHECK(asked("- [x] a {x=170 y=10 width=40 height=10}\n- [ ] b {x=100 y=50 radius=20}\n").raises("hotspot-outside"));
  CHECK(asked("- [x] a {x=50 y=50 radius=20}\n- [ ] b {x=60 y=60 width=40 height=20}\n").raises("hotspot-overlap"));
  CHECK(asked("- [x] a {x=50 y=50 radius=20}\n- [ ] b {x=89 y=50 radius=20}\n").raises("hotspot-overlap"));
  CHECK(asked("- [x] a {x=50 y=50 radius=20}\n- [ ] b {x=90 y=50 radius=20}\n").findings() == "");
}

TEST_CASE("a question about a place says what it lacks") {
  CHECK(asked("- [x] a {x=50 y=50}\n- [ ] b {x=90 y=50 radius=9}\n").raises("hotspot-misfit"));
  CHECK(
      asked("- [x] a {x=50 y=50 radius=9 width=9 height=9}\n- [ ] b {x=90 y=50 radius=9}\n").raises("hotspot-misfit"));
  CHECK(asked("- [x] a {x=50 y=50 radius=9}\n").raises("hotspot-misfit"));
  CHECK(asked("- [x] a {y=50 radius=9}\n- [ ] b {x=90 y=50 radius=9}\n").raises("missing-field"));
  CHECK(asked("- [x] a {x=50 y=-5 radius=9}\n- [ ] b {x=90 y=50 radius=9}\n").raises("bad-field-value"));
  CHECK(asked("- [ ] a {x=50 y=50 radius=9}\n- [ ] b {x=90 y=50 radius=9}\n").raises("question-without-key"));
  CHECK(asked("No places.\n").raises("question-shape"));
  const std::string places = "- [x] a {x=50 y=50 radius=9}\n- [ ] b {x=90 y=50 radius=9}\n";
  CHECK(asked(places, "src=\"shop.svg\"").raises("missing-field"));
  CHECK(asked(places, "src=\"none.svg\" alt=\"a shop\"").raises("file-not-found"));
}

TEST_CASE("a type that has no picture refuses one") {
  const test::Assembled result = test::lesson(
      "::: question {#q1 type=single}\nWhere?\n\n::hotspot{src=\"x.svg\" alt=\"a\"}\n\n- [x] a\n- [ ] b\n:::\n");
  CHECK(result.raises("question-shape"));
}
