// Questions to talk about.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "chat", .tone = model::Tone::teal}, context.lower(directive.children));
}

} // namespace

extern const BlockKind discuss_kind;
const BlockKind discuss_kind{
    .name = "discuss",
    .summary = "Questions for a discussion, with what to expect.",
    .help = "The body is a list of questions; `::: solution` inside says what to expect and reaches trainers alone.\n",
    .example =
        "::: discuss {time=10}\n"
        "1. Which need did the customer name?\n"
        "2. Which did they keep back?\n"
        "\n"
        "::: solution\n"
        "They named the price and kept back the fear of looking foolish.\n"
        ":::\n"
        ":::\n",
    .labels = {{"en", "Discuss"}, {"zh-Hant", "討論"}, {"zh-Hans", "讨论"}},
    .editions = model::everyone.without({model::EditionKind::exam, model::EditionKind::key}), // nobody talks there
    .lower = lower,
};

} // namespace comb::blocks
