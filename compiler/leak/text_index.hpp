// Finds many texts in one pass over another.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comb::leak {

/// Texts of at least twelve bytes by their first bytes (Karp and Rabin 1987), so that a text of any length is passed
/// over once, however many are looked for.
class TextIndex {
 public:
  /// `texts` must outlive the index; shorter ones than twelve bytes are left out.
  explicit TextIndex(std::span<const std::string_view> texts);

  /// The places in `texts` of those that stand in `text`, ascending.
  std::set<std::size_t> find(std::string_view text) const;

 private:
  void look(std::string_view text, std::size_t at, std::uint64_t beginning, std::set<std::size_t>& found) const;

  std::span<const std::string_view> texts_;
  std::vector<bool> may_begin_; // by the hash's last bits: most places are passed over without a look-up
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_beginning_; // looked up only, never walked
};

} // namespace comb::leak
