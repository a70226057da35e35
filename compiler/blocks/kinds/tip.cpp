// A callout.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "bulb", .tone = model::Tone::moss, .keep_together = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind tip_kind;
const BlockKind tip_kind{
    .name = "tip",
    .summary = "A piece of advice set apart.",
    .help = "The body is any Markdown. GitHub's `> [!TIP]` is read as the same.\n",
    .example =
        "::: tip\n"
        "Ask once, then wait for ten seconds.\n"
        ":::\n",
    .labels = {{"en", "Tip"}, {"zh-Hant", "提示"}, {"zh-Hans", "提示"}},
    .lower = lower,
};

} // namespace comb::blocks
