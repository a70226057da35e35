// `::include{file="…"}`: spliced in before anything is lowered.
#include "blocks/block_kind.hpp"

namespace comb::blocks {

namespace {

/// Reached only where the file could not be read, which the loader has said.
model::Parts lower(const syntax::Directive&, LoweringContext&) {
  return {};
}

} // namespace

extern const BlockKind include_kind;
const BlockKind include_kind{
    .name = "include",
    .summary = "Puts another file's content here.",
    .help =
        "The path is relative to this file and stays inside the course folder. The file may hold topics as well as "
        "blocks; it may include others.\n",
    .example = "```\n::include{file=\"drill.md\"}\n```\n",
    .form = syntax::DirectiveForm::leaf,
    .fields =
        {{.name = "file", .type = schema::FieldType::path, .help = "the file, relative to this one", .required = true}},
    .labels = {{"en", "Include"}, {"zh-Hant", "引入"}, {"zh-Hans", "引入"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
