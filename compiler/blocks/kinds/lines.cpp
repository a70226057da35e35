// Lines to write on.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr int usual_lines = 3;

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  const int lines = context.values().integer("count").value_or(usual_lines);
  model::Parts parts;
  parts.push_back({.span = context.span(),
                   .editions = books | model::EditionSet{model::EditionKind::exam},
                   .content = model::WritingSpace{.lines = lines}});
  return parts;
}

} // namespace

extern const BlockKind lines_kind;
const BlockKind lines_kind{
    .name = "lines",
    .summary = "Lines to write on, in the books.",
    .help = "`____` alone in a line is one such line.\n",
    .example = "::lines{count=6}\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {{.name = "count",
                .type = schema::FieldType::integer,
                .help = "how many lines; 3",
                .min_value = 1,
                .max_value = 60}},
    .labels = {{"en", "Lines"}, {"zh-Hant", "書寫線"}, {"zh-Hans", "书写线"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
