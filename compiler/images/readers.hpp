// One reader for each format; `read_image` chooses by the first bytes.
#pragma once

#include "images/image.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace comb::images {

constexpr std::size_t most_pixels = 40'000'000;
constexpr std::size_t most_bytes = 50'000'000;
constexpr std::size_t most_svg_bytes = 4U << 20U;

/// Why a picture was refused.
struct Refusal {
  enum class Reason : std::uint8_t { unreadable, too_large, unsafe } reason = Reason::unreadable;
  std::string message; ///< what is wrong with it, as it follows the picture's name
};
template <class T>
using Read = std::variant<T, Refusal>;

Read<Raster> read_png(std::string_view bytes);
Read<CheckedJpeg> read_jpeg(std::string_view bytes);

struct ReadSvg {
  VectorPicture picture;
  double width = 0, height = 0;         ///< in CSS pixels
  std::vector<std::string> unsupported; ///< what was left out, each once, in the order in which it was met
};
Read<ReadSvg> read_svg(std::string_view bytes);

} // namespace comb::images
