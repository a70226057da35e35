// Formatting texts in tests.
#pragma once

#include "format/format.hpp"
#include "syntax/load_course.hpp"

#include <string>
#include <utility>

namespace comb::test {

struct FormatResult {
  std::string text;
  std::string findings; ///< names, each on a line
};

inline FormatResult formatted(std::string text) {
  const source::SourceFile file(FileId{}, "lesson.md", std::move(text));
  auto [value, found] = format::format_lesson(file);
  FormatResult result{.text = std::move(value), .findings = {}};
  for (const Diagnostic& one : found) result.findings += std::string(one.kind->name) + "\n";
  return result;
}

/// What a lesson says, however it is laid out; empty for a text that is refused before it is parsed.
inline std::string meaning_of(std::string text) {
  const source::SourceFile file(FileId{}, "lesson.md", std::move(text));
  if (has_errors(syntax::check_text(file))) return {};
  return syntax::dump_meaning(syntax::parse_document(file).value, file);
}

} // namespace comb::test
