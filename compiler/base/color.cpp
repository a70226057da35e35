// Colours: reading, writing, contrast.
#include "base/color.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace comb {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::optional<std::uint8_t> hex_value(char c) {
  if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  const std::size_t at = hex_digits.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(at);
}

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  // 0.04045 is the break of IEC 61966-2-1; WCAG prints 0.03928, which no eight-bit channel tells apart.
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double relative_luminance(Rgb color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

} // namespace

std::optional<Rgb> read_color(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  const bool is_short = text.size() == 4;
  std::array<std::uint8_t, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const auto high = hex_value(text[is_short ? 1 + i : 1 + 2 * i]);
    const auto low = hex_value(text[is_short ? 1 + i : 2 + 2 * i]);
    if (!high || !low) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return Rgb{channels[0], channels[1], channels[2]};
}

std::string to_hex(Rgb color) {
  std::string text = "#";
  for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
    text += hex_digits[channel >> 4U];
    text += hex_digits[channel & 0xfU];
  }
  return text;
}

double contrast_ratio(Rgb a, Rgb b) {
  const double first = relative_luminance(a);
  const double second = relative_luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Rgb mix(Rgb color, Rgb ground, double opacity) {
  const auto channel = [&](std::uint8_t above, std::uint8_t below) {
    return static_cast<std::uint8_t>(std::lround(above * opacity + below * (1 - opacity)));
  };
  return {channel(color.red, ground.red), channel(color.green, ground.green), channel(color.blue, ground.blue)};
}

} // namespace comb
