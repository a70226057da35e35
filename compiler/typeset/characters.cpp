// Classes after "Requirements for Chinese Text Layout" (W3C clreq, section 3.1), breaks after UAX 14.
#include "typeset/characters.hpp"

#include "base/utf8.hpp"
#include "typeset/line_breaking.hpp"

#include <algorithm>
#include <string_view>

namespace comb::typeset {

namespace {

constexpr char32_t object_replacement = 0xFFFC;
constexpr char32_t line_separator = 0x2028;
// A break that only a line that has no other takes.
constexpr int discouraged_break = 3000;

constexpr std::u32string_view openers = U"「『（《〈【〔［｛〖｢";
constexpr std::u32string_view closers = U"」』）》〉】〕］｝〗｣";
constexpr std::u32string_view stops = U"，。、；：！？．｡､";
// Wide in Chinese, narrow in Latin text: the neighbours decide.
constexpr std::u32string_view opening_quotes = U"“‘";
constexpr std::u32string_view closing_quotes = U"”’";
constexpr std::u32string_view dashes = U"—…‥·‧―";
// What follows a number so closely that a line should not end between them, and what goes before it.
constexpr std::u32string_view units =
    U"年月日天週周時分秒點元塊角頁張次位名人個题題項项步節节章課课條条件組组回歲岁倍成度號号樓楼層层遍種种家間间段場场"
    U"版類类級级道格欄栏秒鐘钟小公％円本枚冊台歳社";
constexpr std::u32string_view before_numbers = U"第約约共近逾滿满";

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Symbols that Chinese faces draw as wide as a character, so that no extra space goes beside them.
bool is_wide_symbol(char32_t c) {
  return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2500 && c <= 0x27BF) || c == 0x203B;
}

bool is_joiner(char32_t c) {
  if (c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)) return true;
  return c >= 0x300 && cell_width(c) == 0;
}

CharacterClass class_of(char32_t c) {
  switch (c) {
    case U' ':
    case 0xA0:
      return CharacterClass::space;
    case 0x3000:
      return CharacterClass::wide_space;
    case 0xAD:
      return CharacterClass::hyphen;
    case 0x200B:
      return CharacterClass::break_hint;
    case object_replacement:
      return CharacterClass::object;
    case line_separator:
      return CharacterClass::new_line;
    default:
      break;
  }
  if (c < 0x80) return CharacterClass::latin;
  if (is_one_of(c, openers)) return CharacterClass::opener;
  if (is_one_of(c, closers)) return CharacterClass::closer;
  if (is_one_of(c, stops)) return CharacterClass::stop;
  if (is_joiner(c)) return CharacterClass::joiner;
  if (is_wide(c) || is_wide_symbol(c)) return CharacterClass::ideograph;
  return CharacterClass::latin;
}

/// Text of a run that is not text, and the characters that say so.
std::string_view text_of(const StyledRun& run) {
  switch (run.kind) {
    case StyledRun::Kind::text:
      return run.text;
    case StyledRun::Kind::line_break:
      return "\u2028";
    case StyledRun::Kind::gap:
    case StyledRun::Kind::box:
      return "\uFFFC";
  }
  return run.text;
}

char32_t cleaned(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' ? U' ' : c;
}

void add_run(ParagraphText& paragraph, const StyledRun& run, std::uint32_t index) {
  const std::string_view text = text_of(run);
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter decoded = decode_at(text, at);
    at += decoded.byte_count;
    const char32_t c = cleaned(decoded.character);
    if (is_control(c)) continue;
    paragraph.characters.push_back(
        {.code = c, .byte = static_cast<std::uint32_t>(paragraph.text.size()), .run = index, .kind = class_of(c)});
    append_utf8(paragraph.text, c);
  }
}

bool is_wide_class(const Character& character) {
  using enum CharacterClass;
  return character.kind == ideograph || character.kind == opener || character.kind == closer || character.kind == stop;
}

/// Whether the neighbour of `at` in direction `step` that is neither a space nor the same dash is wide; a missing
/// one is not.
bool is_beside_wide(const std::vector<Character>& characters, std::size_t at, int step) {
  const char32_t code = characters[at].code;
  for (std::size_t i = at;;) {
    if (step < 0 ? i == 0 : i + 1 >= characters.size()) return false;
    i = step < 0 ? i - 1 : i + 1;
    if (characters[i].code == code) continue;
    return is_wide_class(characters[i]);
  }
}

/// Quotation marks take the side of what they enclose, dashes and dots that of either neighbour.
void place_ambiguous(std::vector<Character>& characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Character& character = characters[i];
    if (character.code < 0x80) continue;
    if (is_one_of(character.code, opening_quotes)) {
      if (is_beside_wide(characters, i, 1)) character.kind = CharacterClass::opener;
    } else if (is_one_of(character.code, closing_quotes)) {
      if (is_beside_wide(characters, i, -1)) character.kind = CharacterClass::closer;
    } else if (is_one_of(character.code, dashes)) {
      if (is_beside_wide(characters, i, -1) || is_beside_wide(characters, i, 1)) {
        character.kind = CharacterClass::ideograph;
      }
    }
  }
}

void mark_breaks(ParagraphText& paragraph, const LanguageTools& tools) {
  std::u16string text;
  text.reserve(paragraph.characters.size() + 8);
  for (const Character& character : paragraph.characters) {
    if (character.code >= 0x10000) {
      text += static_cast<char16_t>(0xD7C0 + (character.code >> 10U));
      text += static_cast<char16_t>(0xDC00 + (character.code & 0x3ffU));
    } else {
      text += static_cast<char16_t>(character.code);
    }
  }
  const std::vector<std::uint32_t> breaks = tools.line_breaks(text);
  auto next = breaks.begin();
  std::uint32_t unit = 0;
  for (Character& character : paragraph.characters) {
    while (next != breaks.end() && *next < unit) ++next;
    if (unit > 0 && next != breaks.end() && *next == unit) character.break_penalty = 0;
    unit += character.code >= 0x10000 ? 2 : 1;
  }
}

/// What UAX 14 leaves to the language: pairs of dashes and dots stay together, numbers with their units.
void adjust_breaks(std::vector<Character>& characters) {
  for (std::size_t i = 1; i < characters.size(); ++i) {
    Character& character = characters[i];
    const Character& previous = characters[i - 1];
    if (character.break_penalty >= forbidden_break) continue;
    if (character.code == previous.code && is_one_of(character.code, dashes)) {
      character.break_penalty = forbidden_break;
      continue;
    }
    const std::size_t before = previous.kind == CharacterClass::space && i > 1 ? i - 2 : i - 1;
    const char32_t left = characters[before].code;
    const bool is_number_and_unit = is_digit(left) && is_one_of(character.code, units);
    const bool is_word_and_number = is_digit(character.code) && is_one_of(left, before_numbers);
    // clreq 3.1.7 allows a dash at a line's start, but it reads as a list.
    const bool is_dash = character.kind == CharacterClass::ideograph && is_one_of(character.code, dashes);
    if (is_number_and_unit || is_word_and_number || is_dash) character.break_penalty = discouraged_break;
  }
}

} // namespace

ParagraphText read_characters(std::span<const StyledRun> runs, const LanguageTools& tools) {
  ParagraphText paragraph;
  for (std::uint32_t i = 0; i < runs.size(); ++i) add_run(paragraph, runs[i], i);
  place_ambiguous(paragraph.characters);
  mark_breaks(paragraph, tools);
  adjust_breaks(paragraph.characters);
  return paragraph;
}

} // namespace comb::typeset
