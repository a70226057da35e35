// `::ask[…]`: the short form of a trainer's note of the kind `ask`.
#include "blocks/notes.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return short_note(context, model::NoteKind::ask);
}

} // namespace

extern const BlockKind ask_kind;
const BlockKind ask_kind{
    .name = "ask",
    .summary = "A question for the trainer to ask, with the answer to expect.",
    .help =
        "The words stand in the brackets. It is the short form of `::: trainer-note {kind=ask}` and reaches "
        "trainers alone.\n",
    .example = "::ask[Who pays for the combs?]{answer=\"The temple.\"}\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {{.name = "answer", .help = "what to expect"}},
    .labels = {{"en", "Ask"}, {"zh-Hant", "問"}, {"zh-Hans", "问"}},
    .editions = model::trainer_only,
    .diagnostics = {&empty_short_form},
    .lower = lower,
};

} // namespace comb::blocks
