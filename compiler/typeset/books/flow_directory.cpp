// Directories: what the compiler itself lists, drawn as lines with page numbers or as tables.
#include "typeset/books/contents.hpp"
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

model::Cell words_cell(const std::string& words) {
  return {.content = text::plain_inlines(words, {})};
}

std::string time_words(const words::Words& words, const model::Lesson& lesson) {
  return lesson.time ? minutes_words(words, *lesson.time) : std::string();
}

void write_agenda(Flow& flow) {
  model::Table table;
  table.alignments = {model::Alignment::start, model::Alignment::start, model::Alignment::start, model::Alignment::end};
  for (const model::CoursePart& part : flow.book.edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      const std::string start = lesson.starts_at ? clock_words(*lesson.starts_at) : std::string();
      table.rows.push_back({words_cell(start),
                            words_cell(lesson.number),
                            {.content = lesson.title},
                            words_cell(time_words(flow.words(), lesson))});
    }
  }
  write_table(flow, table);
}

void write_recap(Flow& flow) {
  model::List list;
  for (const model::Objective& objective : flow.book.edition.objectives) {
    model::ListItem item;
    item.children.push_back({.span = objective.span, .content = model::Prose{objective.text}});
    list.items.push_back(std::move(item));
  }
  write_list(flow, list);
}

void write_glossary(Flow& flow) {
  std::vector<const model::Term*> terms;
  for (const model::Term& term : flow.book.edition.terms) terms.push_back(&term);
  std::ranges::sort(terms, {}, [](const model::Term* term) { return term->gloss.empty() ? term->use : term->gloss; });
  model::Table table{.header_column = true};
  for (const model::Term* term : terms) {
    table.rows.push_back({words_cell(term->use), words_cell(term->gloss), words_cell(term->text)});
  }
  write_table(flow, table);
}

void write_alignment(Flow& flow) {
  model::Table table;
  table.header = {words_cell(std::string(flow.words().objectives)), words_cell(std::string(flow.words().question))};
  for (const model::Objective& objective : flow.book.edition.objectives) {
    std::string asked;
    for (const model::Question& question : flow.book.edition.questions) {
      if (std::ranges::find(question.objectives, objective.id) == question.objectives.end()) continue;
      asked += (asked.empty() ? "" : " ") + question.id;
    }
    table.rows.push_back({{.content = objective.text}, words_cell(asked.empty() ? "–" : asked)});
  }
  write_table(flow, table);
}

void write_blueprint(Flow& flow) {
  std::map<model::BloomLevel, int> counts;
  for (const model::Question& question : flow.book.edition.questions) {
    if (question.bloom) ++counts[*question.bloom];
  }
  model::Table table;
  for (const auto& [level, count] : counts) {
    table.rows.push_back({words_cell(std::string(name_of(level))), words_cell(std::to_string(count))});
  }
  write_table(flow, table);
}

/// Sources of pictures, each once, in the order of the book.
class Credits {
 public:
  void visit(const model::Parts& parts) {
    for (const model::Part& part : parts) {
      if (const auto* figure = std::get_if<model::Figure>(&part.content)) add(*figure);
      if (const auto* box = std::get_if<model::Box>(&part.content)) visit(box->children);
      if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
        for (const model::Parts& column : columns->columns) visit(column);
      }
    }
  }
  model::Table table{};

 private:
  void add(const model::Figure& figure) {
    if ((figure.source.empty() && figure.licence.empty()) || !seen_.insert(figure.path).second) return;
    const std::string name = figure.caption.empty() ? figure.alternative : text::plain_text(figure.caption);
    table.rows.push_back({words_cell(name), words_cell(figure.source), words_cell(figure.licence)});
  }
  std::set<std::string> seen_{};
};

void write_credits(Flow& flow) {
  Credits credits;
  for (const model::CoursePart& part : flow.book.edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) credits.visit(topic.parts);
    }
  }
  write_table(flow, credits.table);
}

} // namespace

void write_directory(Flow& flow, model::DirectoryKind kind) {
  switch (kind) {
    case model::DirectoryKind::contents:
      push_contents(flow);
      return;
    case model::DirectoryKind::agenda:
      write_agenda(flow);
      return;
    case model::DirectoryKind::recap:
      write_recap(flow);
      return;
    case model::DirectoryKind::glossary:
    case model::DirectoryKind::index:
      write_glossary(flow);
      return;
    case model::DirectoryKind::alignment:
      write_alignment(flow);
      return;
    case model::DirectoryKind::blueprint:
      write_blueprint(flow);
      return;
    case model::DirectoryKind::credits:
      write_credits(flow);
      return;
    case model::DirectoryKind::materials:
      return; // quantities come with the kind `materials`
  }
}

} // namespace comb::typeset::books
