// Letters, and what two texts share.
#include "check/letter_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <vector>

namespace comb::check {

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size() / 2); // three bytes a Chinese character, one a Latin one
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_at(text, at);
    const char32_t lower = to_lower(next.character);
    if (is_letter_or_digit(lower)) letters += lower;
    at += next.byte_count;
  }
  return letters;
}

std::u32string_view longest_shared(std::u32string_view one, std::u32string_view other) {
  // Lengths of the stretches that end at each character of `other`; one row at a time.
  std::vector<std::size_t> row(other.size() + 1, 0);
  std::size_t longest = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t before = 0;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = one[i] == other[j] ? before + 1 : 0;
      before = above;
      if (row[j + 1] <= longest) continue;
      longest = row[j + 1];
      end = i + 1;
    }
  }
  return one.substr(end - longest, longest);
}

std::vector<std::u32string_view> stretches_of_weight(std::u32string_view text, std::size_t weight) {
  std::vector<std::u32string_view> stretches;
  std::size_t end = 0, held = 0;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    while (end < text.size() && held < weight) held += weight_of(text.substr(end++, 1));
    if (held < weight) break;
    stretches.push_back(text.substr(begin, end - begin));
    held -= weight_of(text.substr(begin, 1));
  }
  return stretches;
}

std::size_t weight_of(std::u32string_view text) {
  std::size_t weight = 0;
  for (const char32_t character : text) weight += is_wide(character) ? 2 : 1;
  return weight;
}

} // namespace comb::check
