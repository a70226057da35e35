// Where lines and words of a language may break: ICU's line breaks and libhyphen's patterns.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace comb::typeset {

/// Line breaks and hyphenation. All functions may be called from several threads and always give the same.
class LanguageTools {
 public:
  /// For a course in `lang`. Nothing is opened before it is needed.
  explicit LanguageTools(std::string_view lang);
  ~LanguageTools();
  LanguageTools(const LanguageTools&) = delete;
  LanguageTools& operator=(const LanguageTools&) = delete;

  /// Offsets into `text`, rising, before which a line may begin (UAX 14; strict kinsoku for Chinese and Japanese);
  /// 0 is not among them, the end is.
  std::vector<std::uint32_t> line_breaks(std::u16string_view text) const;

  /// Offsets into `text`, rising, where a word begins or ends (UAX 29; ICU's dictionary for Chinese and Japanese).
  std::vector<std::uint32_t> word_edges(std::u16string_view text) const;

  /// Offsets inside `word` (ASCII letters) before which a hyphen may be set: at least two letters before it and
  /// three after. English patterns, as the only Latin language of the courses.
  const std::vector<std::uint8_t>& hyphenation(std::string_view word) const;

  /// Where the dots of emphasis stand: above the characters in Japanese and Korean (JLREQ 3.3.9), below in Chinese
  /// (clreq 3.3.2).
  bool has_dots_above() const;

  /// Whether the machine has the patterns that `hyphenation` needs.
  static bool has_patterns();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace comb::typeset
