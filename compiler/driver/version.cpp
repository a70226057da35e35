// The version comes from CMake's project(); nothing else repeats it.
#include "driver/version.hpp"

namespace comb::driver {

std::string_view version() {
  return COMB_VERSION;
}

} // namespace comb::driver
