// The character identifiers of a CFF font program.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace comb::emit::handbook {

/// The CID of each glyph of a CID-keyed CFF program (Adobe Technical Note 5176, sections 13 and 18); empty where the
/// font is name-keyed, so that a glyph's number is its CID (ISO 32000-1, 9.7.4.2); none where the data is malformed.
std::optional<std::vector<std::uint16_t>> cff_charset(std::string_view data, std::size_t glyph_count);

} // namespace comb::emit::handbook
