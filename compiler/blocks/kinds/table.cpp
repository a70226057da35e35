// A table with a title, columns to fill in, rows to add.
#include "blocks/table_body.hpp"
#include "blocks/table_options.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return lower_table(directive, model::TableLook::plain, context);
}

} // namespace

extern const BlockKind table_kind;
const BlockKind table_kind{
    .name = "table",
    .summary = "A table with a title, and columns or rows to fill in.",
    .help =
        "The body is a Markdown table. `blank=\"2,3\"` empties columns in the workbook, `lines=2` sets the height of "
        "rows to write in, `rows=3` adds empty rows. A cell that "
        "is nothing but `:fill[…]` is left to write in, too. A line of the same fields above a plain table does as "
        "well.\n",
    .example =
        "::: table Feature, advantage, benefit {blank=\"3\" rows=2}\n"
        "| Feature | Advantage | Benefit |\n"
        "| --- | --- | --- |\n"
        "| magnesium case | light | no sore shoulder |\n"
        ":::\n",
    .fields = {table_fields().begin(), table_fields().end()},
    .labels = {{"en", "Table"}, {"zh-Hant", "表格"}, {"zh-Hans", "表格"}, {"ja", "表"}},
    .diagnostics = table_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
