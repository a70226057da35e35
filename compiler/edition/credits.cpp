// Where pictures and texts of an edition come from.
#include "edition/lists.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace comb::edition {

namespace {

/// What an edition shows: its pictures, and the places of its blocks.
class Shown {
 public:
  void visit(const model::Parts& parts) {
    for (const model::Part& part : parts) {
      places.insert({part.span.file.value, part.span.begin});
      if (const auto* figure = std::get_if<model::Figure>(&part.content)) add(*figure);
      if (const auto* box = std::get_if<model::Box>(&part.content)) visit(box->children);
      if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
        for (const model::Parts& column : columns->columns) visit(column);
      }
      if (const auto* quote = std::get_if<model::Quote>(&part.content)) visit(quote->children);
      if (const auto* list = std::get_if<model::List>(&part.content)) {
        for (const model::ListItem& item : list->items) visit(item.children);
      }
    }
  }

  std::vector<const model::Figure*> figures{};
  std::set<std::pair<std::uint32_t, std::uint32_t>> places{};

 private:
  void add(const model::Figure& figure) {
    if ((figure.source.empty() && figure.licence.empty()) || !seen_.insert(figure.path).second) return;
    figures.push_back(&figure);
  }
  std::set<std::string> seen_{};
};

class CreditsTable {
 public:
  explicit CreditsTable(const words::Words& words) {
    table_.header = {words_cell(words.what), words_cell(words.source), words_cell(words.licence)};
    table_.widths = {3, 4, 2};
  }

  void add(std::string_view name, std::string_view source, std::string_view licence) {
    if (source.empty() && licence.empty()) return;
    has_licence_ = has_licence_ || !licence.empty();
    table_.rows.push_back({words_cell(name), words_cell(source), words_cell(licence)});
  }

  model::Table take() {
    if (has_licence_) return std::move(table_);
    table_.header.pop_back();
    table_.widths.pop_back();
    for (auto& row : table_.rows) row.pop_back();
    return std::move(table_);
  }

 private:
  model::Table table_;
  bool has_licence_ = false;
};

} // namespace

model::Parts credits(const ListSource& source) {
  Shown shown;
  for (const model::CoursePart& part : source.edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) shown.visit(topic.parts);
    }
  }
  for (const model::Question& question : source.edition.questions) shown.visit(question.stem);
  CreditsTable table(source.words);
  for (const model::Figure* figure : shown.figures) {
    const std::string caption = text::plain_text(figure->caption);
    table.add(caption.empty() ? figure->alternative : caption, figure->source, figure->licence);
  }
  for (const model::BlockInfo& block : source.course.blocks) {
    if (!shown.places.contains({block.span.file.value, block.span.begin})) continue;
    table.add(block.title.empty() ? block.kind : block.title, block.source, block.licence);
  }
  return as_parts(table.take());
}

} // namespace comb::edition
