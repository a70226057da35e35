// The answer to every part: the short ones here, the others in files of their own.
#include "base/overloaded.hpp"
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

void write_heading(Flow& flow, const model::Heading& heading) {
  if (!heading.id.empty()) flow.anchors.push_back(heading.id);
  const BookStyle& style = flow.style();
  const bool is_third = heading.level <= 3;
  TextLook look{.style = style.sans(is_third ? style.page.head3 : style.page.body, Weight::bold),
                .leading = style.page.leading,
                .align = TextAlign::start};
  flow.want_space(style.page.leading);
  const NodeId node = flow.add_node(is_third ? Role::heading3 : Role::heading4);
  SetParagraph set = set_inlines(flow, heading.content, look, flow.measure);
  const std::size_t first = flow.items.size();
  push_paragraph(flow, set, look, node);
  keep_together(flow.items, first, BreakBefore::forbidden);
  flow.next_break = BreakBefore::forbidden;
}

/// Straight in a Chinese lesson the indent parts paragraphs; elsewhere half a line does.
void write_prose(Flow& flow, const model::Prose& prose, Span span) {
  const NodeId node = flow.add_node(Role::paragraph, span);
  if (flow.look.first_indent.value <= 0) flow.want_space(flow.style().half / 2);
  TextLook look = flow.look;
  look.first_indent += std::exchange(flow.next_indent, Points{});
  push_paragraph(flow, set_inlines(flow, prose.content, look, flow.measure), look, node);
}

void write_quote(Flow& flow, const model::Quote& quote, Span span) {
  Flow inner = flow.inner(flow.style().page.body * 2, flow.measure - flow.style().page.body * 3);
  inner.node = flow.add_node(Role::quote, span);
  inner.look = flow.style().boxed();
  inner.look.style.color = flow.style().soft;
  write_parts(inner, quote.children);
  flow.want_space(flow.style().half);
  flow.push_all(std::move(inner.items));
  flow.want_space(flow.style().half);
}

void write_code(Flow& flow, const model::Code& code, Span span) {
  const BookStyle& style = flow.style();
  const TextLook look{.style = {.family = Family::mono, .size = style.page.small, .color = style.ink},
                      .leading = style.page.leading * 0.75,
                      .align = TextAlign::start};
  const NodeId node = flow.add_node(Role::code, span);
  flow.want_space(style.half);
  push_hairline(flow, 1_pt);
  flow.next_break = BreakBefore::forbidden;
  std::vector<StyledRun> runs;
  for (std::size_t begin = 0; begin < code.text.size();) {
    const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
    if (!runs.empty()) runs.push_back({.kind = StyledRun::Kind::line_break, .style = look.style});
    runs.push_back({.text = code.text.substr(begin, end - begin), .style = look.style, .span = span});
    begin = end + 1;
  }
  flow.want_space(style.half / 2);
  push_paragraph(flow, set_runs(flow, runs, look, flow.measure), look, node);
  flow.next_break = BreakBefore::forbidden;
  push_hairline(flow, style.half / 2);
  flow.want_space(style.half);
}

void write_timer(Flow& flow, const model::Timer& timer) {
  const words::Words& words = flow.words();
  std::string line = minutes_words(words, timer.total);
  for (const model::Step& phase : timer.phases) {
    line += std::string(words.separator) + text::plain_text(phase.text);
    if (phase.time) line += " " + words::fill(words.minutes_short, static_cast<int>(phase.time->count()));
  }
  push_line(flow, line, flow.style().small(), flow.style().page.leading, Role::paragraph);
}

/// A name begins pages that count by themselves, and said again it ends them; the pages around it then go on.
void begin_or_end_own_pages(Flow& flow, const std::string& name) {
  if (!flow.own_pages.empty() && flow.own_pages.back() == name) {
    flow.own_pages.pop_back();
  } else {
    flow.own_pages.push_back(name);
  }
}

void write_break(Flow& flow, const model::Break& part) {
  switch (part.kind) {
    case model::BreakKind::slide:
      return; // ends a slide; a page has nothing to say to it
    case model::BreakKind::page:
      flow.opens = Opens::page;
      if (!part.label.empty()) begin_or_end_own_pages(flow, part.label);
      return;
    case model::BreakKind::pause:
      break;
  }
  std::string line = part.label;
  if (part.time.count() > 0) line += (line.empty() ? "" : "　") + minutes_words(flow.words(), part.time);
  flow.want_space(flow.style().half);
  push_hairline(flow, 0.5_pt);
  flow.next_break = BreakBefore::forbidden;
  push_line(flow, line, flow.style().small(), flow.style().page.leading, Role::paragraph);
  flow.next_break = BreakBefore::forbidden;
  push_hairline(flow, 0.5_pt);
  flow.want_space(flow.style().half);
}

/// The guide has no need of empty lines: the trainer reads there what learners write.
void write_space(Flow& flow, const model::WritingSpace& space) {
  if (flow.book.sort == BookSort::guide) return;
  push_writing_lines(flow, space.lines);
  flow.want_space(flow.style().half);
}

/// Roles of one role play stand side by side, so neighbours in one language are written together.
std::size_t write_card_run(Flow& flow, const model::Parts& parts, std::size_t first) {
  std::vector<const model::Card*> cards;
  std::size_t index = first;
  for (; index < parts.size(); ++index) {
    const auto* card = std::get_if<model::Card>(&parts[index].content);
    if (card == nullptr || parts[index].lang != parts[first].lang) break;
    cards.push_back(card);
  }
  const std::size_t first_node = flow.chapter.structure.nodes.size();
  write_cards(flow, cards);
  mark_language(flow, first_node, parts[first].lang);
  return index;
}

/// An observer's sheet whose last words, below the boxes, say what to write down.
bool ends_as_a_sheet(const model::Parts& parts) {
  if (parts.size() < 2 || !std::holds_alternative<model::Prose>(parts.back().content)) return false;
  const auto* checklist = std::get_if<model::Checklist>(&parts[parts.size() - 2].content);
  return checklist != nullptr && checklist->seen_columns;
}

void write_part(Flow& flow, const model::Part& part) {
  if (!part.id.empty()) flow.anchors.push_back(part.id);
  std::visit(Overloaded{
                 [&](const model::Heading& heading) { write_heading(flow, heading); },
                 [&](const model::Prose& prose) { write_prose(flow, prose, part.span); },
                 [&](const model::List& list) { write_list(flow, list); },
                 [&](const model::Table& table) { write_table(flow, table); },
                 [&](const model::Quote& quote) { write_quote(flow, quote, part.span); },
                 [&](const model::Code& code) { write_code(flow, code, part.span); },
                 [&](const model::Figure& figure) { write_figure(flow, figure, part.span); },
                 [&](const model::Diagram& diagram) { write_diagram(flow, diagram, part.span); },
                 [&](const model::Dialogue& dialogue) { write_dialogue(flow, dialogue); },
                 [&](const model::Box& box) { write_box(flow, box, part.span); },
                 [&](const model::Columns& columns) { write_columns(flow, columns); },
                 [&](const model::Card& card) { write_cards(flow, {&card}); },
                 [&](const model::QuestionUse& use) { write_question(flow, use); },
                 [&](const model::Steps& steps) { write_steps(flow, steps.steps); },
                 [&](const model::Checklist& checklist) { write_checklist(flow, checklist); },
                 [&](const model::Rubric& rubric) { write_rubric(flow, rubric); },
                 [&](const model::WritingSpace& space) { write_space(flow, space); },
                 [&](const model::Timer& timer) { write_timer(flow, timer); },
                 [&](const model::Branching& branching) { write_scenario(flow, branching); },
                 [&](const model::Directory& directory) { write_directory(flow, directory.kind); },
                 [&](const model::Break& part_break) { write_break(flow, part_break); },
                 [&](const model::Note& note) { write_note(flow, note); },
             },
             part.content);
}

/// 「可接受的例子：」: words that point at what comes next.
bool leads_on(const model::Part& part) {
  const auto* prose = std::get_if<model::Prose>(&part.content);
  if (prose == nullptr) return false;
  const std::string words = text::plain_text(prose->content);
  return words.ends_with(":") || words.ends_with("：");
}

/// 「理由有三個。」 before a list that stands at `index`.
bool introduces_list(const model::Parts& parts, std::size_t index) {
  return index < parts.size() && std::holds_alternative<model::Prose>(parts[index - 1].content) &&
         std::holds_alternative<model::List>(parts[index].content);
}

} // namespace

void write_parts(Flow& flow, const model::Parts& parts) {
  const bool outer = std::exchange(flow.asks_in_own_words, ends_as_a_sheet(parts));
  for (std::size_t index = 0; index < parts.size();) {
    if (std::holds_alternative<model::Card>(parts[index].content)) {
      index = write_card_run(flow, parts, index);
    } else {
      const std::size_t first_node = flow.chapter.structure.nodes.size();
      write_part(flow, parts[index]);
      mark_language(flow, first_node, parts[index].lang);
      if (leads_on(parts[index])) flow.next_break = BreakBefore::forbidden;
      ++index;
      if (introduces_list(parts, index)) flow.next_break = std::max(flow.next_break, BreakBefore::disliked);
    }
  }
  if (flow.asks_in_own_words && flow.book.sort != BookSort::guide) push_writing_lines(flow, 1);
  flow.asks_in_own_words = outer;
}

} // namespace comb::typeset::books
