// How to teach a case.
#include "blocks/notes.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts parts = make_note(context, model::NoteKind::plain, context.lower(directive.children));
  std::get<model::Note>(parts.front().content).label = context.label(context.kind().name);
  return parts;
}

} // namespace

extern const BlockKind teaching_note_kind;
const BlockKind teaching_note_kind{
    .name = "teaching-note",
    .summary = "How to teach a case: its purpose, what to expect, how to close.",
    .help = "The body is any Markdown. It reaches trainers alone: the presenter's notes and the guide.\n",
    .example =
        ":::: case Combs for monks\n"
        "A firm asks three applicants to sell combs to monks.\n\n"
        "::: teaching-note\n"
        "Sort the answers into user, payer and beneficiary.\n"
        ":::\n"
        "::::\n",
    .parents = {"case", "activity", "roleplay"},
    .labels = {{"en", "Teaching note"}, {"zh-Hant", "教學筆記"}, {"zh-Hans", "教学笔记"}},
    .editions = model::trainer_only,
    .lower = lower,
};

} // namespace comb::blocks
