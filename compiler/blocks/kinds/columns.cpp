// Things side by side.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind columns_misfit{
    .name = "columns-misfit",
    .severity = Severity::error,
    .help = "put two to four `::: column` blocks into it, and one width for each: `{widths=\"3 2\"}`",
};
constexpr std::size_t most_columns = 4;

/// Widths as written, or equal ones.
std::vector<double> widths_for(std::size_t count, LoweringContext& context) {
  std::vector<double> widths;
  for (const schema::RawValue& element : context.values().elements("widths")) {
    const auto width = schema::read_number(element.text);
    if (!width || *width <= 0) {
      context.report(
          {.kind = &columns_misfit, .span = element.value_span, .message = "`" + element.text + "` is not a width"});
    }
    widths.push_back(width && *width > 0 ? *width : 1);
  }
  if (!widths.empty() && widths.size() != count) {
    context.report({.kind = &columns_misfit,
                    .span = context.values().span("widths"),
                    .message = std::to_string(widths.size()) + " widths for " + std::to_string(count) + " columns"});
  }
  widths.resize(count, 1);
  return widths;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  // Each column lowers to one group box; what else stands here has no place side by side.
  model::Columns columns;
  for (model::Part& part : context.lower(directive.children)) {
    auto* group = std::get_if<model::Box>(&part.content);
    if (group == nullptr || group->kind != "column") {
      context.report({.kind = &columns_misfit, .span = part.span, .message = "this stands between the columns"});
      continue;
    }
    columns.columns.push_back(std::move(group->children));
  }
  const std::size_t count = columns.columns.size();
  if (count < 2 || count > most_columns) {
    context.report({.kind = &columns_misfit,
                    .span = context.span(),
                    .message = std::to_string(count) + (count == 1 ? " column" : " columns") + " here"});
  }
  columns.widths = widths_for(count, context);
  model::Parts parts;
  parts.push_back({.span = context.span(), .editions = model::everyone, .content = std::move(columns)});
  return parts;
}

} // namespace

extern const BlockKind columns_kind;
const BlockKind columns_kind{
    .name = "columns",
    .summary = "Two to four columns side by side.",
    .help = "The body holds `::: column` blocks and nothing else.\n",
    .example =
        ":::: columns {widths=\"3 2\"}\n"
        "::: column\n"
        "What the seller sees\n"
        ":::\n"
        "::: column\n"
        "What the customer sees\n"
        ":::\n"
        "::::\n",
    .fields = {{.name = "widths", .type = schema::FieldType::words, .help = "relative widths: `widths=\"3 2\"`"}},
    .labels = {{"en", "Columns"}, {"zh-Hant", "分欄"}, {"zh-Hans", "分栏"}},
    .takes_title = false,
    .is_layout = true,
    .diagnostics = {&columns_misfit},
    .lower = lower,
};

} // namespace comb::blocks
