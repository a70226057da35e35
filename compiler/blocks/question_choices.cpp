// Questions with options: single, multiple, true-false. Their boxes, weights and feedback.
#include "blocks/question_body.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace comb::blocks {

using model::QuestionType;
using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind option_without_box{
    .name = "option-without-box",
    .severity = Severity::error,
    .help = "begin each option with `- [ ]`, the right one with `- [x]`",
    .explain =
        "A list in which some items have a box and some have none leaves open which are options. The box is ASCII: "
        "`[ ]` or `[x]`, with a space behind it.\n",
};
constexpr DiagnosticKind question_without_key{
    .name = "question-without-key",
    .severity = Severity::error,
    .help = "put `[x]` before each right option",
};
constexpr DiagnosticKind question_with_two_keys{
    .name = "question-with-two-keys",
    .severity = Severity::error,
    .help = "write `type=multiple` if more than one option is right",
    .explain =
        "With one answer allowed and two right ones, half of the learners who know it lose the point.\n\n"
        "    ::: question {#q1 type=multiple}\n",
};
constexpr DiagnosticKind option_not_text{
    .name = "option-not-text",
    .severity = Severity::error,
    .help = "an option is one line of text; feedback is quoted under it",
    .explain = "Quiz systems take one text for an option. Lists, tables and code belong into the stem.\n",
};
constexpr DiagnosticKind option_count{
    .name = "option-count",
    .severity = Severity::error,
    .help = "give two to a hundred options; three plausible ones are enough (Haladyna, Downing and Rodriguez 2002)",
};
constexpr DiagnosticKind weights_misfit{
    .name = "weights-misfit",
    .severity = Severity::error,
    .help = "the weights of right options add up to 100, those of wrong ones are zero or less",
    .explain =
        "`{weight=60}` says which share of the points an option is worth. Options that say nothing share what is "
        "left.\n\n"
        "    - [x] 聽完再問 {weight=60}\n"
        "    - [x] 複述顧客的話 {weight=40}\n"
        "    - [ ] 先報價\n",
};
constexpr std::array<const DiagnosticKind*, 6> kinds = {&option_count,         &option_not_text,
                                                        &option_without_box,   &question_with_two_keys,
                                                        &question_without_key, &weights_misfit};

constexpr std::size_t most_options = 100;
constexpr double full_weight = 100;

std::span<const FieldSpec> option_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "weight",
       .type = FieldType::percent,
       .help = "its share of the points",
       .min_value = -100,
       .max_value = 100},
      {.name = "lock", .type = FieldType::flag, .help = "stays last when options are shuffled"},
  };
  return fields;
}

/// The text of an option: its first paragraph. Anything but quotes beside it is reported.
text::Inlines option_text(const WrittenOption& option, LoweringContext& context) {
  text::Inlines text;
  bool has_text = false;
  for (const syntax::Node& child : option.item->children) {
    const auto* paragraph = std::get_if<syntax::Paragraph>(&child.content);
    if (paragraph != nullptr && !has_text) {
      text = context.inlines(paragraph->content);
      has_text = true;
    } else if (!std::holds_alternative<syntax::Quote>(child.content)) {
      context.report(
          {.kind = &option_not_text, .span = child.span, .message = "an option holds more than a line of text"});
    }
  }
  if (!has_text) {
    context.report({.kind = &option_not_text, .span = option.item->span, .message = "this option has no text"});
  }
  return text;
}

void check_counts(const QuestionBody& body, const model::Question& question, LoweringContext& context) {
  const auto keys = std::ranges::count(question.key->is_key, true);
  const std::size_t options = question.key->is_key.size();
  if (options < 2 || options > most_options) {
    context.report(
        {.kind = &option_count,
         .span = body.list->span,
         .message = "this question has " + std::to_string(options) + (options == 1 ? " option" : " options")});
  }
  if (question.type == QuestionType::true_false && options != 2) {
    context.report({.kind = &option_count,
                    .span = body.list->span,
                    .message = "`true-false` has " + std::to_string(options) + " options",
                    .help = "give two options, or leave `type=` out"});
  }
  if (keys == 0) report_no_key(body, context);
  if (keys > 1 && question.type != QuestionType::multiple) {
    const auto is_ticked = [](const WrittenOption& option) { return option.item->box == syntax::TaskBox::ticked; };
    const auto first = std::ranges::find_if(body.options, is_ticked);
    const auto second = std::find_if(first + 1, body.options.end(), is_ticked);
    context.report({.kind = &question_with_two_keys,
                    .span = second->item->box_span,
                    .message = std::to_string(keys) + " options are ticked, but one answer is allowed",
                    .notes = {{.span = first->item->box_span, .message = "the first is here"}}});
  }
}

/// Gives the options of one side (keys or distractors) that have no weight of their own equal shares of `left`.
void share(std::vector<double>& weights, const std::vector<bool>& is_written, const std::vector<bool>& is_key,
           bool side, double left) {
  double count = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) count += is_key[i] == side && !is_written[i] ? 1 : 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (is_key[i] == side && !is_written[i]) weights[i] = left / count;
  }
}

/// Keys share 100; the distractors of `multiple` together take as much away, those of other types are worth nothing.
void settle_weights(const std::vector<std::optional<double>>& written, const syntax::Node& list,
                    model::Question& question, LoweringContext& context) {
  model::QuestionKey& key = *question.key;
  const bool is_multiple = question.type == QuestionType::multiple;
  std::vector<bool> is_written;
  double of_keys = 0;
  double of_distractors = 0;
  bool all_keys_written = true;
  for (std::size_t i = 0; i < written.size(); ++i) {
    is_written.push_back(written[i].has_value());
    key.weights.push_back(written[i].value_or(0));
    (key.is_key[i] ? of_keys : of_distractors) += key.weights[i];
    if (key.is_key[i] && !written[i]) all_keys_written = false;
    const bool wrong_sign = written[i] && (key.is_key[i] ? *written[i] <= 0 : is_multiple && *written[i] > 0);
    if (wrong_sign) {
      context.report({.kind = &weights_misfit,
                      .span = list.span,
                      .message = key.is_key[i] ? "a right option is worth nothing" : "a wrong option earns points"});
    }
  }
  constexpr double rounding = 0.1; // thirds are written as 33.3
  const bool adds_up = all_keys_written ? std::abs(of_keys - full_weight) <= rounding : of_keys < full_weight;
  const bool has_keys = std::ranges::find(key.is_key, true) != key.is_key.end();
  if (has_keys && !adds_up) {
    context.report({.kind = &weights_misfit,
                    .span = list.span,
                    .message = "the weights of the right options add up to " +
                               std::to_string(static_cast<int>(std::lround(of_keys))) +
                               (all_keys_written ? "" : ", which leaves nothing for the others")});
  }
  share(key.weights, is_written, key.is_key, true, std::max(0.0, full_weight - of_keys));
  const double taken = is_multiple ? -full_weight - std::min(0.0, of_distractors) : 0;
  share(key.weights, is_written, key.is_key, false, std::min(0.0, taken));
}

} // namespace

std::span<const DiagnosticKind* const> question_choice_diagnostics() {
  return kinds;
}

model::Parts feedback_of(const WrittenOption& option, LoweringContext& context) {
  model::Parts feedback;
  for (const syntax::Node* quote : option.feedback) {
    const auto& children = std::get<syntax::Quote>(quote->content).children;
    std::ranges::move(context.lower(children, model::answers_only), std::back_inserter(feedback));
  }
  return feedback;
}

/// Whether every item has a box; those without are reported.
void check_boxes(const QuestionBody& body, LoweringContext& context) {
  for (const WrittenOption& option : body.options) {
    const syntax::TaskBox box = option.item->box;
    if (box == syntax::TaskBox::empty || box == syntax::TaskBox::ticked) continue;
    context.report({.kind = &option_without_box,
                    .span = option.item->box_span,
                    .message = box == syntax::TaskBox::malformed ? "this is not a box: `[ ]` or `[x]`"
                                                                 : "this option has no box"});
  }
}

void report_no_key(const QuestionBody& body, LoweringContext& context) {
  context.report({.kind = &question_without_key, .span = body.list->span, .message = "no option is ticked as right"});
}

void read_choices(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  check_boxes(body, context);
  model::Choices choices;
  model::QuestionKey& key = *question.key;
  std::vector<std::optional<double>> weights;
  for (const WrittenOption& option : body.options) {
    const schema::Values values =
        context.check_fields(option.item->fields, option_fields(), "an option", option.item->span);
    const auto weight = values.percent("weight");
    weights.push_back(weight ? std::optional(*weight * full_weight) : std::nullopt);
    choices.options.push_back(
        {.span = option.item->span, .text = option_text(option, context), .locked_last = values.flag("lock")});
    key.is_key.push_back(option.item->box == syntax::TaskBox::ticked);
    key.feedback.push_back(feedback_of(option, context));
  }
  question.form = std::move(choices);
  check_counts(body, question, context);
  settle_weights(weights, *body.list, question, context);
}

} // namespace comb::blocks
