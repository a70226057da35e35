// The paper of an exam, and its key.
#include "typeset/books/answer_words.hpp"
#include "typeset/books/book_assembly.hpp"
#include "typeset/books/marks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace comb::typeset {
namespace {

using namespace books; // NOLINT: the inner namespace of this very module

/// What one paper asks, in order. Cases stand in groups with their questions.
std::vector<model::QuestionUse> asked_in(const model::Parts& parts) {
  std::vector<model::QuestionUse> asked;
  for (const model::Part& part : parts) {
    if (const auto* use = std::get_if<model::QuestionUse>(&part.content)) asked.push_back(*use);
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) continue;
    for (const model::QuestionUse& use : asked_in(box->children)) asked.push_back(use);
  }
  return asked;
}

/// The paper in an edition.
struct PaperContent {
  const model::Exam& exam;
  const model::Parts& parts;
  std::vector<model::QuestionUse> asked;
};

double full_marks(const Book& book, const PaperContent& paper) {
  double marks = 0;
  for (const model::QuestionUse& use : paper.asked) marks += book.edition.questions[use.question.value].points;
  return marks;
}

/// 「A 卷」; empty for an exam with one paper only.
std::string variant_words(const Book& book) {
  const std::string& letter = book.edition.spec.variant;
  return letter.empty() ? std::string() : words::fill(book.context.words.variant, letter);
}

/// 「滿分 20 分・16 分及格・40 分鐘」.
std::string facts_line(const Book& book, const PaperContent& paper) {
  const words::Words& words = book.context.words;
  const double marks = full_marks(book, paper);
  std::string line = words::fill(words.full_marks, decimal_words(marks));
  const auto add = [&](const std::string& fact) { line += "\u3000" + std::string(words.separator) + "\u3000" + fact; };
  if (paper.exam.pass) add(words::fill(words.pass_mark, decimal_words(marks * *paper.exam.pass / 100)));
  if (paper.exam.time) add(minutes_words(words, *paper.exam.time));
  return line;
}

/// 「A 卷」 in a frame at the right of the title's line: who collects papers sorts them by it.
void draw_variant(Flow& flow, FlowItem& item) {
  const BookStyle& style = flow.style();
  const std::string words = variant_words(flow.book);
  if (words.empty()) return;
  const TextStyle bold = style.sans(style.page.head2, Weight::bold);
  const Points width = text_width(words, bold, flow.fonts()) + 20_pt;
  const Points height = style.page.leading * 1.75;
  const Points x = flow.x + flow.measure - width;
  draw_square(style, {x, (item.height - height) / 2, width, height}, item.ops);
  draw_words(flow, words, bold,
             {.x = x + 10_pt,
              .baseline = (item.height - height) / 2 + baseline_in(height, bold.size),
              .node = flow.add_node(Role::paragraph)},
             item.ops);
}

void push_title(Flow& flow, const PaperContent& paper, std::string_view kind) {
  const BookStyle& style = flow.style();
  flow.anchors.push_back(paper.exam.id);
  TextStyle kicker = style.sans(style.page.body, Weight::bold);
  kicker.color = style.wood;
  kicker.tracking = 0.05;
  FlowItem opening{.height = style.page.leading * 2};
  draw_words(
      flow, kind, kicker,
      {.x = flow.x, .baseline = baseline_in(opening.height, kicker.size), .node = flow.add_node(Role::paragraph)},
      opening.ops);
  draw_variant(flow, opening);
  flow.push(std::move(opening));
  const TextLook look{.style = style.sans(style.page.title, Weight::bold),
                      .leading = style.page.leading * 2,
                      .align = TextAlign::start};
  push_paragraph(flow, set_words(flow, paper.exam.title, look, flow.measure), look, flow.add_node(Role::heading1));
  TextStyle soft = style.sans(style.page.body);
  soft.color = style.soft;
  push_line(flow, facts_line(flow.book, paper), soft, style.page.leading * 1.5, Role::paragraph);
  keep_together(flow.items, 0, BreakBefore::forbidden);
}

/// 「姓名 ____　日期 ____　得分 ____」.
void push_name_lines(Flow& flow) {
  const BookStyle& style = flow.style();
  FlowItem item{.height = style.writing_step * 1.25};
  const Points baseline = item.height - 5_pt;
  const NodeId node = flow.add_node(Role::paragraph);
  const TextStyle label = style.sans(style.page.body);
  const auto field = [&](std::string_view words, double from, double to) {
    const Points x = flow.x + flow.measure * from;
    const Points width = draw_words(flow, words, label, {.x = x, .baseline = baseline, .node = node}, item.ops);
    item.ops.push_back({.content = StrokedLine{.x1 = x + width + 8_pt,
                                               .y1 = item.height,
                                               .x2 = flow.x + flow.measure * to,
                                               .y2 = item.height,
                                               .width = 0.6_pt,
                                               .color = style.writing_rule}});
  };
  field(flow.words().name_line, 0, 0.42);
  field(flow.words().date_line, 0.46, 0.74);
  field(flow.words().score, 0.78, 1);
  flow.next_break = BreakBefore::forbidden;
  flow.push(std::move(item));
}

void push_instruction(Flow& flow) {
  const BookStyle& style = flow.style();
  const TextLook look{.style = style.sans(style.page.body), .leading = style.page.leading, .align = TextAlign::start};
  flow.want_space(style.page.leading);
  flow.next_break = BreakBefore::forbidden;
  push_paragraph(flow, set_words(flow, flow.words().tick_one, look, flow.measure), look,
                 flow.add_node(Role::paragraph));
  flow.next_break = BreakBefore::forbidden;
  push_hairline(flow, style.half);
  flow.want_space(style.page.leading);
}

/// The case, under a line that says for which questions it stands: 「第 3–5 題共用下列資料。」.
void write_case(Flow& flow, const model::Box& group) {
  const std::vector<model::QuestionUse> asked = asked_in(group.children);
  if (asked.size() > 1) {
    const std::string range = asked.front().number + "–" + asked.back().number;
    flow.want_space(flow.style().page.leading);
    push_line(flow, words::fill(flow.words().shared_case, range),
              flow.style().sans(flow.style().page.body, Weight::bold), flow.style().page.leading, Role::paragraph);
    flow.next_break = BreakBefore::forbidden;
  }
  write_parts(flow, group.children);
}

void write_questions(Flow& flow, const model::Parts& parts) {
  for (const model::Part& part : parts) {
    if (const auto* box = std::get_if<model::Box>(&part.content)) {
      write_case(flow, *box);
    } else if (const auto* use = std::get_if<model::QuestionUse>(&part.content)) {
      write_question(flow, *use);
    }
  }
}

Chapter make_paper_chapter(const Book& book, const PaperContent& paper) {
  Chapter chapter = make_chapter(Role::section);
  const std::string variant = variant_words(book);
  chapter.head_left = book.edition.info.title;
  chapter.head_right = variant.empty() ? paper.exam.title : paper.exam.title + "\u3000" + variant;
  chapter.outline.push_back({.title = paper.exam.title, .anchor = paper.exam.id, .level = 1});
  return chapter;
}

Chapter write_paper(const Book& book, const PaperContent& paper) {
  Chapter chapter = make_paper_chapter(book, paper);
  Flow flow = flow_of(book, chapter);
  push_title(flow, paper, book.context.words.exam);
  push_name_lines(flow);
  push_instruction(flow);
  int figures = 0;
  flow.figures = &figures;
  write_questions(flow, paper.parts);
  chapter.items = std::move(flow.items);
  return chapter;
}

/// Answers longer than this do not fit the strip; the table below has them.
constexpr std::size_t longest_in_strip = 5;

/// Ten numbers in a row, their answers under them: what one marks papers by.
void push_strip(Flow& flow, const PaperContent& paper) {
  constexpr std::size_t in_a_row = 10;
  const std::size_t columns = std::min(in_a_row, paper.asked.size());
  for (std::size_t first = 0; first < paper.asked.size(); first += in_a_row) {
    model::Table table;
    table.alignments.assign(columns, model::Alignment::center);
    table.widths.assign(columns, 1);
    table.rows.resize(1);
    for (std::size_t i = first; i < first + columns; ++i) {
      const bool is_there = i < paper.asked.size();
      const std::string key =
          is_there ? key_words(flow.book.edition.questions[paper.asked[i].question.value]) : std::string();
      text::Strong strong;
      strong.children = text::plain_inlines(key.size() > longest_in_strip || (key.empty() && is_there) ? "…" : key, {});
      table.header.push_back({.content = text::plain_inlines(is_there ? paper.asked[i].number : "", {})});
      table.rows.front().push_back({.content = {{.span = {}, .content = std::move(strong)}}});
    }
    flow.want_space(flow.style().half);
    write_table(flow, table);
  }
}

model::Cell cell_of(std::string_view words, Span span = {}) {
  return {.span = span, .content = text::plain_inlines(words, span)};
}

/// Id, objectives and level, a line each.
model::Cell facts_cell(const model::Question& question, const words::Words& words) {
  model::Cell cell = cell_of(question.id, question.span);
  const auto add = [&](std::string_view line) {
    cell.content.push_back({.span = {}, .content = text::LineBreak{}});
    cell.content.push_back({.span = {}, .content = text::Run{std::string(line)}});
  };
  std::string objectives;
  for (const std::string& objective : question.objectives) objectives += (objectives.empty() ? "" : " ") + objective;
  if (!objectives.empty()) add(objectives);
  if (question.bloom) add(words.bloom.at(static_cast<std::size_t>(*question.bloom)));
  return cell;
}

void push_key_table(Flow& flow, const PaperContent& paper) {
  const words::Words& words = flow.words();
  model::Table table{.alignments = {model::Alignment::end, model::Alignment::start, model::Alignment::start,
                                    model::Alignment::start, model::Alignment::end}};
  for (const std::string_view head : {words.question, words.answer, words.explanation, words.level, words.marks}) {
    table.header.push_back(cell_of(head));
  }
  for (const model::QuestionUse& use : paper.asked) {
    const model::Question& question = flow.book.edition.questions[use.question.value];
    if (!question.key) continue;
    text::Strong strong;
    strong.children = text::plain_inlines(key_words(question), {});
    std::vector<model::Cell> row;
    row.push_back(cell_of(use.number));
    row.push_back({.content = {{.span = {}, .content = std::move(strong)}}});
    row.push_back({.span = question.span, .content = reasons_in_a_cell(question, words)});
    row.push_back(facts_cell(question, words));
    row.push_back(cell_of(decimal_words(question.points)));
    table.rows.push_back(std::move(row));
  }
  std::vector<model::Cell> sum(table.header.size());
  sum[2] = cell_of(words.total);
  sum[4] = cell_of(decimal_words(full_marks(flow.book, paper)));
  table.rows.push_back(std::move(sum));
  write_table(flow, table);
}

/// What no cell holds: explanations with lists, and rubrics.
void push_long_answers(Flow& flow, const PaperContent& paper) {
  for (const model::QuestionUse& use : paper.asked) {
    const model::Question& question = flow.book.edition.questions[use.question.value];
    if (!question.key) continue;
    const bool has_long_solution = !fits_a_cell(question.key->solution);
    if (!has_long_solution && !question.key->rubric) continue;
    flow.want_space(flow.style().page.leading);
    push_line(flow, std::string(flow.words().question) + " " + use.number,
              flow.style().sans(flow.style().page.head3, Weight::bold), flow.style().page.leading, Role::heading3);
    flow.next_break = BreakBefore::forbidden;
    if (has_long_solution) write_parts(flow, question.key->solution);
    if (question.key->rubric) write_rubric(flow, *question.key->rubric);
  }
}

Chapter write_key(const Book& book, const PaperContent& paper) {
  Chapter chapter = make_paper_chapter(book, paper);
  Flow flow = flow_of(book, chapter);
  flow.look = book.style.plain();
  push_title(flow, paper, book.context.words.exam_key);
  flow.want_space(book.style.half);
  push_strip(flow, paper);
  flow.want_space(book.style.page.leading * 1.5);
  push_key_table(flow, paper);
  push_long_answers(flow, paper);
  chapter.items = std::move(flow.items);
  return chapter;
}

using WritePaper = Chapter (*)(const Book&, const PaperContent&);

WithDiagnostics<Pages> paginate(const edition::Edition& edition, const BookContext& context, BookSort sort,
                                WritePaper write) {
  const bool has_paper = !edition.exams.empty() && !edition.parts.empty() && !edition.parts.front().lessons.empty() &&
                         !edition.parts.front().lessons.front().topics.empty();
  if (!has_paper) return {};
  const model::Parts& parts = edition.parts.front().lessons.front().topics.front().parts;
  const Book book{
      .edition = edition, .context = context, .style = make_book_style(context.theme, edition.info.lang), .sort = sort};
  const PaperContent paper{.exam = edition.exams.front(), .parts = parts, .asked = asked_in(parts)};
  BookChapters chapters;
  chapters.body.push_back([&paper, write](const Book& written) { return write(written, paper); });
  WithDiagnostics<Pages> pages = assemble_book(book, chapters);
  const std::string variant = variant_words(book);
  pages.value.title = paper.exam.title + (variant.empty() ? "" : " " + variant);
  pages.value.subject = edition.info.title;
  return pages;
}

} // namespace

WithDiagnostics<Pages> paginate_exam(const edition::Edition& edition, const BookContext& context) {
  return paginate(edition, context, BookSort::exam, write_paper);
}

WithDiagnostics<Pages> paginate_exam_key(const edition::Edition& edition, const BookContext& context) {
  return paginate(edition, context, BookSort::answers, write_key);
}

} // namespace comb::typeset
