// A table with a title, columns to fill in, rows to add.
#include "blocks/box.hpp"
#include "blocks/table_options.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind table_without_table{
    .name = "table-without-table",
    .severity = Severity::error,
    .help = "write one Markdown table into the body",
};

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  syntax::Nodes others;
  const syntax::Node* found = nullptr;
  for (const syntax::Node& node : directive.children) {
    if (std::holds_alternative<syntax::Table>(node.content) && found == nullptr) {
      found = &node;
    } else {
      others.push_back(node);
    }
  }
  if (found == nullptr) {
    context.report(
        {.kind = &table_without_table, .span = context.span(), .message = "there is no table in this block"});
    return context.lower(others);
  }
  model::Table table = context.table(std::get<syntax::Table>(found->content));
  apply_table_options(table, context.values(), context);
  const Span title_span = context.values().has("title") ? context.values().span("title") : context.span();
  table.caption = text::plain_inlines(context.title(), title_span);
  // The table first, so that the block's id is the table's.
  model::Parts parts;
  parts.push_back({.span = found->span, .editions = model::everyone, .content = std::move(table)});
  std::ranges::move(context.lower(others), std::back_inserter(parts));
  come_one_by_one(parts, context.values());
  return parts;
}

std::vector<const DiagnosticKind*> table_diagnostics() {
  return {&table_option_misfit, &table_without_table};
}

} // namespace

extern const BlockKind table_kind;
const BlockKind table_kind{
    .name = "table",
    .summary = "A table with a title, and columns or rows to fill in.",
    .help =
        "The body is a Markdown table. `blank=\"2,3\"` empties columns in the workbook, `lines=2` sets the height of "
        "rows to write in, `rows=3` adds empty rows. A line of the same fields above a plain table does as well.\n",
    .example =
        "::: table Feature, advantage, benefit {blank=\"3\" rows=2}\n"
        "| Feature | Advantage | Benefit |\n"
        "| --- | --- | --- |\n"
        "| magnesium case | light | no sore shoulder |\n"
        ":::\n",
    .fields = {table_fields().begin(), table_fields().end()},
    .labels = {{"en", "Table"}, {"zh-Hant", "表格"}, {"zh-Hans", "表格"}},
    .diagnostics = table_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
