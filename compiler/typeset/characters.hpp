// How characters behave in a line: which side of a Chinese-Latin boundary they are on, and where a line may break.
#pragma once

#include "typeset/language_tools.hpp"
#include "typeset/paragraph.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace comb::typeset {

enum class CharacterClass : std::uint8_t {
  latin,      ///< set in words, shaped
  ideograph,  ///< Han, kana, full-width symbols: set one by one
  opener,     ///< 「（《
  closer,     ///< 」）》
  stop,       ///< ，。、；：！？
  space,      ///< a word space
  wide_space, ///< U+3000
  object,     ///< a gap or a box to tick
  new_line,   ///< a forced break
  joiner,     ///< belongs to the character before it: marks, variation selectors
  hyphen,     ///< U+00AD: a place for a hyphen
  break_hint, ///< U+200B
};

/// One character of a paragraph's text.
struct Character {
  char32_t code = 0;
  std::uint32_t byte = 0; ///< in the paragraph's text
  std::uint32_t run = 0;  ///< of the styled runs
  CharacterClass kind = CharacterClass::latin;
  int break_penalty = 10000; ///< of a line that begins with it; 10000: it may not
};

struct ParagraphText {
  std::string text; ///< of all runs; gaps and boxes are U+FFFC, forced breaks U+2028
  std::vector<Character> characters;

  /// Where character `index` begins; the text's end for the one past the last.
  std::uint32_t byte_at(std::size_t index) const {
    return index < characters.size() ? characters[index].byte : static_cast<std::uint32_t>(text.size());
  }
};

/// The characters of `runs` with their classes and breaks. Control characters are dropped, tabs and line ends are
/// spaces.
ParagraphText read_characters(std::span<const StyledRun> runs, const LanguageTools& tools);

} // namespace comb::typeset
