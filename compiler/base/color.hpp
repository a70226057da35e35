// A colour as themes and pictures write it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comb {

/// A colour in sRGB, eight bits a channel.
struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Rgb&) const = default;
};

/// `#a4501f` or `#a52`; none where `text` is no such thing.
std::optional<Rgb> read_color(std::string_view text);
/// `#a4501f`.
std::string to_hex(Rgb color);
/// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, section 1.4.3, relative luminance).
double contrast_ratio(Rgb a, Rgb b);
/// `color` laid over `ground` with `opacity` 0 to 1.
Rgb mix(Rgb color, Rgb ground, double opacity);

} // namespace comb
