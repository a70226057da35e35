// The canonical layout of a lesson: `comb fmt`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"

#include <span>
#include <string>

namespace comb::format {

/// The text of a lesson in its canonical layout: blank lines around blocks, aligned tables, fields in order, `-` and
/// `1.` as list markers, one line end at the end. Full-width slips that the compiler warns about are mended; those
/// that make a block of what was text (`##標題`, `１．`, `- []`) are reported as `format-mended`.
///
/// Whatever it does is parsed again and compared: a step that would change what the lesson says (`format-unsafe`) is
/// left out. Code, comments and front matter stay byte for byte. A text that cannot be parsed (bad UTF-8, limits)
/// comes back as it is, with its errors. Formatting twice is formatting once.
WithDiagnostics<std::string> format_lesson(const source::SourceFile& file);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::format
