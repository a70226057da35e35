// UTF-8 by hand, character properties through ICU's tables (no locale, no data of the machine).
#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace comb {

namespace {

unsigned byte_at(std::string_view text, std::size_t byte_offset) {
  return static_cast<unsigned char>(text[byte_offset]);
}

/// What the first byte of a sequence promises: how many bytes, and between what the second must lie.
/// Unicode 15, table 3-7, "Well-Formed UTF-8 Byte Sequences".
struct LeadByte {
  std::uint32_t byte_count = 0; // 0: no character begins so
  unsigned second_min = 0x80;
  unsigned second_max = 0xBF;
  unsigned payload = 0;
};

LeadByte read_lead(unsigned byte) {
  if (byte < 0x80) return {.byte_count = 1, .payload = byte};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {.byte_count = 2, .payload = byte & 0x1F};
  if (byte == 0xE0) return {.byte_count = 3, .second_min = 0xA0, .payload = 0};
  if (byte == 0xED) return {.byte_count = 3, .second_max = 0x9F, .payload = 0xD};
  if (byte < 0xF0) return {.byte_count = 3, .payload = byte & 0x0F};
  if (byte == 0xF0) return {.byte_count = 4, .second_min = 0x90, .payload = 0};
  if (byte < 0xF4) return {.byte_count = 4, .payload = byte & 0x07};
  if (byte == 0xF4) return {.byte_count = 4, .second_max = 0x8F, .payload = 4};
  return {};
}

constexpr DecodedCharacter bad_byte{replacement_character, 1};

UChar32 to_icu(char32_t character) {
  return static_cast<UChar32>(character);
}

bool is_hangul(char32_t character) {
  return u_getIntPropertyValue(to_icu(character), UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE ||
         (character >= 0x3130 && character <= 0x318F) || // compatibility jamo
         (character >= 0xFFA0 && character <= 0xFFDC);   // half-width jamo
}

} // namespace

DecodedCharacter decode_longer_at(std::string_view text, std::size_t byte_offset) {
  if (byte_offset >= text.size()) return {};
  const LeadByte lead = read_lead(byte_at(text, byte_offset));
  if (lead.byte_count == 1) return {static_cast<char32_t>(lead.payload), 1};
  if (lead.byte_count == 0 || byte_offset + lead.byte_count > text.size()) return bad_byte;

  const unsigned second = byte_at(text, byte_offset + 1);
  if (second < lead.second_min || second > lead.second_max) return bad_byte;
  char32_t character = (lead.payload << 6U) | (second & 0x3FU);
  for (std::uint32_t index = 2; index < lead.byte_count; ++index) {
    const unsigned next = byte_at(text, byte_offset + index);
    if ((next & 0xC0U) != 0x80U) return bad_byte;
    character = (character << 6U) | (next & 0x3FU);
  }
  return {character, lead.byte_count};
}

DecodedCharacter decode_before(std::string_view text, std::size_t byte_offset) {
  if (byte_offset == 0 || byte_offset > text.size()) return {};
  for (std::uint32_t length = 1; length <= 4 && length <= byte_offset; ++length) {
    const DecodedCharacter found = decode_at(text.substr(0, byte_offset), byte_offset - length);
    if (found.byte_count == length && !(length == 1 && found == bad_byte)) return found;
  }
  return bad_byte;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    characters.push_back(next.character);
    offset += next.byte_count;
  }
  return characters;
}

void append_utf8(std::string& text, char32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = replacement_character;
  const auto lead = [](char32_t mark, char32_t bits) { return static_cast<char>(mark | bits); };
  const auto rest = [&](unsigned shift) { return lead(0x80, (character >> shift) & 0x3F); };
  if (character < 0x80) {
    text.push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text.append({lead(0xC0, character >> 6), rest(0)});
  } else if (character < 0x10000) {
    text.append({lead(0xE0, character >> 12), rest(6), rest(0)});
  } else {
    text.append({lead(0xF0, character >> 18), rest(12), rest(6), rest(0)});
  }
}

std::string to_utf8(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

std::string to_utf8(std::u32string_view characters) {
  std::string text;
  text.reserve(characters.size());
  for (const char32_t character : characters) append_utf8(text, character);
  return text;
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (byte_at(text, offset) < 0x80) {
      ++offset;
      continue;
    }
    const DecodedCharacter next = decode_at(text, offset);
    // U+FFFD itself takes three bytes; one byte of it can only be our sign for a bad byte.
    if (next == bad_byte) return offset;
    offset += next.byte_count;
  }
  return std::nullopt;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) offset += decode_at(text, offset).byte_count;
  return count;
}

int cell_width(char32_t character) {
  if (character >= 0x20 && character < 0x7F) return 1;
  if (is_common_han(character)) return 2;
  if (is_control(character)) return 1;
  if (is_wide(character)) return 2;
  switch (u_charType(to_icu(character))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return character == 0xAD ? 1 : 0; // a soft hyphen is drawn by terminals
    default:
      return 1;
  }
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    width += cell_width(next.character);
    offset += next.byte_count;
  }
  return width;
}

bool is_wide(char32_t character) {
  if (character < 0x1100) return false;
  if (is_common_han(character)) return true;
  const int width = u_getIntPropertyValue(to_icu(character), UCHAR_EAST_ASIAN_WIDTH);
  if (width != U_EA_WIDE && width != U_EA_FULLWIDTH) return false;
  const int type = u_charType(to_icu(character));
  return type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK;
}

bool joins_without_space(char32_t character) {
  return is_wide(character) && !is_hangul(character);
}

bool is_punctuation(char32_t character) {
  if (is_common_han(character)) return false;
  constexpr std::uint32_t symbols = U_GC_P_MASK | U_GC_S_MASK;
  return (U_GET_GC_MASK(to_icu(character)) & symbols) != 0;
}

bool is_letter_or_digit(char32_t character) {
  if (is_common_han(character)) return true;
  constexpr std::uint32_t letters = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(to_icu(character)) & letters) != 0;
}

bool is_space(char32_t character) {
  constexpr char32_t last_space = 0x3000;
  if (character > last_space || (character > ' ' && character < 0x7F)) return false;
  return character == '\t' || character == '\n' || character == '\f' || character == '\r' ||
         u_charType(to_icu(character)) == U_SPACE_SEPARATOR;
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    offset += next.byte_count;
    append_utf8(lower, to_lower(next.character));
  }
  return lower;
}

char32_t to_lower(char32_t character) {
  if (character < 0x80) return character >= 'A' && character <= 'Z' ? character + 32 : character;
  return is_common_han(character) ? character : static_cast<char32_t>(u_tolower(to_icu(character)));
}

} // namespace comb
