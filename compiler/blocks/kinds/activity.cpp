// An activity: what to do, in which groups, for how long, with what result.
#include "blocks/box.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const words::Words& words = context.words();
  const schema::Values& values = context.values();
  model::Parts children;
  add_labelled(children, context, words.materials, context.filled(values.text("materials"), values.span("materials")));
  std::ranges::move(context.lower(directive.children), std::back_inserter(children));
  add_labelled(children, context, words.output, context.filled(values.text("output"), values.span("output")));
  if (const auto time = context.info().time) {
    model::Timer timer{.total = *time, .phases = phases(context, words.brief, words.doing, words.debriefing)};
    if (!timer.phases.empty()) {
      children.push_back({.span = context.span(), .content = model::Steps{.steps = timer.phases}});
    }
    children.push_back({.span = context.span(), .editions = on_screen, .content = std::move(timer)});
  }
  model::Part box =
      make_box(context, {.icon = "bolt", .tone = model::Tone::moss, .own_slide = true}, std::move(children));
  box_of(box).meta = joined_facts(context, {time_fact(context), group_fact(context)});
  model::Parts parts;
  parts.push_back(std::move(box));
  return parts;
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
               {.name = "materials", .help = "what must be at hand"},
               {.name = "output", .help = "what is there at the end"}},
    .labels = {{"en", "Activity"}, {"zh-Hant", "活動"}, {"zh-Hans", "活动"}},
    .lower = lower,
};

} // namespace comb::blocks
