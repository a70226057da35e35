// Digests through OpenSSL's libcrypto; nothing else of the program includes it.
#include "base/digest.hpp"

#include <openssl/evp.h>

#include <cassert>

namespace comb {

namespace {

std::string_view as_bytes(const Sha256& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace

Sha256 sha256(std::string_view bytes) {
  Sha256 digest{};
  [[maybe_unused]] const int done =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  assert(done == 1); // fails only for an algorithm that is not there
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  return to_hex(as_bytes(sha256(bytes)));
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 0xFU]);
  }
  return text;
}

std::string to_base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t offset = 0; offset < bytes.size(); offset += 3) {
    const std::string_view group = bytes.substr(offset, 3);
    std::uint32_t bits = 0;
    for (std::size_t index = 0; index < 3; ++index) {
      bits = (bits << 8U) | (index < group.size() ? static_cast<unsigned char>(group[index]) : 0U);
    }
    for (std::size_t index = 0; index < 4; ++index) {
      const bool is_padding = index > group.size();
      text.push_back(is_padding ? '=' : digits[(bits >> (18U - 6U * index)) & 0x3FU]);
    }
  }
  return text;
}

std::string integrity(std::string_view bytes) {
  return "sha256-" + to_base64(as_bytes(sha256(bytes)));
}

} // namespace comb
