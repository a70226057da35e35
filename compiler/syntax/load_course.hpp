// From a course folder to syntax trees: manifest, lessons, includes and assets, read until nothing new turns up.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/file_system.hpp"
#include "source/source_set.hpp"
#include "syntax/document.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace comb::syntax {

/// Everything that a run reads. After this no stage touches the file system.
struct LoadedCourse {
  source::SourceSet sources;             ///< all texts, also those with errors
  std::optional<Yaml> manifest;          ///< `course.yaml`; none for a single lesson
  std::optional<Yaml> terms;             ///< the file that `terms:` names
  std::optional<Yaml> run;               ///< the run file of `--run`
  std::optional<Yaml> theme;             ///< `theme.yaml` of the theme, when the course brings one
  std::vector<std::string> lesson_paths; ///< in the order of the manifest; one for a single lesson
  /// By path: lessons and includes. Shared with what the next run remembers, never null.
  std::map<std::string, std::shared_ptr<const Document>> documents;
  std::map<std::string, std::string> assets; ///< bytes of pictures by path (relative to the course root)
};

/// Trees of an earlier run, by path: a file whose text and place in the run are the same is not parsed again.
struct ParsedFile {
  FileId file;
  std::string text; ///< has passed `check_text`
  std::shared_ptr<const Document> document;
  Diagnostics diagnostics;
};
using ParsedFiles = std::map<std::string, ParsedFile>;

struct LoadOptions {
  std::string entry = "course.yaml"; ///< `course.yaml`, or the path of one lesson (ending in `.md`)
  std::string run_path{};            ///< empty for none; relative to the course root
  ParsedFiles* remembered = nullptr; ///< read, and filled for the next run; null: everything is parsed
};

/// Reads a course. Missing, unreadable and oversized files, includes that form a cycle, YAML that breaks the rules
/// and every syntax error are reported together; what is sound is in the value all the same.
WithDiagnostics<LoadedCourse> load_course(const source::FileSystem& files, const LoadOptions& options);

/// One file's text to its tree. `text` must be in `sources` as `file`. The text must have passed `check_text`.
WithDiagnostics<Document> parse_document(const source::SourceFile& file);

/// UTF-8, control characters and the limits that must hold before cmark-gfm may see a text.
Diagnostics check_text(const source::SourceFile& file);

/// YAML through the event interface: no anchors, aliases, tags or duplicate keys; at most 64 KiB, 16 levels.
WithDiagnostics<std::optional<Yaml>> parse_yaml(const source::SourceFile& file, Span part);

/// A readable outline of `document`, one node a line with line and column ranges, for `comb dump` and golden files.
std::string dump(const Document& document, const source::SourceFile& file);
/// The same without places and without the order of fields: equal for two layouts of the same lesson.
std::string dump_meaning(const Document& document, const source::SourceFile& file);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::syntax
