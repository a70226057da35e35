// A stable shuffle: the same seed gives the same order on every machine and in every release.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace comb {

/// FNV-1a over the bytes of `seed` (Fowler, Noll and Vo; 64 bits).
constexpr std::uint64_t seed_hash(std::string_view seed) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : seed) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere, unlike `std::shuffle`.
class StableRandom {
 public:
  explicit constexpr StableRandom(std::uint64_t seed) : state_(seed) {}
  constexpr std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }
  /// A number below `bound`, which is above zero. The bias of the remainder is far below what a class could notice.
  constexpr std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

 private:
  std::uint64_t state_;
};

/// The numbers 0 to `count - 1` in an order that depends on `seed` alone (Fisher and Yates 1938, in Durstenfeld's
/// form of 1964), and that is never 0, 1, 2 … where there are two or more.
inline std::vector<int> shuffled_order(std::string_view seed, std::size_t count) {
  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  StableRandom random(seed_hash(seed));
  for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
  if (std::ranges::is_sorted(order) && count > 1) std::rotate(order.begin(), order.begin() + 1, order.end());
  return order;
}

} // namespace comb
