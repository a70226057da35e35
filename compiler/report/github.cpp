// Workflow commands of GitHub Actions, which become annotations in a pull request.
#include "report/place.hpp"

namespace comb::report {

namespace {

/// Escaping of workflow commands, as in actions/toolkit, packages/core/src/command.ts.
std::string escape_message(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    switch (byte) {
      case '%':
        escaped += "%25";
        break;
      case '\r':
        escaped += "%0D";
        break;
      case '\n':
        escaped += "%0A";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

std::string escape_property(std::string_view text) {
  std::string escaped;
  for (const char byte : escape_message(text)) {
    switch (byte) {
      case ':':
        escaped += "%3A";
        break;
      case ',':
        escaped += "%2C";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "notice";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::string properties_of(const Place& place) {
  std::string text = " file=" + escape_property(visible(place.path));
  text += ",line=" + std::to_string(place.begin.line);
  text += ",endLine=" + std::to_string(place.end.line);
  // Columns over several lines are refused by GitHub.
  if (place.begin.line == place.end.line) {
    text += ",col=" + std::to_string(place.begin.column) + ",endColumn=" + std::to_string(place.end.column);
  }
  return text + ",";
}

std::string annotation(const Diagnostic& diagnostic, const Batch& batch) {
  const std::optional<Place> place = find_place(diagnostic.span, batch);
  std::string text = "::" + std::string(command_of(diagnostic.kind->severity));
  text += place ? properties_of(*place) : " ";
  text += "title=" + escape_property(diagnostic.kind->name) + "::";
  std::string message = visible(diagnostic.message);
  for (const Note& note : diagnostic.notes) {
    const std::optional<Place> where = find_place(note.span, batch);
    message += "\nnote: ";
    if (where) message += visible(where->path) + ":" + std::to_string(where->begin.line) + ": ";
    message += visible(note.message);
  }
  if (!help_of(diagnostic).empty()) message += "\nhelp: " + visible(help_of(diagnostic));
  return text + escape_message(message) + "\n";
}

} // namespace

std::string render_github(std::span<const Batch> batches) {
  std::string text;
  for (const Batch& batch : batches) {
    for (const Diagnostic& diagnostic : batch.found) text += annotation(diagnostic, batch);
  }
  return text;
}

} // namespace comb::report
