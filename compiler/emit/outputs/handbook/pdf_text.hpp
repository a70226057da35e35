// Numbers, names and strings as PDF writes them (ISO 32000-1, section 7.3).
#pragma once

#include "base/color.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace comb::emit::handbook {

/// `value` to three decimals, without zeros at its end.
void append_number(std::string& out, double value);
std::string number(double value);
/// Four upper-case hexadecimal digits.
void append_hex16(std::string& out, std::uint32_t value);
/// UTF-8 as UTF-16 in hexadecimal digits, without the angle brackets.
void append_utf16_hex(std::string& out, std::string_view utf8);
/// A text string: `<FEFF…>`.
std::string text_string(std::string_view utf8);
/// A string of ASCII bytes: `(…)`, escaped.
std::string byte_string(std::string_view ascii);
/// `0.64 0.31 0.12`.
void append_color(std::string& out, Rgb color);

} // namespace comb::emit::handbook
