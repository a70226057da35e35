// Questions by objective and level.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return directory(context, model::DirectoryKind::blueprint, {model::EditionKind::guide});
}

} // namespace

extern const BlockKind blueprint_kind;
const BlockKind blueprint_kind{
    .name = "blueprint",
    .summary = "How many questions there are of each objective and level.",
    .help =
        "A table of objectives and Bloom levels with the number of questions in the bank, and for each "
        "exam of the manifest what was planned beside what was drawn.\n\n"
        "It stands in the trainer's guide alone: no slide and no workbook has it.\n",
    .example = "::blueprint\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Blueprint"}, {"zh-Hant", "雙向細目表"}, {"zh-Hans", "双向细目表"}, {"ja", "出題計画表"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
