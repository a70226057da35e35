// Objectives with what serves them.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  return directory(context, model::DirectoryKind::alignment, {model::EditionKind::guide});
}

} // namespace

extern const BlockKind alignment_kind;
const BlockKind alignment_kind{
    .name = "alignment",
    .summary = "Which objective is taught, practised and assessed where.",
    .help =
        "A table with one row an objective: its level, the minutes of the blocks that name it in "
        "`objective=`, the activities that practise it, the questions and exams that assess it. A gap in "
        "a row is a gap in the course.\n\n"
        "It stands in the trainer's guide alone: no slide and no workbook has it.\n",
    .example = "::alignment\n",
    .form = syntax::DirectiveForm::leaf,
    .labels = {{"en", "Alignment"},
               {"zh-Hant", "教學與評量對照表"},
               {"zh-Hans", "教学与评量对照表"},
               {"ja", "目標と評価の対応表"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
