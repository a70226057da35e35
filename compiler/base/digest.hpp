// Digests and the text forms of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace comb {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes` (FIPS 180-4).
Sha256 sha256(std::string_view bytes);
/// The same as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
/// Two lower-case hexadecimal digits a byte.
std::string to_hex(std::string_view bytes);
/// Base64 with `+`, `/` and padding, in one line (RFC 4648, section 4): what `data:` URLs and
/// Content-Security-Policy hashes take.
std::string to_base64(std::string_view bytes);
/// `sha256-…` in base64, as Content-Security-Policy and subresource integrity write it.
std::string integrity(std::string_view bytes);

} // namespace comb
