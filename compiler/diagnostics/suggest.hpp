// "Did you mean": the known name nearest to a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace comb {

/// The candidate nearest to `name` by Damerau-Levenshtein distance (Damerau 1964), counted in characters, if it
/// is near enough to be meant: at most a third of the longer one's characters, at least 1. The first wins a tie.
std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string_view> candidates);

} // namespace comb
