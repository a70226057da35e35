// Answers that are not chosen from options: pairs and texts. What has the wrong shape was reported while it was read.
#include "check/check.hpp"
#include "check/question_text.hpp"

#include <map>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_left_repeated{
    .name = "question-left-repeated",
    .severity = Severity::error,
    .help = "name each left side once; several left sides may share one right side",
    .explain = "Two equal left sides with two right sides cannot be answered: nobody can know which is meant.",
};
constexpr DiagnosticKind question_answer_star{
    .name = "question-answer-star",
    .severity = Severity::warning,
    .help = "list other accepted answers in `also=\"…\"`; a star stands for itself",
    .explain =
        "In Moodle `*` stands for any text. The quiz bank writes it so that it means a star, as it does here; "
        "if any text was meant, learners would get points for nothing.",
};
constexpr DiagnosticKind question_answer_arrow{
    .name = "question-answer-arrow",
    .severity = Severity::warning,
    .help = "write → instead of `->`",
    .explain =
        "GIFT uses `->` to part the sides of a pair and has no way to escape it; a short answer with it is left "
        "out of `bank.gift`.",
};

void check_matching(const model::Question& question, const model::Matching& matching, Diagnostics& found) {
  std::map<std::string, Span> seen;
  for (const text::Inlines& left : matching.left) {
    const std::string text = text::plain_text(left);
    const Span span = left.empty() ? question.span : left.front().span;
    const auto [first, is_new] = seen.emplace(normalised(text), span);
    if (is_new) continue;
    found.push_back({.kind = &question_left_repeated,
                     .span = span,
                     .message = "`" + text + "` stands twice on the left",
                     .notes = {{first->second, "the first time"}}});
  }
}

void check_accepted(const model::Question& question, Diagnostics& found) {
  for (const model::AcceptedText& accepted : question.key->accepted) {
    const Span span = accepted.span.is_empty() ? question.span : accepted.span;
    if (accepted.text.find('*') != std::string::npos) {
      found.push_back({.kind = &question_answer_star,
                       .span = span,
                       .message = "the `*` in `" + accepted.text + "` stands for itself, not for any text"});
    }
    if (accepted.text.find("->") != std::string::npos) {
      found.push_back({.kind = &question_answer_arrow,
                       .span = span,
                       .message = "`" + accepted.text + "` cannot be written in GIFT"});
    }
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (const model::Question& question : course.questions) {
    if (const auto* matching = std::get_if<model::Matching>(&question.form)) check_matching(question, *matching, found);
    if (question.key) check_accepted(question, found);
  }
  return found;
}

} // namespace

extern const Rule question_answers_rule;
const Rule question_answers_rule{
    .name = "question-answers",
    .diagnostics = {&question_left_repeated, &question_answer_star, &question_answer_arrow},
    .run = run,
};

} // namespace comb::check
