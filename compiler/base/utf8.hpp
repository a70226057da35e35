// UTF-8: decoding, checking, counting characters, and how wide characters are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comb {

/// One character of a text and how many bytes it takes there.
struct DecodedCharacter {
  char32_t character = 0;
  std::uint32_t byte_count = 0; ///< 1 to 4; 0 only past the end (or before the beginning)
  bool operator==(const DecodedCharacter&) const = default;
};

constexpr char32_t replacement_character = 0xFFFD;

/// The character that begins at `byte_offset`. A byte that begins no well-formed character gives U+FFFD with one
/// byte; past the end, character 0 with no bytes.
inline DecodedCharacter decode_at(std::string_view text, std::size_t byte_offset);
/// The character that ends just before `byte_offset`; the same rules.
DecodedCharacter decode_before(std::string_view text, std::size_t byte_offset);
/// All characters of `text`; bad bytes as U+FFFD each.
std::u32string to_utf32(std::string_view text);

/// Appends `character` to `text`. Surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& text, char32_t character);
std::string to_utf8(char32_t character);
std::string to_utf8(std::u32string_view characters);

/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no
/// surrogates); none where all is well.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// How many characters (code points) `text` has; each bad byte counts one.
std::size_t character_count(std::string_view text);

/// Cells in a terminal: 2 for wide and full-width characters (Unicode East Asian Width W and F), 0 for combining
/// marks and format characters, 1 for all others.
int cell_width(char32_t character);
/// The sum of `cell_width` over `text`; a control character counts one.
int display_width(std::string_view text);

/// The block of the common Chinese characters: letters without case, two cells wide, each of them assigned. Most of a
/// Chinese course is answered here, without a look into ICU's tables.
constexpr bool is_common_han(char32_t character) {
  return character >= 0x4E00 && character <= 0x9FFF;
}
/// Whether `character` takes two cells: Han, kana, Hangul, full-width forms, CJK punctuation, most emoji.
bool is_wide(char32_t character);
/// Whether a line break next to `character` on both sides joins without a space: Han, kana, bopomofo, full-width
/// forms and CJK punctuation, but not Hangul, which writes spaces between words.
bool joins_without_space(char32_t character);
/// Whether `character` is punctuation or a symbol as CommonMark counts it for emphasis (Unicode P* and S*).
bool is_punctuation(char32_t character);
/// Whether `character` is a letter, a digit or a mark that belongs to one.
bool is_letter_or_digit(char32_t character);
/// White space as Unicode counts it (Zs, tab, line ends).
bool is_space(char32_t character);
/// A control character (Cc): C0 with tab and line ends, DEL, C1.
bool is_control(char32_t character);

/// `text` in lower case by Unicode's own rules, never those of the machine's locale.
std::string to_lower(std::string_view text);
char32_t to_lower(char32_t character);

/// `decode_at` for any character.
DecodedCharacter decode_longer_at(std::string_view text, std::size_t byte_offset);

// Here, because every pass over a text asks it for each character: ASCII, and what E1 to EC begin, Han and kana among
// it, are most of them.
DecodedCharacter decode_at(std::string_view text, std::size_t byte_offset) {
  const auto byte = [&](std::size_t place) -> char32_t { return static_cast<unsigned char>(text[place]); };
  if (byte_offset >= text.size()) return {};
  const char32_t first = byte(byte_offset);
  if (first < 0x80) return {first, 1};
  if (first >= 0xE1 && first <= 0xEC && byte_offset + 3 <= text.size()) {
    const char32_t second = byte(byte_offset + 1), third = byte(byte_offset + 2);
    const bool is_well_formed = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80;
    if (is_well_formed) return {((first & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F), 3};
  }
  return decode_longer_at(text, byte_offset);
}

} // namespace comb
