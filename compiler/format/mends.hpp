// Slips of a Chinese keyboard, mended. Internal.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"

#include <string>

namespace comb::format {

/// The text of `file` with the slips mended that the parser warns about. Signs that are understood as they are
/// (`：：：`, `＝`) become half-width in silence. Lines that were text become what they look like (`##標題`, `１．`,
/// `- []`), if they do become it; each is reported to `found` as `format-mended`.
std::string mend_slips(const source::SourceFile& file, Diagnostics& found);

extern const DiagnosticKind format_mended;

} // namespace comb::format
