// `build.json`: from what, with what and to what a build was.
#pragma once

#include "driver/compile.hpp"
#include "driver/options.hpp"
#include "driver/publish.hpp"

#include <string>
#include <vector>

namespace comb::driver {

/// Tool version, options, SHA-256 of each input, size and SHA-256 of each output; no time, no path of the machine.
std::string build_record(const Compiled& compiled, const BuildOptions& options,
                         const std::vector<PublishedFile>& outputs);

} // namespace comb::driver
