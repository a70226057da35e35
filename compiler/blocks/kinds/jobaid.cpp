// A card for the pocket: when, which steps, an example.
#include "blocks/cards.hpp"

#include "blocks/box.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

using model::EditionKind;
using model::EditionSet;

constexpr EditionSet on_paper = {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide,
                                 EditionKind::cards};
constexpr EditionSet shown_in = model::everyone | EditionSet{EditionKind::cards};

constexpr DiagnosticKind empty_jobaid{
    .name = "empty-jobaid",
    .severity = Severity::error,
    .help = "say on the card when it is used and what to do, best as a short list",
};

model::CardSize size_named(std::string_view name) {
  if (name == "a6") return model::CardSize::a6;
  return name == "wallet" ? model::CardSize::wallet : model::CardSize::a7;
}

/// Takes `parts` out of all editions but `readers`. A box goes where its children go, so they are asked first.
void keep_for(model::Parts& parts, EditionSet readers) {
  for (model::Part& part : parts) {
    part.editions = part.editions & readers;
    if (auto* box = std::get_if<model::Box>(&part.content)) keep_for(box->children, readers);
    if (auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (model::Parts& column : columns->columns) keep_for(column, readers);
    }
  }
}

bool is_for_learners(const model::Part& part) {
  return !(part.editions & model::learner_editions).is_empty();
}

/// Notes to the trainer are on no card; the guide has them below it.
model::Parts notes_of(const model::Parts& body) {
  model::Parts notes;
  for (const model::Part& part : body) {
    if (is_for_learners(part)) continue;
    notes.push_back(part);
    notes.back().editions = part.editions & EditionSet{EditionKind::guide, EditionKind::guide_brief};
  }
  return notes;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts body = context.lower(directive.children);
  if (body.empty()) {
    context.report({.kind = &empty_jobaid, .span = context.span(), .message = "this card is empty"});
  }
  model::Card card = make_card(context, context.title());
  card.size = size_named(context.values().text("size"));
  card.tone = model::Tone::teal;
  std::ranges::copy_if(body, std::back_inserter(card.front), is_for_learners);
  model::Parts notes = notes_of(body);
  model::Parts parts = boxed(context, {.icon = "card", .tone = model::Tone::teal, .own_slide = true}, std::move(body));
  keep_for(parts, on_screen);
  parts.push_back({.span = context.span(), .editions = on_paper, .content = std::move(card)});
  std::ranges::move(notes, std::back_inserter(parts));
  return parts;
}

} // namespace

extern const BlockKind jobaid_kind;
const BlockKind jobaid_kind{
    .name = "jobaid",
    .summary = "A card to carry in the pocket and use at work.",
    .help =
        "The body is any Markdown, best a short list. `size=` is `a6`, `a7` or `wallet`; a7 where nothing is said.\n\n"
        "The slide shows its body. Workbook and guide print the card in a frame; the sheet of cards has it to cut out "
        "in its real size.\n",
    .example =
        "::: jobaid Turning features into benefits {size=wallet}\n"
        "1. Name the feature.\n"
        "2. Ask yourself: so what?\n"
        "3. Say it with “you”.\n"
        ":::\n",
    .fields = {{.name = "size",
                .type = schema::FieldType::choice,
                .help = "`a6` (105 × 148 mm), `a7` (74 × 105 mm) or `wallet` (86 × 54 mm)",
                .choices = {"a6", "a7", "wallet"}},
               {.name = "copies",
                .type = schema::FieldType::integer,
                .help = "how many cards to print",
                .min_value = 1,
                .max_value = 200}},
    .labels = {{"en", "Job aid"}, {"zh-Hant", "隨身卡"}, {"zh-Hans", "随身卡"}, {"ja", "ポケットカード"}},
    .editions = shown_in,
    .diagnostics = {&empty_jobaid},
    .lower = lower,
};

} // namespace comb::blocks
