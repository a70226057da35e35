// The steps in their order; each is kept only if the lesson still says the same.
#include "format/format.hpp"

#include "format/mends.hpp"
#include "format/steps.hpp"
#include "syntax/load_course.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace comb::format {

namespace {

constexpr DiagnosticKind format_unsafe{
    .name = "format-unsafe",
    .severity = Severity::warning,
    .help = "lay out these lines by hand, and report the lesson: this should not happen",
    .explain =
        "`comb fmt` reads again what it has laid out. Where the lesson would say something else than before, it leaves "
        "that part of its work out.\n",
};

/// A text and its tree.
class Parsed {
 public:
  Parsed(const source::SourceFile& original, std::string text)
      : file_(std::make_unique<source::SourceFile>(original.id(), original.path(), std::move(text))),
        parsed_(syntax::parse_document(*file_)) {}

  std::string_view text() const { return file_->text(); }
  const Diagnostics& diagnostics() const { return parsed_.diagnostics; }
  const source::SourceFile& file() const { return *file_; }
  Lesson lesson() const { return {*file_, parsed_.value}; }

  /// What the lesson says and what is wrong with it, without places.
  std::string meaning() const {
    std::vector<std::string_view> names;
    for (const Diagnostic& found : parsed_.diagnostics) names.push_back(found.kind->name);
    std::ranges::sort(names);
    std::string all = syntax::dump_meaning(parsed_.value, *file_);
    for (const std::string_view name : names) all += std::string(name) + '\n';
    return all;
  }

 private:
  std::unique_ptr<source::SourceFile> file_; // its text must not move
  WithDiagnostics<syntax::Document> parsed_;
};

struct Step {
  std::string_view what;
  Edits (*edits)(const Lesson&);
};

constexpr std::array<Step, 7> steps = {{
    {"the ends of lines", unify_line_ends},
    {"the lines of blocks", set_directives},
    {"headings", set_headings},
    {"list markers", set_list_markers},
    {"tables", set_tables},
    {"empty lines between blocks", set_empty_lines},
    {"spaces and empty lines", trim_lines},
}};

/// One round of all steps; `unsafe` gets the names of those that were left out.
Parsed lay_out(const source::SourceFile& original, Parsed now, std::vector<std::string_view>& unsafe) {
  for (const Step& step : steps) {
    std::string text = apply(now.text(), step.edits(now.lesson()));
    if (text == now.text()) continue;
    Parsed next(original, std::move(text));
    if (next.meaning() == now.meaning()) {
      now = std::move(next);
    } else if (std::ranges::find(unsafe, step.what) == unsafe.end()) {
      unsafe.push_back(step.what);
    }
  }
  return now;
}

} // namespace

WithDiagnostics<std::string> format_lesson(const source::SourceFile& file) {
  Diagnostics refused = syntax::check_text(file);
  if (has_errors(refused)) return {std::string(file.text()), std::move(refused)};
  Diagnostics found;
  Parsed now(file, mend_slips(file, found));
  std::vector<std::string_view> unsafe;
  // One step may make room for another (a mended fence has a title to trim): until nothing changes.
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds; ++round) {
    const std::string before(now.text());
    now = lay_out(file, std::move(now), unsafe);
    if (now.text() == before) break;
  }
  for (const std::string_view what : unsafe) {
    found.push_back({.kind = &format_unsafe,
                     .span = {file.id(), 0, 0},
                     .message = "not laid out: " + std::string(what) + " (the lesson would say something else)"});
  }
  return {std::string(now.text()), std::move(found)};
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static constexpr std::array<const DiagnosticKind*, 2> kinds = {&format_mended, &format_unsafe};
  return kinds;
}

} // namespace comb::format
