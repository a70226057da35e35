// Lengths on paper and screen, in points (1/72 inch).
#pragma once

#include <compare>

namespace comb {

/// A length or a coordinate in points. Page coordinates start at the top left corner; y grows downwards.
struct Points {
  double value = 0;

  auto operator<=>(const Points&) const = default;

  constexpr Points operator-() const { return {-value}; }
  constexpr Points& operator+=(Points other) {
    value += other.value;
    return *this;
  }
  constexpr Points& operator-=(Points other) {
    value -= other.value;
    return *this;
  }
  friend constexpr Points operator+(Points a, Points b) { return {a.value + b.value}; }
  friend constexpr Points operator-(Points a, Points b) { return {a.value - b.value}; }
  friend constexpr Points operator*(Points a, double factor) { return {a.value * factor}; }
  friend constexpr Points operator*(double factor, Points a) { return {a.value * factor}; }
  friend constexpr Points operator/(Points a, double divisor) { return {a.value / divisor}; }
  /// How many times `b` goes into `a`.
  friend constexpr double operator/(Points a, Points b) { return a.value / b.value; }
};

inline namespace literals {
constexpr Points operator""_pt(long double value) {
  return {static_cast<double>(value)};
}
constexpr Points operator""_pt(unsigned long long value) {
  return {static_cast<double>(value)};
}
constexpr Points operator""_mm(long double value) {
  return {static_cast<double>(value) * 72.0 / 25.4};
}
constexpr Points operator""_mm(unsigned long long value) {
  return {static_cast<double>(value) * 72.0 / 25.4};
}
} // namespace literals

/// An upright rectangle; `x`, `y` is its top left corner.
struct Box2d {
  Points x, y, width, height;
  auto operator<=>(const Box2d&) const = default;
};

} // namespace comb
