// The key points again.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  model::Part part = make_directory(context, model::DirectoryKind::recap, on_screen | books);
  std::get<model::Directory>(part.content).whole = context.values().flag("whole");
  model::Parts parts;
  parts.push_back(std::move(part));
  return parts;
}

} // namespace

extern const BlockKind recap_kind;
const BlockKind recap_kind{
    .name = "recap",
    .summary = "The key points so far, by lesson.",
    .help =
        "It repeats the sentences of each `::: keypoint` before its place, under the titles of their "
        "lessons. `of=\"s02 s03\"` or `of=part-1` shows those of some lessons or parts, `whole` those of "
        "the whole course.\n\n"
        "Slides and books draw it as lists; what learners may not see is not in theirs.\n",
    .example = "::: keypoint\nSell the benefit that this customer named.\n:::\n\n::recap\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {of_field(),
               {.name = "whole",
                .type = schema::FieldType::flag,
                .help = "the whole course, not only what stands before"}},
    .labels = {{"en", "Recap"}, {"zh-Hant", "重點回顧"}, {"zh-Hans", "重点回顾"}, {"ja", "まとめ"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
