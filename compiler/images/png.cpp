// PNG to pixels, through libpng's simplified interface, which reports errors without jumping over our frames.
#include "images/readers.hpp"

#include <png.h>

#include <algorithm>
#include <utility>

namespace comb::images {

namespace {

constexpr std::size_t signature_size = 8;
constexpr std::size_t chunk_frame = 12; ///< length, type and checksum

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Whether the chunks follow each other up to `IEND`: libpng does not look past the last row, and so would take a
/// file whose end is cut off.
bool is_whole(std::string_view bytes) {
  for (std::size_t at = signature_size; at + chunk_frame <= bytes.size();) {
    const std::size_t length = number_at(bytes, at);
    if (length > bytes.size() - at - chunk_frame) return false;
    if (bytes.substr(at + 4, 4) == "IEND") return true;
    at += length + chunk_frame;
  }
  return false;
}

Refusal unreadable(const std::string& why) {
  return {Refusal::Reason::unreadable, "is not a sound PNG file: " + why};
}

/// Frees what libpng keeps between its calls.
struct PngImage {
  png_image image{};
  PngImage() { image.version = PNG_IMAGE_VERSION; }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
  ~PngImage() { png_image_free(&image); }
};

/// Parts `pixels` with a last channel of alpha into colours and alpha.
Raster parted(const std::string& pixels, Raster raster) {
  const std::size_t count = std::size_t{raster.width} * raster.height;
  const auto channels = static_cast<std::size_t>(raster.channels);
  raster.pixels.reserve(count * channels);
  raster.alpha.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = i * (channels + 1);
    raster.pixels.append(pixels, at, channels);
    raster.alpha += pixels[at + channels];
  }
  if (std::ranges::all_of(raster.alpha, [](char a) { return a == '\xff'; })) raster.alpha.clear();
  return raster;
}

} // namespace

Read<Raster> read_png(std::string_view bytes) {
  if (!is_whole(bytes)) return unreadable("its end is missing");
  PngImage png;
  if (png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size()) == 0) {
    return unreadable(png.image.message);
  }
  const std::size_t count = std::size_t{png.image.width} * png.image.height;
  if (count > most_pixels) {
    return Refusal{Refusal::Reason::too_large,
                   "has " + std::to_string(png.image.width) + " by " + std::to_string(png.image.height) + " pixels"};
  }
  const bool has_color = (png.image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  const bool has_alpha = (png.image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  png.image.format =
      (has_color ? PNG_FORMAT_FLAG_COLOR : 0U) | (has_alpha ? static_cast<unsigned>(PNG_FORMAT_FLAG_ALPHA) : 0U);
  Raster raster{
      .width = png.image.width, .height = png.image.height, .channels = has_color ? 3 : 1, .pixels = {}, .alpha = {}};
  std::string pixels(PNG_IMAGE_SIZE(png.image), '\0');
  if (png_image_finish_read(&png.image, nullptr, pixels.data(), 0, nullptr) == 0) {
    return unreadable(png.image.message);
  }
  if (has_alpha) return parted(pixels, std::move(raster));
  raster.pixels = std::move(pixels);
  return raster;
}

} // namespace comb::images
