// For the books alone.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Part group = make_box(context, {}, context.lower(directive.children));
  box_of(group).frame = model::BoxFrame::group;
  box_of(group).label.clear();
  group.editions = books;
  model::Parts parts;
  parts.push_back(std::move(group));
  return parts;
}

} // namespace

extern const BlockKind handbook_kind;
const BlockKind handbook_kind{
    .name = "handbook",
    .summary = "Content for the handbook alone.",
    .help = "The body is on no slide: workbook and guide print it where it stands.\n",
    .example =
        "::: handbook\n"
        "| Week | I tried it with |\n"
        "| --- | --- |\n"
        "| 1 | |\n"
        ":::\n",
    .labels = {{"en", "Handbook"}, {"zh-Hant", "手冊"}, {"zh-Hans", "手册"}},
    .editions = {model::EditionKind::workbook, model::EditionKind::workbook_answers, model::EditionKind::guide},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
