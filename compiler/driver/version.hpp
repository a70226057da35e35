// Which version this is.
#pragma once

#include <string_view>

namespace comb::driver {

/// As CMakeLists.txt says it: `0.1.0`.
std::string_view version();

} // namespace comb::driver
