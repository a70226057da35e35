// The one sentence of a topic that should stay.
#include "base/utf8.hpp"
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

using model::EditionKind;
using model::EditionSet;

constexpr EditionSet with_gaps = {EditionKind::workbook};

/// Strong words become gaps to fill in; says whether anything is one.
bool open_gaps(text::Inlines& sentence) {
  bool has_gap = false;
  for (text::Inline& piece : sentence) {
    if (const auto* strong = std::get_if<text::Strong>(&piece.content)) {
      std::string words = text::plain_text(strong->children);
      const int width = display_width(words);
      piece.content = text::Fill{.text = std::move(words), .width_cells = width};
    }
    has_gap = has_gap || std::holds_alternative<text::Fill>(piece.content) ||
              std::holds_alternative<text::Blank>(piece.content);
  }
  return has_gap;
}

/// Where no word was picked out, the workbook has lines for the whole sentence.
void leave_blank(model::Parts& sentences, Span span) {
  constexpr int cells_in_a_line = 60;
  int lines = 0;
  for (model::Part& part : sentences) {
    const auto* sentence = std::get_if<model::Prose>(&part.content);
    if (sentence == nullptr) continue;
    lines += 1 + display_width(text::plain_text(sentence->content)) / cells_in_a_line;
    part.editions = part.editions.without(with_gaps);
  }
  if (lines == 0) return;
  sentences.push_back({.span = span, .editions = with_gaps, .content = model::WritingSpace{.lines = lines}});
}

void make_cloze(model::Parts& sentences, Span span) {
  bool has_gap = false;
  for (model::Part& part : sentences) {
    auto* sentence = std::get_if<model::Prose>(&part.content);
    if (sentence != nullptr && open_gaps(sentence->content)) has_gap = true;
  }
  if (!has_gap) leave_blank(sentences, span);
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts sentences = context.lower(directive.children);
  if (context.values().flag("cloze")) make_cloze(sentences, context.span());
  return boxed(context, {.icon = "star", .tone = model::Tone::wood, .keep_together = true}, std::move(sentences));
}

} // namespace

extern const BlockKind keypoint_kind;
const BlockKind keypoint_kind{
    .name = "keypoint",
    .summary = "One sentence worth remembering.",
    .help =
        "The body is the sentence, or two. It stands large on a slide and as a box in the books; `::recap` collects "
        "all of them.\n\n"
        "`cloze=yes` lets learners write it: words that are **strong** or in `:fill[…]` are gaps in the workbook, and "
        "where there are none the whole sentence is left out for them to write.\n",
    .example =
        "::: keypoint {cloze=yes}\n"
        "Sell the **benefit** that this customer named.\n"
        ":::\n",
    .fields = {{.name = "cloze",
                .type = schema::FieldType::flag,
                .help = "its strong words, or all of it, are for learners to write in the workbook"}},
    .labels = {{"en", "Key point"}, {"zh-Hant", "重點"}, {"zh-Hans", "重点"}, {"ja", "要点"}},
    .lower = lower,
};

} // namespace comb::blocks
