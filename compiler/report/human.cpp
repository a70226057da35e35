// Diagnostics for a person at a terminal of 80 columns.
#include "base/utf8.hpp"
#include "report/excerpt.hpp"
#include "report/place.hpp"
#include "report/wrap.hpp"

namespace comb::report {

namespace {

constexpr int columns = 80;

// A broken file can be wrong in every line. Past this, a person has stopped reading; machines get all.
constexpr std::size_t most_findings = 1000;

/// Terminal colours by what they mean (ECMA-48, section 8.3.117).
class Painter {
 public:
  explicit Painter(Colors colors) : on_(colors == Colors::on) {}

  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string faint(std::string_view text) const { return paint("2", text); }
  std::string severity(Severity severity, std::string_view text) const {
    switch (severity) {
      case Severity::info:
        return paint("1;36", text);
      case Severity::warning:
        return paint("1;33", text);
      case Severity::error:
        return paint("1;31", text);
    }
    return {};
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    if (!on_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
  bool on_;
};

std::string location_text(const Place& place) {
  return visible(place.path) + ":" + std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column) + ":";
}

/// A label and its text, wrapped under the text's own beginning.
std::string labelled(std::string_view label, std::string_view text) {
  const int indent = display_width(label);
  const std::vector<std::string> lines = wrap(visible(text), columns - indent);
  std::string result;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    result += index == 0 ? std::string(label) : std::string(static_cast<std::size_t>(indent), ' ');
    result += lines[index] + "\n";
  }
  return result;
}

class HumanReport {
 public:
  explicit HumanReport(Colors colors) : painter_(colors) {}

  std::string one(const Diagnostic& diagnostic, const Batch& batch) const {
    const Severity severity = diagnostic.kind->severity;
    std::string text = head(diagnostic, batch);
    // An info reports and asks for nothing, so one line is enough.
    if (severity == Severity::info) return text;
    if (const std::optional<Place> place = find_place(diagnostic.span, batch)) {
      text += excerpt(*place, diagnostic.span, severity);
    }
    for (const Note& note : diagnostic.notes) text += note_text(note, batch);
    if (!help_of(diagnostic).empty()) text += labelled("  help: ", help_of(diagnostic));
    text += painter_.faint("  more: comb explain " + std::string(diagnostic.kind->name)) + "\n";
    return text;
  }

 private:
  /// `file:line:column: error: message`, wrapped with four cells of indent.
  std::string head(const Diagnostic& diagnostic, const Batch& batch) const {
    const std::optional<Place> place = find_place(diagnostic.span, batch);
    const std::string where = place ? location_text(*place) + " " : std::string();
    const std::string what = std::string(name_of(diagnostic.kind->severity)) + ":";
    const std::vector<std::string> lines = wrap(where + what + " " + visible(diagnostic.message), columns, 4);
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n    ") + line;
    text += "\n";
    // Painted only now, so that colours count no cells. A path so long that it wrapped stays plain.
    if (text.starts_with(where + what)) {
      text = painter_.bold(where) + painter_.severity(diagnostic.kind->severity, what) +
             text.substr(where.size() + what.size());
    }
    return text;
  }

  std::string excerpt(const Place& place, Span span, Severity severity) const {
    const std::string number = std::to_string(place.begin.line);
    const std::string margin(number.size() < 4 ? 4 - number.size() : 0, ' ');
    const std::string blank(margin.size() + number.size() + 1, ' ');
    const int room = columns - static_cast<int>(blank.size()) - 3;
    const Excerpt shown = cut_excerpt(*place.file, span, room);
    std::string text = painter_.faint(" " + margin + number + " | ") + shown.line + "\n";
    text += painter_.faint(blank + " | ") + std::string(static_cast<std::size_t>(shown.caret_begin), ' ');
    text += painter_.severity(severity, std::string(static_cast<std::size_t>(shown.caret_width), '^')) + "\n";
    return text;
  }

  std::string note_text(const Note& note, const Batch& batch) const {
    const std::optional<Place> place = find_place(note.span, batch);
    if (!place) return labelled("  note: ", note.message);
    return labelled("  note: ", location_text(*place) + " " + note.message) +
           excerpt(*place, note.span, Severity::info);
  }

  Painter painter_;
};

} // namespace

std::string render_human(std::span<const Batch> batches, Colors colors) {
  const HumanReport report(colors);
  std::string text;
  std::size_t shown = 0;
  std::size_t left_out = 0;
  bool last_was_short = false;
  for (const Batch& batch : batches) {
    for (const Diagnostic& diagnostic : batch.found) {
      if (shown == most_findings) {
        ++left_out;
        continue;
      }
      const bool is_short = diagnostic.kind->severity == Severity::info;
      if (shown++ > 0 && !(is_short && last_was_short)) text += "\n";
      last_was_short = is_short;
      text += report.one(diagnostic, batch);
    }
  }
  if (left_out > 0) {
    text += "\nand " + std::to_string(left_out) + " more, which `--diagnostics json` lists\n";
  }
  return text;
}

} // namespace comb::report
