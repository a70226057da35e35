// A note to the trainer, beside the element before it.
#include "blocks/notes.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const model::NoteKind kind = note_kind_named(context.values().text("kind"));
  return make_note(context, kind, context.lower(directive.children));
}

} // namespace

extern const BlockKind trainer_note_kind;
const BlockKind trainer_note_kind{
    .name = "trainer-note",
    .summary = "What the trainer says, does, asks or watches for.",
    .help =
        "The body is any Markdown. `kind=` says what sort of note it is. It stands in the presenter's notes of the "
        "slide of the element before it and in the guide; learners' editions are built without it.\n\n"
        "`::say[…]`, `::do[…]` and `::ask[…]` are its short forms.\n",
    .example =
        "::: trainer-note {kind=watch time=2}\n"
        "Two people will talk most. Ask a third one by name.\n"
        ":::\n",
    .fields = {{.name = "kind",
                .type = schema::FieldType::choice,
                .help = "say, do, ask, watch, transition, setup, if-short or if-long",
                .choices = note_kind_names()}},
    .labels = {{"en", "Note"}, {"zh-Hant", "備註"}, {"zh-Hans", "备注"}},
    .editions = model::trainer_only,
    .lower = lower,
};

} // namespace comb::blocks
