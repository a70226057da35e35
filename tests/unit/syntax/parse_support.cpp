// The parser on texts in memory, and its findings as lines.
#include "parse_support.hpp"

#include <algorithm>
#include <array>

namespace {

using namespace comb;

std::string line_of(const source::SourceFile& file, const Diagnostic& found) {
  const source::Position begin = file.position_at(found.span.begin);
  const source::Position end = file.position_at(found.span.end);
  std::string out = std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-";
  if (end.line != begin.line) out += std::to_string(end.line) + ":";
  out += std::to_string(end.column);
  static constexpr std::array<const char*, 3> severities{" info ", " warning ", " error "};
  out += severities[static_cast<std::size_t>(found.kind->severity)];
  return out + std::string(found.kind->name) + ": " + found.message + "\n";
}

struct Parsed {
  std::string outline;
  std::string findings;
};

Parsed parse(const std::string& source) {
  source::SourceSet sources;
  const source::SourceFile& file = sources.file(sources.add("lesson.md", source));
  Diagnostics all = syntax::check_text(file);
  Parsed result;
  if (!has_errors(all)) {
    auto document = syntax::parse_document(file);
    append(all, std::move(document.diagnostics));
    result.outline = syntax::dump(document.value, file);
  }
  sort_for_report(all);
  for (const Diagnostic& found : all) result.findings += line_of(file, found);
  return result;
}

} // namespace

std::string parsed(const std::string& source) {
  const Parsed result = parse(source);
  return result.outline + result.findings;
}

std::string outline(const std::string& source) {
  return parse(source).outline;
}

std::string findings(const std::string& source) {
  return parse(source).findings;
}
