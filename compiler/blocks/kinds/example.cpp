// A callout.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "pencil", .tone = model::Tone::plum, .keep_together = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind example_kind;
const BlockKind example_kind{
    .name = "example",
    .summary = "An example set apart.",
    .help = "The body is any Markdown.\n",
    .example =
        "::: example\n"
        "“Your shoulder will not hurt after a day” is a benefit.\n"
        ":::\n",
    .labels = {{"en", "Example"}, {"zh-Hant", "例子"}, {"zh-Hans", "例子"}},
    .lower = lower,
};

} // namespace comb::blocks
