// The questions of a course as a whole: where keys stand, how true-false questions turn out, what is asked twice.
#include "check/check.hpp"
#include "check/question_text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_key_position{
    .name = "question-key-position",
    .severity = Severity::warning,
    .help = "move some keys to other places; nobody should be right by always choosing one letter",
    .explain =
        "Authors like to put the key in the middle. Counted from 20 questions with the same number of options "
        "on, a place that holds more than 45 % of the keys (40 % with four or more options) is one too many.",
};
constexpr DiagnosticKind question_true_false_one_sided{
    .name = "question-true-false-one-sided",
    .severity = Severity::warning,
    .help = "turn some statements around, or ask them as single choice",
};
constexpr DiagnosticKind question_repeated{
    .name = "question-repeated",
    .severity = Severity::warning,
    .help = "show it again with `::: quiz {questions=\"id\"}`, or drop one of them",
};

constexpr std::size_t fewest_to_count = 20;
constexpr std::size_t fewest_true_false = 10;

struct Keys {
  std::vector<std::size_t> by_position;
  std::size_t total = 0;
  Span first{};
};

std::size_t key_position(const model::Question& question) {
  const auto key = std::ranges::find(question.key->is_key, true);
  return static_cast<std::size_t>(key - question.key->is_key.begin());
}

void check_positions(const model::Course& course, Diagnostics& found) {
  std::map<std::size_t, Keys> by_option_count;
  for (const model::Question& question : course.questions) {
    const auto* choices = std::get_if<model::Choices>(&question.form);
    if (choices == nullptr || question.type != model::QuestionType::single || !question.key) continue;
    const std::size_t position = key_position(question);
    if (position >= choices->options.size() || choices->options.size() < 3) continue;
    Keys& keys = by_option_count[choices->options.size()];
    keys.by_position.resize(choices->options.size());
    if (keys.total++ == 0) keys.first = question.span;
    ++keys.by_position[position];
  }
  for (const auto& [option_count, keys] : by_option_count) {
    const std::size_t most_percent = option_count == 3 ? 45 : 40;
    const auto most = std::ranges::max_element(keys.by_position);
    if (keys.total < fewest_to_count || *most * 100 <= keys.total * most_percent) continue;
    found.push_back({.kind = &question_key_position,
                     .span = keys.first,
                     .message = "of " + std::to_string(keys.total) + " questions with " + std::to_string(option_count) +
                                " options, " + std::to_string(*most) + " have their key at place " +
                                std::to_string(most - keys.by_position.begin() + 1)});
  }
}

void check_true_false(const model::Course& course, Diagnostics& found) {
  std::array<std::size_t, 2> by_position{};
  Span first{};
  for (const model::Question& question : course.questions) {
    if (question.type != model::QuestionType::true_false || !question.key) continue;
    const std::size_t position = key_position(question);
    if (position > 1) continue;
    if (by_position[0] + by_position[1] == 0) first = question.span;
    ++by_position.at(position);
  }
  const std::size_t total = by_position[0] + by_position[1];
  const std::size_t most = std::max(by_position[0], by_position[1]);
  if (total < fewest_true_false || most * 5 <= total * 4) return;
  found.push_back({.kind = &question_true_false_one_sided,
                   .span = first,
                   .message = std::to_string(most) + " of " + std::to_string(total) +
                              " true-false questions have the same answer"});
}

void check_repeated(const model::Course& course, Diagnostics& found) {
  std::map<std::string, const model::Question*> seen;
  for (const model::Question& question : course.questions) {
    std::string asked = normalised(stem_text(question));
    for (const std::string& option : option_texts(question)) asked += '\n' + normalised(option);
    if (asked.empty() || option_texts(question).empty()) continue;
    const auto [first, is_new] = seen.emplace(std::move(asked), &question);
    if (is_new) continue;
    found.push_back({.kind = &question_repeated,
                     .span = question.span,
                     .message = "`" + question.id + "` asks the same as `" + first->second->id + "`",
                     .notes = {{first->second->span, "asked here first"}}});
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  check_positions(course, found);
  check_true_false(course, found);
  check_repeated(course, found);
  return found;
}

} // namespace

extern const Rule question_bank_rule;
const Rule question_bank_rule{
    .name = "question-bank",
    .diagnostics = {&question_key_position, &question_true_false_one_sided, &question_repeated},
    .run = run,
};

} // namespace comb::check
