// Choosing a language's words, and filling patterns.
#include "words/words.hpp"

#include "words/languages.hpp"

#include <array>

namespace comb::words {

namespace {

constexpr std::array<const Words*, 4> languages = {&english, &traditional_chinese, &simplified_chinese, &japanese};

bool starts_with_tag(std::string_view lang, std::string_view tag) {
  return lang.starts_with(tag) && (lang.size() == tag.size() || lang[tag.size()] == '-');
}

} // namespace

const Words& words_for(std::string_view lang) {
  if (starts_with_tag(lang, "zh-CN") || starts_with_tag(lang, "zh-SG")) return simplified_chinese;
  if (starts_with_tag(lang, "zh") && !starts_with_tag(lang, "zh-Hans")) return traditional_chinese;
  for (const Words* candidate : languages) {
    if (starts_with_tag(lang, candidate->lang)) return *candidate;
  }
  return english;
}

std::span<const Words* const> all_words() {
  return languages;
}

std::string fill(std::string_view pattern, std::string_view value) {
  std::string filled(pattern);
  const std::size_t gap = filled.find("{}");
  if (gap != std::string::npos) filled.replace(gap, 2, value);
  return filled;
}

std::string fill(std::string_view pattern, int value) {
  return fill(pattern, std::to_string(value));
}

} // namespace comb::words
