// The command line: from arguments to a call of the driver.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <span>
#include <string>
#include <vector>

namespace comb::cli {

/// What the command line needs to know of its surroundings, looked up by `main` alone.
struct Surroundings {
  bool errors_are_watched = false; ///< standard error is a terminal that knows colours
  bool no_color = false;           ///< NO_COLOR is set (https://no-color.org)
  int processors = 1;
};

/// Runs `comb` with `arguments` (the program's name left out).
driver::ExitStatus run(const std::vector<std::string>& arguments, const Surroundings& surroundings,
                       driver::Console& console);

} // namespace comb::cli
