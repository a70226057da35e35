// That learners hear why: a rationale for each distractor, an explanation of the key, an objective behind it.
#include "check/check.hpp"
#include "check/question_text.hpp"

#include <algorithm>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_distractor_without_rationale{
    .name = "question-distractor-without-rationale",
    .severity = Severity::warning,
    .help = "under the option, write `> ` and which mistake it stands for",
    .explain =
        "A distractor is worth what it tells about the learner. If no mistake comes to mind that leads to it, "
        "nobody will choose it. The rationale is for the trainer and for feedback after the answer.",
};
constexpr DiagnosticKind question_without_explanation{
    .name = "question-without-explanation",
    .severity = Severity::warning,
    .help = "explain the key in `::: solution`, or in a quote under it",
    .explain = "The moment after an answer is when learners listen. A trainer who stands in needs the reason, too.",
};
constexpr DiagnosticKind question_without_objective{
    .name = "question-without-objective",
    .severity = Severity::warning,
    .help = "add `objective=…`, the id of what the question lets learners show",
    .explain = "A question that serves no objective tests something that was not promised.",
};

bool is_choice(const model::Question& question) {
  return question.type == model::QuestionType::single || question.type == model::QuestionType::multiple;
}

bool has_feedback(const model::Question& question, std::size_t index) {
  return index < question.key->feedback.size() && has_words(question.key->feedback[index]);
}

void check_distractors(const model::Question& question, const model::Choices& choices, Diagnostics& found) {
  for (std::size_t index = 0; index < choices.options.size(); ++index) {
    if (is_key_option(question, index) || has_feedback(question, index)) continue;
    // 以上皆非 and the like, and whatever else stays last, stands for no mistake of its own.
    if (choices.options[index].locked_last) continue;
    found.push_back(
        {.kind = &question_distractor_without_rationale,
         .span = choices.options[index].span,
         .message = "nothing says which mistake `" + text::plain_text(choices.options[index].text) + "` stands for"});
  }
}

void check_explanation(const model::Question& question, Diagnostics& found) {
  const bool has_solution = has_words(question.key->solution);
  bool explains_key = has_solution;
  for (std::size_t index = 0; index < question.key->is_key.size(); ++index) {
    explains_key = explains_key || (is_key_option(question, index) && has_feedback(question, index));
  }
  if (explains_key) return;
  found.push_back({.kind = &question_without_explanation,
                   .span = question.span,
                   .message = "nothing says why the key of `" + question.id + "` is right"});
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  const std::set<std::string> scenarios = scenario_ids(course);
  for (const model::Question& question : course.questions) {
    // A lesson without objectives of its own, such as a sheet of exercises, owes none to its questions.
    if (question.objectives.empty() && !course.objectives.empty() &&
        question.type != model::QuestionType::description && !scenarios.contains(question.stimulus)) {
      found.push_back({.kind = &question_without_objective,
                       .span = question.span,
                       .message = "`" + question.id + "` serves no objective"});
    }
    if (!question.key) continue;
    const auto* choices = std::get_if<model::Choices>(&question.form);
    if (choices != nullptr && is_choice(question)) check_distractors(question, *choices, found);
    if (choices != nullptr || question.type == model::QuestionType::numeric) check_explanation(question, found);
  }
  return found;
}

} // namespace

extern const Rule question_feedback_rule;
const Rule question_feedback_rule{
    .name = "question-feedback",
    .diagnostics = {&question_distractor_without_rationale, &question_without_explanation, &question_without_objective},
    .run = run,
};

} // namespace comb::check
