// How many options a question has, and that no two say the same (Haladyna, Downing and Rodriguez 2002, guidelines 18
// and 22).
#include "check/check.hpp"
#include "check/question_text.hpp"

#include <map>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_option_duplicated{
    .name = "question-option-duplicated",
    .severity = Severity::error,
    .help = "give each option its own answer, or take one away",
    .explain =
        "Two options that say the same cannot both be wrong, so that learners drop both without thinking. "
        "Options are compared without spaces, case and the width of letters: `１００ 把` is `100把`.",
};
constexpr DiagnosticKind question_option_count{
    .name = "question-option-count",
    .severity = Severity::warning,
    .help = "three plausible options are enough; write 3 to 5",
    .explain =
        "Three options that learners really choose serve as well as four or five, and each further one tends "
        "to be filler (Rodriguez 2005, *Three options are optimal*). With two, use `type=true-false`.",
};

constexpr std::size_t fewest_options = 3;
constexpr std::size_t most_options = 5;

void check_duplicates(const model::Question& question, const model::Choices& choices, Diagnostics& found) {
  std::map<std::string, std::size_t> first_of;
  const std::vector<std::string> texts = option_texts(question);
  for (std::size_t index = 0; index < texts.size(); ++index) {
    const std::string compared = normalised(texts[index]);
    // An option of a picture without words is compared nowhere.
    if (compared.empty()) continue;
    const auto [first, is_new] = first_of.emplace(compared, index);
    if (is_new) continue;
    found.push_back({.kind = &question_option_duplicated,
                     .span = choices.options[index].span,
                     .message = "two options of `" + question.id + "` say `" + texts[index] + "`",
                     .notes = {{choices.options[first->second].span, "the first one"}}});
  }
}

void check_count(const model::Question& question, const model::Choices& choices, Diagnostics& found) {
  const std::size_t count = choices.options.size();
  // Fewer than two are an error of the question's shape, found while it was read.
  if (count < 2) return;
  // Where several are right, six or eight options are a fair list to choose from.
  const bool has_too_many = question.type == model::QuestionType::single && count > most_options;
  if (question.type == model::QuestionType::true_false || (count >= fewest_options && !has_too_many)) return;
  found.push_back({.kind = &question_option_count,
                   .span = question.span,
                   .message = "`" + question.id + "` has " + std::to_string(count) + " options"});
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  const std::set<std::string> scenarios = scenario_ids(course);
  for (const model::Question& question : course.questions) {
    const auto* choices = std::get_if<model::Choices>(&question.form);
    if (choices == nullptr || question.type == model::QuestionType::description) continue;
    if (!scenarios.contains(question.stimulus)) check_count(question, *choices, found);
    check_duplicates(question, *choices, found);
  }
  return found;
}

} // namespace

extern const Rule question_options_rule;
const Rule question_options_rule{
    .name = "question-options",
    .diagnostics = {&question_option_duplicated, &question_option_count},
    .run = run,
};

} // namespace comb::check
