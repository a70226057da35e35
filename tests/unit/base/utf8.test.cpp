// UTF-8 is decoded as Unicode says and measured as terminals draw it.
#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace comb;

TEST_CASE("every length of sequence decodes to its character") {
  const std::string text = "aé課𠀀";
  CHECK(to_utf32(text) == U"aé課𠀀");
  CHECK(decode_at(text, 0) == DecodedCharacter{U'a', 1});
  CHECK(decode_at(text, 1) == DecodedCharacter{U'é', 2});
  CHECK(decode_at(text, 3) == DecodedCharacter{U'課', 3});
  CHECK(decode_at(text, 6) == DecodedCharacter{U'𠀀', 4});
  CHECK(decode_at(text, 10) == DecodedCharacter{0, 0});
}

TEST_CASE("decoding backwards finds the same characters") {
  const std::string text = "aé課𠀀";
  CHECK(decode_before(text, 10) == DecodedCharacter{U'𠀀', 4});
  CHECK(decode_before(text, 6) == DecodedCharacter{U'課', 3});
  CHECK(decode_before(text, 3) == DecodedCharacter{U'é', 2});
  CHECK(decode_before(text, 1) == DecodedCharacter{U'a', 1});
  CHECK(decode_before(text, 0) == DecodedCharacter{0, 0});
  CHECK(decode_before("\x80", 1) == DecodedCharacter{replacement_character, 1});
}

TEST_CASE("encoding gives back what was decoded") {
  for (const char32_t character : {U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    const std::string text = to_utf8(character);
    CHECK(decode_at(text, 0) == DecodedCharacter{character, static_cast<std::uint32_t>(text.size())});
  }
  CHECK(to_utf8(char32_t{0xD800}) == "\uFFFD");
  CHECK(to_utf8(char32_t{0x110000}) == "\uFFFD");
}

TEST_CASE("the first bad byte is found") {
  CHECK(!first_bad_byte("好"));
  CHECK(!first_bad_byte("a replacement character \uFFFD is well formed"));
  CHECK(first_bad_byte("ab\xFF") == 2);
  CHECK(first_bad_byte("好\xE5\xA5") == 3);       // cut off
  CHECK(first_bad_byte("\xC0\xAF") == 0);         // overlong
  CHECK(first_bad_byte("\xE0\x80\xAF") == 0);     // overlong
  CHECK(first_bad_byte("\xED\xA0\x80") == 0);     // a surrogate
  CHECK(first_bad_byte("\xF4\x90\x80\x80") == 0); // past U+10FFFF
  CHECK(first_bad_byte("\xF5\x80\x80\x80") == 0);
}

TEST_CASE("every pair of bytes is either well formed or bad where Unicode says") {
  // Table 3-7: two bytes are well formed as two ASCII characters or one of U+0080 to U+07FF.
  int wrong = 0;
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const bool is_pair = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      const bool is_ascii = first < 0x80 && second < 0x80;
      if (first_bad_byte(text).has_value() == (is_pair || is_ascii)) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a Chinese character is three bytes, one character, two cells") {
  CHECK(std::string("課").size() == 3);
  CHECK(character_count("課") == 1);
  CHECK(display_width("課") == 2);
}

TEST_CASE("cells: wide two, combining none, others one") {
  CHECK(display_width("把木梳") == 6);
  CHECK(display_width("（１）") == 6);
  CHECK(display_width("한글") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u200B") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\t") == 1);
}

TEST_CASE("Han, kana and full-width forms join without a space, Hangul and Latin do not") {
  for (const char32_t character : U"課かカ，（Ａㄅ　") {
    if (character != 0) CHECK(joins_without_space(character));
  }
  for (const char32_t character : U"한aé1 .ㅏ") {
    if (character != 0) CHECK(!joins_without_space(character));
  }
  CHECK(is_wide(U'한'));
}

TEST_CASE("lower case is Unicode's, not the machine's") {
  CHECK(to_lower("ÀB課I") == "àb課i");
}

TEST_CASE("punctuation, letters and spaces are Unicode's") {
  CHECK(is_punctuation(U'「'));
  CHECK(is_punctuation(U'*'));
  CHECK(is_punctuation(U'●'));
  CHECK(!is_punctuation(U'課'));
  CHECK(is_letter_or_digit(U'課'));
  CHECK(is_space(0x3000));
  CHECK(is_control(0x1b));
  CHECK(is_control(0x85));
  CHECK(!is_control(U'a'));
}
