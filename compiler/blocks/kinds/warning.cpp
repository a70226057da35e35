// A callout.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "alert", .tone = model::Tone::alert, .keep_together = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind warning_kind;
const BlockKind warning_kind{
    .name = "warning",
    .summary = "What goes wrong easily, set apart.",
    .help = "The body is any Markdown. GitHub's `> [!WARNING]` is read as the same.\n",
    .example =
        "::: warning\n"
        "A discount offered too early cannot be taken back.\n"
        ":::\n",
    .labels = {{"en", "Watch out"}, {"zh-Hant", "注意"}, {"zh-Hans", "注意"}},
    .lower = lower,
};

} // namespace comb::blocks
