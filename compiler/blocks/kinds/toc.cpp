// The contents of the course.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  model::Parts parts;
  parts.push_back({.span = context.span(),
                   .editions = on_screen | books,
                   .content = model::Directory{.kind = model::DirectoryKind::contents}});
  return parts;
}

} // namespace

extern const BlockKind toc_kind;
const BlockKind toc_kind{
    .name = "toc",
    .summary = "The contents of the course, made from its titles.",
    .help = "It is never typed, so it cannot drift from the lessons.\n",
    .example = "::toc\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Contents"}, {"zh-Hant", "目錄"}, {"zh-Hans", "目录"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
