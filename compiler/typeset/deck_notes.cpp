// Looks through parts for trainer's remarks and for what opens slides.
#include "typeset/deck_notes.hpp"

#include "base/overloaded.hpp"
#include "typeset/deck_layout.hpp"

#include <algorithm>
#include <iterator>

namespace comb::typeset {
namespace {

void collect(const text::Inlines& inlines, model::Parts& remarks) {
  for (const text::Inline& piece : inlines) {
    std::visit(Overloaded{
                   [&](const text::TrainerText& remark) {
                     model::Part prose{.span = piece.span,
                                       .editions = model::trainer_only,
                                       .content = model::Prose{text::plain_inlines(remark.text, piece.span)}};
                     remarks.push_back({.span = piece.span,
                                        .editions = model::trainer_only,
                                        .placement = model::Placement::notes,
                                        .content = model::Note{.children = {std::move(prose)}}});
                   },
                   [&](const text::Emphasis& emphasis) { collect(emphasis.children, remarks); },
                   [&](const text::Strong& strong) { collect(strong.children, remarks); },
                   [&](const text::Strikethrough& strike) { collect(strike.children, remarks); },
                   [&](const text::Link& link) { collect(link.children, remarks); },
                   [](const auto&) {},
               },
               piece.content);
  }
}

void collect(const model::Parts& parts, model::Parts& remarks);

void collect(const model::Part& part, model::Parts& remarks) {
  std::visit(Overloaded{
                 [&](const model::Heading& heading) { collect(heading.content, remarks); },
                 [&](const model::Prose& prose) { collect(prose.content, remarks); },
                 [&](const model::List& list) {
                   for (const model::ListItem& item : list.items) collect(item.children, remarks);
                 },
                 [&](const model::Table& table) {
                   for (const model::Cell& cell : table.header) collect(cell.content, remarks);
                   for (const auto& row : table.rows) {
                     for (const model::Cell& cell : row) collect(cell.content, remarks);
                   }
                 },
                 [&](const model::Quote& quote) { collect(quote.children, remarks); },
                 [&](const model::Box& box) { collect(box.children, remarks); },
                 [&](const model::Columns& columns) {
                   for (const model::Parts& column : columns.columns) collect(column, remarks);
                 },
                 [&](const model::Checklist& list) {
                   for (const model::ChecklistItem& item : list.items) collect(item.text, remarks);
                 },
                 [&](const model::Dialogue& dialogue) {
                   for (const model::Turn& turn : dialogue.turns) {
                     collect(turn.text, remarks);
                     remarks.insert(remarks.end(), turn.notes.begin(), turn.notes.end());
                   }
                 },
                 [](const auto&) {},
             },
             part.content);
}

void collect(const model::Parts& parts, model::Parts& remarks) {
  for (const model::Part& part : parts) {
    const bool is_note = part.placement == model::Placement::notes || std::holds_alternative<model::Note>(part.content);
    if (is_note) {
      remarks.push_back(part);
    } else {
      collect(part, remarks);
    }
  }
}

} // namespace

model::Parts trainer_remarks(const model::Part& part) {
  model::Parts remarks;
  collect(part, remarks);
  return remarks;
}

bool opens_slides(const model::Part& part) {
  if (part.placement == model::Placement::notes) return false;
  if (std::holds_alternative<model::QuestionUse>(part.content)) return true;
  if (std::holds_alternative<model::Branching>(part.content)) return true;
  const auto* box = std::get_if<model::Box>(&part.content);
  return box != nullptr && (box->own_slide || std::ranges::any_of(box->children, opens_slides));
}

bool is_slide_frame(const model::Part& part) {
  const auto* box = std::get_if<model::Box>(&part.content);
  return box != nullptr && box->frame == model::BoxFrame::slide && part.placement == model::Placement::body;
}

model::Parts in_slide_order(const model::Parts& children, Panels panels) {
  const auto is_note = [](const model::Part& part) {
    return part.placement == model::Placement::notes || std::holds_alternative<model::Note>(part.content);
  };
  const auto stands_apart = [&](const model::Part& part) {
    if (is_slide_frame(part) || opens_slides(part)) return true;
    const auto* box = std::get_if<model::Box>(&part.content);
    const bool is_panel = box != nullptr && box->frame == model::BoxFrame::panel && !box->label.empty();
    return is_panel && panels == Panels::apart && std::ranges::any_of(box->children, is_drawn);
  };
  const auto first = std::ranges::find_if(
      children, [&](const model::Part& part) { return !is_note(part) && !stands_apart(part) && is_drawn(part); });
  model::Parts ordered(children.begin(), first), apart;
  bool is_apart = false;
  for (auto part = first; part != children.end(); ++part) {
    if (!is_note(*part)) is_apart = stands_apart(*part);
    (is_apart ? apart : ordered).push_back(*part);
  }
  ordered.insert(ordered.end(), std::make_move_iterator(apart.begin()), std::make_move_iterator(apart.end()));
  return ordered;
}

} // namespace comb::typeset
