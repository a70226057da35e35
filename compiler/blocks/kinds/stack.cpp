// A stack: a whole made of its parts, each as large as its amount.
#include "blocks/diagram_body.hpp"

#include <cmath>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind stack_amount_misfit{
    .name = "stack-amount-misfit",
    .severity = Severity::error,
    .help = "begin the first column with a number above zero: `| 4 元 | 材料 |`",
    .explain =
        "The first column says how much, the second what. Parts are drawn as large as their amounts, so all stand in "
        "one unit: `4 元`, `$3`, `25%`.\n",
};

bool is_part_of_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/// The first number in `text`, thousands apart by commas or not, before or behind its unit; none without one.
std::optional<double> amount_in(const std::string& text) {
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string::npos) return std::nullopt;
  // A minus before it makes it no amount.
  if (begin > 0 && text[begin - 1] == '-') return std::nullopt;
  std::string digits;
  for (std::size_t at = begin; at < text.size() && is_part_of_number(text[at]); ++at) {
    if (text[at] != ',') digits += text[at];
  }
  while (!digits.empty() && digits.back() == '.') digits.pop_back();
  return schema::read_number(digits);
}

void read_amounts(const syntax::Table& table, model::Diagram& diagram, LoweringContext& context) {
  diagram.nodes = nodes_of_rows(table, context);
  for (std::size_t row = 0; row < diagram.nodes.size(); ++row) {
    model::DiagramNode& node = diagram.nodes[row];
    const std::string written = text::plain_text(node.aside);
    const std::optional<double> amount = amount_in(written);
    if (!amount || *amount <= 0 || !std::isfinite(*amount)) {
      context.report(
          {.kind = &stack_amount_misfit,
           .span = table.rows[row][0].span,
           .message = written.empty() ? "this part has no amount" : "`" + written + "` is not an amount above zero"});
    }
    node.amount = amount && *amount > 0 ? *amount : 1;
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::stack};
  if (body.table() == nullptr) {
    report_shape(context, body.list_node == nullptr ? context.span() : body.list_node->span,
                 "a stack is a table of how much and what", "two columns: `| 4 元 | 材料 |`");
  } else {
    read_amounts(*body.table(), diagram, context);
    if (!diagram.nodes.empty()) check_count(diagram.nodes.size(), {.least = 2, .noun = "part"}, context);
  }
  if (body.table() != nullptr && body.list_node != nullptr) body.others.push_back(*body.list_node);
  const std::string whole = context.filled(context.values().text("whole"), context.values().span("whole"));
  diagram.center = text::plain_inlines(whole, context.values().span("whole"));
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind stack_kind;
const BlockKind stack_kind{
    .name = "stack",
    .summary = "A whole made of its parts, each as large as its amount.",
    .help =
        "The body is a table with two columns: how much, and what. The number may have a unit before or behind it; all "
        "stand in the same one. `whole=\"…\"` says what they make together.\n\n"
        "`blank=\"2\"` empties names of parts in the workbook; `reveal` builds it up.\n",
    .example =
        "::: stack Where the price goes {whole=\"price 10\"}\n"
        "| How much | What |\n"
        "| --- | --- |\n"
        "| 4 | material |\n"
        "| 3 | wages |\n"
        "| 2 | rent |\n"
        "| 1 | profit |\n"
        ":::\n",
    .fields = diagram_fields({{.name = "whole", .help = "what the parts make together: `whole=\"成交價 10 元\"`"}}),
    .labels = {{"en", "Make-up"}, {"zh-Hant", "組成圖"}, {"zh-Hans", "组成图"}, {"ja", "内訳図"}},
    .diagnostics = diagram_diagnostics({&stack_amount_misfit}),
    .lower = lower,
};

} // namespace comb::blocks
