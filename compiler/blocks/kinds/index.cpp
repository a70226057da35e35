// Terms and their pages.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return directory(context, model::DirectoryKind::index, books);
}

} // namespace

extern const BlockKind index_kind;
const BlockKind index_kind{
    .name = "index",
    .summary = "The terms of the course with the pages on which lessons take them up.",
    .help =
        "Each term of the term sheet that the book uses, in the order of the course's language, with the "
        "pages on which it is first used in each lesson.\n\n"
        "Workbook and guide print it; slides have no pages, so it is on no slide.\n",
    .example = "::: term benefit {#benefit}\nWhat a customer gets from a feature.\n:::\n\n::index\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Index"}, {"zh-Hant", "索引"}, {"zh-Hans", "索引"}, {"ja", "索引"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
