// Tables to write in, and their columns.
#include "blocks/table_options.hpp"

#include "schema/field.hpp"

#include <algorithm>

namespace comb::blocks {

using schema::FieldSpec;
using schema::FieldType;

extern const DiagnosticKind table_option_misfit;
const DiagnosticKind table_option_misfit{
    .name = "table-option-misfit",
    .severity = Severity::error,
    .help = "count columns from 1, from the left; give one width for each column",
    .explain =
        "`blank=\"2,3\"` empties the second and the third column in the workbook; `widths=\"3 2\"` wants as many "
        "numbers as the table has columns.\n",
};

namespace {

/// Whether `content` is one gap and nothing else: then the whole cell is what learners fill in.
bool is_one_gap(const text::Inlines& content) {
  bool has_gap = false;
  for (const text::Inline& piece : content) {
    const auto* run = std::get_if<text::Run>(&piece.content);
    const bool is_space = run != nullptr && run->text.find_first_not_of(' ') == std::string::npos;
    const bool is_gap = std::holds_alternative<text::Fill>(piece.content);
    if ((!is_gap && !is_space) || (is_gap && has_gap)) return false;
    has_gap = has_gap || is_gap;
  }
  return has_gap;
}

std::size_t column_count(const model::Table& table) {
  return table.rows.empty() ? table.header.size() : std::max(table.header.size(), table.rows.front().size());
}

/// `handbook=blank`: all but the names of the rows.
void blank_body(model::Table& table) {
  for (auto& row : table.rows) {
    for (std::size_t column = row.size() > 1 ? 1 : 0; column < row.size(); ++column) row[column].is_blank = true;
  }
}

void blank_columns(model::Table& table, const schema::Values& values, LoweringContext& context) {
  if (values.text("handbook") == "blank") blank_body(table);
  for (const schema::RawValue& element : values.elements("blank")) {
    const auto column = schema::read_number(element.text);
    const auto last = static_cast<double>(column_count(table));
    const bool is_column = column && *column >= 1 && *column <= last && *column == static_cast<int>(*column);
    if (!is_column) {
      context.report({.kind = &table_option_misfit,
                      .span = element.value_span,
                      .message = "the table has no column `" + element.text + "` to leave blank"});
      continue;
    }
    for (auto& row : table.rows) row.at(static_cast<std::size_t>(*column) - 1).is_blank = true;
  }
}

void set_widths(model::Table& table, const schema::Values& values, LoweringContext& context) {
  if (!values.has("widths")) return;
  std::vector<double> widths;
  for (const schema::RawValue& element : values.elements("widths")) {
    const auto width = schema::read_number(element.text);
    if (!width || *width <= 0) {
      context.report({.kind = &table_option_misfit,
                      .span = element.value_span,
                      .message = "`" + element.text + "` is not a width"});
      return;
    }
    widths.push_back(*width);
  }
  if (widths.size() != column_count(table)) {
    context.report(
        {.kind = &table_option_misfit,
         .span = values.span("widths"),
         .message = std::to_string(widths.size()) + " widths for " + std::to_string(column_count(table)) + " columns"});
    return;
  }
  table.widths = std::move(widths);
}

void blank_gap_cells(model::Table& table) {
  for (auto& row : table.rows) {
    for (model::Cell& cell : row) {
      if (is_one_gap(cell.content)) cell.is_blank = true;
    }
  }
}

} // namespace

std::span<const FieldSpec> table_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "blank", .type = FieldType::words, .help = "columns to leave empty in the workbook: `blank=\"2,3\"`"},
      {.name = "lines",
       .type = FieldType::integer,
       .help = "height of rows to write in, in lines",
       .min_value = 1,
       .max_value = 20},
      {.name = "rows",
       .type = FieldType::integer,
       .help = "so many empty rows more, to write in",
       .min_value = 1,
       .max_value = 50},
      {.name = "widths", .type = FieldType::words, .help = "relative widths, one a column: `widths=\"3 2\"`"},
      {.name = "marks", .help = "what marks mean: `marks=\"● likely; ○ possible\"`"},
      {.name = "header-column", .type = FieldType::flag, .help = "the first column names its rows"},
  };
  return fields;
}

void apply_table_options(model::Table& table, const schema::Values& values, LoweringContext& context) {
  const std::size_t columns = column_count(table);
  blank_columns(table, values, context);
  blank_gap_cells(table);
  set_widths(table, values, context);
  table.row_lines = values.integer("lines").value_or(table.row_lines);
  table.marks = context.filled(values.text("marks"), values.span("marks"));
  table.header_column = values.flag("header-column");
  const int extra_rows = values.integer("rows").value_or(0);
  for (int row = 0; row < extra_rows; ++row) {
    std::vector<model::Cell> cells(columns);
    for (model::Cell& cell : cells) cell.is_blank = true;
    table.rows.push_back(std::move(cells));
  }
}

} // namespace comb::blocks
