// Stretches of a deck become one: the same for any number of threads.
#include "typeset/deck_stretch.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace comb::typeset {
namespace {

edition::Edition two_lessons() {
  edition::Edition edition;
  model::CoursePart part;
  part.lessons.resize(2);
  part.lessons[0].id = "s01";
  part.lessons[1].id = "s02";
  edition.parts.push_back(std::move(part));
  return edition;
}

/// A slide whose one choice leads to the slide `to`.
Slide slide_leading_to(const std::string& id, const std::string& to) {
  model::ScenarioNode node;
  node.choices.push_back({.to = to});
  model::Branching branching;
  branching.nodes.push_back(std::move(node));
  Slide slide;
  slide.id = id;
  slide.body.push_back({.content = std::move(branching)});
  return slide;
}

/// The cover, and for each lesson a slide called `start` that leads to the second slide called `end`.
Stretch make(const StretchPlan& plan) {
  Stretch stretch;
  if (plan.lesson == nullptr) {
    stretch.slides.emplace_back().id = "cover";
    stretch.stems = {"cover"};
    return stretch;
  }
  stretch.slides.push_back(slide_leading_to("start", "end-2"));
  stretch.slides.emplace_back().id = "end";
  stretch.slides.emplace_back().id = "end-2";
  stretch.stems = {"start", "end", "end"};
  return stretch;
}

std::string ids_and_targets(const Deck& deck) {
  std::string text;
  for (const Slide& slide : deck.slides) {
    text += std::to_string(slide.number) + " " + slide.id;
    for (const model::Part& part : slide.body) {
      text += " > " + std::get<model::Branching>(part.content).nodes.front().choices.front().to;
    }
    text += "\n";
  }
  return text;
}

} // namespace

TEST_CASE("ids are unique in the whole deck, and choices lead where they led") {
  constexpr const char* expected = "1 cover\n2 start > end-2\n3 end\n4 end-2\n5 start-2 > end-4\n6 end-3\n7 end-4\n";
  for (const int threads : {1, 2, 5}) {
    CAPTURE(threads);
    CHECK(ids_and_targets(put_together(two_lessons(), make, threads).value) == expected);
  }
}

TEST_CASE("a deck without end stops behind the lesson that is too much") {
  const auto many = [](const StretchPlan& plan) {
    Stretch stretch;
    if (plan.lesson == nullptr) return stretch;
    stretch.slides.resize(20'001);
    stretch.stems.resize(20'001, "slide");
    return stretch;
  };
  const auto made = put_together(two_lessons(), many, 2);
  CHECK(made.value.slides.size() == 20'001);
  REQUIRE(made.diagnostics.size() == 1);
  CHECK(made.diagnostics.front().kind->name == "too-many-slides");
}

} // namespace comb::typeset
