// `::do[…]`: the short form of a trainer's note of the kind `do`.
#include "blocks/notes.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return short_note(context, model::NoteKind::act);
}

} // namespace

extern const BlockKind do_kind;
const BlockKind do_kind{
    .name = "do",
    .summary = "Something for the trainer to do.",
    .help =
        "The words stand in the brackets. It is the short form of `::: trainer-note {kind=do}` and reaches "
        "trainers alone.\n",
    .example = "::do[Draw three columns on the board.]\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Do"}, {"zh-Hant", "做"}, {"zh-Hans", "做"}},
    .editions = model::trainer_only,
    .diagnostics = {&empty_short_form},
    .lower = lower,
};

} // namespace comb::blocks
