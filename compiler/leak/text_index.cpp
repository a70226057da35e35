// A rolling hash over the first bytes of each text that is looked for.
#include "leak/text_index.hpp"

namespace comb::leak {

namespace {

constexpr std::size_t window = 12;
constexpr std::uint64_t filter_size = 1U << 20;
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
  if (texts.empty()) return;
  may_begin_.resize(filter_size);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].size() < window) continue;
    const std::uint64_t beginning = hash(texts[i].substr(0, window));
    may_begin_[beginning % filter_size] = true;
    by_beginning_[beginning].push_back(i);
  }
}

void TextIndex::look(std::string_view text, std::size_t at, std::uint64_t beginning,
                     std::set<std::size_t>& found) const {
  const auto candidates = by_beginning_.find(beginning);
  if (candidates == by_beginning_.end()) return;
  for (const std::size_t index : candidates->second) {
    if (text.substr(at, texts_[index].size()) == texts_[index]) found.insert(index);
  }
}

std::set<std::size_t> TextIndex::find(std::string_view text) const {
  std::set<std::size_t> found;
  if (text.size() < window || by_beginning_.empty()) return found;
  std::uint64_t rolling = hash(text.substr(0, window));
  for (std::size_t at = 0;; ++at) {
    if (may_begin_[rolling % filter_size]) look(text, at, rolling, found);
    if (at + window >= text.size()) return found;
    rolling = (rolling - byte(text[at]) * highest_power) * base + byte(text[at + window]);
  }
}

} // namespace comb::leak
