// A timeline: when, and what.
#include "blocks/diagram_body.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::timeline};
  if (body.table() == nullptr) {
    report_shape(context, body.list_node == nullptr ? context.span() : body.list_node->span,
                 "a timeline is a table of when and what", "two columns: `| 2014 | 網站上線 |`");
  } else {
    diagram.nodes = nodes_of_rows(*body.table(), context);
    if (!diagram.nodes.empty()) check_count(diagram.nodes.size(), {.least = 2, .noun = "event"}, context);
  }
  if (body.table() != nullptr && body.list_node != nullptr) body.others.push_back(*body.list_node);
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind timeline_kind;
const BlockKind timeline_kind{
    .name = "timeline",
    .summary = "What happened, or happens, when.",
    .help =
        "The body is a table with two columns, when and what, in order. Events stand at even distances: a timeline "
        "tells the order, not the scale.\n\n"
        "`blank=\"2\"` empties what happened in the workbook and leaves when; `reveal` brings one event after the "
        "other.\n",
    .example =
        "::: timeline One order\n"
        "| When | What |\n"
        "| --- | --- |\n"
        "| Monday | first visit |\n"
        "| Tuesday | offer |\n"
        "| Friday | order |\n"
        ":::\n",
    .fields = diagram_fields(),
    .labels = {{"en", "Timeline"}, {"zh-Hant", "時間軸"}, {"zh-Hans", "时间轴"}, {"ja", "年表"}},
    .diagnostics = diagram_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
