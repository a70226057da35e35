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

struct Quotes {
  std::string_view open, close, inner_open, inner_close;
};
constexpr std::array<Quotes, 2> all_quotes = {{{"「", "」", "『", "』"}, {"“", "”", "‘", "’"}}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// `value` as it stands between what comes before and behind the gap of a pattern.
std::string as_quoted(std::string_view before, std::string_view behind, std::string value) {
  for (const Quotes& quotes : all_quotes) {
    if (!before.ends_with(quotes.open) || !behind.starts_with(quotes.close)) continue;
    value = replaced(replaced(std::move(value), quotes.open, quotes.inner_open), quotes.close, quotes.inner_close);
  }
  return value;
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
  const std::size_t gap = pattern.find("{}");
  if (gap == std::string_view::npos) return std::string(pattern);
  const std::string_view before = pattern.substr(0, gap);
  const std::string_view behind = pattern.substr(gap + 2);
  return std::string(before) + as_quoted(before, behind, std::string(value)) + std::string(behind);
}

std::string fill(std::string_view pattern, int value) {
  return fill(pattern, std::to_string(value));
}

} // namespace comb::words
