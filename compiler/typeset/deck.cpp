// Walks an edition and opens slides: cover, parts, lessons, topics, blocks, questions, breaks.
#include "typeset/deck.hpp"

#include "base/overloaded.hpp"
#include "typeset/deck_gathered.hpp"
#include "typeset/deck_kinds.hpp"
#include "typeset/deck_layout.hpp"
#include "typeset/deck_memory.hpp"
#include "typeset/deck_metrics.hpp"
#include "typeset/deck_notes.hpp"
#include "typeset/deck_panels.hpp"
#include "typeset/deck_report.hpp"
#include "typeset/deck_scenario.hpp"
#include "typeset/deck_split.hpp"
#include "typeset/deck_stretch.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace comb::typeset {

using namespace metrics;

namespace {

/// Makes one stretch.
class DeckMaker {
 public:
  DeckMaker(const edition::Edition& edition, const theme::Theme& theme, const Fonts& fonts, const words::Words& words)
      : edition_(edition), theme_(theme), words_(words), layout_(theme, fonts, words, edition.questions) {}

  // Openers
  void open_course();
  void open_part(const model::CoursePart& part);
  void add_lesson(const model::Lesson& lesson);

  Stretch take() { return std::move(deck_); }

 private:
  model::Parts objectives_of(const model::Lesson& lesson);

  // Walking
  void add_topic(const model::Topic& topic);
  void walk(const model::Parts& parts, Gathered& gathered);
  bool wants_own_slide(const model::Box& box, const model::Part& part, const Gathered& gathered);
  model::Parts children_in_order(const model::Box& box, const Slide& frame);
  void add_box(const model::Box& box, const model::Part& part, const Slide& around);
  void add_framed_slide(const model::Box& box, const model::Part& part, Gathered& gathered);
  void add_question(const model::QuestionUse& use, const model::Part& part, Gathered& gathered);
  void add_scenario(const model::Branching& branching, const model::Part& part, const Slide& around);
  void add_node(const model::Branching& branching, const model::ScenarioNode& node, const Slide& around);
  void link_choices(std::size_t first_slide);
  void add_pause(const model::Break& pause, const model::Part& part, const Slide& around);
  bool is_shown_on_opener(const model::Part& part) const;
  model::Part contents(const model::Part& part);

  // Finishing
  void flush(Gathered& gathered);
  void place(Gathered& gathered);
  void lift_if_it_fits(Slide& slide);
  SlideRoom room_for(const Gathered& gathered, TimerPlace place);
  TimerPlace timer_for(const Gathered& gathered);
  void add_slide(Slide slide);
  Slide frame() const;
  Slide plain_frame(const model::Topic& topic) const;

  const edition::Edition& edition_;
  const theme::Theme& theme_;
  const words::Words& words_;
  SlideSetter layout_;
  Stretch deck_{};
  std::set<std::string> ids_{};
  // The lesson and topic at hand
  const model::Lesson* lesson_ = nullptr;
  const model::Topic* topic_ = nullptr;
  std::string footer_{};
  std::set<std::string> opened_objectives_{};
  std::size_t slides_before_topic_ = 0;
};

Slide DeckMaker::frame() const {
  Slide slide;
  slide.footer = footer_;
  if (lesson_ != nullptr) slide.lesson_id = lesson_->id;
  if (topic_ != nullptr) slide.span = topic_->span;
  return slide;
}

void DeckMaker::add_slide(Slide slide) {
  deck_.stems.push_back(slide.id.empty() ? "slide" : slide.id);
  slide.id = free_id(deck_.stems.back(), ids_);
  deck_.slides.push_back(std::move(slide));
}

// Openers

void DeckMaker::open_course() {
  Slide slide;
  slide.id = "cover";
  slide.layout = SlideLayout::cover;
  slide.headline = text::plain_inlines(edition_.info.title, Span{});
  slide.headline_size = theme_.slide.title;
  add_slide(std::move(slide));
}

void DeckMaker::open_part(const model::CoursePart& part) {
  Slide slide;
  slide.id = part.id.empty() ? "part" : part.id;
  slide.layout = SlideLayout::part;
  slide.headline = text::plain_inlines(part.title, Span{});
  slide.headline_size = theme_.slide.title;
  model::List lessons;
  for (const model::Lesson& lesson : part.lessons) {
    lessons.items.push_back(lesson_line(lesson));
  }
  if (!part.lessons.empty()) slide.span = part.lessons.front().span;
  if (lessons.items.size() > 1) slide.body.push_back({.span = slide.span, .content = std::move(lessons)});
  add_slide(std::move(slide));
}

model::Parts DeckMaker::objectives_of(const model::Lesson& lesson) {
  constexpr std::size_t most = 5;
  model::List list;
  for (const model::Objective& objective : edition_.objectives) {
    if (objective.lesson != lesson.id) continue;
    model::ListItem item;
    item.children.push_back({.span = objective.span, .content = model::Prose{objective.text}});
    item.id = objective.id;
    list.items.push_back(std::move(item));
  }
  if (list.items.empty() || list.items.size() > most) return {};
  model::Parts parts = {{.span = lesson.span, .content = list}};
  const double width = slide_width - opener_field - opener_side - theme_.slide.side;
  constexpr double room = 330;
  if (layout_.height(parts, width) > room) return {};
  for (const model::ListItem& item : list.items) opened_objectives_.insert(item.id);
  return parts;
}

void DeckMaker::add_lesson(const model::Lesson& lesson) {
  lesson_ = &lesson;
  topic_ = nullptr;
  footer_ = lesson.number + (lesson.number.empty() ? "" : "　") + text::plain_text(lesson.title);
  opened_objectives_.clear();
  Slide slide = frame();
  slide.id = lesson.id;
  slide.layout = SlideLayout::lesson;
  slide.headline = lesson.title;
  slide.headline_size = opener_title;
  slide.kicker = lesson.number;
  if (lesson.time) slide.kicker_meta = words::fill(words_.minutes, static_cast<int>(lesson.time->count()));
  slide.planned = lesson.time;
  slide.span = lesson.span;
  slide.body = objectives_of(lesson);
  add_slide(std::move(slide));
  for (const model::Topic& topic : lesson.topics) add_topic(topic);
  topic_ = nullptr;
}

// Walking

Slide DeckMaker::plain_frame(const model::Topic& topic) const {
  Slide slide = frame();
  slide.id = topic.id;
  slide.headline = topic.slide_title.empty() ? topic.title : text::plain_inlines(topic.slide_title, topic.span);
  return slide;
}

void DeckMaker::add_topic(const model::Topic& topic) {
  topic_ = &topic;
  slides_before_topic_ = deck_.slides.size();
  Gathered gathered;
  gathered.frame = plain_frame(topic);
  const bool is_replaced = std::ranges::any_of(topic.parts, is_slide_frame);
  if (!is_replaced) {
    walk(topic.parts, gathered);
  } else {
    // `::: slide` stands for the loose content, which the trainer still has in the notes.
    model::Parts kept = topic.parts;
    for (model::Part& part : kept) {
      if (!opens_slides(part) && !is_slide_frame(part)) part.placement = model::Placement::notes;
    }
    walk(kept, gathered);
  }
  flush(gathered);
  if (gathered.notes.empty()) return;
  // Notes of a topic that opened no slide.
  if (!topic.title.empty() && deck_.slides.size() == slides_before_topic_) {
    deck_.diagnostics.push_back(
        {.kind = &topic_without_slide,
         .span = topic.span,
         .message = "topic " + quoted_headline(topic.title, topic.id) + " has no slide of its own"});
    deck_.slides.back().notes.push_back(
        {.span = topic.span, .placement = model::Placement::notes, .content = model::Heading{3, topic.title, {}}});
  }
  for (auto& placed : gathered.notes) deck_.slides.back().notes.push_back(std::move(placed.note));
}

bool DeckMaker::is_shown_on_opener(const model::Part& part) const {
  const auto* box = std::get_if<model::Box>(&part.content);
  if (box == nullptr || opened_objectives_.empty()) return false;
  bool found = false;
  for (const model::Part& child : box->children) {
    if (!is_drawn(child)) continue;
    const auto* list = std::get_if<model::List>(&child.content);
    if (list == nullptr) return false;
    for (const model::ListItem& item : list->items) {
      if (!opened_objectives_.contains(item.id)) return false;
      found = true;
    }
  }
  return found;
}

model::Part DeckMaker::contents(const model::Part& part) {
  deck_.lists_lessons = true;
  model::List list;
  for (const model::CoursePart& course_part : edition_.parts) {
    for (const model::Lesson& lesson : course_part.lessons) {
      list.items.push_back(lesson_line(lesson));
    }
  }
  model::Part drawn = part;
  drawn.content = std::move(list);
  return drawn;
}

void DeckMaker::walk(const model::Parts& parts, Gathered& gathered) {
  for (const model::Part& part : parts) {
    if (part.placement == model::Placement::notes || std::holds_alternative<model::Note>(part.content)) {
      gathered.add_note(part);
    } else if (const auto* pause = std::get_if<model::Break>(&part.content)) {
      if (pause->kind == model::BreakKind::page) continue;
      flush(gathered);
      if (pause->kind == model::BreakKind::pause) add_pause(*pause, part, gathered.frame);
    } else if (const auto* use = std::get_if<model::QuestionUse>(&part.content)) {
      flush(gathered);
      add_question(*use, part, gathered);
    } else if (const auto* branching = std::get_if<model::Branching>(&part.content)) {
      flush(gathered);
      add_scenario(*branching, part, gathered.frame);
    } else if (const auto* directory = std::get_if<model::Directory>(&part.content)) {
      if (directory->kind == model::DirectoryKind::contents) gathered.add_body(contents(part));
    } else if (const auto* box = std::get_if<model::Box>(&part.content)) {
      if (is_shown_on_opener(part)) {
        for (model::Part& remark : trainer_remarks(part)) gathered.add_note(std::move(remark));
      } else if (box->frame == model::BoxFrame::slide) {
        add_framed_slide(*box, part, gathered);
      } else if (box->own_slide) {
        flush(gathered);
        const Slide around = gathered.frame;
        Gathered leading;
        leading.notes = std::exchange(gathered.notes, {});
        const std::size_t before = deck_.slides.size();
        add_box(*box, part, around);
        // What was said before the block belongs to its first slide.
        auto& first = deck_.slides[std::min(before, deck_.slides.size() - 1)].notes;
        for (std::size_t i = 0; i < leading.notes.size(); ++i) {
          first.insert(first.begin() + static_cast<std::ptrdiff_t>(i), std::move(leading.notes[i].note));
        }
      } else if ((box->frame == model::BoxFrame::group && !box->reveal) ||
                 std::ranges::any_of(box->children, opens_slides)) {
        walk(box->children, gathered);
      } else if (wants_own_slide(*box, part, gathered)) {
        flush(gathered);
        add_box(*box, part, gathered.frame);
      } else {
        gathered.add_body(part);
      }
    } else if (is_drawn(part) || std::holds_alternative<model::Timer>(part.content)) {
      gathered.add_body(part);
    }
  }
}

/// An exhibit or a discussion inside a case stands with what is there already, if it fits; else on its own slide.
bool DeckMaker::wants_own_slide(const model::Box& box, const model::Part& part, const Gathered& gathered) {
  const bool is_inner = gathered.frame.layout == SlideLayout::block && box.frame == model::BoxFrame::panel;
  if (!is_inner || box.label.empty() || !std::ranges::any_of(box.children, is_drawn)) return false;
  if (!std::ranges::any_of(gathered.body, is_drawn)) return find_timer_in(gathered.body) == nullptr;
  const SlideRoom room = room_for(gathered, timer_for(gathered));
  const double height = layout_.height(gathered.body, room.width) + block_gap + layout_.height(part, room.width);
  return height > room.height;
}

/// A countdown, what it is for and what comes of it are one slide; panels that do not fit on it come after it.
model::Parts DeckMaker::children_in_order(const model::Box& box, const Slide& frame) {
  if (find_timer_in(box.children) == nullptr) return box.children;
  Gathered all{.frame = frame};
  for (const model::Part& part : in_slide_order(box.children, Panels::with_the_rest)) {
    if (!opens_slides(part) && !is_slide_frame(part)) all.body.push_back(part);
  }
  drop_steps_of_timer(all.body);
  const SlidePiece piece = fit_body(all.body, room_for(all, timer_for(all)), layout_);
  const bool fits = !piece.overflows && piece.scale >= gentle_scale;
  return in_slide_order(box.children, fits ? Panels::with_the_rest : Panels::apart);
}

void DeckMaker::add_box(const model::Box& box, const model::Part& part, const Slide& around) {
  Gathered gathered;
  gathered.frame = frame();
  Slide& slide = gathered.frame;
  slide.id = !box.id.empty() ? box.id : !part.id.empty() ? part.id : around.id;
  slide.layout = SlideLayout::block;
  slide.headline = box.slide_title.empty() ? box.title : text::plain_inlines(box.slide_title, part.span);
  slide.kicker = box.label;
  slide.kicker_meta = box.meta;
  slide.icon = box.icon;
  slide.tone = box.tone;
  slide.planned = box.time;
  slide.reveal = box.reveal;
  slide.span = part.span;
  slide.body_lang = part.lang.empty() ? around.body_lang : part.lang;
  slide.headline_lang = slide.body_lang;
  // A nested block without a title goes on under that of the block around it.
  if (slide.headline.empty() && around.layout == SlideLayout::block) {
    slide.headline = around.headline;
    slide.headline_lang = around.headline_lang;
  }
  const std::size_t before = deck_.slides.size();
  walk(children_in_order(box, slide), gathered);
  flush(gathered);
  if (deck_.slides.size() == before && !slide.headline.empty()) {
    place(gathered); // a title alone: `slide=summary` with nothing more to say
  }
  for (auto& placed : gathered.notes) deck_.slides.back().notes.push_back(std::move(placed.note));
}

void DeckMaker::add_framed_slide(const model::Box& box, const model::Part& part, Gathered& gathered) {
  flush(gathered);
  Gathered framed;
  framed.frame = gathered.frame;
  framed.frame.id = !box.id.empty() ? box.id : framed.frame.id;
  if (!box.title.empty()) framed.frame.headline = box.title;
  if (!box.slide_title.empty()) framed.frame.headline = text::plain_inlines(box.slide_title, part.span);
  if (!part.lang.empty()) framed.frame.body_lang = part.lang;
  if (!box.title.empty() || !box.slide_title.empty()) framed.frame.headline_lang = framed.frame.body_lang;
  framed.frame.span = part.span;
  framed.frame.reveal = box.reveal;
  framed.spread = Spread::one_slide;
  framed.notes = std::exchange(gathered.notes, {});
  for (const model::Part& child : box.children) {
    if (child.placement == model::Placement::notes || std::holds_alternative<model::Note>(child.content)) {
      framed.add_note(child);
    } else if (is_drawn(child) || std::holds_alternative<model::Timer>(child.content)) {
      framed.add_body(child);
    }
  }
  place(framed);
}

void DeckMaker::add_question(const model::QuestionUse& use, const model::Part& part, Gathered& gathered) {
  if (use.question.value >= edition_.questions.size()) return;
  const model::Question& question = edition_.questions[use.question.value];
  const bool in_block = gathered.frame.layout == SlideLayout::block;
  Gathered asked;
  asked.spread = Spread::one_slide;
  asked.frame = frame();
  Slide& slide = asked.frame;
  slide.id = question.id.empty() ? part.id : question.id;
  slide.layout = SlideLayout::question;
  slide.kicker = in_block && !gathered.frame.kicker.empty() ? gathered.frame.kicker : std::string(words_.question);
  if (!use.number.empty()) slide.kicker += " " + use.number;
  // The minutes of a quiz are those of all its questions: the first one says them.
  slide.kicker_meta = in_block ? std::exchange(gathered.frame.kicker_meta, {}) : std::string();
  slide.body_lang = question.lang.empty() ? gathered.frame.body_lang : question.lang;
  slide.headline_lang = slide.body_lang;
  slide.icon = "question";
  slide.tone = model::Tone::plum;
  slide.span = part.span;
  model::Parts stem = question.stem;
  const auto first = std::ranges::find_if(stem, is_drawn);
  if (first != stem.end() && std::holds_alternative<model::Prose>(first->content)) {
    slide.headline = std::get<model::Prose>(first->content).content;
    for (model::Part& remark : trainer_remarks(*first)) asked.add_note(std::move(remark));
    stem.erase(first);
  }
  for (const model::Part& rest : stem) asked.add_body(rest);
  asked.body.push_back(part);
  for (auto& placed : std::exchange(gathered.notes, {})) asked.add_note(std::move(placed.note));
  const std::size_t index = deck_.slides.size();
  place(asked);
  Slide& placed = deck_.slides[index];
  const SlideRoom room = room_for(asked, timer_for(asked));
  const double revealed = layout_.revealed_height(question, room.width / placed.scale) * placed.scale;
  const double others = layout_.height(asked.body, room.width) - layout_.height(part, room.width);
  placed.shows_feedback = revealed > 0 && revealed + others <= room.height;
}

/// Each node of a scenario has a slide; the block's own slide before them tells how it begins.
void DeckMaker::add_scenario(const model::Branching& branching, const model::Part& part, const Slide& around) {
  Slide frame = around;
  if (!ids_.contains(branching.id)) {
    Gathered opener{.frame = around};
    opener.frame.id = branching.id;
    place(opener);
  }
  const std::size_t opener = deck_.slides.size() - 1;
  if (!branching.best_path.empty()) {
    deck_.slides[opener].notes.push_back(best_path_note(branching, words_, part.span));
    deck_.slides[opener].notes.push_back(whole_map_note(branching, words_, part.span));
  }
  frame.planned.reset(); // counted on its first slide
  for (const model::ScenarioNode& node : branching.nodes) add_node(branching, node, frame);
  link_choices(opener + 1);
}

void DeckMaker::add_node(const model::Branching& branching, const model::ScenarioNode& node, const Slide& around) {
  Gathered gathered{.frame = around};
  Slide& slide = gathered.frame;
  slide.id = node_slide_id(branching, node);
  slide.kicker_meta = words::fill(words_.node, node.number);
  if (!node.title.empty()) {
    slide.headline = node.title;
    slide.headline_lang = slide.body_lang;
  }
  slide.span = node.span;
  slide.scenario = ScenarioPlace{
      .scenario = branching.id, .node = node.id, .is_start = &node == &branching.nodes.front(), .ending = node.ending};
  dress_as_end(slide, node.ending, words_);
  for (const model::Part& part : node.body) {
    if (part.placement == model::Placement::notes || std::holds_alternative<model::Note>(part.content)) {
      gathered.add_note(part);
    } else if (is_drawn(part) || std::holds_alternative<model::Timer>(part.content)) {
      gathered.add_body(part);
    }
  }
  if (!node.choices.empty()) gathered.add_body(choices_of(branching, node));
  if (edition_.spec.kind == model::EditionKind::presenter && !node.choices.empty()) {
    gathered.add_note(choices_note(branching, node, words_));
  }
  if (!branching.best_path.empty()) gathered.add_note(best_path_note(branching, words_, node.span));
  place(gathered);
}

/// Choices lead to slides, whose ids are known when all of them are there.
void DeckMaker::link_choices(std::size_t first_slide) {
  std::map<std::string, std::string> slide_of;
  for (std::size_t i = first_slide; i < deck_.slides.size(); ++i) {
    slide_of.emplace(deck_.slides[i].scenario->node, deck_.slides[i].id);
  }
  for (std::size_t i = first_slide; i < deck_.slides.size(); ++i) {
    for (model::Part& part : deck_.slides[i].body) {
      auto* branching = std::get_if<model::Branching>(&part.content);
      if (branching == nullptr) continue;
      for (model::Choice& choice : branching->nodes.front().choices) choice.to = slide_of[choice.to];
    }
  }
}

void DeckMaker::add_pause(const model::Break& pause, const model::Part& part, const Slide& around) {
  Slide slide = frame();
  slide.id = part.id.empty() ? (lesson_ != nullptr ? lesson_->id : around.id) + "-break" : part.id;
  slide.layout = SlideLayout::pause;
  slide.headline = text::plain_inlines(pause.label, part.span);
  slide.headline_size = theme_.slide.title;
  slide.kicker_meta = words::fill(words_.minutes, static_cast<int>(pause.time.count()));
  slide.icon = "clock";
  slide.tone = model::Tone::wood;
  slide.planned = pause.time;
  slide.span = part.span;
  slide.timer = TimerPlace::ring;
  slide.body.push_back({.span = part.span, .content = model::Timer{pause.time, {}}});
  add_slide(std::move(slide));
}

// Finishing

SlideRoom DeckMaker::room_for(const Gathered& gathered, TimerPlace place) {
  const double width = slide_width - 2 * theme_.slide.side;
  double height = slide_height - theme_.slide.top - theme_.slide.bottom;
  if (!gathered.frame.kicker.empty()) height -= kicker_height + kicker_gap;
  const model::Timer* timer = find_timer_in(gathered.body);
  const bool has_ring = place == TimerPlace::ring;
  const double text_width = has_ring ? width - timer_width - timer_gap : width;
  const HeadlineFit headline = layout_.fit_headline(gathered.frame.headline, text_width);
  if (headline.height > 0) height -= headline.height + headline_gap;
  if (timer != nullptr && !(has_ring && timer->phases.empty())) {
    const double phases_width = has_ring ? width : width - compact_timer_width;
    height -= std::max(layout_.phases_height(*timer, phases_width), has_ring ? 0 : compact_timer_height) + block_gap;
  }
  return {text_width, height * (1 - reserve)};
}

/// A ring, where the body leaves room for one on a single slide; small beside the phases otherwise.
TimerPlace DeckMaker::timer_for(const Gathered& gathered) {
  if (find_timer_in(gathered.body) == nullptr) return TimerPlace::none;
  const auto is_wide = [](const model::Part& part) {
    return std::holds_alternative<model::Columns>(part.content) || std::holds_alternative<model::Table>(part.content) ||
           std::holds_alternative<model::Figure>(part.content) || std::holds_alternative<model::Diagram>(part.content);
  };
  if (std::ranges::any_of(gathered.body, is_wide)) return TimerPlace::phases;
  const auto scale_at = [&](TimerPlace place) {
    const SlidePiece piece = fit_body(gathered.body, room_for(gathered, place), layout_);
    return piece.overflows ? 0.0 : piece.scale;
  };
  const double ring = scale_at(TimerPlace::ring);
  if (ring >= gentle_scale) return TimerPlace::ring;
  return scale_at(TimerPlace::phases) > ring ? TimerPlace::phases : TimerPlace::ring;
}

void DeckMaker::flush(Gathered& gathered) {
  if (!gathered.body.empty()) {
    // A lone panel gives this slide its label and headline, but not the slides that follow it in its topic.
    const Slide frame = gathered.frame;
    place(gathered);
    gathered.frame = frame;
    gathered.body.clear();
    gathered.notes.clear();
    return;
  }
  // Only notes: they belong to the slide before, if this topic or block has one already.
  const bool has_slide = deck_.slides.size() > slides_before_topic_ && topic_ != nullptr;
  if (!has_slide) return;
  for (auto& placed : std::exchange(gathered.notes, {})) deck_.slides.back().notes.push_back(std::move(placed.note));
}

void DeckMaker::place(Gathered& gathered) {
  drop_steps_of_timer(gathered.body);
  unwrap_lone_panel(gathered);
  const TimerPlace timer = timer_for(gathered);
  const SlideRoom room = room_for(gathered, timer);
  const std::vector<SlidePiece> pieces =
      gathered.spread == Spread::flows
          ? split_body(arrange_figure(gathered.body, room, layout_), room, layout_)
          : std::vector<SlidePiece>{fit_body(arrange_figure(gathered.body, room, layout_), room, layout_)};
  const double whole = pieces.size() > 1 ? layout_.height(gathered.body, room.width) : 0;
  append(deck_.diagnostics, report_split(gathered.frame, pieces, whole, room));
  const std::size_t first = deck_.slides.size();
  const bool has_ring = room.width < slide_width - 2 * theme_.slide.side;
  gathered.frame.headline_size =
      layout_.fit_headline(gathered.frame.headline, has_ring ? room.width : slide_width - 2 * theme_.slide.side).size;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Slide slide = gathered.frame;
    slide.body = pieces[i].parts;
    slide.scale = pieces[i].scale;
    slide.continued = i > 0;
    slide.is_continued_next = i + 1 < pieces.size();
    if (i > 0) slide.planned.reset();
    if (find_timer(slide) != nullptr) slide.timer = timer;
    if (i > 0) lift_if_it_fits(slide);
    layout_.diagrams().heights() = pieces[i].diagram_heights;
    auto drawings = layout_.drawings_of(slide.body, room.width / slide.scale);
    slide.drawings = std::move(drawings.value);
    append(deck_.diagnostics, std::move(drawings.diagnostics));
    add_slide(std::move(slide));
  }
  for (auto& placed : gathered.notes) {
    // On the last slide that holds a piece of the element before the note.
    std::size_t index = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool holds = std::ranges::any_of(pieces[i].origins, [&](std::size_t o) { return o + 1 == placed.after; });
      if (holds) index = i;
    }
    deck_.slides[first + index].notes.push_back(std::move(placed.note));
  }
}

/// A panel alone on a continued slide heads that slide, if there is room for its label and headline.
void DeckMaker::lift_if_it_fits(Slide& slide) {
  Slide lifted = slide;
  lift_lone_panel(lifted);
  if (lifted.layout == slide.layout) return;
  const SlideRoom room = room_for({.frame = lifted}, TimerPlace::none);
  if (layout_.height(lifted.body, room.width) > room.height) return;
  lifted.headline_size = layout_.fit_headline(lifted.headline, room.width).size;
  lifted.scale = fit_statement(lifted.body, room, layout_);
  slide = std::move(lifted);
}

} // namespace

WithDiagnostics<Deck> make_deck(const edition::Edition& edition, const DeckContext& context) {
  KeptSlides kept(context.memory, edition);
  const auto make = [&](const StretchPlan& plan) {
    if (plan.lesson != nullptr) {
      if (std::optional<Stretch> stretch = kept.take(*plan.lesson)) return std::move(*stretch);
    }
    DeckMaker maker(edition, context.theme, context.fonts, context.words);
    if (plan.opens_course) maker.open_course();
    if (plan.part != nullptr) maker.open_part(*plan.part);
    if (plan.lesson != nullptr) maker.add_lesson(*plan.lesson);
    return maker.take();
  };
  return put_together(edition, make, context.threads);
}

std::span<const DiagnosticKind* const> deck_diagnostic_kinds() {
  return deck_kinds;
}

} // namespace comb::typeset
