// The guide's table of answers at a lesson's end: question, key, and what to say to those who chose otherwise.
#include "typeset/books/answer_words.hpp"
#include "typeset/books/flow_writer.hpp"

#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

void add_words(text::Inlines& cell, const std::string& words) {
  cell.push_back({.span = {}, .content = text::Run{words}});
}

void add_line(text::Inlines& cell, const std::string& label, const text::Inlines& words) {
  if (words.empty()) return;
  if (!cell.empty()) cell.push_back({.span = {}, .content = text::LineBreak{}});
  text::Strong strong;
  add_words(strong.children, label);
  cell.push_back({.span = {}, .content = std::move(strong)});
  cell.insert(cell.end(), words.begin(), words.end());
}

} // namespace

text::Inlines reasons_in_a_cell(const model::Question& question, const words::Words& words) {
  text::Inlines cell;
  const model::QuestionKey& key = *question.key;
  const std::string colon(words.colon);
  for (std::size_t index = 0; index < key.feedback.size(); ++index) {
    const std::string label = words::fill(words.if_chosen, letter_of(index)) + colon;
    add_line(cell, label, joined_paragraphs(key.feedback[index]));
  }
  if (fits_a_cell(key.solution)) {
    add_line(cell, std::string(words.explanation) + colon, joined_paragraphs(key.solution));
  }
  return cell;
}

void write_answer_table(Flow& flow, const std::vector<model::QuestionUse>& asked) {
  const words::Words& words = flow.words();
  model::Table table{.alignments = {model::Alignment::start, model::Alignment::start, model::Alignment::start}};
  for (const std::string_view head : {words.question, words.answer, words.explanation}) {
    table.header.push_back({.content = text::plain_inlines(head, {})});
  }
  for (const model::QuestionUse& use : asked) {
    const model::Question& question = flow.book.edition.questions[use.question.value];
    if (!question.key) continue;
    model::Cell key;
    text::Strong strong;
    add_words(strong.children, key_words(question));
    key.content.push_back({.span = {}, .content = std::move(strong)});
    std::vector<model::Cell> row;
    row.push_back({.span = question.span, .content = text::plain_inlines(use.number, question.span)});
    row.push_back(std::move(key));
    row.push_back({.span = question.span, .content = reasons_in_a_cell(question, words)});
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) write_table(flow, table);
}

} // namespace comb::typeset::books
