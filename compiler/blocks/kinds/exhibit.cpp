// An exhibit of a case: a table, a figure, a letter.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const std::string name = words::fill(context.words().exhibit, context.next_number("exhibit"));
  if (context.values().has("id")) {
    const std::string title = context.title().empty() ? name : name + " " + context.title();
    context.define({.span = context.values().span("id"), .id = context.id(), .what = "exhibit", .title = title});
  }
  model::Part box = make_box(context, {.icon = "exhibit", .tone = model::Tone::wood, .keep_together = true},
                             context.lower(directive.children));
  box_of(box).label = name;
  model::Parts parts;
  parts.push_back(std::move(box));
  return parts;
}

} // namespace

extern const BlockKind exhibit_kind;
const BlockKind exhibit_kind{
    .name = "exhibit",
    .summary = "A numbered table, figure or text that belongs to a case.",
    .help =
        "The body is any Markdown. Exhibits are numbered through the lesson; `:ref[id]` shows the number and the "
        "title.\n",
    .example =
        ":::: case Combs for monks\n"
        "Three applicants went out; :ref[sold] shows what they sold.\n\n"
        "::: exhibit What they sold {#sold}\n"
        "| Applicant | Combs |\n"
        "| --- | ---: |\n"
        "| Lin | 1 |\n"
        "| Chen | 10 |\n"
        ":::\n"
        "::::\n",
    .parents = {"case", "activity", "roleplay"},
    .labels = {{"en", "Exhibit"}, {"zh-Hant", "附件"}, {"zh-Hans", "附件"}},
    .defines_own_id = true,
    .lower = lower,
};

} // namespace comb::blocks
