// Numbers and strings as PDF writes them.
#include "emit/outputs/handbook/pdf_text.hpp"

#include "base/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace comb::emit::handbook {

void append_number(std::string& out, double value) {
  const long long thousandths = std::llround(value * 1000);
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), thousandths / 1000).ptr;
  const long long rest = std::llabs(thousandths % 1000);
  if (thousandths < 0 && thousandths > -1000) out += '-';
  out.append(digits.data(), end);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 100);
  if (rest % 100 == 0) return;
  out += static_cast<char>('0' + rest / 10 % 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

void append_hex16(std::string& out, std::uint32_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[(value >> shift) & 0xfU];
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedCharacter decoded = decode_at(utf8, at);
    at += decoded.byte_count;
    const char32_t c = decoded.character;
    if (c < 0x10000) {
      append_hex16(out, c);
    } else {
      append_hex16(out, 0xD7C0 + (c >> 10U));
      append_hex16(out, 0xDC00 + (c & 0x3ffU));
    }
  }
}

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  append_utf16_hex(out, utf8);
  return out + ">";
}

std::string byte_string(std::string_view ascii) {
  std::string out = "(";
  for (const char c : ascii) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c >= ' ' && c < 0x7f) out += c;
  }
  return out + ")";
}

void append_color(std::string& out, Rgb color) {
  append_number(out, color.red / 255.0);
  out += ' ';
  append_number(out, color.green / 255.0);
  out += ' ';
  append_number(out, color.blue / 255.0);
}

} // namespace comb::emit::handbook
