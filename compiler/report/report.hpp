// Diagnostics for people and machines: terminal, JSON, SARIF, GitHub annotations.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"

#include <cstdint>
#include <string>

namespace comb::report {

enum class Format : std::uint8_t { human, json, sarif, github };
enum class Colors : std::uint8_t { off, on };

/// `found` in the order given. Human: `file:line:column`, message, source line, caret under the span (a wide
/// character takes two cells), notes, help, and the name for `comb explain`. Control characters show as `\x1b`.
/// JSON: one array of `name, severity, file, line, column, end_line, end_column, message, help, notes[]`.
std::string render(const Diagnostics& found, const source::SourceSet& sources, Format format, Colors colors);

} // namespace comb::report
