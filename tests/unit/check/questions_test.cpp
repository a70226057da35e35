// The rules about questions: what they find, and what they leave in peace.
#include "check/check.hpp"
#include "check/moodle_fractions.hpp"
#include "check/question_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::check {

extern const Rule question_options_rule;
extern const Rule question_weights_rule;
extern const Rule question_answers_rule;
extern const Rule question_clues_rule;
extern const Rule question_wording_rule;
extern const Rule question_feedback_rule;
extern const Rule question_bank_rule;

namespace {

using model::QuestionType;

text::Inlines words(std::string_view text) {
  return {text::Inline{.span = {}, .content = text::Run{std::string(text)}}};
}
model::Parts paragraph(text::Inlines inlines) {
  model::Part part;
  part.content = model::Prose{std::move(inlines)};
  return {part};
}

struct TestOption {
  std::string_view text;
  double weight = 0; ///< above 0: a key
  std::string_view feedback = "because";
};

model::Question choice(std::string_view stem, std::vector<TestOption> options) {
  model::Question question;
  question.id = "q1";
  question.stem = paragraph(words(stem));
  question.objectives = {"o1"};
  question.key = model::QuestionKey{};
  model::Choices choices;
  for (const TestOption& option : options) {
    choices.options.push_back({.span = {}, .text = words(option.text)});
    question.key->is_key.push_back(option.weight > 0);
    question.key->weights.push_back(option.weight);
    question.key->feedback.push_back(option.feedback.empty() ? model::Parts{} : paragraph(words(option.feedback)));
  }
  question.form = std::move(choices);
  return question;
}

model::Question short_answer(std::string_view accepted) {
  model::Question question = choice("?", {});
  question.type = QuestionType::short_answer;
  question.form = model::ShortText{};
  question.key->accepted = {{.span = {}, .text = std::string(accepted)}};
  return question;
}

/// The names of what all question rules find, sorted, joined by spaces.
std::string found_in(std::vector<model::Question> questions) {
  model::Course course;
  course.questions = std::move(questions);
  model::Objective objective;
  objective.id = "o1";
  course.objectives.push_back(objective);
  std::vector<std::string> names;
  for (const Rule* rule : {&question_options_rule, &question_weights_rule, &question_answers_rule, &question_clues_rule,
                           &question_wording_rule, &question_feedback_rule, &question_bank_rule})
    for (const Diagnostic& finding : rule->run(course)) names.emplace_back(finding.kind->name);
  std::ranges::sort(names);
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
  return joined;
}
std::string found_in(model::Question question) {
  return found_in(std::vector<model::Question>{std::move(question)});
}

} // namespace

TEST_CASE("a sound question raises nothing") {
  CHECK(found_in(choice("哪一句說的是利益？", {{"機殼採鎂合金"}, {"背一整天肩不痠", 100}, {"重量比前代輕兩成"}})) ==
        "");
}

TEST_CASE("options that differ in spaces, width or case only are the same") {
  CHECK(found_in(choice("?", {{"１００ 把。"}, {"100把", 100}, {"10把"}})) == "question-option-duplicated");
  CHECK(found_in(choice("?", {{"C#"}, {"C", 100}, {"C++"}})) == "");
}

TEST_CASE("two options are few, six are many") {
  CHECK(found_in(choice("?", {{"一", 100}, {"二"}})) == "question-option-count");
  CHECK(found_in(choice("?", {{"一", 100}, {"二"}, {"三"}, {"四"}, {"五"}, {"六"}})) == "question-option-count");
  model::Question true_false = choice("?", {{"對", 100}, {"錯"}});
  true_false.type = QuestionType::true_false;
  CHECK(found_in(true_false) == "");
}

TEST_CASE("weights are fractions that Moodle knows") {
  model::Question several = choice("?", {{"一", 100.0 / 3}, {"二", 100.0 / 3}, {"三", 100.0 / 3}, {"四"}});
  several.type = QuestionType::multiple;
  CHECK(found_in(several) == "");
  several.key->weights = {45, 45, 10, 0};
  CHECK(found_in(several) == "question-weight-unknown question-weight-unknown");
}

TEST_CASE("Moodle's list is known to five decimals") {
  CHECK(is_moodle_fraction(100.0 / 7));
  CHECK(is_moodle_fraction(-200.0 / 3));
  CHECK_FALSE(is_moodle_fraction(33));
  CHECK(nearest_moodle_fraction(33) == doctest::Approx(33.33333));
  CHECK(nearest_moodle_fraction(-45) == doctest::Approx(-50));
}

TEST_CASE("a key is visibly the longest from a quarter and three Chinese characters on") {
  CHECK(found_in(choice("?", {{"先問用途，再推薦合適的，最後確認", 100}, {"先報價"}, {"先推薦"}})) ==
        "question-key-longest");
  CHECK(found_in(choice("?", {{"背一整天肩不痠", 100}, {"機殼採鎂合金"}, {"輕兩成"}})) == "");
}

TEST_CASE("an absolute word in one distractor alone gives it away") {
  CHECK(found_in(choice("?", {{"顧客一定會回來"}, {"顧客可能回來", 100}, {"顧客不回來"}})) == "question-absolute-term");
  CHECK(found_in(choice("?", {{"顧客不一定回來"}, {"顧客可能回來", 100}, {"顧客不回來"}})) == "");
  CHECK(found_in(choice("?", {{"the note is kept"}, {"it depends", 100}, {"onlyness"}})) == "");
}

TEST_CASE("numbers stand in order where options are not shuffled") {
  model::Question numbers = choice("?", {{"1,000 把", 100}, {"10 把"}, {"100 把"}});
  CHECK(found_in(numbers) == "");
  numbers.shuffle = false;
  CHECK(found_in(numbers) == "question-options-unsorted");
}

TEST_CASE("a negation in what is asked must be seen") {
  const std::vector<TestOption> options = {{"甲"}, {"乙", 100}, {"丙"}};
  CHECK(found_in(choice("小王走進店裡。下列何者不正確？", options)) == "question-negative-stem");
  CHECK(found_in(choice("Which of these is not a benefit?", options)) == "question-negative-stem");
  CHECK(found_in(choice("Which of these is NOT a benefit?", options)) == "");
  CHECK(found_in(choice("顧客不說話，您最好怎麼做？", options)) == "");
  model::Question emphasised = choice("", options);
  emphasised.stem = paragraph({{.span = {}, .content = text::Run{"何者"}},
                               {.span = {}, .content = text::Strong{words("不")}},
                               {.span = {}, .content = text::Run{"正確？"}}});
  CHECK(found_in(emphasised) == "");
}

TEST_CASE("options about other options are flaws") {
  CHECK(found_in(choice("?", {{"一", 100}, {"二"}, {"以上皆非"}})) == "question-all-or-none question-position-named");
  model::Question locked = choice("?", {{"一", 100}, {"二"}, {"以上皆非"}});
  std::get<model::Choices>(locked.form).options[2].locked_last = true;
  CHECK(found_in(locked) == "question-all-or-none");
  CHECK(found_in(choice("?", {{"一", 100}, {"二"}, {"A 和 B 皆是"}})) ==
        "question-combined-options question-position-named");
  CHECK(found_in(choice("?", {{"abc", 100}, {"cab"}, {"dad"}})) == "");
}

TEST_CASE("feedback that names a place is wrong once options are shuffled") {
  model::Question question = choice("?", {{"一", 100, "選項 B 太早"}, {"二"}, {"三"}});
  CHECK(found_in(question) == "question-position-named");
  question.shuffle = false;
  CHECK(found_in(question) == "");
}

TEST_CASE("each distractor has its rationale, the key its explanation, the question its objective") {
  CHECK(found_in(choice("?", {{"一", 100}, {"二", 0, ""}, {"三"}})) == "question-distractor-without-rationale");
  model::Question question = choice("?", {{"一", 100, ""}, {"二"}, {"三"}});
  CHECK(found_in(question) == "question-without-explanation");
  question.key->solution = paragraph(words("因為"));
  CHECK(found_in(question) == "");
  question.objectives.clear();
  CHECK(found_in(question) == "question-without-objective");
}

TEST_CASE("left sides are told apart") {
  model::Question question = choice("?", {});
  question.type = QuestionType::matching;
  question.form = model::Matching{.left = {words("F"), words("f")}, .right = {words("1"), words("2")}};
  CHECK(found_in(question) == "question-left-repeated");
}

TEST_CASE("stars and arrows in answers are seen") {
  CHECK(found_in(short_answer("利益")) == "");
  CHECK(found_in(short_answer("2*3")) == "question-answer-star");
  CHECK(found_in(short_answer("a->b")) == "question-answer-arrow");
}

TEST_CASE("keys that always stand at one place are counted from twenty questions on") {
  std::vector<model::Question> questions;
  for (int number = 0; number < 20; ++number)
    questions.push_back(choice("第 " + std::to_string(number) + " 題？", {{"一"}, {"二", 100}, {"三"}}));
  CHECK(found_in(questions) == "question-key-position");
  questions.pop_back();
  CHECK(found_in(questions) == "");
}

TEST_CASE("true-false questions turn out both ways") {
  std::vector<model::Question> questions;
  for (int number = 0; number < 10; ++number) {
    questions.push_back(choice("第 " + std::to_string(number) + " 題？", {{"對", 100}, {"錯"}}));
    questions.back().type = QuestionType::true_false;
  }
  CHECK(found_in(questions) == "question-true-false-one-sided");
}

TEST_CASE("a question asked twice is named") {
  const model::Question question = choice("哪一句？", {{"一", 100}, {"二"}, {"三"}});
  CHECK(found_in({question, question}) == "question-repeated");
}

} // namespace comb::check
