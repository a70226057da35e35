// Escaping for XML 1.0.
#include "base/xml_text.hpp"

#include "base/utf8.hpp"

namespace comb {

namespace {

/// The production Char of XML 1.0, section 2.2; surrogates cannot come out of the decoder.
bool is_xml_character(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  return character != 0xFFFE && character != 0xFFFF;
}

} // namespace

std::string escape_xml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    offset += next.byte_count;
    switch (next.character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        append_utf8(escaped, is_xml_character(next.character) ? next.character : replacement_character);
    }
  }
  return escaped;
}

} // namespace comb
