// Small courses, and what stands in a topic of one of their editions, as lines of text.
#pragma once

#include "edition/edition.hpp"
#include "support/pipeline.hpp"

#include <map>
#include <string>

namespace comb::tests {

inline std::string row_text(const std::vector<model::Cell>& row) {
  std::string text;
  for (const model::Cell& cell : row) text += (text.empty() ? "" : " | ") + text::plain_text(cell.content);
  return text + "\n";
}

/// Tables as rows, list items as `- …`, headings as `# …`, paragraphs as they are.
inline std::string lines_of(const model::Parts& parts) {
  std::string lines;
  for (const model::Part& part : parts) {
    if (const auto* table = std::get_if<model::Table>(&part.content)) {
      if (!table->caption.empty()) lines += "= " + text::plain_text(table->caption) + "\n";
      lines += row_text(table->header);
      for (const auto& row : table->rows) lines += row_text(row);
    } else if (const auto* heading = std::get_if<model::Heading>(&part.content)) {
      lines += "# " + text::plain_text(heading->content) + "\n";
    } else if (const auto* prose = std::get_if<model::Prose>(&part.content)) {
      lines += text::plain_text(prose->content) + "\n";
    } else if (const auto* list = std::get_if<model::List>(&part.content)) {
      for (const model::ListItem& item : list->items) lines += "- " + lines_of(item.children);
    } else if (std::holds_alternative<model::Directory>(part.content)) {
      lines += "(directory)\n";
    }
  }
  return lines;
}

/// The last topic of the lesson `id`.
inline std::string last_topic(const edition::Edition& edition, const std::string& id) {
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      if (lesson.id == id && !lesson.topics.empty()) return lines_of(lesson.topics.back().parts);
    }
  }
  return "no such lesson";
}

} // namespace comb::tests
