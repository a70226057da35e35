// Cards inside a book: in the guide all roles of a role play stand two by two, with their secrets.
#include "typeset/books/card_sizes.hpp"
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

void write_secret(Flow& flow, const model::Card& card) {
  if (card.secret.empty()) return;
  const BookStyle& style = flow.style();
  TextStyle label = style.sans(style.page.small, Weight::bold);
  label.color = ink_of(style, card.tone);
  const std::string words = card.secret_label.empty() ? std::string(flow.words().only_you_know) : card.secret_label;
  flow.want_space(style.half);
  flow.next_break = BreakBefore::forbidden;
  push_line(flow, words, label, style.page.leading, Role::paragraph);
  flow.next_break = BreakBefore::forbidden;
  write_parts(flow, card.secret);
}

FlowItems write_one(const Flow& flow, const model::Card& card, Points dx, Points width) {
  const BookStyle& style = flow.style();
  Flow inner = flow.inner(dx, width);
  // A rule on top, not at the side: cards stand inside their role play's box, and one rule at a time runs there.
  FlowItem rule{.height = 6_pt};
  rule.ops.push_back(
      {.content = FilledRectangle{.box = {inner.x, 1_pt, width, 1.5_pt}, .color = ink_of(style, card.tone)}});
  inner.look = style.plain();
  inner.clock = nullptr;
  inner.node = flow.add_node(Role::division);
  inner.push(std::move(rule));
  if (!card.id.empty()) inner.anchors.push_back(card.id);
  inner.next_break = BreakBefore::forbidden;
  if (!card.label.empty()) push_line(inner, card.label, style.small(), style.page.leading * 0.8, Role::paragraph);
  inner.next_break = BreakBefore::forbidden;
  TextStyle name = style.sans(style.page.head3, Weight::bold);
  name.color = ink_of(style, card.tone);
  const TextLook look{.style = name, .leading = style.page.leading * 1.2, .align = TextAlign::start};
  push_paragraph(inner, set_words(inner, card.name, look, inner.measure), look, inner.add_node(Role::heading4));
  inner.next_break = BreakBefore::forbidden;
  write_parts(inner, card.front);
  write_secret(inner, card);
  return std::move(inner.items);
}

/// One item, so that no page cuts through the frame.
FlowItem framed(const Flow& flow, FlowItems items, const Box2d& frame, Points padding) {
  FlowItem whole{.height = frame.height};
  whole.ops.push_back(
      {.content = StrokedRectangle{.box = frame, .color = flow.style().teal, .width = 1_pt, .radius = 6_pt}});
  Points y = padding;
  for (std::size_t index = 0; index < items.size(); ++index) {
    if (index > 0) y += items[index].space_before;
    append_shifted(whole.ops, std::move(items[index].ops), Points{}, y);
    for (std::string& anchor : items[index].anchors) whole.anchors.push_back(std::move(anchor));
    y += items[index].height;
  }
  return whole;
}

/// A pocket card as it will be in the hand, in a frame as wide as the card.
void write_pocket_card(Flow& flow, const model::Card& card) {
  const CardSheet sheet = card_sheet(flow.style(), card.size);
  const Points width = std::min(sheet.card_width, flow.measure);
  FlowItems items = write_one(flow, card, sheet.padding_x, width - sheet.padding_x * 2);
  if (!items.empty()) items.erase(items.begin()); // the rule on top: the frame is there instead
  const Points height = height_of(items) + sheet.padding_top * 2;
  flow.want_space(flow.style().page.leading);
  if (height > flow.style().text_height) {
    flow.push_all(std::move(items)); // too long for a card, which the sheet of cards reports
  } else {
    flow.push(framed(flow, std::move(items), {flow.x, Points{}, width, height}, sheet.padding_top));
  }
  flow.want_space(flow.style().page.leading);
}

void write_role_cards(Flow& flow, const std::vector<const model::Card*>& cards) {
  constexpr std::size_t in_a_row = 2;
  const Points gap = flow.style().page.leading;
  const Points width = (flow.measure - gap) / in_a_row;
  for (std::size_t first = 0; first < cards.size(); first += in_a_row) {
    std::vector<FlowItems> columns;
    const bool is_alone = first + 1 == cards.size();
    for (std::size_t index = first; index < std::min(first + in_a_row, cards.size()); ++index) {
      const Points dx = (width + gap) * static_cast<double>(index - first);
      columns.push_back(write_one(flow, *cards[index], dx, is_alone ? flow.measure : width));
    }
    flow.want_space(flow.style().page.leading);
    flow.push_all(side_by_side(std::move(columns), flow.chapter.bars));
  }
  flow.want_space(flow.style().page.leading);
}

} // namespace

void write_cards(Flow& flow, const std::vector<const model::Card*>& cards) {
  std::vector<const model::Card*> roles;
  for (const model::Card* card : cards) {
    if (card->size == model::CardSize::grid) {
      roles.push_back(card);
    } else {
      write_pocket_card(flow, *card);
    }
  }
  if (!roles.empty()) write_role_cards(flow, roles);
}

} // namespace comb::typeset::books
