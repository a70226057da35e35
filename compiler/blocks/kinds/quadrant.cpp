// A quadrant: two axes, four fields, points in them.
#include "blocks/diagram_body.hpp"

#include <array>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind quadrant_misfit{
    .name = "quadrant-misfit",
    .severity = Severity::error,
    .help = "a header row with the two poles of the horizontal axis, then two rows, each with its pole first",
    .explain =
        "A quadrant is a table of three columns and two rows below the header. The corner stays empty, the upper row "
        "is the upper end of the vertical axis.\n\n"
        "    | | 低 | 高 |\n    | --- | --- | --- |\n    | 高 | 成長 | 夥伴 |\n    | 低 | 觀望 | 維持 |\n",
};
constexpr DiagnosticKind quadrant_point_outside{
    .name = "quadrant-point-outside",
    .severity = Severity::error,
    .help = "give `x` and `y` from 0 to 1: from the left, and from below",
};

std::span<const schema::FieldSpec> point_fields() {
  static const std::vector<schema::FieldSpec> fields = {
      {.name = "x",
       .type = schema::FieldType::number,
       .help = "from 0, the left end, to 1, the right end",
       .required = true},
      {.name = "y",
       .type = schema::FieldType::number,
       .help = "from 0, the lower end, to 1, the upper end",
       .required = true},
  };
  return fields;
}

/// `value`, moved into the field and reported where it is outside.
double inside(const schema::Values& values, std::string_view name, LoweringContext& context) {
  const double value = values.number(name).value_or(0);
  if (value >= 0 && value <= 1) return value;
  context.report({.kind = &quadrant_point_outside,
                  .span = values.span(name),
                  .message = "this point is outside: `" + std::string(name) + "` is not between 0 and 1"});
  return value < 0 ? 0 : 1;
}

void read_points(const syntax::List& list, model::Diagram& diagram, LoweringContext& context) {
  for (const syntax::ListItem& item : list.items) {
    const schema::Values values = context.check_fields(item.fields, point_fields(), "a point", item.span);
    ItemText found = item_text(item, context);
    if (!values.has("x") || !values.has("y")) continue; // reported as missing
    diagram.points.push_back({.span = item.span,
                              .label = std::move(found.text),
                              .x = inside(values, "x", context),
                              .y = inside(values, "y", context)});
  }
  constexpr std::size_t most_points = 12;
  check_count(diagram.points.size(), {.least = 0, .most = most_points, .noun = "point"}, context);
}

/// Two columns and rows of fields, beside the poles.
bool is_two_by_two(const syntax::Table& table) {
  return table.header.size() == 3 && table.rows.size() == 2;
}

void read_fields(const syntax::Table& table, model::Diagram& diagram, LoweringContext& context) {
  diagram.x_axis.low = context.inlines(table.header[1].content);
  diagram.x_axis.high = context.inlines(table.header[2].content);
  diagram.y_axis.high = context.inlines(table.rows[0][0].content);
  diagram.y_axis.low = context.inlines(table.rows[1][0].content);
  for (const std::vector<syntax::Cell>& row : table.rows) {
    for (const std::size_t column : {1U, 2U}) {
      diagram.nodes.push_back({.span = row[column].span, .label = context.inlines(row[column].content)});
    }
  }
  const std::array<const syntax::Cell*, 4> poles = {&table.header[1], &table.header[2], &table.rows[0][0],
                                                    &table.rows[1][0]};
  for (const syntax::Cell* pole : poles) {
    if (!text::plain_text(pole->content).empty()) continue;
    context.report({.kind = &quadrant_misfit, .span = pole->span, .message = "this end of an axis has no name"});
  }
}

text::Inlines axis_name(std::string_view field, LoweringContext& context) {
  const Span span = context.values().span(field);
  return text::plain_inlines(context.filled(context.values().text(field), span), span);
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::quadrant};
  diagram.x_axis.name = axis_name("x-axis", context);
  diagram.y_axis.name = axis_name("y-axis", context);
  if (body.table() == nullptr) {
    report_shape(context, context.span(), "a quadrant is a table of two by two fields",
                 "a header row and a first column name the poles: `| | 低 | 高 |`");
  } else if (!is_two_by_two(*body.table())) {
    const std::size_t columns = body.table()->header.size();
    context.report({.kind = &quadrant_misfit,
                    .span = body.table_node->span,
                    .message = "this is not two by two fields: " + std::to_string(columns > 0 ? columns - 1 : 0) +
                               " columns and " + std::to_string(body.table()->rows.size()) + " rows beside the poles"});
  } else {
    read_fields(*body.table(), diagram, context);
  }
  if (body.list() != nullptr) read_points(*body.list(), diagram, context);
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind quadrant_kind;
const BlockKind quadrant_kind{
    .name = "quadrant",
    .summary = "Two axes and the four fields between them, with points.",
    .help =
        "The body is a table: the header row has an empty corner and the two poles of the horizontal axis, each of the "
        "two rows begins with a pole of the vertical axis. `x-axis` and `y-axis` name the axes. A list behind it sets "
        "points: `- 甲公司 {x=0.7 y=0.2}`, from the left and from below, 0 to 1.\n\n"
        "`blank=\"1,4\"` empties fields in the workbook: upper left, upper right, lower left, lower right.\n",
    .example =
        "::: quadrant Four customers {x-axis=\"How often they buy\" y-axis=\"How much they buy\"}\n"
        "| | rarely | often |\n"
        "| --- | --- | --- |\n"
        "| much | projects | partners |\n"
        "| little | strangers | friends |\n"
        "\n"
        "- Chen & Co. {x=0.8 y=0.7}\n"
        "- Lin Ltd. {x=0.2 y=0.3}\n"
        ":::\n",
    .fields = diagram_fields({{.name = "x-axis", .help = "name of the horizontal axis"},
                              {.name = "y-axis", .help = "name of the vertical axis"}}),
    .labels = {{"en", "Quadrant"}, {"zh-Hant", "四象限圖"}, {"zh-Hans", "四象限图"}, {"ja", "四象限図"}},
    .diagnostics = diagram_diagnostics({&quadrant_misfit, &quadrant_point_outside}),
    .lower = lower,
};

} // namespace comb::blocks
