// How the body of a question is read.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

/// The questions of a lesson with `body`, as an outline; findings first, if any.
std::string questions(const std::string& body) {
  const test::Assembled result = test::lesson(body);
  const std::string outline = model::dump(result.course);
  const std::size_t first = outline.find("\n  question q");
  const std::size_t last = outline.find("  block question");
  return result.findings() + (first == std::string::npos ? "" : outline.substr(first + 1, last - first - 1));
}

} // namespace

TEST_CASE("a quote under an option is its feedback, indented or not, with or without empty lines between options") {
  const std::string expected =
      "  question q single points=1\n"
      "    stem\n"
      "      prose Which?\n"
      "    option one 0%\n"
      "      feedback\n"
      "        prose no <presenter workbook-answers guide key bank>\n"
      "    option two (key) 100%\n"
      "      feedback\n"
      "        prose yes <presenter workbook-answers guide key bank>\n";
  CHECK(questions("::: question {#q}\nWhich?\n\n- [ ] one\n  > no\n- [x] two\n  > yes\n:::\n") == expected);
  CHECK(questions("::: question {#q}\nWhich?\n\n- [ ] one\n> no\n- [x] two\n> yes\n:::\n") == expected);
  CHECK(questions("::: question {#q}\nWhich?\n\n- [ ] one\n> no\n\n- [x] two\n> yes\n:::\n") == expected);
  CHECK(questions("::: question {#q}\nWhich?\n\n- [ ] one\n  > no\n\n- [x] two\n  > yes\n:::\n") == expected);
}

TEST_CASE("a quote after an empty line names the solution") {
  const std::string found = questions("::: question {#q}\nWhich?\n\n- [x] one\n- [ ] two\n\n> why\n:::\n");
  CHECK(found.find("lesson.md:11:1 error quote-after-options") == 0);
}

TEST_CASE("lists and quotes before the last list belong to the stem") {
  const std::string outline =
      questions("::: question {#q}\nWhich?\n\n- a\n- b\n\n> said\n\n- [x] one\n- [ ] two\n:::\n");
  CHECK(outline.find("      list\n") != std::string::npos);
  CHECK(outline.find("      quote\n") != std::string::npos);
  CHECK(outline.find("    option one (key) 100%") != std::string::npos);
}

TEST_CASE("gaps in the stem of a question with options are no cloze") {
  CHECK(questions("::: question {#q}\nA :blank[gap].\n\n- [x] one\n- [ ] two\n:::\n").find("question q single") !=
        std::string::npos);
}

TEST_CASE("the title of a question gives no gap away") {
  const test::Assembled result = test::lesson("::: question {#q}\nIt is a :blank[benefit].\n:::\n");
  REQUIRE(result.course.questions.size() == 1);
  CHECK(result.course.questions[0].title == "It is a ___.");
}

TEST_CASE("weights that are not written share what is left") {
  const std::string outline = questions(
      "::: question {#q type=multiple}\nWhich?\n\n- [x] a {weight=50}\n- [x] b\n"
      "- [x] c\n- [ ] d\n- [ ] e {weight=-10}\n:::\n");
  CHECK(outline.find("option b (key) 25%") != std::string::npos);
  CHECK(outline.find("option c (key) 25%") != std::string::npos);
  CHECK(outline.find("option d -90%") != std::string::npos);
}

TEST_CASE("a matching question keeps its pairs through the shuffle") {
  const test::Assembled result = test::lesson(
      "::: question {#q type=matching}\nMatch.\n\n| A | B |\n| --- | --- |\n"
      "| 1 | one |\n| 2 | two |\n| 3 | one |\n| | none |\n:::\n");
  REQUIRE(result.course.questions.size() == 1);
  const model::Question& question = result.course.questions[0];
  const auto& matching = std::get<model::Matching>(question.form);
  REQUIRE(matching.left.size() == 3);
  CHECK(matching.right.size() == 3); // `one` once
  const auto right = [&](std::size_t left) {
    return text::plain_text(matching.right.at(static_cast<std::size_t>(question.key->right_of_left.at(left))));
  };
  CHECK(right(0) == "one");
  CHECK(right(1) == "two");
  CHECK(right(2) == "one");
}

TEST_CASE("a question for exams only is on no slide and in no workbook") {
  const test::Assembled result = test::lesson("::: question {#q use=exam}\nWhich?\n\n- [x] a\n- [ ] b\n:::\n");
  CHECK(result.parts() == "question 0 number=1 <guide exam key bank>\n");
}

TEST_CASE("answers, feedback and solutions are in the key alone") {
  const test::Assembled result =
      test::lesson("::: question {#q}\nWhich?\n\n- [x] a\n  > canary\n- [ ] b\n\n::: solution\ncanary\n:::\n:::\n");
  model::Course course = result.course;
  for (model::Question& question : course.questions) question.key.reset();
  CHECK(model::dump(result.course).find("canary") != std::string::npos);
  CHECK(model::dump(course).find("canary") == std::string::npos);
}
