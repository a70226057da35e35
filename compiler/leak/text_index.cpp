// A rolling hash over the first bytes of each text that is looked for.
#include "leak/text_index.hpp"

namespace comb::leak {

namespace {

constexpr std::size_t window = 12;
constexpr std::uint64_t base = 1099511628211ULL;
constexpr std::uint64_t highest_power = [] {
  std::uint64_t power = 1;
  for (std::size_t i = 1; i < window; ++i) power *= base;
  return power;
}();

std::uint64_t byte(char c) {
  return static_cast<unsigned char>(c);
}

std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) value = value * base + byte(c);
  return value;
}

} // namespace

TextIndex::TextIndex(std::span<const std::string_view> texts) : texts_(texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].size() >= window) by_beginning_[hash(texts[i].substr(0, window))].push_back(i);
  }
}

std::set<std::size_t> TextIndex::find(std::string_view text) const {
  std::set<std::size_t> found;
  if (text.size() < window || by_beginning_.empty()) return found;
  std::uint64_t rolling = hash(text.substr(0, window));
  for (std::size_t at = 0;; ++at) {
    const auto candidates = by_beginning_.find(rolling);
    if (candidates != by_beginning_.end()) {
      for (const std::size_t index : candidates->second) {
        if (text.substr(at, texts_[index].size()) == texts_[index]) found.insert(index);
      }
    }
    if (at + window >= text.size()) return found;
    rolling = (rolling - byte(text[at]) * highest_power) * base + byte(text[at + window]);
  }
}

} // namespace comb::leak
