// Lines to write on.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr int usual_lines = 3;

/// As so many `____`, which become one space to write on, wherever there is paper around: in books and on cards.
model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  const auto lines = static_cast<std::size_t>(context.values().integer("count").value_or(usual_lines));
  const syntax::Node line{.span = context.span(), .fields = {}, .content = syntax::WriteLine{}};
  return context.lower(syntax::Nodes(lines, line));
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
