// What one must know before a lesson.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

/// A plain note in here says what to do about those who do not know it yet.
void name_notes(model::Parts& parts, std::string_view label) {
  for (model::Part& part : parts) {
    auto* note = std::get_if<model::Note>(&part.content);
    if (note != nullptr && note->kind == model::NoteKind::plain) note->label = std::string(label);
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  name_notes(children, context.words().if_missing);
  return boxed(context, {.icon = "flag", .tone = model::Tone::teal, .keep_together = true}, std::move(children));
}

} // namespace

extern const BlockKind prereq_kind;
const BlockKind prereq_kind{
    .name = "prereq",
    .summary = "What learners must know or have done before they start.",
    .help =
        "The body says it, best as a list. A `::: trainer-note` inside tells the trainer what to do about those who do "
        "not know it yet.\n\n"
        "Slides and workbook show it as a box; the note is in the guide and the presenter's view.\n",
    .example =
        ":::: prereq\n"
        "- You have sold for a month.\n"
        "- You can name three of your own products.\n\n"
        "::: trainer-note\n"
        "Pair those who have not with somebody who has.\n"
        ":::\n"
        "::::\n",
    .labels = {{"en", "Before you start"}, {"zh-Hant", "開始之前"}, {"zh-Hans", "开始之前"}, {"ja", "始める前に"}},
    .lower = lower,
};

} // namespace comb::blocks
