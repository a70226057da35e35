// The observer's sheet of a role play.
#include "blocks/cards.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind observer_without_items{
    .name = "observer-without-items",
    .severity = Severity::error,
    .help = "list what can be seen or heard: `- [ ] 十秒內打招呼`",
};

/// Turns every checklist among `parts` into a sheet with columns for seen and not seen.
int make_sheets(model::Parts& parts) {
  int items = 0;
  for (model::Part& part : parts) {
    auto* checklist = std::get_if<model::Checklist>(&part.content);
    if (checklist == nullptr) continue;
    checklist->seen_columns = true;
    items += static_cast<int>(checklist->items.size());
  }
  return items;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const std::string label = context.label("observer");
  model::Card card = make_card(context, context.title().empty() ? label : context.title());
  card.front = context.lower(directive.children);
  if (make_sheets(card.front) == 0) {
    context.report(
        {.kind = &observer_without_items, .span = context.span(), .message = "this sheet has nothing to tick"});
  }
  model::Parts parts;
  parts.push_back({.span = context.span(), .editions = context.kind().editions, .content = std::move(card)});
  return parts;
}

} // namespace

extern const BlockKind observer_kind;
const BlockKind observer_kind{
    .name = "observer",
    .summary = "A sheet for those who watch a role play.",
    .help =
        "The body is a list with boxes: three to eight things that can be seen or heard. It is printed with the cards "
        "and in the guide.\n",
    .example =
        ":::: roleplay The silent customer\n"
        "A quiet afternoon in a phone shop.\n\n"
        "::: observer\n"
        "- [ ] greets within ten seconds\n"
        "- [ ] asks one concrete question\n"
        "- [ ] waits for the answer\n"
        ":::\n"
        "::::\n",
    .parents = {"roleplay"},
    .fields = {{.name = "copies",
                .type = schema::FieldType::integer,
                .help = "how many sheets to print",
                .min_value = 1,
                .max_value = 200}},
    .labels = {{"en", "Observer"}, {"zh-Hant", "觀察員"}, {"zh-Hans", "观察员"}},
    .editions = {model::EditionKind::cards, model::EditionKind::guide},
    .diagnostics = {&observer_without_items},
    .lower = lower,
};

} // namespace comb::blocks
