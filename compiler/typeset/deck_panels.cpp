// Turns a panel that stands alone into the slide's own heading and body.
#include "typeset/deck_panels.hpp"

#include "typeset/deck_layout.hpp"

#include <algorithm>

namespace comb::typeset {

const model::Part* lone_panel(const model::Parts& body) {
  if (body.size() != 1) return nullptr;
  const auto* box = std::get_if<model::Box>(&body.front().content);
  const bool is_panel = box != nullptr && box->frame == model::BoxFrame::panel && !box->label.empty();
  return is_panel && std::ranges::any_of(box->children, is_drawn) ? &body.front() : nullptr;
}

void lift_lone_panel(Slide& slide) {
  const model::Part* part = lone_panel(slide.body);
  if (part == nullptr || slide.layout != SlideLayout::content) return;
  const auto box = std::get<model::Box>(part->content);
  slide.layout = SlideLayout::block;
  slide.kicker = box.label;
  slide.kicker_meta = box.meta;
  slide.icon = box.icon;
  slide.tone = box.tone;
  slide.reveal = box.reveal;
  slide.planned = box.time;
  if (!part->lang.empty()) slide.body_lang = part->lang;
  if (!box.title.empty() || !box.slide_title.empty()) slide.headline_lang = slide.body_lang;
  if (!box.title.empty()) {
    slide.headline = box.title;
    slide.continued = false;
  }
  if (!box.slide_title.empty()) slide.headline = text::plain_inlines(box.slide_title, part->span);
  if (!box.id.empty()) slide.id = box.id;
  slide.body = box.children;
}

model::ListItem lesson_line(const model::Lesson& lesson) {
  text::Inlines line = text::plain_inlines(lesson.number.empty() ? "" : lesson.number + "　", lesson.span);
  line.insert(line.end(), lesson.title.begin(), lesson.title.end());
  model::ListItem item;
  item.children.push_back({.span = lesson.span, .content = model::Prose{std::move(line)}});
  return item;
}

} // namespace comb::typeset
