// `::hotspot{…}` in a question: read by the question itself.
#include "blocks/block_kind.hpp"
#include "blocks/question_body.hpp"

namespace comb::blocks {

namespace {

/// Never reached from a question, which reads its picture itself; elsewhere `parents` refuses it.
model::Parts lower(const syntax::Directive&, LoweringContext&) {
  return {};
}

} // namespace

extern const BlockKind hotspot_kind;
const BlockKind hotspot_kind{
    .name = "hotspot",
    .summary = "The picture of a question whose answer is a place on it.",
    .help =
        "Stands in a `::: question`, with a list of places behind it: rectangles `{x= y= width= height=}` from their "
        "upper left corner, or circles `{x= y= radius=}` around their centre, in pixels of the picture. Learners see "
        "the picture with a letter at each place and tick letters; trainers also read what is there.\n",
    .example =
        "```\n"
        "::: question {#q-entrance}\n"
        "Where does a greeting reach a customer first?\n\n"
        "::hotspot{src=\"../figures/shop.svg\" alt=\"Floor plan of a shop\"}\n\n"
        "- [x] right of the entrance {x=120 y=80 width=60 height=40}\n"
        "- [ ] behind the counter {x=300 y=90 radius=25}\n"
        ":::\n"
        "```\n",
    .form = syntax::DirectiveForm::leaf,
    .parents = {"question"},
    .fields = {hotspot_fields().begin(), hotspot_fields().end()},
    .labels = {{"en", "Picture with places"}, {"zh-Hant", "圖上選點"}, {"zh-Hans", "图上选点"}, {"ja", "図上の位置"}},
    .editions = model::everyone,
    .lower = lower,
};

} // namespace comb::blocks
