// For some editions, or some deliveries, alone.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind only_without_condition{
    .name = "only-without-condition",
    .severity = Severity::error,
    .help = "say for whom: `{edition=\"guide slides\"}` or `{when=\"client=acme\"}`",
};
constexpr DiagnosticKind bad_condition{
    .name = "bad-condition",
    .severity = Severity::error,
    .help = "write `when=\"client=acme\"` or `when=\"client!=acme\"`; several with `;` must all hold",
    .explain =
        "The name is that of a variable of the manifest or of the run file. Where nobody sets it, `=` does not hold "
        "and `!=` does.\n",
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') + 1 - first));
}

/// Whether one condition holds; one that cannot be read is reported and does not.
bool holds(const schema::RawValue& condition, LoweringContext& context) {
  const std::size_t sign = condition.text.find('=');
  const bool is_negated = sign != std::string::npos && sign > 0 && condition.text[sign - 1] == '!';
  const std::string name = trimmed(std::string_view(condition.text).substr(0, is_negated ? sign - 1 : sign));
  if (sign == std::string::npos || name.empty()) {
    context.report({.kind = &bad_condition,
                    .span = condition.value_span,
                    .message = "`" + condition.text + "` is not a condition"});
    return false;
  }
  const std::string wanted = trimmed(std::string_view(condition.text).substr(sign + 1));
  const bool is_equal = context.variable(name) == wanted;
  return is_negated ? !is_equal : is_equal;
}

std::vector<std::string_view> edition_names() {
  std::vector<std::string_view> names;
  for (const model::EditionKind kind : model::all_edition_kinds) names.push_back(model::name_of(kind));
  return names;
}

model::EditionSet chosen_editions(const schema::Values& values) {
  model::EditionSet chosen;
  for (const std::string& name : values.list("edition")) {
    if (const auto kind = model::edition_named(name)) chosen = chosen | model::EditionSet{*kind};
  }
  return chosen;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const schema::Values values = context.values();
  if (!values.has("edition") && !values.has("when")) {
    context.report(
        {.kind = &only_without_condition, .span = context.span(), .message = "`only` does not say for whom"});
    return context.lower(directive.children);
  }
  bool all_hold = true;
  for (const schema::RawValue& condition : values.elements("when")) all_hold = holds(condition, context) && all_hold;
  if (!all_hold) return {};
  if (!values.has("edition")) return context.lower(directive.children);
  return context.lower(directive.children, chosen_editions(values));
}

} // namespace

extern const BlockKind only_kind;
const BlockKind only_kind{
    .name = "only",
    .summary = "Content for some editions or some deliveries alone.",
    .help =
        "`edition=` names editions: slides, presenter, workbook, workbook-answers, guide, guide-brief, cards, exam, "
        "key, "
        "bank. `when=` compares a variable of the manifest or the run file.\n",
    .example =
        "::: only {edition=\"guide\"}\n"
        "Copy the cards on thick paper.\n"
        ":::\n",
    .fields = {{.name = "edition",
                .type = schema::FieldType::choices,
                .help = "the editions that have it",
                .choices = edition_names()},
               {.name = "when", .type = schema::FieldType::list, .help = "`client=acme`, `client!=acme`"}},
    .labels = {{"en", "Only"}, {"zh-Hant", "限定"}, {"zh-Hans", "限定"}},
    .takes_title = false,
    .is_layout = true,
    .diagnostics = {&bad_condition, &only_without_condition},
    .lower = lower,
};

} // namespace comb::blocks
