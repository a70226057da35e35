// Sources and licences.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return directory(context, model::DirectoryKind::credits, books);
}

} // namespace

extern const BlockKind credits_kind;
const BlockKind credits_kind{
    .name = "credits",
    .summary = "Where pictures and texts come from.",
    .help =
        "A table of all pictures and blocks that have `source=` or `licence=`, as far as the edition "
        "shows them.\n\n"
        "Workbook and guide print it; it is on no slide.\n",
    .example = "::: example {source=\"Shop diary, 2019\"}\nA customer came back for the same comb.\n:::\n\n::credits\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Credits"}, {"zh-Hant", "圖文出處"}, {"zh-Hans", "图文出处"}, {"ja", "出典"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
