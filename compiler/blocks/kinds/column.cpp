// One column of `::: columns`.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Part group = make_box(context, {}, context.lower(directive.children));
  box_of(group).frame = model::BoxFrame::group;
  model::Parts parts;
  parts.push_back(std::move(group));
  return parts;
}

} // namespace

extern const BlockKind column_kind;
const BlockKind column_kind{
    .name = "column",
    .summary = "One column of `columns`.",
    .help = "The body is any Markdown and any block.\n",
    .example =
        ":::: columns\n"
        "::: column\n"
        "Left\n"
        ":::\n"
        "::: column\n"
        "Right\n"
        ":::\n"
        "::::\n",
    .parents = {"columns"},
    .labels = {{"en", "Column"}, {"zh-Hant", "欄"}, {"zh-Hans", "栏"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
