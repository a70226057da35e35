// A new page in the books.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  model::Parts parts;
  parts.push_back({.span = context.span(), .editions = books, .content = model::Break{.kind = model::BreakKind::page}});
  return parts;
}

} // namespace

extern const BlockKind pagebreak_kind;
const BlockKind pagebreak_kind{
    .name = "pagebreak",
    .summary = "Begins a new page in the books.",
    .help = "Slides are not touched; `---` breaks an automatic slide.\n",
    .example = "::pagebreak\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Page break"}, {"zh-Hant", "換頁"}, {"zh-Hans", "换页"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
