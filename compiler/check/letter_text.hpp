// Texts as strings of letters, to see what two of them have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace comb::check {

/// The letters and digits of `text`, in lower case.
std::u32string letters_of(std::string_view text);

/// The longest stretch that stands in both; the first of equals in `one`.
std::u32string_view longest_shared(std::u32string_view one, std::u32string_view other);

/// The stretches of `text` that weigh at least `weight`, the shortest from each place that has one. Two texts share a
/// stretch of that weight where one of these stands in both. They point into `text`.
std::vector<std::u32string_view> stretches_of_weight(std::u32string_view text, std::size_t weight);

/// How much of a thought `text` holds: an ideograph counts 2, any other letter 1.
std::size_t weight_of(std::u32string_view text);

} // namespace comb::check
