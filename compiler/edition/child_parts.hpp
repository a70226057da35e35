// One step down from a part.
#pragma once

#include "model/labels.hpp"
#include "model/part.hpp"

namespace comb::edition {

/// Calls `visit` with each list of parts directly below `part`, which may be const.
template <class AnyPart, class Visit>
void for_each_child_parts(AnyPart& part, const Visit& visit) {
  if (auto* box = std::get_if<model::Box>(&part.content)) {
    visit(box->children);
  } else if (auto* columns = std::get_if<model::Columns>(&part.content)) {
    for (auto& column : columns->columns) visit(column);
  } else if (auto* list = std::get_if<model::List>(&part.content)) {
    for (auto& item : list->items) visit(item.children);
  } else if (auto* quote = std::get_if<model::Quote>(&part.content)) {
    visit(quote->children);
  } else if (auto* note = std::get_if<model::Note>(&part.content)) {
    visit(note->children);
  } else if (auto* card = std::get_if<model::Card>(&part.content)) {
    visit(card->front);
    visit(card->secret);
  } else if (auto* dialogue = std::get_if<model::Dialogue>(&part.content)) {
    for (auto& turn : dialogue->turns) visit(turn.notes);
  } else if (auto* branching = std::get_if<model::Branching>(&part.content)) {
    model::for_each_branching_parts(*branching, visit);
  }
}

} // namespace comb::edition
