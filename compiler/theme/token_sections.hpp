// The keys of theme.yaml, for the reader, the reference and `comb schema`.
#pragma once

#include "schema/field.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace comb::theme {

/// What the tokens of a section hold.
enum class TokenValue : std::uint8_t {
  color,  ///< `#a4501f`
  font,   ///< a family name
  pixels, ///< a number above zero
  length, ///< `10pt` or `24mm`
};

/// One section of theme.yaml.
struct TokenSection {
  std::string_view name;
  std::string_view help;
  TokenValue value = TokenValue::color;
  std::vector<schema::FieldSpec> tokens;
};

/// The key `name` and all sections, in the order of the file.
const schema::FieldSpec& theme_name_key();
const std::vector<TokenSection>& token_sections();

} // namespace comb::theme
