// Moodle's list of fractions.
#include "check/moodle_fractions.hpp"

#include <array>
#include <cmath>

namespace comb::check {
namespace {

constexpr std::array<double, 20> fractions = {100,      90,       83.33333, 80,       75, 70, 66.66667,
                                              60,       50,       40,       33.33333, 30, 25, 20,
                                              16.66667, 14.28571, 12.5,     11.11111, 10, 5};

} // namespace

double nearest_moodle_fraction(double percent) {
  double nearest = 0;
  for (const double fraction : fractions)
    for (const double candidate : {fraction, -fraction})
      if (std::abs(candidate - percent) < std::abs(nearest - percent)) nearest = candidate;
  return nearest;
}

bool is_moodle_fraction(double percent) {
  const double written = std::round(percent * 100000) / 100000;
  return std::abs(nearest_moodle_fraction(written) - written) <= 0.00001 + 1e-9;
}

} // namespace comb::check
