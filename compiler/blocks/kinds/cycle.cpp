// A cycle: steps that lead round to the first.
#include "blocks/diagram_body.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::cycle};
  if (body.list() == nullptr || !body.list()->ordered) {
    report_shape(context, body.list() == nullptr ? context.span() : body.list_node->span,
                 "a cycle is a numbered list of its steps", "number the steps: `1. 打招呼`");
  } else {
    diagram.nodes = nodes_of_list(*body.list(), context);
    check_count(diagram.nodes.size(), {.least = 2, .noun = "step"}, context);
  }
  if (body.table_node != nullptr) body.others.push_back(*body.table_node);
  const std::string center = context.filled(context.values().text("center"), context.values().span("center"));
  diagram.center = text::plain_inlines(center, context.values().span("center"));
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind cycle_kind;
const BlockKind cycle_kind{
    .name = "cycle",
    .summary = "Steps in a ring, each leading to the next and the last to the first.",
    .help =
        "The body is a numbered list. `center=\"…\"` names what it turns around. `blank=\"2,4\"` empties nodes in the "
        "workbook, `reveal` brings them one by one on slides.\n\n"
        "A text for those who do not see it is made from the list; `alt=\"…\"` replaces it.\n",
    .example =
        "::: cycle From stranger to friend {center=\"The customer\"}\n"
        "1. Greet\n"
        "2. Ask\n"
        "3. Offer\n"
        "4. Stay in touch\n"
        ":::\n",
    .fields = diagram_fields({{.name = "center", .help = "what it turns around"}}),
    .labels = {{"en", "Cycle"}, {"zh-Hant", "循環圖"}, {"zh-Hans", "循环图"}, {"ja", "循環図"}},
    .diagnostics = diagram_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
