// The stages in order, on a file system in memory.
#include "support/pipeline.hpp"

#include <stdexcept>

namespace comb::tests {

std::string Compiled::findings() const {
  std::string text;
  for (const Diagnostic& finding : result.diagnostics) {
    const source::SourceFile& file = loaded.sources.file(finding.span.file);
    const source::Position place = file.position_at(finding.span.begin);
    text += std::string(finding.kind->name) + " ";
    if (loaded.lesson_paths.empty() || file.path() != loaded.lesson_paths.front()) text += file.path() + ":";
    text += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + finding.message + "\n";
  }
  return text;
}

std::string Compiled::names() const {
  std::string text;
  for (const Diagnostic& finding : result.diagnostics) text += std::string(finding.kind->name) + "\n";
  return text;
}

Compiled compile(std::map<std::string, std::string> files, const std::string& entry) {
  const source::MemoryFileSystem memory(std::move(files));
  auto loaded = syntax::load_course(memory, {.entry = entry});
  auto course = assemble::assemble(loaded.value, blocks::all_kinds(), {});
  append(loaded.diagnostics, std::move(course.diagnostics));
  auto result = check::check(std::move(course.value), std::move(loaded.diagnostics));
  return {std::move(loaded.value), std::move(result)};
}

Compiled compile_lesson(const std::string& lesson) {
  return compile({{"lesson.md", lesson}}, "lesson.md");
}

edition::Edition edition_of(const Compiled& compiled, model::EditionKind kind) {
  if (!compiled.result.checked) throw std::runtime_error("the course has errors:\n" + compiled.findings());
  return edition::make_edition(*compiled.result.checked, {.kind = kind});
}

} // namespace comb::tests
