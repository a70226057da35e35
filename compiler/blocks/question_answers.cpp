// Questions without options: matching, ordering, short answers, numbers.
#include "base/shuffle.hpp"
#include "blocks/question_body.hpp"

#include <algorithm>
#include <array>

namespace comb::blocks {

using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind matching_misfit{
    .name = "matching-misfit",
    .severity = Severity::error,
    .help = "write a table of two columns: what is asked on the left, its answer on the right",
    .explain =
        "Each row is a pair. A row with an empty left cell is a spare answer that matches nothing.\n\n"
        "    | 說法 | 是 |\n    | --- | --- |\n    | 鎂合金機殼 | 特性 |\n    | 肩不痠 | 利益 |\n"
        "    | | 價格 |\n",
};
constexpr DiagnosticKind ordering_misfit{
    .name = "ordering-misfit",
    .severity = Severity::error,
    .help = "write two or more steps as an ordered list in the right order; learners see them shuffled",
};
constexpr DiagnosticKind answer_not_a_number{
    .name = "answer-not-a-number",
    .severity = Severity::error,
    .help = "write digits with a point: `::answer[1000]{tolerance=10}`; the unit goes into `unit=`",
    .explain = "A numeric answer is compared as a number, so it has neither a unit nor a comma in it.\n",
};
constexpr DiagnosticKind answer_misfit{
    .name = "answer-misfit",
    .severity = Severity::error,
    .help = "write the accepted answer in brackets: `::answer[利益]{also=\"好處\"}`",
};
constexpr std::array<const DiagnosticKind*, 4> kinds = {&answer_misfit, &answer_not_a_number, &matching_misfit,
                                                        &ordering_misfit};

int place_of(const std::vector<int>& order, int value) {
  return static_cast<int>(std::ranges::find(order, value) - order.begin());
}

bool is_empty(const text::Inlines& content) {
  return text::plain_text(content).find_first_not_of(' ') == std::string::npos;
}

/// Pairs and spare answers in the order of the table.
struct Pairs {
  std::vector<text::Inlines> left;
  std::vector<text::Inlines> right; ///< without doubles
  std::vector<int> right_of_left;   ///< index into `right`
};

int index_of_right(Pairs& pairs, text::Inlines content) {
  const std::string shown = text::dump(content);
  for (std::size_t i = 0; i < pairs.right.size(); ++i) {
    if (text::dump(pairs.right[i]) == shown) return static_cast<int>(i);
  }
  pairs.right.push_back(std::move(content));
  return static_cast<int>(pairs.right.size()) - 1;
}

Pairs read_pairs(const model::Table& table, const syntax::Table& source, LoweringContext& context) {
  Pairs pairs;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto& cells = table.rows[row];
    if (is_empty(cells.at(1).content)) {
      const Span span = row < source.row_spans.size() ? source.row_spans[row] : cells[1].span;
      context.report({.kind = &matching_misfit, .span = span, .message = "this row has no answer on its right"});
      continue;
    }
    const int right = index_of_right(pairs, cells[1].content);
    if (is_empty(cells[0].content)) continue;
    pairs.left.push_back(cells[0].content);
    pairs.right_of_left.push_back(right);
  }
  return pairs;
}

/// The fields and the bracket text of an `::answer`.
struct WrittenAnswer {
  std::string text;
  Span span{};
  schema::Values values;
};

WrittenAnswer read_answer(const syntax::Node& node, LoweringContext& context) {
  const auto& directive = std::get<syntax::Directive>(node.content);
  const bool has_text = !directive.title.empty();
  const Span span = has_text ? directive.title_span : directive.opening;
  if (!has_text) context.report({.kind = &answer_misfit, .span = span, .message = "this answer is empty"});
  return {.text = context.filled(directive.title, span),
          .span = span,
          .values = context.check_fields(node.fields, answer_fields(), "`answer`", directive.opening)};
}

} // namespace

std::span<const DiagnosticKind* const> question_answer_diagnostics() {
  return kinds;
}

std::span<const FieldSpec> answer_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "also", .type = FieldType::list, .help = "other wordings that count: `also=\"一千把; 1,000\"`"},
      {.name = "weight",
       .type = FieldType::percent,
       .help = "its share of the points, where it is half right",
       .min_value = 0,
       .max_value = 100},
      {.name = "tolerance", .type = FieldType::number, .help = "how far a number may be off", .min_value = 0},
      {.name = "unit", .help = "what the number counts"},
  };
  return fields;
}

void read_matching(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  const auto& source = std::get<syntax::Table>(body.table->content);
  const model::Table table = context.table(source);
  constexpr std::size_t two = 2;
  if (table.header.size() != two) {
    context.report({.kind = &matching_misfit,
                    .span = body.table->span,
                    .message = "the table has " + std::to_string(table.header.size()) + " columns"});
    return;
  }
  Pairs pairs = read_pairs(table, source, context);
  if (pairs.left.size() < two) {
    context.report(
        {.kind = &matching_misfit, .span = body.table->span, .message = "there are fewer than two pairs to match"});
  }
  const std::vector<int> order = shuffled_order(question.id, pairs.right.size());
  model::Matching matching{.left = std::move(pairs.left),
                           .right = {},
                           .left_header = text::plain_text(table.header[0].content),
                           .right_header = text::plain_text(table.header[1].content)};
  for (const int index : order) matching.right.push_back(pairs.right[static_cast<std::size_t>(index)]);
  for (const int right : pairs.right_of_left) question.key->right_of_left.push_back(place_of(order, right));
  question.form = std::move(matching);
}

void read_ordering(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  std::vector<text::Inlines> items;
  for (const WrittenOption& written : body.options) {
    const auto& children = written.item->children;
    context.check_fields(written.item->fields, {}, "a step of an ordering question", written.item->span);
    const auto* paragraph = children.size() == 1 ? std::get_if<syntax::Paragraph>(&children.front().content) : nullptr;
    if (paragraph == nullptr) {
      context.report(
          {.kind = &ordering_misfit, .span = written.item->span, .message = "this step is not one line of text"});
      continue;
    }
    items.push_back(context.inlines(paragraph->content));
  }
  if (items.size() < 2) {
    context.report({.kind = &ordering_misfit, .span = body.list->span, .message = "one step alone has no order"});
  }
  const std::vector<int> order = shuffled_order(question.id, items.size());
  model::Ordering ordering;
  for (const int index : order) ordering.items.push_back(items[static_cast<std::size_t>(index)]);
  for (std::size_t step = 0; step < items.size(); ++step) {
    question.key->right_order.push_back(place_of(order, static_cast<int>(step)));
  }
  question.form = std::move(ordering);
}

void read_short_answers(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  constexpr double full_weight = 100;
  for (const syntax::Node* node : body.answers) {
    const WrittenAnswer answer = read_answer(*node, context);
    const double weight = answer.values.percent("weight").value_or(1) * full_weight;
    if (!answer.text.empty()) {
      question.key->accepted.push_back({.span = answer.span, .text = answer.text, .weight = weight});
    }
    for (const schema::RawValue& also : answer.values.elements("also")) {
      question.key->accepted.push_back({.span = also.value_span, .text = also.text, .weight = weight});
    }
  }
  question.form = model::ShortText{};
}

void read_number_answer(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  const WrittenAnswer answer = read_answer(*body.answers.front(), context);
  if (body.answers.size() > 1) {
    context.report({.kind = &answer_misfit,
                    .span = body.answers[1]->span,
                    .message = "a numeric question has one answer",
                    .help = "widen `tolerance=`, or ask for a short answer"});
  }
  if (answer.values.has("also")) {
    context.report({.kind = &answer_misfit,
                    .span = answer.values.span("also"),
                    .message = "`also` has no meaning for a number",
                    .help = "numbers are compared as numbers: `1000` and `1000.0` are the same"});
  }
  const auto number = schema::read_number(answer.text);
  if (!number && !answer.text.empty()) {
    context.report(
        {.kind = &answer_not_a_number, .span = answer.span, .message = "`" + answer.text + "` is not a number"});
  }
  question.key->number = number.value_or(0);
  question.key->number_text = answer.text;
  question.key->tolerance = answer.values.number("tolerance").value_or(0);
  question.form = model::Number{.unit = answer.values.text("unit")};
}

} // namespace comb::blocks
