// How a camera was held: the orientation that a JPEG carries in its Exif data.
#pragma once

#include <cstdint>
#include <string_view>

namespace comb::images {

/// What stands where in a stored picture (Exif 2.32, tag 0x0112), named after where its first row and its first column
/// belong. Browsers turn such a picture by themselves (CSS Images 3, `image-orientation`); a PDF does not.
enum class Orientation : std::uint8_t {
  top_left = 1, ///< as it is
  top_right,    ///< mirrored
  bottom_right, ///< upside down
  bottom_left,
  left_top,
  right_top, ///< taken with the camera turned: to be turned clockwise
  right_bottom,
  left_bottom
};

/// The orientation of a JPEG; `top_left` where it says none or its Exif data are damaged.
Orientation jpeg_orientation(std::string_view bytes);

/// Whether the stored rows are columns of what is seen.
constexpr bool swaps_sides(Orientation orientation) {
  return orientation >= Orientation::left_top;
}

} // namespace comb::images
