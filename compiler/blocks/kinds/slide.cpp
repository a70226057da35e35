// Exactly one slide, for the screen.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

/// Takes what learners see out of the books; trainer's notes keep their places.
void keep_on_screen(model::Parts& parts) {
  for (model::Part& part : parts) {
    if (part.editions.has(model::EditionKind::slides)) part.editions = part.editions & on_screen;
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  const bool is_printed = context.values().text("handbook") == "full";
  if (!is_printed) keep_on_screen(children);
  model::Part slide = make_box(context, {}, std::move(children));
  box_of(slide).frame = model::BoxFrame::slide;
  box_of(slide).label.clear();
  slide.editions = is_printed ? on_screen | books : on_screen;
  model::Parts parts;
  parts.push_back(std::move(slide));
  return parts;
}

} // namespace

extern const BlockKind slide_kind;
const BlockKind slide_kind{
    .name = "slide",
    .summary = "Exactly one slide, for the screen alone.",
    .help =
        "It replaces the automatic slide of the topic's loose content; blocks such as cases and quizzes still show. "
        "`handbook=full` prints it too.\n",
    .example =
        "::: slide One question first\n"
        "Who pays for the combs?\n"
        ":::\n",
    .fields = {{.name = "title", .help = "the slide's title"},
               {.name = "reveal", .type = schema::FieldType::flag, .help = "its elements come one by one"}},
    .labels = {{"en", "Slide"}, {"zh-Hant", "投影片"}, {"zh-Hans", "幻灯片"}},
    .editions = {model::EditionKind::slides, model::EditionKind::presenter, model::EditionKind::workbook,
                 model::EditionKind::workbook_answers, model::EditionKind::guide, model::EditionKind::guide_brief},
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
