// A matrix: rows by columns, with a mark or a word where they meet.
#include "blocks/table_body.hpp"
#include "blocks/table_options.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return lower_table(directive, model::TableLook::matrix, context);
}

} // namespace

extern const BlockKind matrix_kind;
const BlockKind matrix_kind{
    .name = "matrix",
    .summary = "Rows by columns, with a mark where they meet.",
    .help =
        "The body is a Markdown table; the header row and the first column name what is crossed. "
        "`marks=\"● likely; ○ possible\"` explains the marks below it. Fields are those of a `table`: `blank=\"2,3\"` "
        "empties columns in the workbook, `rows=2` adds empty rows, `lines=2` sets the height of rows to write in, and "
        "a cell that is nothing but `:fill[●]` is left to fill in.\n",
    .example =
        "::: matrix Who needs what {marks=\"● needs it; ○ may need it\"}\n"
        "| | Delivery | Credit | Training |\n"
        "| --- | --- | --- | --- |\n"
        "| Hotel | ● | ● | ○ |\n"
        "| Stall | ○ | | ● |\n"
        ":::\n",
    .fields = {table_fields().begin(), table_fields().end()},
    .labels = {{"en", "Matrix"}, {"zh-Hant", "矩陣"}, {"zh-Hans", "矩阵"}, {"ja", "マトリックス"}},
    .diagnostics = table_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
