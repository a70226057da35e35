// A pyramid: levels that stand on each other, with one side or two.
#include "blocks/diagram_body.hpp"

namespace comb::blocks {

namespace {

/// Two columns: the left side names the levels, the right one stands beside them.
void read_table(const syntax::Table& table, model::Diagram& diagram, LoweringContext& context) {
  diagram.nodes = nodes_of_rows(table, context);
  for (model::DiagramNode& node : diagram.nodes) {
    std::swap(node.label, node.aside);
    // Shown where a level is empty: the row's first cell.
    if (!node.label.empty()) node.span = node.label.front().span;
  }
  if (diagram.nodes.empty()) return;
  for (const syntax::Cell& head : table.header) diagram.heads.push_back(context.inlines(head.content));
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::pyramid};
  if (body.list() != nullptr && body.table() != nullptr) {
    report_shape(context, body.table_node->span, "a pyramid is a list or a table, not both",
                 "a table with two columns gives each level its right side");
  } else if (body.list() != nullptr) {
    diagram.nodes = nodes_of_list(*body.list(), context);
  } else if (body.table() != nullptr) {
    read_table(*body.table(), diagram, context);
  } else {
    report_shape(context, context.span(), "there are no levels in this pyramid",
                 "list the levels, the lowest first: `- 儀容`");
  }
  if (!diagram.nodes.empty()) check_count(diagram.nodes.size(), {.least = 2, .most = 8, .noun = "level"}, context);
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind pyramid_kind;
const BlockKind pyramid_kind{
    .name = "pyramid",
    .summary = "Levels that stand on each other, the lowest first.",
    .help =
        "The body is a list of levels, **the lowest first**, or a table with two columns, also from the bottom up: the "
        "left one names the levels, the right one stands beside them, and the head names the sides.\n\n"
        "`blank=\"2,4\"` empties levels in the workbook, counted from the bottom; `reveal` builds it up on slides.\n",
    .example =
        "::: pyramid What shoppers like, and what is behind it\n"
        "| What they like | The ability behind it |\n"
        "| --- | --- |\n"
        "| tidy appearance | a professional image |\n"
        "| friendly attitude | love of the job |\n"
        "| good manners | training |\n"
        "| understands my request | listening |\n"
        ":::\n",
    .fields = diagram_fields(),
    .labels = {{"en", "Pyramid"}, {"zh-Hant", "金字塔"}, {"zh-Hans", "金字塔"}, {"ja", "ピラミッド"}},
    .diagnostics = diagram_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
