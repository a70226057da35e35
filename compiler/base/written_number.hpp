// Numbers as people write them in a text: `1,000`, `１２`, `3.5 km`.
#pragma once

#include <optional>
#include <string_view>

namespace comb {

/// The number that `text` begins with, with an optional sign and thousands separators, if what follows is a unit of
/// at most 6 characters without digits; none otherwise. Full-width digits count as half-width ones.
std::optional<double> written_number(std::string_view text);

} // namespace comb
