// The distance of Damerau and Levenshtein over characters, so that a Chinese name is not three times as far.
#include "diagnostics/suggest.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <vector>

namespace comb {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (optimal string alignment).
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t column = 0; column <= b.size(); ++column) row[column] = column;
  for (std::size_t line = 1; line <= a.size(); ++line) {
    before_last.swap(last);
    last.swap(row);
    row[0] = line;
    for (std::size_t column = 1; column <= b.size(); ++column) {
      const std::size_t replaced = last[column - 1] + (a[line - 1] == b[column - 1] ? 0 : 1);
      row[column] = std::min({replaced, last[column] + 1, row[column - 1] + 1});
      const bool is_swap = line > 1 && column > 1 && a[line - 1] == b[column - 2] && a[line - 2] == b[column - 1];
      if (is_swap) row[column] = std::min(row[column], before_last[column - 2] + 1);
    }
  }
  return row[b.size()];
}

// Names are short. Past this length a "name" is hostile input, and the table would cost its square.
constexpr std::size_t longest_name = 64;

} // namespace

std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.size() > longest_name * 4) return std::nullopt;
  const std::u32string wanted = to_utf32(to_lower(name));
  if (wanted.empty() || wanted.size() > longest_name) return std::nullopt;

  std::optional<std::string> nearest;
  std::size_t nearest_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::u32string known = to_utf32(to_lower(candidate));
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), known.size()) / 3);
    const std::size_t difference = std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size());
    if (difference > allowed) continue;
    const std::size_t found = distance(wanted, known);
    if (found > allowed || (nearest && found >= nearest_distance)) continue;
    nearest = std::string(candidate);
    nearest_distance = found;
  }
  return nearest;
}

} // namespace comb
