// What two texts share.
#include "check/letter_text.hpp"

#include <doctest/doctest.h>

using namespace comb::check;

TEST_CASE("stretches of a weight are the shortest from each place") {
  const std::u32string text = U"木梳abcd";
  const auto stretches = stretches_of_weight(text, 4);
  REQUIRE(stretches.size() == 3);
  CHECK(bool(stretches[0] == U"木梳"));
  CHECK(bool(stretches[1] == U"梳ab"));
  CHECK(bool(stretches[2] == U"abcd"));
  CHECK(stretches_of_weight(U"木", 4).empty());
  CHECK(stretches_of_weight(U"", 4).empty());
}

TEST_CASE("the longest stretch that stands in both is found") {
  CHECK(bool(longest_shared(U"賣木梳給和尚", U"把木梳給人") == U"木梳給"));
  CHECK(longest_shared(U"木", U"水").empty());
}
