// `comb build` and `comb check`: all courses of a run, what is said about them, and the exit status.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <cstdint>

namespace comb::driver {

enum class Publishing : std::uint8_t {
  on,  ///< `comb build`
  off, ///< `comb check`: everything but writing
};

/// Compiles each course; publishes those without errors. Diagnostics of people go to standard error, those for
/// machines as one document to standard output. A course that fails does not stop the others.
ExitStatus build(const BuildOptions& options, Publishing publishing, Console& console);

} // namespace comb::driver
