// `::say[…]`: the short form of a trainer's note of the kind `say`.
#include "blocks/notes.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return short_note(context, model::NoteKind::say);
}

} // namespace

extern const BlockKind say_kind;
const BlockKind say_kind{
    .name = "say",
    .summary = "A sentence for the trainer to say.",
    .help =
        "The words stand in the brackets. It is the short form of `::: trainer-note {kind=say}` and reaches "
        "trainers alone.\n",
    .example = "::say[Tell the story first; do not hurry to the answer.]\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Say"}, {"zh-Hant", "說"}, {"zh-Hans", "说"}},
    .editions = model::trainer_only,
    .diagnostics = {&empty_short_form},
    .lower = lower,
};

} // namespace comb::blocks
