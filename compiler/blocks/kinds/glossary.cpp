// The terms of the course.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return directory(context, model::DirectoryKind::glossary, books);
}

} // namespace

extern const BlockKind glossary_kind;
const BlockKind glossary_kind{
    .name = "glossary",
    .summary = "The terms that the course uses, with what they mean.",
    .help =
        "The entries come from the term sheet and from `::: term` blocks, in the order of the course's "
        "language, each with its gloss and its meaning; only terms that the book at hand uses. The first "
        "use of a term leads here.\n\n"
        "Workbook and guide print it; it is on no slide.\n",
    .example = "::: term benefit {#benefit}\nWhat a customer gets from a feature.\n:::\n\n::glossary\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Glossary"}, {"zh-Hant", "詞彙表"}, {"zh-Hans", "词汇表"}, {"ja", "用語集"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
