// Questions: boxes to tick, pairs to join, numbers to give, lines to write on; with the key where the edition has it.
#include "base/overloaded.hpp"
#include "typeset/books/answer_words.hpp"
#include "typeset/books/flow_writer.hpp"
#include "typeset/books/marks.hpp"
#include "typeset/books/picture.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points number_width{20};

/// The key of a question where this edition has one.
const model::QuestionKey* key_of(const model::Question& question) {
  return question.key ? &*question.key : nullptr;
}

/// In the guide the reasons stand in the table at the lesson's end; in the answers' edition under each option.
bool shows_reasons(const Flow& flow) {
  return flow.asked == nullptr;
}

void write_reason(Flow& flow, const model::Parts& reason, std::string_view label) {
  if (reason.empty()) return;
  Flow inner = flow.inner(Points{}, flow.measure);
  inner.look = flow.style().plain();
  inner.look.style.size = flow.style().page.small;
  inner.look.style.color = flow.style().soft;
  if (!label.empty()) {
    TextStyle bold = inner.look.style;
    bold.weight = Weight::bold;
    bold.color = flow.style().answer;
    push_line(inner, label, bold, flow.style().page.leading, Role::paragraph);
    inner.next_break = BreakBefore::forbidden;
  }
  write_parts(inner, reason);
  flow.push_all(std::move(inner.items));
}

/// A question had better stay whole; no page begins with its last answer or ends with its first.
void break_before_answer(Flow& flow, std::size_t index, std::size_t count) {
  if (index == 0) return;
  const bool leaves_one = index == 1 || index + 1 == count;
  flow.next_break = std::max(flow.next_break, leaves_one ? BreakBefore::forbidden : BreakBefore::avoided);
}

/// Where the words of an option begin: behind its box and its letter.
Points option_indent(const BookStyle& style) {
  return style.tick_box + 22_pt;
}

struct OptionLook {
  std::string letter{};
  bool ticked = false;
};

void write_option(Flow& flow, const model::Option& option, const OptionLook& option_look, const model::Parts* reason) {
  const BookStyle& style = flow.style();
  const Points letter_x = style.tick_box + 7_pt;
  const Points indent = option_indent(style);
  Flow inner = flow.inner(indent, flow.measure - indent);
  inner.look.first_indent = Points{};
  inner.look.align = TextAlign::start;
  if (option_look.ticked) inner.look.style.weight = Weight::bold;
  inner.node = flow.add_node(Role::list_item, option.span);
  push_paragraph(inner, set_inlines(inner, option.text, inner.look, inner.measure), inner.look,
                 inner.add_node(Role::list_body));
  if (inner.items.empty()) inner.push({.height = inner.look.leading});
  Ops& ops = inner.items.front().ops;
  const Points middle = inner.look.leading / 2;
  draw_tick_box(style, {.x = flow.x, .middle = middle, .ticked = option_look.ticked, .tick_color = style.answer}, ops);
  TextStyle letter = style.sans(style.page.small, Weight::bold);
  letter.color = style.soft;
  draw_words(inner, option_look.letter, letter,
             {.x = flow.x + letter_x,
              .baseline = baseline_in(inner.look.leading, inner.look.style.size),
              .node = inner.add_node(Role::label)},
             ops);
  keep_together(inner.items, 0, BreakBefore::forbidden);
  inner.look.style.weight = Weight::regular;
  if (reason != nullptr && shows_reasons(flow)) {
    inner.next_break = BreakBefore::forbidden;
    write_reason(inner, *reason, "");
  }
  flow.push_all(std::move(inner.items));
}

constexpr Points between_options{10};

/// Into how many columns the options go: all in a row where each has one line there, four in two rows of two, else
/// one below the other. On a paper, and where reasons follow, each has a line of its own.
std::size_t columns_of(const Flow& flow, const model::Choices& choices, const model::QuestionKey* key) {
  if (flow.book.sort == BookSort::exam || (key != nullptr && shows_reasons(flow))) return 1;
  TextStyle bold = flow.look.style;
  bold.weight = Weight::bold;
  Points widest;
  for (const model::Option& option : choices.options) {
    widest = std::max(widest, text_width(text::plain_text(option.text), bold, flow.fonts()));
  }
  const Points needed = option_indent(flow.style()) + widest + 1_pt;
  const auto fits = [&](std::size_t columns) {
    const auto count = static_cast<double>(columns);
    return needed * count + between_options * (count - 1) <= flow.measure;
  };
  const std::size_t count = choices.options.size();
  constexpr std::size_t most_in_a_row = 4;
  if (count <= most_in_a_row && fits(count)) return count;
  return count == 4 && fits(2) ? 2 : 1;
}

/// The options from `first` on, side by side.
FlowItems set_option_row(Flow& flow, const model::Choices& choices, const model::QuestionKey* key, std::size_t first,
                         std::size_t columns) {
  const auto count = static_cast<double>(columns);
  const Points width = (flow.measure - between_options * (count - 1)) / count;
  std::vector<FlowItems> row;
  for (std::size_t index = first; index < std::min(first + columns, choices.options.size()); ++index) {
    Flow column = flow.inner((width + between_options) * static_cast<double>(index - first), width);
    const bool ticked = key != nullptr && index < key->is_key.size() && key->is_key[index];
    const model::Parts* reason = key != nullptr && index < key->feedback.size() ? &key->feedback[index] : nullptr;
    write_option(column, choices.options[index], {.letter = letter_of(index), .ticked = ticked}, reason);
    row.push_back(std::move(column.items));
  }
  if (columns == 1) return std::move(row.front());
  FlowItems slices = side_by_side(std::move(row), flow.chapter.bars);
  keep_together(slices, 0, BreakBefore::forbidden);
  return slices;
}

} // namespace

void write_choices(Flow& flow, const model::Choices& choices, const model::QuestionKey* key) {
  const NodeId list = flow.add_node(Role::list);
  const NodeId outer = std::exchange(flow.node, list);
  const std::size_t columns = columns_of(flow, choices, key);
  for (std::size_t first = 0; first < choices.options.size(); first += std::max<std::size_t>(columns, 1)) {
    FlowItems row = set_option_row(flow, choices, key, first, columns);
    flow.want_space(flow.style().half);
    break_before_answer(flow, first / columns, (choices.options.size() + columns - 1) / columns);
    flow.push_all(std::move(row));
  }
  flow.node = outer;
}

namespace {

/// One side of a pair: text between its mark and the dot from which a line is drawn.
struct Side {
  const text::Inlines* words = nullptr;
  std::string mark{};
  bool is_left = true;
};

FlowItems set_side(Flow& flow, const Side& side, Points x, Points width) {
  constexpr Points dot_room{16};
  constexpr Points mark_width{16};
  Flow column = flow.inner(x, width);
  if (side.words == nullptr) return {};
  const Points text_x = side.is_left ? Points{} : dot_room;
  Flow inner = column.inner(text_x + mark_width, width - dot_room - mark_width);
  inner.look.first_indent = Points{};
  inner.look.align = TextAlign::start;
  push_paragraph(inner, set_inlines(inner, *side.words, inner.look, inner.measure), inner.look,
                 inner.add_node(Role::paragraph));
  if (inner.items.empty()) return {};
  Ops& ops = inner.items.front().ops;
  const Points baseline = baseline_in(inner.look.leading, inner.look.style.size);
  TextStyle mark = flow.style().sans(flow.style().page.small, Weight::bold);
  mark.color = flow.style().soft;
  draw_words(inner, side.mark, mark,
             {.x = column.x + text_x, .baseline = baseline, .node = inner.add_node(Role::label)}, ops);
  const Points dot_x = side.is_left ? column.x + width - 4_pt : column.x + 4_pt;
  draw_dot(dot_x, inner.look.leading / 2, 2_pt, flow.style().ink, ops);
  return std::move(inner.items);
}

void write_side_heads(Flow& flow, const model::Matching& matching, Points right_x) {
  if (matching.left_header.empty() && matching.right_header.empty()) return;
  FlowItem item{.height = flow.style().page.leading};
  const TextStyle bold = flow.style().sans(flow.style().page.small, Weight::bold);
  const Points baseline = baseline_in(item.height, bold.size);
  const NodeId node = flow.add_node(Role::paragraph);
  constexpr Points left_text{16};
  constexpr Points right_text{32};
  draw_words(flow, matching.left_header, bold, {.x = flow.x + left_text, .baseline = baseline, .node = node}, item.ops);
  draw_words(flow, matching.right_header, bold,
             {.x = flow.x + right_x + right_text, .baseline = baseline, .node = node}, item.ops);
  flow.push(std::move(item));
  flow.next_break = BreakBefore::forbidden;
}

void write_matching(Flow& flow, const model::Matching& matching) {
  // The gap is wide: the learner's lines cross it.
  const Points width = flow.measure * 0.4;
  const Points right_x = flow.measure - width;
  flow.want_space(flow.style().half);
  write_side_heads(flow, matching, right_x);
  const std::size_t rows = std::max(matching.left.size(), matching.right.size());
  for (std::size_t row = 0; row < rows; ++row) {
    const Side left{.words = row < matching.left.size() ? &matching.left[row] : nullptr,
                    .mark = std::to_string(row + 1)};
    const Side right{.words = row < matching.right.size() ? &matching.right[row] : nullptr,
                     .mark = letter_of(row),
                     .is_left = false};
    std::vector<FlowItems> columns;
    columns.push_back(set_side(flow, left, Points{}, width));
    columns.push_back(set_side(flow, right, right_x, width));
    FlowItems slices = side_by_side(std::move(columns), flow.chapter.bars);
    keep_together(slices, 0, BreakBefore::forbidden);
    flow.want_space(flow.style().half);
    break_before_answer(flow, row, rows);
    flow.push_all(std::move(slices));
  }
}

void write_ordering(Flow& flow, const model::Ordering& ordering, const model::QuestionKey* key) {
  const BookStyle& style = flow.style();
  const Points side = 15_pt;
  const std::vector<int> ranks = key != nullptr ? ranks_of(*key, ordering.items.size()) : std::vector<int>();
  for (std::size_t index = 0; index < ordering.items.size(); ++index) {
    Flow inner = flow.inner(side + 9_pt, flow.measure - side - 9_pt);
    inner.look.first_indent = Points{};
    inner.look.align = TextAlign::start;
    push_paragraph(inner, set_inlines(inner, ordering.items[index], inner.look, inner.measure), inner.look,
                   inner.add_node(Role::paragraph));
    if (inner.items.empty()) continue;
    Ops& ops = inner.items.front().ops;
    draw_square(style, {flow.x, (inner.look.leading - side) / 2, side, side}, ops);
    if (index < ranks.size()) {
      TextStyle number = style.sans(style.page.body, Weight::bold);
      number.color = style.answer;
      const std::string rank = std::to_string(ranks[index]);
      const Points x = flow.x + (side - text_width(rank, number, flow.fonts())) / 2;
      draw_words(
          inner, rank, number,
          {.x = x, .baseline = baseline_in(inner.look.leading, number.size), .node = inner.add_node(Role::label)}, ops);
    }
    flow.want_space(style.half);
    break_before_answer(flow, index, ordering.items.size());
    flow.push_all(std::move(inner.items));
  }
}

/// 「答：＿＿＿＿ 把」.
void write_answer_line(Flow& flow, const std::string& unit, const std::string& answer) {
  const BookStyle& style = flow.style();
  FlowItem item{.height = style.writing_step};
  const Points baseline = item.height - 5_pt;
  const NodeId node = flow.add_node(Role::paragraph);
  const TextStyle label = style.sans(style.page.body * 0.97);
  const std::string words = std::string(flow.words().answer) + std::string(flow.words().colon);
  Points x = flow.x + draw_words(flow, words, label, {.x = flow.x, .baseline = baseline, .node = node}, item.ops);
  if (answer.empty()) {
    const Points end = flow.x + flow.measure * (unit.empty() ? 0.6 : 0.35);
    item.ops.push_back({.content = StrokedLine{.x1 = x,
                                               .y1 = item.height - 2_pt,
                                               .x2 = end,
                                               .y2 = item.height - 2_pt,
                                               .width = 0.6_pt,
                                               .color = style.writing_rule}});
    x = end + 6_pt;
  } else {
    TextStyle given = style.sans(style.page.body * 0.97, Weight::bold);
    given.color = style.answer;
    x += draw_words(flow, answer, given, {.x = x, .baseline = baseline, .node = node}, item.ops) + 4_pt;
  }
  if (answer.empty()) draw_words(flow, unit, label, {.x = x, .baseline = baseline, .node = node}, item.ops);
  flow.next_break = BreakBefore::forbidden;
  flow.push(std::move(item));
}

void write_form(Flow& flow, const model::Question& question) {
  const model::QuestionKey* key = key_of(question);
  const std::string answer = key != nullptr ? key_words(question) : std::string();
  std::visit(Overloaded{
                 [&](const model::Choices& choices) { write_choices(flow, choices, key); },
                 [&](const model::Matching& matching) {
                   write_matching(flow, matching);
                   if (!answer.empty()) write_answer_line(flow, "", answer);
                 },
                 [&](const model::Ordering& ordering) { write_ordering(flow, ordering, key); },
                 [&](const model::ShortText&) { write_answer_line(flow, "", answer); },
                 [&](const model::Number& number) { write_answer_line(flow, number.unit, answer); },
                 [&](const model::Cloze&) {}, // its gaps are in the stem
                 [&](const model::FreeText& free) {
                   if (key == nullptr) push_writing_lines(flow, free.lines);
                   if (key != nullptr && key->rubric) write_rubric(flow, *key->rubric);
                 },
                 [&](const model::Hotspot& hotspot) { write_hotspot(flow, hotspot, key); },
             },
             question.form);
}

/// On a paper the stem also says how to answer, where ticking one option is not meant.
std::string_view how_to_answer(const Flow& flow, const model::Question& question) {
  if (flow.book.sort != BookSort::exam) return {};
  if (question.type == model::QuestionType::multiple) return flow.words().tick_several;
  if (question.type == model::QuestionType::matching) return flow.words().join_pairs;
  if (question.type == model::QuestionType::ordering) return flow.words().put_in_order;
  return {};
}

void append_words(model::Parts& parts, std::string_view words) {
  if (words.empty() || parts.empty()) return;
  if (!std::holds_alternative<model::Prose>(parts.back().content)) parts.push_back({.content = model::Prose{}});
  auto& content = std::get<model::Prose>(parts.back().content).content;
  content.push_back({.span = {}, .content = text::Run{(content.empty() ? "" : " ") + std::string(words)}});
}

/// 「＿＿ / 2」 at the right of the stem's first line: room for the marks, and how many there are to have.
void draw_points(Flow& stem, const model::Question& question, Points right) {
  constexpr Points room{18};
  TextStyle style = stem.style().sans(stem.style().page.small);
  style.color = stem.style().soft;
  const std::string words = "/ " + decimal_words(question.points);
  const Points x = right - text_width(words, style, stem.fonts());
  const Points baseline = baseline_in(stem.look.leading, stem.look.style.size);
  Ops& ops = stem.items.front().ops;
  draw_words(stem, words, style, {.x = x, .baseline = baseline, .node = stem.add_node(Role::label)}, ops);
  ops.push_back({.content = StrokedLine{.x1 = x - room - 3_pt,
                                        .y1 = baseline + 1_pt,
                                        .x2 = x - 3_pt,
                                        .y2 = baseline + 1_pt,
                                        .width = 0.6_pt,
                                        .color = stem.style().writing_rule}});
}

/// The stem with the number hanging at its left.
void write_stem(Flow& flow, const model::Question& question, const std::string& number) {
  constexpr Points points_width{44};
  const bool shows_points = flow.book.sort == BookSort::exam;
  Flow stem = flow.inner(number_width, flow.measure - number_width - (shows_points ? points_width : Points{}));
  stem.look.first_indent = Points{};
  model::Parts parts = question.stem;
  append_words(parts, how_to_answer(flow, question));
  write_parts(stem, parts);
  if (stem.items.empty()) stem.push({.height = stem.look.leading});
  TextStyle style = flow.style().sans(flow.style().page.body, Weight::bold);
  style.color = flow.style().plum;
  const Points baseline = baseline_in(stem.look.leading, stem.look.style.size);
  draw_words(stem, number.empty() ? "" : number + ".", style,
             {.x = flow.x, .baseline = baseline, .node = stem.add_node(Role::label)}, stem.items.front().ops);
  if (shows_points) draw_points(stem, question, flow.x + flow.measure);
  flow.push_all(std::move(stem.items));
}

} // namespace

void write_question(Flow& flow, const model::QuestionUse& use) {
  const auto& questions = flow.book.edition.questions;
  if (use.question.value >= questions.size()) return;
  const model::Question& question = questions[use.question.value];
  if (flow.asked != nullptr) flow.asked->push_back(use);
  if (!question.id.empty()) flow.anchors.push_back(question.id);
  Flow whole = flow.inner(Points{}, flow.measure);
  whole.look = flow.style().boxed();
  whole.node = flow.add_node(Role::division, question.span);
  flow.chapter.structure.nodes[whole.node.value].lang = question.lang;
  write_stem(whole, question, use.number);
  whole.next_break = BreakBefore::forbidden;
  Flow form = whole.inner(number_width, whole.measure - number_width);
  form.next_break = BreakBefore::forbidden;
  write_form(form, question);
  whole.push_all(std::move(form.items));
  const model::QuestionKey* key = key_of(question);
  if (key != nullptr && (shows_reasons(flow) || !fits_a_cell(key->solution))) {
    Flow reason = whole.inner(number_width, whole.measure - number_width);
    reason.want_space(flow.style().half / 2);
    write_reason(reason, key->solution, flow.words().explanation);
    whole.push_all(std::move(reason.items));
  }
  keep_together(whole.items, 0, BreakBefore::avoided);
  flow.want_space(flow.style().half);
  flow.push_all(std::move(whole.items));
  flow.want_space(flow.style().page.leading);
}

} // namespace comb::typeset::books
