// `comb watch`: slides that follow what an author types.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <cstdint>

namespace comb::driver {

struct WatchOptions {
  BuildOptions build; ///< `only` empty means the slides; of the courses, the first
  enum class Rest : std::uint8_t { on_demand, always } rest = Rest::on_demand; ///< PDFs, banks and the others
};

/// Builds the slides of a course, and again whenever a file that they are made of changes, until a signal ends the
/// program. `p` and Enter on standard input make everything else too. Errors are printed and keep the old output.
/// Returns only where watching fails.
ExitStatus watch(const WatchOptions& options, Console& console);

} // namespace comb::driver
