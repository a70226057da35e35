// Clues that give the key away to those who do not know it (Haladyna, Downing and Rodriguez 2002, guidelines 21, 24
// and 28).
#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "check/check.hpp"
#include "check/question_text.hpp"

#include <algorithm>
#include <array>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_key_longest{
    .name = "question-key-longest",
    .severity = Severity::warning,
    .help = "shorten the key, or make the other options as exact as it is",
    .explain =
        "Authors qualify what is right and leave what is wrong short, and learners know it: a key that is "
        "visibly the longest is chosen without knowing. It counts as visible from a quarter longer than the "
        "longest distractor, and at least three Chinese characters.",
};
constexpr DiagnosticKind question_absolute_term{
    .name = "question-absolute-term",
    .severity = Severity::warning,
    .help = "say it without the absolute word, or use such words in several options",
    .explain =
        "*Always*, *never*, 一定, 絕對: learners know that hardly anything is always so, and drop the one "
        "option that claims it.",
};
constexpr DiagnosticKind question_options_unsorted{
    .name = "question-options-unsorted",
    .severity = Severity::warning,
    .help = "put the numbers in order, from small to large",
    .explain = "Numbers out of order cost time that has nothing to do with what is asked.",
};

constexpr double visible_ratio = 1.25;
constexpr int visible_cells = 6; // three Chinese characters

void check_length(const model::Question& question, const model::Choices& choices, const std::vector<std::string>& texts,
                  Diagnostics& found) {
  int key_width = 0, distractor_width = 0;
  std::size_t key_index = 0;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    const int width = display_width(texts[index]);
    if (is_key_option(question, index)) {
      key_width = width;
      key_index = index;
    } else {
      distractor_width = std::max(distractor_width, width);
    }
  }
  if (key_width < distractor_width + visible_cells || key_width < distractor_width * visible_ratio) return;
  found.push_back({.kind = &question_key_longest,
                   .span = choices.options[key_index].span,
                   .message = "the key of `" + question.id + "` is visibly the longest option (" +
                              std::to_string(key_width) + " cells, the next " + std::to_string(distractor_width) +
                              ")"});
}

void check_absolutes(const model::Question& question, const model::Choices& choices,
                     const std::vector<std::string>& texts, Diagnostics& found) {
  constexpr std::array<std::string_view, 12> absolutes = {"always", "never", "only", "一定", "絕對", "永遠",
                                                          "所有",   "從不",  "绝对", "永远", "从不", "必定"};
  // 不一定 and 不只 are the opposite of absolute.
  constexpr std::array<std::string_view, 4> relatives = {"不一定", "未必", "not always", "not only"};
  std::vector<std::size_t> having;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    const std::string text = to_lower(texts[index]);
    if (has_any_word(text, absolutes) && !has_any_word(text, relatives)) having.push_back(index);
  }
  if (having.size() != 1 || is_key_option(question, having.front())) return;
  found.push_back({.kind = &question_absolute_term,
                   .span = choices.options[having.front()].span,
                   .message = "of the options of `" + question.id + "` only `" + texts[having.front()] +
                              "` claims something absolute"});
}

void check_order(const model::Question& question, const std::vector<std::string>& texts, Diagnostics& found) {
  std::vector<double> numbers;
  for (const std::string& text : texts) {
    const std::optional<double> number = written_number(text);
    if (!number) return;
    numbers.push_back(*number);
  }
  if (std::ranges::is_sorted(numbers) || std::ranges::is_sorted(numbers, std::ranges::greater{})) return;
  found.push_back({.kind = &question_options_unsorted,
                   .span = question.span,
                   .message = "the options of `" + question.id + "` are numbers out of order"});
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (const model::Question& question : course.questions) {
    const auto* choices = std::get_if<model::Choices>(&question.form);
    const std::vector<std::string> texts = option_texts(question);
    if (choices == nullptr || texts.size() < 3) continue;
    if (question.type == model::QuestionType::single) {
      check_length(question, *choices, texts, found);
      check_absolutes(question, *choices, texts, found);
    }
    if (!question.shuffle) check_order(question, texts, found);
  }
  return found;
}

} // namespace

extern const Rule question_clues_rule;
const Rule question_clues_rule{
    .name = "question-clues",
    .diagnostics = {&question_key_longest, &question_absolute_term, &question_options_unsorted},
    .run = run,
};

} // namespace comb::check
