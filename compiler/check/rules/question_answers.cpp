// The answers of questions that are not chosen from options: pairs, gaps, texts, numbers, orders.
#include "check/check.hpp"
#include "check/parts_walk.hpp"
#include "check/question_text.hpp"

#include <cmath>
#include <map>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_too_few_pairs{
    .name = "question-too-few-pairs",
    .severity = Severity::error,
    .help = "write at least two rows in which both cells are filled",
};
constexpr DiagnosticKind question_left_repeated{
    .name = "question-left-repeated",
    .severity = Severity::error,
    .help = "name each left side once; several left sides may share one right side",
    .explain = "Two equal left sides with two right sides cannot be answered: nobody can know which is meant.",
};
constexpr DiagnosticKind question_too_few_items{
    .name = "question-too-few-items",
    .severity = Severity::error,
    .help = "write at least two items, in their right order",
};
constexpr DiagnosticKind question_gap_without_key{
    .name = "question-gap-without-key",
    .severity = Severity::error,
    .help = "write the answer between the brackets: `:blank[answer]`",
};
constexpr DiagnosticKind question_without_gap{
    .name = "question-without-gap",
    .severity = Severity::error,
    .help = "put `:blank[answer]` where learners fill in",
};
constexpr DiagnosticKind question_answer_empty{
    .name = "question-answer-empty",
    .severity = Severity::error,
    .help = "write the answer between the brackets: `::answer[1000]`",
};
constexpr DiagnosticKind question_tolerance_wrong{
    .name = "question-tolerance-wrong",
    .severity = Severity::error,
    .help = "a tolerance is 0 or more: `tolerance=10` accepts 10 less and 10 more",
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
  if (matching.left.size() < 2) {
    found.push_back({.kind = &question_too_few_pairs,
                     .span = question.span,
                     .message = "`" + question.id + "` has " +
                                (matching.left.empty() ? "no pair to match" : "only one pair to match")});
  }
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

void check_gaps(const model::Question& question, Diagnostics& found) {
  std::size_t gap_count = 0;
  walk_parts(question.stem, [&](const model::Part& part) {
    inlines_of(part, [&](const text::Inlines& inlines) {
      walk_inlines(inlines, [&](const text::Inline& piece) {
        const auto* blank = std::get_if<text::Blank>(&piece.content);
        if (blank == nullptr) return;
        ++gap_count;
        if (blank->key && !normalised(blank->key->answer).empty()) return;
        found.push_back({.kind = &question_gap_without_key, .span = piece.span, .message = "this gap has no answer"});
      });
    });
  });
  if (gap_count > 0) return;
  found.push_back({.kind = &question_without_gap,
                   .span = question.span,
                   .message = "`" + question.id + "` is a cloze question without a gap"});
}

void check_accepted(const model::Question& question, Diagnostics& found) {
  for (const model::AcceptedText& accepted : question.key->accepted) {
    const Span span = accepted.span.is_empty() ? question.span : accepted.span;
    if (normalised(accepted.text).empty()) {
      found.push_back({.kind = &question_answer_empty, .span = span, .message = "this answer is empty"});
    }
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

void check_one(const model::Question& question, Diagnostics& found) {
  if (const auto* matching = std::get_if<model::Matching>(&question.form)) check_matching(question, *matching, found);
  const auto* ordering = std::get_if<model::Ordering>(&question.form);
  if (ordering != nullptr && ordering->items.size() < 2) {
    found.push_back({.kind = &question_too_few_items,
                     .span = question.span,
                     .message = "`" + question.id + "` has fewer than two items to put in order"});
  }
  if (std::holds_alternative<model::Cloze>(question.form)) check_gaps(question, found);
  if (!question.key) return;
  check_accepted(question, found);
  const bool is_sound = std::isfinite(question.key->tolerance) && question.key->tolerance >= 0;
  if (std::holds_alternative<model::Number>(question.form) && !is_sound) {
    found.push_back({.kind = &question_tolerance_wrong,
                     .span = question.span,
                     .message = "the tolerance of `" + question.id + "` is below zero"});
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (const model::Question& question : course.questions) check_one(question, found);
  return found;
}

} // namespace

extern const Rule question_answers_rule;
const Rule question_answers_rule{
    .name = "question-answers",
    .diagnostics = {&question_too_few_pairs, &question_left_repeated, &question_too_few_items,
                    &question_gap_without_key, &question_without_gap, &question_answer_empty, &question_tolerance_wrong,
                    &question_answer_star, &question_answer_arrow},
    .run = run,
};

} // namespace comb::check
