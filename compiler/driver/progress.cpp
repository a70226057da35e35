// Lines for a person at a terminal; a machine reads build.json and the diagnostics.
#include "driver/progress.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace comb::driver {

namespace {

bool is_wanted(const SpeechOptions& speech, const Console& console) {
  return console.is_watched() && !speech.quiet && speech.format == report::Format::human;
}

/// `412 B`, `38 KiB`, `1.4 MiB`.
std::string size_text(std::size_t bytes) {
  if (bytes < 1024) return std::to_string(bytes) + " B";
  if (bytes < 1024 * 1024) return std::to_string((bytes + 512) / 1024) + " KiB";
  const std::size_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MiB";
}

std::string padded(std::string text, int cells) {
  const int missing = cells - display_width(text);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

std::string right_aligned(const std::string& text, int cells) {
  const int missing = cells - display_width(text);
  return std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ') + text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::size_t count_of(const Compiled& compiled, Severity severity) {
  const auto is_such = [severity](const Diagnostic& diagnostic) { return diagnostic.kind->severity == severity; };
  return static_cast<std::size_t>(std::ranges::count_if(compiled.diagnostics, is_such) +
                                  std::ranges::count_if(compiled.theme.theme_diagnostics, is_such));
}

} // namespace

void print_files(const Compiled& compiled, const std::string& folder, const SpeechOptions& speech, Console& console) {
  if (!is_wanted(speech, console)) return;
  int widest = 0;
  for (const emit::Artifact& artifact : compiled.artifacts) widest = std::max(widest, display_width(artifact.path));
  console.write(folder + "/\n");
  for (const emit::Artifact& artifact : compiled.artifacts) {
    std::string line = "  " + padded(artifact.path, widest) + right_aligned(size_text(artifact.bytes.size()), 10);
    if (artifact.count > 0 && !artifact.unit.empty()) {
      const std::string_view many = artifact.unit;
      const std::string_view one = many.ends_with('s') ? many.substr(0, many.size() - 1) : many;
      line += "  " + counted(static_cast<std::size_t>(artifact.count), one, many);
    }
    console.write(line + "\n");
  }
}

void print_summary(const Compiled& compiled, const SpeechOptions& speech, Console& console) {
  if (!is_wanted(speech, console)) return;
  const std::size_t errors = count_of(compiled, Severity::error);
  const std::size_t warnings = count_of(compiled, Severity::warning);
  console.write(compiled.course_id + ": " + counted(errors, "error", "errors") + ", " +
                counted(warnings, "warning", "warnings") + "\n");
}

Diagnostics shown_findings(const Diagnostics& found, const SpeechOptions& speech) {
  if (!speech.quiet) return found;
  Diagnostics shown;
  std::ranges::copy_if(found, std::back_inserter(shown), [&speech](const Diagnostic& diagnostic) {
    const Severity severity = diagnostic.kind->severity;
    return severity == Severity::error || (severity == Severity::warning && speech.warnings_as_errors);
  });
  return shown;
}

} // namespace comb::driver
