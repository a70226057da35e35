// A rubric: criteria and levels, with weights.
#include "blocks/box.hpp"

#include <cmath>

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind rubric_misfit{
    .name = "rubric-misfit",
    .severity = Severity::error,
    .help = "write a table: criteria in the first column, one column a level, weights in a column of numbers",
    .explain =
        "The header row names the levels. A column in which every cell is a number, such as `40` or `40%`, holds the "
        "weights, which add up to 100.\n\n"
        "    | 項目 | 比重 | 生疏 | 熟練 |\n    | --- | ---: | --- | --- |\n"
        "    | 提問 | 60 | 問是非題 | 問開放題 |\n    | 聆聽 | 40 | 打斷 | 等待並複述 |\n",
};

std::optional<double> number_in(const model::Cell& cell) {
  std::string text = text::plain_text(cell.content);
  if (text.ends_with('%')) text.pop_back();
  return schema::read_number(text);
}

/// The column in which all cells are numbers; 0, which holds the criteria, for none.
std::size_t weight_column(const model::Table& table) {
  for (std::size_t column = 1; column < table.header.size(); ++column) {
    bool all_numbers = !table.rows.empty();
    for (const auto& row : table.rows) all_numbers = all_numbers && number_in(row.at(column)).has_value();
    if (all_numbers) return column;
  }
  return 0;
}

model::Rubric rubric_from(const model::Table& table) {
  const std::size_t weights = weight_column(table);
  model::Rubric rubric;
  for (const auto& cells : table.rows) {
    model::RubricRow row{.criterion = cells.at(0).content};
    for (std::size_t column = 1; column < cells.size(); ++column) {
      if (column == weights) {
        row.weight = number_in(cells[column]).value_or(0);
      } else {
        row.levels.push_back(
            {.name = text::plain_text(table.header[column].content), .descriptor = cells[column].content});
      }
    }
    rubric.rows.push_back(std::move(row));
  }
  return rubric;
}

void check_weights(const model::Rubric& rubric, LoweringContext& context) {
  constexpr double whole = 100;
  constexpr double rounding = 0.1;
  double sum = 0;
  for (const model::RubricRow& row : rubric.rows) sum += row.weight;
  if (sum == 0 || std::abs(sum - whole) <= rounding) return;
  context.report({.kind = &rubric_misfit,
                  .span = context.span(),
                  .message = "the weights add up to " + std::to_string(static_cast<int>(std::lround(sum)))});
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  syntax::Nodes others;
  model::Parts children;
  for (const syntax::Node& node : directive.children) {
    const auto* table = std::get_if<syntax::Table>(&node.content);
    if (table == nullptr) {
      others.push_back(node);
      continue;
    }
    const model::Table lowered = context.table(*table);
    if (lowered.header.size() < 2 || lowered.rows.empty()) {
      context.report({.kind = &rubric_misfit, .span = node.span, .message = "this table has no levels or no criteria"});
      continue;
    }
    model::Rubric rubric = rubric_from(lowered);
    check_weights(rubric, context);
    children.push_back({.span = node.span, .editions = model::everyone, .content = std::move(rubric)});
  }
  if (children.empty()) {
    context.report({.kind = &rubric_misfit, .span = context.span(), .message = "this rubric has no table"});
  }
  model::Parts all = context.lower(others);
  std::ranges::move(children, std::back_inserter(all));
  return boxed(context, {.icon = "table", .tone = model::Tone::plum}, std::move(all));
}

} // namespace

extern const BlockKind rubric_kind;
const BlockKind rubric_kind{
    .name = "rubric",
    .summary = "Criteria and levels to judge a piece of work by.",
    .help =
        "The body is a table: criteria in the first column, one column a level, weights in a column of numbers that "
        "add "
        "up to 100. Inside an essay question it is the key; by itself, learners may rate themselves with it.\n",
    .example =
        "::: rubric Asking questions\n"
        "| Criterion | Weight | Beginner | Skilled |\n"
        "| --- | ---: | --- | --- |\n"
        "| questions | 60 | asks for yes or no | asks openly |\n"
        "| listening | 40 | interrupts | waits and repeats |\n"
        ":::\n",
    .labels = {{"en", "Rubric"}, {"zh-Hant", "評量規準"}, {"zh-Hans", "评量规准"}},
    .diagnostics = {&rubric_misfit},
    .lower = lower,
};

} // namespace comb::blocks
