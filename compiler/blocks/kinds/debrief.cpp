// Looking back on what was just done.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "rotate", .tone = model::Tone::teal}, context.lower(directive.children));
}

} // namespace

extern const BlockKind debrief_kind;
const BlockKind debrief_kind{
    .name = "debrief",
    .summary = "Questions to look back: what happened, what worked, what next.",
    .help =
        "The body is a list of questions or a few words. It stands inside a role play or an activity, or by itself.\n",
    .example =
        "::: debrief\n"
        "1. Which sentence made the customer talk?\n"
        "2. What will you try next week?\n"
        ":::\n",
    .labels = {{"en", "Debrief"}, {"zh-Hant", "回顧"}, {"zh-Hans", "回顾"}},
    .lower = lower,
};

} // namespace comb::blocks
