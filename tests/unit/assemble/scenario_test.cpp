// Scenarios: how nodes and choices are read, what is wrong with them, and the questions that they give the bank.
#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace comb::test {
namespace {

const std::string door =
    "::: node The door {#n1}\n"
    "A customer stops.\n\n"
    "- Say hello {to=n2}\n"
    "  > She nods.\n"
    "- Look away {to=n3}\n"
    "  > She turns around.\n"
    ":::\n\n";
const std::string ends =
    "::: node A talk {#n2 end=good}\n"
    "She sits down.\n"
    ":::\n\n"
    "::: node The street {#n3 end=poor}\n"
    "She leaves.\n"
    ":::\n";

std::string scenario(const std::string& body) {
  return ":::: scenario The shop {#shop objective=o1 tags=greeting bloom=apply}\nA quiet afternoon.\n\n" + body +
         "::::\n";
}

/// What is found in a scenario of these nodes, without what the lesson around it lacks.
std::string found_in(const std::string& body) {
  return lesson(scenario(body)).findings();
}

const model::Branching& branching_of(const Assembled& made) {
  const auto& box = std::get<model::Box>(made.course.parts.at(0).lessons.at(0).topics.at(0).parts.at(0).content);
  const auto found = std::ranges::find_if(
      box.children, [](const model::Part& part) { return std::holds_alternative<model::Branching>(part.content); });
  REQUIRE(bool(found != box.children.end()));
  return std::get<model::Branching>(found->content);
}

TEST_CASE("a scenario has its nodes in order, numbered, with choices and their consequences") {
  const Assembled made = lesson(scenario(door + ends));
  CHECK(made.findings().empty());
  const model::Branching& read = branching_of(made);
  CHECK(read.id == "shop");
  REQUIRE(read.nodes.size() == 3);
  CHECK(read.nodes[0].number == "1");
  CHECK(read.nodes[0].choices.size() == 2);
  CHECK(read.nodes[0].choices[1].to == "n3");
  CHECK(text::plain_text(read.nodes[0].choices[0].text) == "Say hello");
  CHECK(model::dump(read.nodes[0].choices[0].feedback, 0).find("She nods.") != std::string::npos);
  CHECK(bool(read.nodes[1].ending == model::Ending::good));
  CHECK(bool(read.nodes[2].ending == model::Ending::poor));
  CHECK(read.best_path == std::vector<std::string>{"n1", "n2"});
}

TEST_CASE("a consequence may be quoted without an indent") {
  const Assembled made =
      lesson(scenario("::: node The door {#n1}\n"
                      "- Say hello {to=n2}\n> She nods.\n- Look away {to=n3}\n> She turns around.\n:::\n" +
                      ends));
  CHECK(made.findings().empty());
  CHECK(branching_of(made).nodes[0].choices.size() == 2);
  CHECK(branching_of(made).nodes[0].choices[1].feedback.size() == 1);
}

TEST_CASE("a list before the choices belongs to what is going on") {
  const Assembled made = lesson(
      scenario("::: node The door {#n1}\n- one\n- two\n\nWhat now?\n\n- Say hello {to=n2}\n  > Yes.\n- Look away "
               "{to=n3}\n  > No.\n:::\n" +
               ends));
  CHECK(made.findings().empty());
  CHECK(branching_of(made).nodes[0].body.size() == 2);
  CHECK(branching_of(made).nodes[0].choices.size() == 2);
}

TEST_CASE("ids of nodes count in their own scenario only") {
  const std::string second = ":::: scenario Another {#other}\n" + door + ends + "::::\n";
  CHECK(lesson(scenario(door + ends) + "\n" + second).findings().empty());
}

TEST_CASE("a choice that names no node is told the nearest one, at its very place") {
  const std::string wrong =
      "::: node The door {#start}\n- Say hello {to=talc}\n  > She nods.\n- Look away {to=n3}\n  > "
      "She goes.\n:::\n::: node A talk {#talk end=good}\nGood.\n:::\n"
      "::: node The street {#n3 end=poor}\nBad.\n:::\n";
  CHECK(found_in(wrong) ==
        "lesson.md:9:17 error choice-target-unknown: no node of this scenario is called `talc` | did you mean "
        "`talk`?\n");
}

TEST_CASE("all that is wrong with a scenario is said in one run") {
  const std::string body =
      "::: node The door {#n1}\n"
      "- Say hello\n"
      "  > She nods.\n"
      "- Look away {to=n9}\n"
      "- Wait {to=n2}\n"
      "  > She waits.\n"
      ":::\n"
      "::: node Waiting {#n2}\n"
      "- Wait again {to=n2}\n"
      "  > She waits again.\n"
      ":::\n"
      "::: node Nowhere {#n2 end=poor}\n"
      "- Run {to=n1}\n"
      "  > You run.\n"
      ":::\n"
      "::: node Alone {#n4}\n"
      "Nobody comes.\n"
      ":::\n";
  const Assembled made = lesson(scenario(body));
  for (const char* kind :
       {"choice-without-target", "choice-target-unknown", "choice-without-feedback", "scenario-trap", "node-doubled",
        "end-with-choices", "node-without-choices", "node-unreached", "scenario-without-good-end"}) {
    CAPTURE(kind);
    CHECK(made.raises(kind));
  }
  CHECK_FALSE(made.raises("scenario-without-poor-end"));
}

TEST_CASE("a node behind which only waiting is left is a trap, one with a way out is none") {
  const std::string round = "::: node The corner {#n4}\n- Wait {to=n4}\n  > Nothing.\n";
  const std::string wait = "- Wait {to=n4}\n  > She waits.\n";
  const std::string start = door.substr(0, door.size() - 5) + wait + ":::\n\n";
  CHECK(lesson(scenario(start + ends + round + ":::\n")).raises("scenario-trap"));
  CHECK(lesson(scenario(start + ends + round + "- Leave {to=n3}\n  > You go.\n:::\n")).findings().empty());
}

TEST_CASE("a node that one edition leaves out would be a hole") {
  std::string hidden = ends;
  hidden.replace(hidden.find("end=good"), 8, "end=good audience=trainer");
  CHECK(lesson(scenario(door + hidden)).raises("node-for-some"));
}

TEST_CASE("each node with a better and a worse choice is a question of the bank") {
  const Assembled made = lesson(scenario(door + ends));
  REQUIRE(made.course.questions.size() == 1);
  const model::Question& question = made.course.questions.front();
  CHECK(question.id == "shop-n1");
  CHECK(bool(question.type == model::QuestionType::single));
  CHECK(bool(question.purpose == model::QuestionPurpose::practice));
  CHECK(question.key->is_key == std::vector<bool>{true, false});
  CHECK(question.key->weights == std::vector<double>{100, 0});
  CHECK(question.objectives == std::vector<std::string>{"o1"});
  CHECK(question.tags == std::vector<std::string>{"greeting"});
  CHECK(bool(question.bloom == model::BloomLevel::apply));
  const std::string stem = model::dump(question.stem, 0);
  CHECK(stem.find("The shop: The door") != std::string::npos);
  CHECK(stem.find("A quiet afternoon.") != std::string::npos);
  CHECK(model::dump(question.key->feedback.at(1), 0).find("She turns around.") != std::string::npos);
}

TEST_CASE("two equally short ways make a question with two keys") {
  const std::string three = door.substr(0, door.size() - 5) + "- Smile {to=n2}\n  > She smiles.\n:::\n\n";
  const Assembled made = lesson(scenario(three + ends));
  REQUIRE(made.course.questions.size() == 1);
  CHECK(bool(made.course.questions.front().type == model::QuestionType::multiple));
  CHECK(made.course.questions.front().key->weights == std::vector<double>{50, -100, 50});
}

TEST_CASE("a node where nothing is better or worse gives no question") {
  const std::string only = "::: node The street corner {#n0}\n- Go in {to=n1}\n  > The door opens.\n:::\n";
  const Assembled made = lesson(scenario(only + door + ends));
  REQUIRE(made.course.questions.size() == 1);
  CHECK(made.course.questions.front().id == "shop-n1");
}

TEST_CASE("the way to a good end is the shortest one") {
  const std::string body =
      "::: node A {#a}\n- long {to=b}\n  > x\n- short {to=c}\n  > x\n:::\n"
      "::: node B {#b}\n- on {to=c}\n  > x\n- out {to=z}\n  > x\n:::\n"
      "::: node C {#c}\n- on {to=y}\n  > x\n- back {to=a}\n  > x\n:::\n"
      "::: node Y {#y end=good}\nGood.\n:::\n::: node Z {#z end=poor}\nPoor.\n:::\n";
  const Assembled made = lesson(scenario(body));
  CHECK(made.findings().empty());
  CHECK(branching_of(made).best_path == std::vector<std::string>{"a", "c", "y"});
}

} // namespace
} // namespace comb::test
