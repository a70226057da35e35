// An activity: what to do, in which groups, for how long, with what result.
#include "blocks/activities.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return lower_activity(directive, context, {.icon = "bolt", .tone = model::Tone::moss, .own_slide = true});
}

} // namespace

extern const BlockKind activity_kind;
const BlockKind activity_kind{
    .name = "activity",
    .summary = "Something that learners do, alone or in groups.",
    .help =
        "The body says what to do. `time=\"2+8+2\"` splits its minutes into brief, do and debrief, and gives the slide "
        "a "
        "countdown. `::: debrief`, `::: solution` and trainer's notes may stand inside.\n",
    .example =
        "::: activity Four corners {time=\"2+8+2\" group=6 output=\"one reason each\"}\n"
        "Go to the corner of the step that matters most, and agree on one reason.\n"
        ":::\n",
    .fields = {{.name = "group", .help = "how many together, `group=3`, or in words"},
               {.name = "materials", .help = "what must be at hand, `;` or commas between; joins the packing list"},
               {.name = "output", .help = "what is there at the end"}},
    .labels = {{"en", "Activity"}, {"zh-Hant", "活動"}, {"zh-Hans", "活动"}, {"ja", "活動"}},
    .lower = lower,
};

} // namespace comb::blocks
