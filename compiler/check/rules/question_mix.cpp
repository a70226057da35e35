// What a quiz or an exam is made of.
#include "check/check.hpp"

#include <map>
#include <string>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_many_true_false{
    .name = "question-many-true-false",
    .severity = Severity::warning,
    .help = "ask some of them as single choice: who guesses is right half of the time",
    .explain =
        "A guess at a true-false question is right half of the time, so that a series of them tells little. Counted "
        "are quizzes and exams of five questions and more; a fifth of them may be true-false.\n",
};

constexpr int fewest_to_count = 5;

struct Mix {
  int questions = 0;
  int true_false = 0;

  void add(const model::Question& question) {
    ++questions;
    if (question.type == model::QuestionType::true_false) ++true_false;
  }
  bool is_one_sided() const { return questions >= fewest_to_count && true_false * 5 > questions; }
};

Diagnostic finding(const Mix& mix, const std::string& what, Span span) {
  return {.kind = &question_many_true_false,
          .span = span,
          .message = std::to_string(mix.true_false) + " of the " + std::to_string(mix.questions) + " questions of " +
                     what + " are true-false"};
}

void check_quizzes(const model::Course& course, Diagnostics& found) {
  std::map<std::string, const model::Question*> by_id;
  for (const model::Question& question : course.questions) by_id.emplace(question.id, &question);
  std::map<std::uint32_t, Mix> quizzes;
  for (const model::BlockInfo& block : course.blocks) {
    const auto question = by_id.find(block.id);
    const bool is_in_quiz = block.kind == "question" && block.parent && course.blocks[*block.parent].kind == "quiz";
    if (is_in_quiz && question != by_id.end()) quizzes[*block.parent].add(*question->second);
  }
  for (const auto& [index, mix] : quizzes) {
    if (mix.is_one_sided()) found.push_back(finding(mix, "this quiz", course.blocks[index].span));
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  check_quizzes(course, found);
  for (const model::Exam& exam : course.exams) {
    if (exam.variants.empty()) continue;
    Mix mix;
    for (const model::QuestionIndex index : exam.variants.front().questions) mix.add(course.questions[index.value]);
    if (mix.is_one_sided()) found.push_back(finding(mix, "`" + exam.id + "`", exam.span));
  }
  return found;
}

} // namespace

extern const Rule question_mix_rule;
const Rule question_mix_rule{
    .name = "question-mix",
    .diagnostics = {&question_many_true_false},
    .run = run,
};

} // namespace comb::check
