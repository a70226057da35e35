// Reads the sign, the digits and what may stand behind them.
#include "base/written_number.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace comb {

namespace {

/// `text` without spaces, its full-width letters, digits and signs as half-width ones, without a full stop at its end.
std::string plain_form(std::string_view text) {
  constexpr char32_t first = U'！', last = U'～', distance = U'！' - U'!';
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_at(text, at);
    at += std::max<std::uint32_t>(next.byte_count, 1);
    if (is_space(next.character)) continue;
    const bool is_full_width = next.character >= first && next.character <= last;
    append_utf8(plain, is_full_width ? next.character - distance : next.character);
  }
  for (const std::string_view stop : {"。", "."}) {
    if (plain.size() > stop.size() && plain.ends_with(stop)) plain.resize(plain.size() - stop.size());
  }
  return plain;
}

} // namespace

std::optional<double> written_number(std::string_view text) {
  constexpr std::size_t longest_unit = 6;
  const std::string plain = plain_form(text);
  std::string digits;
  std::size_t at = 0;
  for (; at < plain.size(); ++at) {
    const char byte = plain[at];
    const bool is_sign = (byte == '-' || byte == '+') && at == 0;
    if (byte == ',' && !digits.empty()) continue;
    if (!is_sign && byte != '.' && (byte < '0' || byte > '9')) break;
    if (byte != '+') digits += byte;
  }
  const std::string_view unit = std::string_view(plain).substr(at);
  if (character_count(unit) > longest_unit || unit.find_first_of("0123456789") != std::string_view::npos) return {};
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

} // namespace comb
