// Any bytes as a picture.
#include "images/image.hpp"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)comb::images::read_image({reinterpret_cast<const char*>(data), size}, "a.svg", {});
  return 0;
}
