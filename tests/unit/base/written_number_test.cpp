// Numbers in texts.
#include "base/written_number.hpp"

#include <doctest/doctest.h>

namespace comb {

TEST_CASE("a number may have separators, full-width digits and a short unit, and nothing else") {
  CHECK(written_number("１，０００ 元") == 1000);
  CHECK(written_number("-2.5 km") == -2.5);
  CHECK(written_number("12。") == 12);
  CHECK_FALSE(written_number("3 之 1").has_value());
  CHECK_FALSE(written_number("無").has_value());
  CHECK_FALSE(written_number("").has_value());
}

} // namespace comb
