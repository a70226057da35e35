// What options and answers are worth, in fractions that item banks know. That keys share 100 percent is seen to
// while a question is read.
#include "check/check.hpp"
#include "check/moodle_fractions.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_weight_unknown{
    .name = "question-weight-unknown",
    .severity = Severity::warning,
    .help =
        "use a weight of Moodle's list: 100 90 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 "
        "11.11111 10 5",
    .explain =
        "Moodle takes only these fractions and skips a question with any other. The quiz bank is written with "
        "the nearest one, and `fidelity.md` says so.",
};

std::string shown(double percent) {
  std::array<char, 64> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::round(percent * 100000) / 100000);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

void check_fraction(double weight, Span span, Diagnostics& found) {
  if (is_moodle_fraction(weight)) return;
  found.push_back({.kind = &question_weight_unknown,
                   .span = span,
                   .message = "Moodle knows no weight of " + shown(weight) + "; the nearest is " +
                              shown(nearest_moodle_fraction(weight))});
}

void check_options(const model::Question& question, const model::Choices& choices, Diagnostics& found) {
  const std::vector<double>& weights = question.key->weights;
  for (std::size_t index = 0; index < weights.size() && index < choices.options.size(); ++index) {
    check_fraction(weights[index], choices.options[index].span, found);
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (const model::Question& question : course.questions) {
    if (!question.key) continue;
    if (const auto* choices = std::get_if<model::Choices>(&question.form)) check_options(question, *choices, found);
    for (const model::AcceptedText& accepted : question.key->accepted) {
      check_fraction(accepted.weight, accepted.span, found);
    }
  }
  return found;
}

} // namespace

extern const Rule question_weights_rule;
const Rule question_weights_rule{
    .name = "question-weights",
    .diagnostics = {&question_weight_unknown},
    .run = run,
};

} // namespace comb::check
