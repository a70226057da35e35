// What most kinds become: a box with a label, an icon and a tone, and the small print beside the label.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/part.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace comb::blocks {

/// How the box of a kind looks.
struct BoxLook {
  std::string_view icon;
  model::Tone tone = model::Tone::neutral;
  bool own_slide = false;
  bool keep_together = false;
};

/// The box of the block at hand, with its label, title, id and planned minutes.
model::Part make_box(LoweringContext& context, const BoxLook& look, model::Parts children);
/// The same as the only part of a list.
model::Parts boxed(LoweringContext& context, const BoxLook& look, model::Parts children);
/// The box inside a part that `make_box` made.
model::Box& box_of(model::Part& part);

/// 「40 分鐘・三人一組・3 輪」: the pieces that are not empty, joined as the course's language does.
std::string joined_facts(const LoweringContext& context, const std::vector<std::string>& facts);
/// 「40 分鐘」 of the block at hand; empty without a time.
std::string time_fact(LoweringContext& context);
/// 「3 人一組」 for a number, any other text as it is; empty for none.
std::string group_fact(LoweringContext& context);

/// Puts `parts` into a group whose elements come one by one on slides, where the block has `reveal`.
void come_one_by_one(model::Parts& parts, const schema::Values& values);

/// One paragraph of plain text.
model::Part prose(std::string_view text, Span span, model::EditionSet editions = model::everyone);
/// 「label：text」 as one paragraph with the label strong; nothing for an empty text.
void add_labelled(model::Parts& parts, LoweringContext& context, std::string_view label, std::string_view text,
                  model::EditionSet editions = model::everyone);

/// Where learners and their trainer write or see what was written.
constexpr model::EditionSet books = {model::EditionKind::workbook, model::EditionKind::workbook_answers,
                                     model::EditionKind::guide};
constexpr model::EditionSet on_screen = {model::EditionKind::slides, model::EditionKind::presenter};

/// The minutes of brief, do and debrief under their names, as far as the time was split.
std::vector<model::Step> phases(LoweringContext& context, std::string_view first, std::string_view second,
                                std::string_view third);

} // namespace comb::blocks
