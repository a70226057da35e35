// A comparison: two or three sides, aspect by aspect.
#include "blocks/table_body.hpp"
#include "blocks/table_options.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind compare_sides{
    .name = "compare-sides",
    .severity = Severity::warning,
    .help = "two or three sides can be held side by side; for more, write a `table` or a `matrix`",
    .explain =
        "The first column of a comparison names the aspects, the others are its sides.\n\n"
        "    | | 特性 | 利益 |\n    | --- | --- | --- |\n    | 說的是 | 產品 | 顧客 |\n",
};

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  constexpr std::size_t fewest_columns = 3;
  constexpr std::size_t most_columns = 4;
  for (const syntax::Node& node : directive.children) {
    const auto* table = std::get_if<syntax::Table>(&node.content);
    if (table == nullptr) continue;
    const std::size_t columns = table->alignments.size();
    if (columns >= fewest_columns && columns <= most_columns) break;
    context.report({.kind = &compare_sides,
                    .span = table->header.empty() ? node.span : table->header.front().span,
                    .message = "this compares " + std::to_string(columns == 0 ? 0 : columns - 1) +
                               (columns == 2 ? " side" : " sides")});
    break;
  }
  return lower_table(directive, model::TableLook::compare, context);
}

} // namespace

extern const BlockKind compare_kind;
const BlockKind compare_kind{
    .name = "compare",
    .summary = "Two or three sides held against each other, aspect by aspect.",
    .help =
        "The body is a Markdown table: the first column names the aspects, the others are the sides, which their heads "
        "name. Fields are those of a `table`: `blank=\"3\"` empties a side in the workbook.\n",
    .example =
        "::: compare Feature and benefit\n"
        "| | Feature | Benefit |\n"
        "| --- | --- | --- |\n"
        "| speaks of | the product | the customer |\n"
        "| answers | what is it? | what is in it for me? |\n"
        ":::\n",
    .fields = {table_fields().begin(), table_fields().end()},
    .labels = {{"en", "Comparison"}, {"zh-Hant", "比較"}, {"zh-Hans", "比较"}, {"ja", "比較"}},
    .diagnostics = table_diagnostics({&compare_sides}),
    .lower = lower,
};

} // namespace comb::blocks
