// The answer to what stands around it, for trainers.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "check", .tone = model::Tone::moss}, context.lower(directive.children));
}

} // namespace

extern const BlockKind solution_kind;
const BlockKind solution_kind{
    .name = "solution",
    .summary = "The answer or explanation of what it stands in.",
    .help =
        "The body is any Markdown. Inside a question it explains the key; inside a discussion, an activity or an "
        "exhibit it says what\n"
        "to expect. Trainers see it, and learners in the edition with answers; slides and workbook are built without "
        "it.\n",
    .example =
        "::: discuss\n"
        "Who pays for the combs?\n"
        "\n"
        "::: solution\n"
        "The temple, out of what pilgrims give.\n"
        ":::\n"
        ":::\n",
    .labels = {{"en", "Explanation"}, {"zh-Hant", "解析"}, {"zh-Hans", "解析"}},
    .editions = model::answers_only,
    .lower = lower,
};

} // namespace comb::blocks
