// Colours: reading, writing, contrast, mixing.
#include "base/color.hpp"

#include <doctest/doctest.h>

using namespace comb;

TEST_CASE("a colour is read in its long and its short form, and nothing else is one") {
  CHECK(read_color("#a4501f") == Rgb{0xa4, 0x50, 0x1f});
  CHECK(read_color("#A52") == Rgb{0xaa, 0x55, 0x22});
  for (const char* text : {"", "#", "a4501f", "#a4501", "#a4501g", "#a4501f0", "red"}) {
    CHECK_MESSAGE(!read_color(text).has_value(), text);
  }
  CHECK(to_hex({0xa4, 0x05, 0x1f}) == "#a4051f");
}

TEST_CASE("contrast is that of WCAG, whichever colour comes first") {
  CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast_ratio({0x77, 0x77, 0x77}, {255, 255, 255}) == doctest::Approx(4.478).epsilon(0.001));
  CHECK(contrast_ratio({255, 255, 255}, {0x77, 0x77, 0x77}) == doctest::Approx(4.478).epsilon(0.001));
  CHECK(contrast_ratio({9, 9, 9}, {9, 9, 9}) == doctest::Approx(1));
}

TEST_CASE("mixing goes from the ground to the colour") {
  CHECK(mix({255, 0, 0}, {255, 255, 255}, 0) == Rgb{255, 255, 255});
  CHECK(mix({255, 0, 0}, {255, 255, 255}, 1) == Rgb{255, 0, 0});
  CHECK(mix({255, 0, 0}, {255, 255, 255}, 0.5) == Rgb{255, 128, 128});
}
