// JPEG: its markers are checked (ITU-T T.81, annex B), its bytes are kept.
#include "images/readers.hpp"

#include <optional>

namespace comb::images {

namespace {

constexpr unsigned start_of_image = 0xD8;
constexpr unsigned end_of_image = 0xD9;
constexpr unsigned start_of_scan = 0xDA;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
unsigned number_at(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

bool stands_alone(unsigned marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7) || marker == start_of_image;
}
/// Frames that PDF's DCTDecode reads (ISO 32000-1, 7.4.8): baseline, extended and progressive, with Huffman codes.
bool is_readable_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xC2;
}
bool is_other_frame(unsigned marker) {
  return marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Refusal unreadable(const std::string& why) {
  return {Refusal::Reason::unreadable, why};
}

class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {}

  Read<CheckedJpeg> read() {
    at_ = 2;
    while (true) {
      const std::optional<unsigned> marker = next_marker();
      if (!marker) return unreadable("is a JPEG file whose end is missing");
      if (*marker == end_of_image) return finish();
      if (stands_alone(*marker)) continue;
      if (at_ + 2 > bytes_.size()) return unreadable("is a JPEG file whose end is missing");
      const std::size_t length = number_at(bytes_, at_);
      if (length < 2 || length > bytes_.size() - at_) return unreadable("is a JPEG file whose end is missing");
      if (is_other_frame(*marker)) return unreadable("is a JPEG file of a sort that print cannot show");
      if (is_readable_frame(*marker)) {
        if (const auto refusal = read_frame(bytes_.substr(at_ + 2, length - 2))) return *refusal;
      }
      has_scan_ = has_scan_ || *marker == start_of_scan;
      at_ += length;
    }
  }

 private:
  /// The next marker at or after the reading place. Coded data between scans is passed over: 0xFF stands in it
  /// only before 0 or a restart marker.
  std::optional<unsigned> next_marker() {
    while (at_ + 1 < bytes_.size()) {
      const std::size_t found = bytes_.find('\xFF', at_);
      if (found == std::string_view::npos || found + 1 >= bytes_.size()) return std::nullopt;
      if (!has_scan_ && found != at_) return std::nullopt;
      const unsigned marker = byte_at(bytes_, found + 1);
      at_ = found + (marker == 0xFF ? 1 : 2);
      if (marker != 0 && marker != 0xFF) return marker;
    }
    return std::nullopt;
  }

  std::optional<Refusal> read_frame(std::string_view frame) {
    if (frame.size() < 6) return unreadable("is a JPEG file with a damaged header");
    const unsigned precision = byte_at(frame, 0);
    jpeg_.height = number_at(frame, 1);
    jpeg_.width = number_at(frame, 3);
    jpeg_.channels = static_cast<int>(byte_at(frame, 5));
    if (precision != 8) return unreadable("is a JPEG file with " + std::to_string(precision) + " bits a colour");
    if (jpeg_.channels == 4) return unreadable("is a JPEG file in CMYK, which screens show wrongly");
    if (jpeg_.channels != 1 && jpeg_.channels != 3) return unreadable("is a JPEG file with an odd number of colours");
    if (jpeg_.width == 0 || jpeg_.height == 0) return unreadable("is a JPEG file without a size");
    if (std::size_t{jpeg_.width} * jpeg_.height > most_pixels) {
      return Refusal{Refusal::Reason::too_large,
                     "has " + std::to_string(jpeg_.width) + " by " + std::to_string(jpeg_.height) + " pixels"};
    }
    return std::nullopt;
  }

  Read<CheckedJpeg> finish() {
    if (jpeg_.width == 0 || !has_scan_) return unreadable("is a JPEG file without a picture");
    jpeg_.bytes = std::string(bytes_);
    return std::move(jpeg_);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool has_scan_ = false;
  CheckedJpeg jpeg_{};
};

} // namespace

Read<CheckedJpeg> read_jpeg(std::string_view bytes) {
  return JpegReader(bytes).read();
}

} // namespace comb::images
