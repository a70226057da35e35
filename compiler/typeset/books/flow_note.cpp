// Notes to the trainer: time, kind, text and slide in the same four places on every page.
#include "typeset/books/flow_writer.hpp"
#include "typeset/books/marks.hpp"
#include "typeset/books/thumbnail.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points time_width{44};
constexpr Points slide_width{108};
constexpr Points column_gap{12};

Rgb color_of(const BookStyle& style, model::NoteKind kind) {
  switch (kind) {
    case model::NoteKind::say:
      return style.wood;
    case model::NoteKind::act:
      return style.moss;
    case model::NoteKind::ask:
      return style.teal;
    case model::NoteKind::watch:
      return style.plum;
    case model::NoteKind::if_short:
      return style.alert;
    case model::NoteKind::if_long:
      return style.moss;
    case model::NoteKind::transition:
    case model::NoteKind::setup:
    case model::NoteKind::plain:
      return style.soft;
  }
  return style.soft;
}

/// An icon of the theme. The badge says in words what it shows.
std::string_view icon_of(model::NoteKind kind) {
  switch (kind) {
    case model::NoteKind::say:
      return "chat";
    case model::NoteKind::act:
      return "bolt";
    case model::NoteKind::ask:
      return "question";
    case model::NoteKind::watch:
      return "eye";
    case model::NoteKind::transition:
      return "rotate";
    case model::NoteKind::setup:
      return "briefcase";
    case model::NoteKind::if_short:
    case model::NoteKind::if_long:
      return "clock";
    case model::NoteKind::plain:
      return "note";
  }
  return "note";
}

std::string_view word_of(const words::Words& words, model::NoteKind kind) {
  switch (kind) {
    case model::NoteKind::say:
      return words.say;
    case model::NoteKind::act:
      return words.act;
    case model::NoteKind::ask:
      return words.ask;
    case model::NoteKind::watch:
      return words.watch;
    case model::NoteKind::transition:
      return words.transition;
    case model::NoteKind::setup:
      return words.setup;
    case model::NoteKind::if_short:
      return words.if_short;
    case model::NoteKind::if_long:
      return words.if_long;
    case model::NoteKind::plain:
      return words.note;
  }
  return words.note;
}

/// A pill with an icon and the kind in words, on the first line of the text.
Points draw_badge(Flow& flow, const model::Note& note, Ops& ops) {
  const BookStyle& style = flow.style();
  TextStyle white = style.sans(style.page.small, Weight::bold);
  white.color = {255, 255, 255};
  const std::string words = note.label.empty() ? std::string(word_of(flow.words(), note.kind)) : note.label;
  const Points padding = 6_pt;
  const Points height = 12.5_pt;
  const auto icon = style.icons.find(icon_of(note.kind));
  const Points icon_size = icon == style.icons.end() ? Points{} : 8_pt;
  const Points words_at = padding + (icon_size.value > 0 ? icon_size + 2.5_pt : Points{});
  const Points width = words_at + text_width(words, white, flow.fonts()) + padding;
  const Points top = (flow.look.leading - height) / 2;
  ops.push_back({.content = FilledRectangle{
                     .box = {flow.x, top, width, height}, .color = color_of(style, note.kind), .radius = height / 2}});
  if (icon != style.icons.end()) {
    const IconPlace place{flow.x + padding, top + (height - icon_size) / 2, icon_size, white.color};
    draw_icon(icon->second, place, ops);
  }
  draw_words(flow, words, white,
             {.x = flow.x + words_at,
              .baseline = baseline_in(flow.look.leading, white.size),
              .node = flow.add_node(Role::label)},
             ops);
  return width;
}

FlowItems write_text(const Flow& flow, const model::Note& note, Points width) {
  Flow column = flow.inner(Points{}, width);
  column.look = flow.style().plain();
  column.node = flow.add_node(Role::note);
  Ops badge;
  const Points badge_width = draw_badge(column, note, badge);
  const bool begins_with_prose =
      !note.children.empty() && std::holds_alternative<model::Prose>(note.children.front().content);
  if (begins_with_prose) {
    column.next_indent = badge_width + 6_pt;
  } else {
    column.push({.height = column.look.leading});
    column.next_break = BreakBefore::forbidden;
  }
  write_parts(column, note.children);
  if (column.items.empty()) column.push({.height = column.look.leading});
  append_shifted(column.items.front().ops, std::move(badge), Points{}, Points{});
  dislike_lone_ends(column.items, 0);
  // The first line often is no more than the note's title.
  if (column.items.size() > 1) column.items[1].break_before = BreakBefore::forbidden;
  return std::move(column.items);
}

/// What is for when there is time, or too little, may never come: it has minutes, but no place on the clock.
bool is_conditional(model::NoteKind kind) {
  return kind == model::NoteKind::if_short || kind == model::NoteKind::if_long;
}

FlowItems write_time(const Flow& flow, const model::Note& note) {
  if (!note.time) return {};
  if (is_conditional(note.kind)) {
    const auto now = std::exchange(flow.clock->now, std::nullopt);
    FlowItems items = time_column(flow, *note.time);
    flow.clock->now = now;
    return items;
  }
  FlowItems items = time_column(flow, *note.time);
  if (flow.clock->now) *flow.clock->now += *note.time;
  return items;
}

FlowItems write_slide(const Flow& flow, Points x) {
  if (flow.clock->slide == 0 || flow.clock->slide == flow.clock->drawn_slide) return {};
  flow.clock->drawn_slide = flow.clock->slide;
  Flow column = flow.inner(x - flow.x, slide_width);
  column.push(thumbnail(column, flow.clock->slide, x, slide_width));
  return std::move(column.items);
}

} // namespace

bool has_time_column(const Flow& flow) {
  return flow.clock != nullptr && flow.x + flow.measure >= flow.style().measure - 1_pt;
}

FlowItems time_column(const Flow& flow, std::chrono::minutes time) {
  const BookStyle& style = flow.style();
  Flow column = flow.inner(-flow.x, time_width);
  TextStyle bold = style.sans(style.page.body * 0.97, Weight::bold);
  bold.color = style.wood;
  if (flow.clock->now) {
    push_line(column, clock_words(*flow.clock->now), bold, style.page.leading, Role::paragraph);
    column.next_break = BreakBefore::forbidden;
  }
  push_line(column, words::fill(flow.words().minutes_short, static_cast<int>(time.count())), bold, style.page.leading,
            Role::paragraph);
  return std::move(column.items);
}

void write_note(Flow& flow, const model::Note& note) {
  std::vector<FlowItems> columns;
  if (has_time_column(flow)) {
    const Points slide_x = flow.style().measure - slide_width;
    columns.push_back(write_time(flow, note));
    columns.push_back(write_text(flow, note, slide_x - column_gap - flow.x));
    columns.push_back(write_slide(flow, slide_x));
  } else {
    columns.push_back(write_text(flow, note, flow.measure));
  }
  flow.want_space(flow.style().half);
  flow.push_all(side_by_side(std::move(columns), flow.chapter.bars));
  flow.want_space(flow.style().half);
}

} // namespace comb::typeset::books
