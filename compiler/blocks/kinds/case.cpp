// A case study: a situation, exhibits, questions to discuss, notes for teaching.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  return boxed(context, {.icon = "briefcase", .tone = model::Tone::wood, .own_slide = true},
               context.lower(directive.children));
}

} // namespace

extern const BlockKind case_kind;
const BlockKind case_kind{
    .name = "case",
    .summary = "A case study with exhibits, discussion and a teaching note.",
    .help =
        "The body is the situation. Inside may stand `::: exhibit`, `::: discuss` and `::: teaching-note`, each closed "
        "by a fence\n"
        "of its own length; a longer fence around the case keeps them apart.\n"
        "\n"
        "Slides and books draw it in full; `slide=summary` leaves its title and what a `::: slide` inside says. The "
        "teaching note\n"
        "reaches trainers alone.\n",
    .example =
        ":::: case Combs for monks {#combs time=40}\n"
        "A firm asks three applicants to sell combs to monks. :ref[results] shows how they did.\n"
        "\n"
        "::: exhibit What they sold {#results}\n"
        "| Applicant | Combs |\n"
        "| --- | ---: |\n"
        "| Lin | 1 |\n"
        "| Chen | 10 |\n"
        ":::\n"
        "\n"
        "::: discuss\n"
        "1. Whose need did each of them meet?\n"
        "\n"
        "::: solution\n"
        "A monk's own; the pilgrims'.\n"
        ":::\n"
        ":::\n"
        "\n"
        "::: teaching-note\n"
        "Sort the answers into user, payer and beneficiary.\n"
        ":::\n"
        "::::\n",
    .labels = {{"en", "Case"}, {"zh-Hant", "個案"}, {"zh-Hans", "案例"}},
    .lower = lower,
};

} // namespace comb::blocks
