// Lists with hanging marks, check lists with boxes to tick, dialogues, steps and columns.
#include "base/overloaded.hpp"
#include "typeset/books/flow_writer.hpp"
#include "typeset/books/marks.hpp"
#include "typeset/dialogue_look.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

bool holds_writing_space(const model::Parts& parts) {
  return std::ranges::any_of(parts, [](const model::Part& part) {
    if (std::holds_alternative<model::WritingSpace>(part.content)) return true;
    const auto* box = std::get_if<model::Box>(&part.content);
    return box != nullptr && holds_writing_space(box->children);
  });
}

/// Puts a list mark on the first line of `inner`, so that a page break cannot part them.
void hang_mark(Flow& inner, std::string_view mark, Points x, NodeId node) {
  if (inner.items.empty()) return;
  const Points baseline = baseline_in(inner.look.leading, inner.look.style.size);
  TextStyle style = inner.look.style;
  style.family = Family::sans;
  draw_words(inner, mark, style, {.x = x, .baseline = baseline, .node = node}, inner.items.front().ops);
}

struct ItemMark {
  std::string words{};
  Points width{};
};

void write_item(Flow& flow, const model::ListItem& item, const ItemMark& mark, NodeId list) {
  if (!item.id.empty()) flow.anchors.push_back(item.id);
  Flow inner = flow.inner(mark.width, flow.measure - mark.width);
  inner.look.first_indent = Points{};
  inner.look.on_grid = false;
  inner.lines_after_items = 0;
  inner.depth = flow.depth + 1;
  inner.node = list;
  inner.node = inner.add_node(Role::list_item);
  const NodeId label = inner.add_node(Role::label);
  inner.node = inner.add_node(Role::list_body);
  write_parts(inner, item.children);
  if (flow.lines_after_items > 0 && !holds_writing_space(item.children)) {
    push_writing_lines(inner, flow.lines_after_items);
  }
  hang_mark(inner, mark.words, flow.x, label);
  flow.push_all(std::move(inner.items));
}

/// Whether a break before item `index` of `count` leaves one of them alone at a page's foot or head.
bool is_lone_end(std::size_t index, std::size_t count) {
  return index > 0 && (index == 1 || index + 1 == count);
}

std::string mark_of(const model::List& list, std::size_t index) {
  return list.ordered ? std::to_string(list.start + static_cast<int>(index)) + "." : "•";
}

} // namespace

void write_list(Flow& flow, const model::List& list) {
  if (list.items.empty()) return;
  const Points size = flow.look.style.size;
  const bool has_two_digits = list.ordered && list.start + static_cast<int>(list.items.size()) > 10;
  const Points width = list.ordered ? size * (has_two_digits ? 2.2 : 1.6) : size * 1.3;
  const Points gap = list.tight && flow.lines_after_items == 0 ? flow.style().half / 2 : flow.style().half;
  const NodeId node = flow.add_node(Role::list);
  flow.want_space(flow.style().half / 2);
  for (std::size_t index = 0; index < list.items.size(); ++index) {
    if (is_lone_end(index, list.items.size())) flow.next_break = std::max(flow.next_break, BreakBefore::disliked);
    write_item(flow, list.items[index], {.words = mark_of(list, index), .width = width}, node);
    flow.want_space(gap);
  }
  flow.want_space(flow.style().half / 2);
}

void write_checklist(Flow& flow, const model::Checklist& checklist) {
  const BookStyle& style = flow.style();
  const Points indent = style.tick_box + 7.5_pt;
  const Points boxes = checklist.seen_columns ? 84_pt : Points{};
  if (checklist.seen_columns) push_seen_heads(flow, boxes);
  const NodeId list = flow.add_node(Role::list);
  for (const model::ChecklistItem& item : checklist.items) {
    Flow inner = flow.inner(checklist.seen_columns ? Points{} : indent, flow.measure - boxes - indent);
    inner.look.first_indent = Points{};
    inner.look.align = TextAlign::start;
    inner.look.on_grid = false;
    inner.node = list;
    inner.node = inner.add_node(Role::list_item, item.span);
    push_paragraph(inner, set_inlines(inner, item.text, inner.look, inner.measure), inner.look, inner.node);
    if (inner.items.empty()) continue;
    Ops& ops = inner.items.front().ops;
    const Points middle = inner.look.leading / 2;
    if (checklist.seen_columns) {
      draw_seen_boxes(flow, boxes, middle, ops);
    } else {
      draw_tick_box(style, {.x = flow.x, .middle = middle, .ticked = item.ticked}, ops);
    }
    flow.want_space(style.half);
    keep_together(inner.items, 0, BreakBefore::forbidden);
    const auto index = static_cast<std::size_t>(&item - checklist.items.data());
    if (is_lone_end(index, checklist.items.size())) flow.next_break = std::max(flow.next_break, BreakBefore::disliked);
    flow.push_all(std::move(inner.items));
  }
  const bool asks_for_a_quote = checklist.seen_columns && !flow.asks_in_own_words;
  if (asks_for_a_quote && flow.book.sort != BookSort::guide) {
    flow.want_space(style.half);
    push_line(flow, std::string(flow.words().quote_one_line) + std::string(flow.words().colon), flow.look.style,
              style.page.leading, Role::paragraph);
    push_writing_lines(flow, 1);
  }
  flow.want_space(style.half);
}

void write_steps(Flow& flow, const std::vector<model::Step>& steps) {
  constexpr std::size_t most_in_a_row = 5;
  if (steps.empty()) return;
  const BookStyle& style = flow.style();
  const Rgb color = flow.bar ? flow.chapter.bars[*flow.bar].color : style.teal;
  const std::size_t in_a_row = std::min(steps.size(), most_in_a_row);
  const Points gap = 8_pt;
  const Points width = (flow.measure - gap * static_cast<double>(in_a_row - 1)) / static_cast<double>(in_a_row);
  const TextLook look{.style = style.sans(style.page.body * 0.97, Weight::bold),
                      .leading = style.page.leading,
                      .align = TextAlign::start};
  for (std::size_t first = 0; first < steps.size(); first += in_a_row) {
    std::vector<FlowItems> columns;
    for (std::size_t index = first; index < std::min(first + in_a_row, steps.size()); ++index) {
      Flow column = flow.inner((width + gap) * static_cast<double>(index - first), width);
      FlowItem rule{.height = 5_pt};
      rule.ops.push_back({.content = FilledRectangle{.box = {column.x, 1_pt, width, 2.25_pt}, .color = color}});
      column.push(std::move(rule));
      push_paragraph(column, set_inlines(column, steps[index].text, look, width), look,
                     column.add_node(Role::paragraph));
      if (steps[index].time) {
        push_line(column, minutes_words(flow.words(), *steps[index].time), style.small(), style.page.leading * 0.85,
                  Role::paragraph);
      }
      keep_together(column.items, 0, BreakBefore::forbidden);
      columns.push_back(std::move(column.items));
    }
    FlowItems row = side_by_side(std::move(columns), flow.chapter.bars);
    keep_together(row, 0, BreakBefore::forbidden);
    flow.want_space(style.half);
    // Minutes alone at the head of a page belong to nothing.
    if (!flow.items.empty()) flow.next_break = BreakBefore::forbidden;
    flow.push_all(std::move(row));
  }
  flow.want_space(style.half);
}

namespace {

constexpr Points turn_rule{2.25};
constexpr Points behind_rule{9};
constexpr Points behind_name{10};
constexpr double widest_names = 0.28; ///< of the column

/// The room for names: the widest of them, if it does not take too much.
Points names_room(const Flow& flow, const model::Dialogue& dialogue, const TextStyle& speaker) {
  Points widest = 24_pt;
  for (const model::Turn& turn : dialogue.turns) {
    widest = std::max(widest, text_width(turn.speaker, speaker, flow.fonts()) + 1_pt);
  }
  return std::min(widest, flow.measure * widest_names) + behind_name;
}

void write_turn(Flow& flow, const model::Turn& turn, std::size_t place, const TextStyle& speaker, Points names) {
  const Points indent = is_indented(place) ? flow.style().half * 3 : Points{};
  const Points left = indent + turn_rule + behind_rule;
  Flow name = flow.inner(left, names - behind_name);
  const TextLook look{.style = speaker, .leading = flow.look.leading, .align = TextAlign::start};
  push_paragraph(name, set_words(name, turn.speaker, look, name.measure), look, name.add_node(Role::label));
  Flow words = flow.inner(left + names, flow.measure - left - names);
  words.look.first_indent = Points{};
  words.look.on_grid = false;
  words.look.align = TextAlign::start;
  push_paragraph(words, set_inlines(words, turn.text, words.look, words.measure), words.look,
                 words.add_node(Role::paragraph));
  words.clock = nullptr; // notes stand under their turn, not in the guide's columns
  write_parts(words, turn.notes);
  // The rule covers the longer column, notes and the spaces between them.
  flow.chapter.bars.push_back({.x = flow.x + indent, .width = turn_rule, .color = speaker.color});
  FlowItems& longer = height_of(name.items) > height_of(words.items) ? name.items : words.items;
  for (FlowItem& item : longer) item.bar = static_cast<std::uint32_t>(flow.chapter.bars.size() - 1);
  std::vector<FlowItems> columns;
  columns.push_back(std::move(name.items));
  columns.push_back(std::move(words.items));
  flow.push_all(side_by_side(std::move(columns), flow.chapter.bars));
}

} // namespace

void write_dialogue(Flow& flow, const model::Dialogue& dialogue) {
  const BookStyle& style = flow.style();
  TextStyle speaker = style.sans(style.page.body * 0.97, Weight::bold);
  const Points names = names_room(flow, dialogue, speaker);
  flow.want_space(style.half);
  if (!dialogue.caption.empty()) {
    const TextLook small{.style = style.small(), .leading = flow.look.leading, .align = TextAlign::start};
    push_paragraph(flow, set_inlines(flow, dialogue.caption, small, flow.measure), small, flow.add_node(Role::caption));
    flow.next_break = BreakBefore::forbidden;
  }
  const std::array<Rgb, 4> inks = {style.teal, style.wood, style.plum, style.moss};
  for (const model::Turn& turn : dialogue.turns) {
    const std::size_t place = place_in_cast(dialogue, turn);
    speaker.color = inks.at(place);
    flow.want_space(style.half * 0.7);
    const auto index = static_cast<std::size_t>(&turn - dialogue.turns.data());
    if (is_lone_end(index, dialogue.turns.size())) flow.next_break = std::max(flow.next_break, BreakBefore::disliked);
    write_turn(flow, turn, place, speaker, names);
  }
  flow.want_space(style.half);
}

void write_columns(Flow& flow, const model::Columns& columns) {
  if (columns.columns.empty()) return;
  const double count = static_cast<double>(columns.columns.size());
  const Points gap = flow.style().page.leading;
  const Points whole = flow.measure - gap * (count - 1);
  const bool has_widths = columns.widths.size() == columns.columns.size();
  double sum = 0;
  for (std::size_t index = 0; index < columns.columns.size(); ++index) sum += has_widths ? columns.widths[index] : 1;
  Points x;
  std::vector<FlowItems> written;
  for (std::size_t index = 0; index < columns.columns.size(); ++index) {
    const Points width = whole * ((has_widths ? columns.widths[index] : 1) / sum);
    Flow column = flow.inner(x, width);
    column.look.first_indent = Points{};
    column.look.align = TextAlign::start;
    column.look.on_grid = false;
    write_parts(column, columns.columns[index]);
    written.push_back(std::move(column.items));
    x += width + gap;
  }
  flow.want_space(flow.style().half);
  FlowItems zipped = side_by_side(std::move(written), flow.chapter.bars);
  // Short columns are read beside each other; cut, they are four pieces.
  constexpr double short_share = 0.3; // of the page
  if (height_of(zipped) < flow.style().text_height * short_share) keep_together(zipped, 0, BreakBefore::avoided);
  flow.push_all(std::move(zipped));
  flow.want_space(flow.style().half);
}

} // namespace comb::typeset::books
