// Exif is a TIFF file in an APP1 segment; one field of its first directory is read. Every place is checked against the
// segment's end, for the bytes come from anywhere.
#include "images/orientation.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace comb::images {

namespace {

constexpr unsigned application_1 = 0xE1;
constexpr unsigned start_of_scan = 0xDA;
constexpr std::string_view exif_head("Exif\0\0", 6);

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// The body of the first Exif segment, behind its name; empty where there is none.
std::string_view exif_of(std::string_view jpeg) {
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && byte_at(jpeg, at) == 0xFF) {
    if (byte_at(jpeg, at + 1) == 0xFF) { // a fill byte, of which any number may stand before a marker (T.81, B.1.1.2)
      ++at;
      continue;
    }
    const unsigned marker = byte_at(jpeg, at + 1);
    const std::size_t length = byte_at(jpeg, at + 2) << 8U | byte_at(jpeg, at + 3);
    if (marker == start_of_scan || length < 2 || at + 2 + length > jpeg.size()) return {};
    const std::string_view body = jpeg.substr(at + 4, length - 2);
    if (marker == application_1 && body.starts_with(exif_head)) return body.substr(exif_head.size());
    at += 2 + length;
  }
  return {};
}

/// Numbers of a TIFF file in its own byte order.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

  bool is_known() const { return (is_little_ || bytes_.starts_with("MM")) && number(2, 2) == 42U; }
  std::optional<std::size_t> number(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) return std::nullopt;
    std::size_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
      value = value << 8U | byte_at(bytes_, at + (is_little_ ? length - 1 - i : i));
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_little_;
};

} // namespace

Orientation jpeg_orientation(std::string_view bytes) {
  constexpr std::size_t tag = 0x0112;
  constexpr std::size_t short_number = 3;
  constexpr std::size_t entry_bytes = 12;
  constexpr std::size_t most = 8;
  const Tiff tiff(exif_of(bytes));
  if (!tiff.is_known()) return Orientation::top_left;
  const auto directory = tiff.number(4, 4);
  const auto count = directory ? tiff.number(*directory, 2) : std::nullopt;
  for (std::size_t i = 0; count && i < *count; ++i) {
    const std::size_t entry = *directory + 2 + i * entry_bytes;
    if (tiff.number(entry, 2) != tag || tiff.number(entry + 2, 2) != short_number) continue;
    const auto value = tiff.number(entry + 8, 2);
    if (value && *value >= 1 && *value <= most) return static_cast<Orientation>(*value);
  }
  return Orientation::top_left;
}

} // namespace comb::images
