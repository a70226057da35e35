// A callout.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "flag", .tone = model::Tone::wood, .keep_together = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind important_kind;
const BlockKind important_kind{
    .name = "important",
    .summary = "What must not be missed, set apart.",
    .help = "The body is any Markdown. GitHub's `> [!IMPORTANT]` is read as the same.\n",
    .example =
        "::: important\n"
        "Never promise a date that you do not know.\n"
        ":::\n",
    .labels = {{"en", "Important"}, {"zh-Hant", "重要"}, {"zh-Hans", "重要"}},
    .lower = lower,
};

} // namespace comb::blocks
