// Cover, contents and the openers of parts.
#include "typeset/books/cover.hpp"

#include "typeset/books/book_assembly.hpp"
#include "typeset/books/contents.hpp"
#include "typeset/books/marks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace comb::typeset::books {
namespace {

constexpr Rgb amber{0xc9, 0x8a, 0x4b};

void push_gap(Flow& flow, Points height) {
  flow.push({.height = height});
}

/// A gap that pushes what follows, `below` high, to the foot of the page.
void push_to_foot(Flow& flow, Points below) {
  const Points rest = flow.style().text_height - height_of(flow.items) - below;
  push_gap(flow, std::max(Points{}, rest));
}

void push_block(Flow& flow, std::string_view words, const TextLook& look, Role role) {
  push_paragraph(flow, set_words(flow, words, look, flow.measure), look, flow.add_node(role));
}

/// What a reader may want to know of the course, a line each.
std::vector<std::string> facts_of(const Book& book) {
  const model::CourseInfo& info = book.edition.info;
  const words::Words& words = book.context.words;
  std::vector<std::string> facts;
  const auto delivery = [&](const char* name) {
    const auto found = info.delivery.find(name);
    return found == info.delivery.end() ? std::string() : found->second;
  };
  const auto add_line = [&](std::initializer_list<std::string> pieces) {
    std::string line;
    for (const std::string& piece : pieces) {
      if (!piece.empty()) line += (line.empty() ? "" : "\u3000" + std::string(words.separator) + "\u3000") + piece;
    }
    if (!line.empty()) facts.push_back(std::move(line));
  };
  std::string authors;
  for (const std::string& author : info.authors)
    authors += (authors.empty() ? "" : std::string(words.list_comma)) + author;
  add_line({delivery("client"), delivery("city"), delivery("dates"), delivery("trainer")});
  add_line({info.audience});
  add_line({authors});
  add_line({info.version.empty() ? std::string() : words::fill(words.version, info.version), info.licence});
  return facts;
}

void push_facts(Flow& flow, const std::vector<std::string>& facts) {
  const TextLook small{.style = flow.style().small(), .leading = flow.style().page.leading, .align = TextAlign::start};
  for (const std::string& fact : facts) push_block(flow, fact, small, Role::paragraph);
}

/// 「姓名 ________　日期 ________」.
void push_name_lines(Flow& flow) {
  const BookStyle& style = flow.style();
  FlowItem item{.height = style.writing_step};
  const Points baseline = item.height - 5_pt;
  const NodeId node = flow.add_node(Role::paragraph);
  const TextStyle label = style.sans(style.page.body);
  const auto field = [&](std::string_view words, Points x, Points end) {
    const Points width = draw_words(flow, words, label, {.x = x, .baseline = baseline, .node = node}, item.ops);
    item.ops.push_back({.content = StrokedLine{.x1 = x + width + 8_pt,
                                               .y1 = item.height,
                                               .x2 = end,
                                               .y2 = item.height,
                                               .width = 0.6_pt,
                                               .color = style.writing_rule}});
  };
  field(flow.words().name_line, flow.x, flow.x + flow.measure * 0.56);
  field(flow.words().date_line, flow.x + flow.measure * 0.62, flow.x + flow.measure);
  flow.push(std::move(item));
}

void push_comb(Flow& flow) {
  FlowItem item{.height = 118_pt};
  draw_comb({flow.x, 14_pt, flow.measure, item.height - 14_pt}, flow.style().wood, amber, item.ops);
  flow.push(std::move(item));
}

TextLook title_look(const Flow& flow, const std::string& title, Points size) {
  // A long title is set smaller rather than over many lines.
  const TextStyle style = flow.style().sans(size, Weight::bold);
  const double lines = text_width(title, style, flow.fonts()) / flow.measure;
  TextLook look{.style = style, .leading = size * 1.36, .align = TextAlign::start};
  if (lines > 2) {
    look.style.size = size * 0.78;
    look.leading = look.style.size * 1.36;
  }
  return look;
}

} // namespace

Chapter write_cover(const Book& book, std::string_view name) {
  Chapter chapter = make_chapter(Role::section);
  chapter.is_bare = true;
  const BookStyle& style = book.style;
  const model::CourseInfo& info = book.edition.info;
  Flow flow = flow_of(book, chapter);
  push_comb(flow);
  push_gap(flow, 86_pt);
  TextStyle kicker = style.sans(style.page.head3 * 1.1, Weight::bold);
  kicker.color = style.wood;
  kicker.tracking = 0.12;
  push_line(flow, name, kicker, 30_pt, Role::paragraph);
  push_block(flow, info.title, title_look(flow, info.title, style.page.title * 1.44), Role::heading1);
  if (!info.subtitle.empty()) {
    TextLook subtitle{.style = style.sans(style.page.head2), .leading = 25.5_pt, .align = TextAlign::start};
    subtitle.style.color = style.soft;
    push_gap(flow, 10_pt);
    push_block(flow, info.subtitle, subtitle, Role::paragraph);
  }
  const std::vector<std::string> facts = facts_of(book);
  const Points facts_height = style.page.leading * static_cast<double>(facts.size()) + 34_pt;
  const bool has_name_lines = book.sort != BookSort::guide;
  push_to_foot(flow, facts_height + (has_name_lines ? style.writing_step + 26_pt : Points{}));
  if (has_name_lines) {
    push_name_lines(flow);
    push_gap(flow, 26_pt);
  }
  push_hairline(flow, 1_pt);
  push_gap(flow, 8_pt);
  push_facts(flow, facts);
  keep_together(flow.items, 0, BreakBefore::forbidden);
  chapter.items = std::move(flow.items);
  return chapter;
}

Chapter write_contents_chapter(const Book& book) {
  Chapter chapter = make_chapter(Role::section);
  chapter.opens = Opens::right_page;
  chapter.head_left = book.edition.info.title;
  chapter.head_right = std::string(book.context.words.contents);
  Flow flow = flow_of(book, chapter);
  const BookStyle& style = book.style;
  flow.anchors.push_back("comb-contents");
  push_line(flow, book.context.words.contents, style.sans(style.page.title, Weight::bold), style.page.leading * 2,
            Role::heading1);
  flow.want_space(style.page.leading);
  push_contents(flow);
  chapter.outline.push_back({.title = chapter.head_right, .anchor = "comb-contents", .level = 1});
  chapter.items = std::move(flow.items);
  return chapter;
}

Chapter write_part_opener(const Book& book, const model::CoursePart& part) {
  Chapter chapter = make_chapter(Role::part);
  chapter.opens = Opens::right_page;
  chapter.is_bare = true;
  const BookStyle& style = book.style;
  Flow flow = flow_of(book, chapter);
  push_gap(flow, style.text_height * 0.26);
  FlowItem comb{.height = 44_pt};
  draw_comb({flow.x, Points{}, 118_pt, 30_pt}, style.wood, amber, comb.ops);
  flow.anchors.push_back(part.id);
  flow.push(std::move(comb));
  push_block(flow, part.title, title_look(flow, part.title, style.page.title * 1.2), Role::heading1);
  push_gap(flow, style.page.leading);
  push_hairline(flow, 1_pt);
  flow.want_space(style.half);
  for (const model::Lesson& lesson : part.lessons) {
    push_contents_line(
        flow, {.number = lesson.number, .title = text::plain_text(lesson.title), .anchor = lesson.id, .level = 2});
    flow.want_space(style.half / 2);
  }
  chapter.outline.push_back({.title = part.title, .anchor = part.id, .level = 1});
  chapter.items = std::move(flow.items);
  return chapter;
}

} // namespace comb::typeset::books
