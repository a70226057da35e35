// The body of a slide while it is gathered.
#include "typeset/deck_gathered.hpp"

#include "typeset/deck_notes.hpp"
#include "typeset/deck_panels.hpp"

#include <utility>

namespace comb::typeset {

void Gathered::add_note(model::Part note) {
  if (note.lang.empty()) note.lang = frame.body_lang;
  notes.push_back({body.size(), std::move(note)});
}

void Gathered::add_body(const model::Part& part) {
  body.push_back(part);
  for (model::Part& remark : trainer_remarks(part)) add_note(std::move(remark));
}

const model::Timer* find_timer_in(const model::Parts& parts) {
  for (const model::Part& part : parts) {
    if (const auto* timer = std::get_if<model::Timer>(&part.content)) return timer;
  }
  return nullptr;
}

const model::Timer* find_timer(const Slide& slide) {
  return find_timer_in(slide.body);
}

void drop_steps_of_timer(model::Parts& body) {
  const model::Timer* timer = find_timer_in(body);
  if (timer == nullptr || timer->phases.empty()) return;
  std::erase_if(body, [](const model::Part& part) { return std::holds_alternative<model::Steps>(part.content); });
}

void unwrap_lone_panel(Gathered& gathered) {
  if (lone_panel(gathered.body) == nullptr || gathered.frame.layout != SlideLayout::content) return;
  Slide lifted = gathered.frame;
  lifted.body = std::move(gathered.body);
  lift_lone_panel(lifted);
  gathered.body = std::exchange(lifted.body, {});
  gathered.frame = std::move(lifted);
  for (auto& placed : gathered.notes) {
    if (placed.after > 0) placed.after = gathered.body.size();
  }
}

} // namespace comb::typeset
