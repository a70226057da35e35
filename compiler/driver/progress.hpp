// What a person who watches is told beside the diagnostics.
#pragma once

#include "driver/compile.hpp"
#include "driver/console.hpp"
#include "driver/options.hpp"

#include <string>

namespace comb::driver {

/// One line a finished file: path, size, pages or slides. Nothing where nobody watches.
void print_files(const Compiled& compiled, const std::string& folder, const SpeechOptions& speech, Console& console);
/// How many errors and warnings a course has. Nothing where nobody watches.
void print_summary(const Compiled& compiled, const SpeechOptions& speech, Console& console);
/// The findings that are to be printed: all, or errors only with `--quiet` (warnings too where they count as errors).
Diagnostics shown_findings(const Diagnostics& found, const SpeechOptions& speech);

} // namespace comb::driver
