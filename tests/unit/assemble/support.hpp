// Sources in, courses out, for the tests of assemble.
#pragma once

#include "assemble/assemble.hpp"
#include "blocks/block_kind.hpp"
#include "source/file_system.hpp"
#include "syntax/load_course.hpp"

#include <map>
#include <string>

namespace comb::test {

struct Assembled {
  syntax::LoadedCourse loaded;
  model::Course course;
  Diagnostics diagnostics;

  /// Each finding on a line: file:line:column, severity, kind, message.
  std::string findings() const {
    Diagnostics sorted = diagnostics;
    sort_for_report(sorted);
    std::string all;
    for (const Diagnostic& found : sorted) {
      const source::SourceFile& file = loaded.sources.file(found.span.file);
      const source::Position at = file.position_at(found.span.begin);
      all += file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             severity_name(found.kind->severity) + " " + std::string(found.kind->name) + ": " + found.message;
      if (!found.help.empty()) all += " | " + found.help;
      all += "\n";
    }
    return all;
  }
  bool raises(std::string_view kind) const {
    for (const Diagnostic& found : diagnostics) {
      if (found.kind->name == kind) return true;
    }
    return false;
  }
  /// The parts of the only topic, as an outline.
  std::string parts() const {
    std::string all;
    for (const model::CoursePart& part : course.parts) {
      for (const model::Lesson& lesson : part.lessons) {
        for (const model::Topic& topic : lesson.topics) all += model::dump(topic.parts, 0);
      }
    }
    return all;
  }

 private:
  static std::string severity_name(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "info";
  }
};

inline Assembled assembled(const source::FileSystem& files, const syntax::LoadOptions& options) {
  auto loaded = syntax::load_course(files, options);
  Assembled result{.loaded = std::move(loaded.value), .course = {}, .diagnostics = std::move(loaded.diagnostics)};
  auto course = assemble::assemble(result.loaded, blocks::all_kinds(), {});
  result.course = std::move(course.value);
  append(result.diagnostics, std::move(course.diagnostics));
  return result;
}

/// A course of one lesson whose text below the title is `body`.
inline Assembled lesson(const std::string& body) {
  const source::MemoryFileSystem files({{"lesson.md", "# Lesson\n\n## Topic\n\n" + body}});
  return assembled(files, {.entry = "lesson.md", .run_path = {}});
}

} // namespace comb::test
