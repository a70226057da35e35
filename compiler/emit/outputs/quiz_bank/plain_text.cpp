// Parts to plain text, for spreadsheets and for places where a format takes no markup.
#include "base/overloaded.hpp"
#include "emit/outputs/quiz_bank/rich_text.hpp"

namespace comb::emit::quiz_bank {
namespace {

class PlainWriter {
 public:
  explicit PlainWriter(Blanks blanks) : blanks_(blanks) {}

  void blocks(const model::Parts& parts) {
    for (const model::Part& part : parts) block(part);
  }
  void line(const text::Inlines& inlines) {
    for (const text::Inline& piece : inlines) inline_piece(piece);
  }
  std::string take() {
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) text_.pop_back();
    return without_control_characters(text_);
  }

 private:
  void end_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }
  void paragraph(const text::Inlines& inlines) {
    line(inlines);
    end_line();
  }
  void marked(std::string_view mark, const text::Inlines& inlines) {
    text_ += mark;
    paragraph(inlines);
  }
  void bracketed(std::string_view words) {
    text_ += '[';
    text_ += words;
    text_ += ']';
  }
  void inline_piece(const text::Inline& piece);
  void block(const model::Part& part);
  void list(const model::List& list);
  void cells(const std::vector<model::Cell>& cells);

  std::string text_;
  int gap_count_ = 0;
  Blanks blanks_;
};

void PlainWriter::inline_piece(const text::Inline& piece) {
  std::visit(Overloaded{
                 [&](const text::Run& run) { text_ += run.text; },
                 [&](const text::Emphasis& emphasis) { line(emphasis.children); },
                 [&](const text::Strong& strong) { line(strong.children); },
                 [&](const text::Strikethrough& struck) { line(struck.children); },
                 [&](const text::Code& code) { text_ += code.text; },
                 [&](const text::LineBreak&) { text_ += '\n'; },
                 [&](const text::Link& link) { line(link.children); },
                 [&](const text::Image& image) { bracketed(image.alternative); },
                 [](const text::FootnoteReference&) {},
                 [](const text::Variable&) {},
                 [](const text::TrainerText&) {},
                 [&](const text::Reference& use) { text_ += use.text.empty() ? use.target : use.text; },
                 [&](const text::TermUse& use) { text_ += use.text; },
                 [&](const text::Fill& fill) { text_ += fill.text.value_or(""); },
                 [&](const text::Blank& blank) {
                   if (blanks_ == Blanks::gaps)
                     bracketed(std::to_string(++gap_count_));
                   else if (blank.key)
                     text_ += blank.key->answer;
                 },
             },
             piece.content);
}

void PlainWriter::list(const model::List& list) {
  int number = list.start;
  for (const model::ListItem& item : list.items) {
    text_ += list.ordered ? std::to_string(number++) + ". " : std::string("- ");
    blocks(item.children);
    end_line();
  }
}

void PlainWriter::cells(const std::vector<model::Cell>& cells) {
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (column > 0) text_ += " / ";
    line(cells[column].content);
  }
  end_line();
}

void PlainWriter::block(const model::Part& part) {
  std::visit(Overloaded{
                 [&](const model::Heading& heading) { paragraph(heading.content); },
                 [&](const model::Prose& prose) { paragraph(prose.content); },
                 [&](const model::List& items) { list(items); },
                 [&](const model::Table& table) {
                   paragraph(table.caption);
                   if (!table.header.empty()) cells(table.header);
                   for (const auto& row : table.rows) cells(row);
                 },
                 [&](const model::Quote& quote) { blocks(quote.children); },
                 [&](const model::Code& code) {
                   text_ += code.text;
                   end_line();
                 },
                 [&](const model::Figure& figure) {
                   if (!figure.decorative) bracketed(figure.alternative);
                   end_line();
                   paragraph(figure.caption);
                 },
                 [&](const model::Diagram& diagram) {
                   bracketed(diagram.alternative);
                   end_line();
                   paragraph(diagram.caption);
                 },
                 [&](const model::Dialogue& dialogue) {
                   for (const model::Turn& turn : dialogue.turns) marked(turn.speaker + ": ", turn.text);
                 },
                 [&](const model::Box& box) {
                   paragraph(box.title);
                   blocks(box.children);
                 },
                 [&](const model::Columns& columns) {
                   for (const model::Parts& column : columns.columns) blocks(column);
                 },
                 [&](const model::Card& card) { blocks(card.front); },
                 [&](const model::Steps& steps) {
                   for (const model::Step& step : steps.steps) marked("- ", step.text);
                 },
                 [&](const model::Checklist& checklist) {
                   for (const model::ChecklistItem& item : checklist.items) marked("- ", item.text);
                 },
                 [&](const model::Rubric& rubric) {
                   for (const model::RubricRow& row : rubric.rows) marked("- ", row.criterion);
                 },
                 [](const model::QuestionUse&) {},
                 [](const model::WritingSpace&) {},
                 [](const model::Timer&) {},
                 [](const model::Branching&) {},
                 [](const model::Directory&) {},
                 [](const model::Break&) {},
                 [](const model::Note&) {},
             },
             part.content);
}

} // namespace

std::string plain_text_of(const model::Parts& parts, Blanks blanks) {
  PlainWriter writer(blanks);
  writer.blocks(parts);
  return writer.take();
}

std::string plain_text_of(const text::Inlines& inlines) {
  PlainWriter writer(Blanks::answered);
  writer.line(inlines);
  return writer.take();
}

} // namespace comb::emit::quiz_bank
