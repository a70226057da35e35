// `::answer[…]` in a question: read by the question itself.
#include "blocks/block_kind.hpp"
#include "blocks/question_body.hpp"

namespace comb::blocks {

namespace {

/// Never reached from a question, which reads its answers itself; elsewhere `parents` refuses it.
model::Parts lower(const syntax::Directive&, LoweringContext&) {
  return {};
}

} // namespace

extern const BlockKind answer_kind;
const BlockKind answer_kind{
    .name = "answer",
    .summary = "The accepted answer of a short or numeric question.",
    .help = "One or more lines at the end of a `::: question`. With `tolerance=` or `unit=` the answer is a number.\n",
    .example =
        "::: question {#q-combs}\n"
        "How many combs did the third applicant sell?\n\n"
        "::answer[1000]{tolerance=10 unit=combs}\n"
        ":::\n",
    .form = syntax::DirectiveForm::leaf,
    .parents = {"question"},
    .fields = {answer_fields().begin(), answer_fields().end()},
    .labels = {{"en", "Answer"}, {"zh-Hant", "答"}, {"zh-Hans", "答"}},
    .editions = model::answers_only,
    .lower = lower,
};

} // namespace comb::blocks
