// The one sentence of a topic that should stay.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "star", .tone = model::Tone::wood, .keep_together = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind keypoint_kind;
const BlockKind keypoint_kind{
    .name = "keypoint",
    .summary = "One sentence worth remembering.",
    .help = "The body is the sentence, or two. It stands large on a slide and as a box in the books.\n",
    .example =
        "::: keypoint\n"
        "Sell the benefit that this customer named.\n"
        ":::\n",
    .labels = {{"en", "Key point"}, {"zh-Hant", "重點"}, {"zh-Hans", "重点"}},
    .lower = lower,
};

} // namespace comb::blocks
