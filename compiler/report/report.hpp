// Diagnostics for people and machines: terminal, JSON, SARIF, GitHub annotations.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace comb::report {

enum class Format : std::uint8_t { human, json, sarif, github };
enum class Colors : std::uint8_t { off, on };

/// The findings of one course.
struct Batch {
  const Diagnostics& found;
  const source::SourceSet& sources;
  std::string path_prefix{}; ///< put before each path, so that it leads to the file from where the reader stands
};

/// `found` in the order given. Human: `file:line:column`, message, source line, caret under the span (a wide
/// character takes two cells), notes, help, and the name for `comb explain`. Control characters show as `\x1b`.
/// JSON: one array of `name, severity, file, line, column, end_line, end_column, message, help, notes[]`.
///
/// A finding whose span names no file of `sources` is printed without a place.
std::string render(const Diagnostics& found, const source::SourceSet& sources, Format format, Colors colors);
/// The same for several courses: still one JSON array, one SARIF log.
std::string render(std::span<const Batch> batches, Format format, Colors colors);

/// `text` with control characters and those that turn the direction of text as `\x1b` or `\u202e`; tabs and line
/// ends too.
std::string visible(std::string_view text);

/// `error`, `warning`, `info`.
std::string_view name_of(Severity severity);

} // namespace comb::report
