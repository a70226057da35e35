// PNG and JPEG: what is read, what is refused.
#include "images/image.hpp"
#include "images/orientation.hpp"
#include "pictures.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace comb;
using namespace comb::images;
using namespace comb::images::test;

namespace {

constexpr Span place{.file = {}, .begin = 3, .end = 9};

auto read(std::string_view base64) {
  return read_image(decoded(base64), "a.png", place);
}

Raster raster_of(std::string_view base64) {
  const auto found = read(base64);
  REQUIRE(found.value != nullptr);
  CHECK(found.diagnostics.empty());
  return std::get<Raster>(found.value->content);
}

/// The name of the one diagnostic that `bytes` raise; empty where they are read.
std::string_view refusal(std::string_view bytes) {
  const auto found = read_image(bytes, "a.png", place);
  if (found.value != nullptr) return {};
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].span == place);
  CHECK(found.diagnostics[0].message.find("`a.png`") != std::string::npos);
  return found.diagnostics[0].kind->name;
}

} // namespace

TEST_CASE("a PNG in colour keeps its pixels in rows from the top") {
  const Raster raster = raster_of(rgb);
  CHECK(raster.width == 2);
  CHECK(raster.height == 2);
  CHECK(raster.channels == 3);
  CHECK(raster.pixels == std::string("\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff", 12));
  CHECK(raster.alpha.empty());
}

TEST_CASE("alpha is kept apart, and dropped where all is opaque") {
  const Raster raster = raster_of(rgba);
  CHECK(raster.pixels == "\x0a\x14\x1e\x28\x32\x3c");
  CHECK(raster.alpha == "\xff\x80");
  CHECK(raster_of(opaque_rgba).alpha.empty());
}

TEST_CASE("grey, palette and one-bit pictures become eight bits a channel") {
  CHECK(raster_of(gray).pixels == std::string("\0\x80\xff", 3));
  CHECK(raster_of(palette).pixels == "\xc8\x64\x32\x01\x02\x03");
  CHECK(raster_of(gray1).pixels == std::string("\xff\0\xff\0\xff\0\xff\0", 8));
}

TEST_CASE("a PNG that ends anywhere before its end is unreadable") {
  for (const std::string_view picture : {rgb, rgba, palette}) {
    const std::string whole = decoded(picture);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CHECK_MESSAGE(refusal(std::string_view(whole).substr(0, size)) == "image-unreadable", size);
    }
  }
}

TEST_CASE("a PNG with one byte changed is read or refused, and nothing else") {
  const std::string whole = decoded(rgb);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x80U, 0xffU}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ flip);
      const auto found = read_image(changed, "a.png", place);
      CHECK((found.value != nullptr) == found.diagnostics.empty());
    }
  }
}

TEST_CASE("a picture of more than 40 megapixels is refused before its pixels are read") {
  CHECK(refusal(decoded(huge)) == "image-too-large");
}

TEST_CASE("a JPEG is measured and kept as it is") {
  const std::string bytes = decoded(jpeg_rgb);
  const auto found = read_image(bytes, "a.jpg", place);
  REQUIRE(found.value != nullptr);
  CHECK(found.value->media_type == "image/jpeg");
  const auto& jpeg = std::get<CheckedJpeg>(found.value->content);
  CHECK(jpeg.channels == 3);
  CHECK(jpeg.width > 10);
  CHECK(jpeg.bytes == bytes);
}

/// `jpeg` with Exif data in front that say how the camera was held.
std::string held(const std::string& jpeg, char orientation, bool is_little) {
  const std::string tiff =
      is_little
          ? std::string("II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + orientation + std::string(7, '\0')
          : std::string("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation + std::string(6, '\0');
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  const std::size_t length = body.size() + 2;
  return jpeg.substr(0, 2) + "\xff\xe1" + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xffU) + body +
         jpeg.substr(2);
}

TEST_CASE("a JPEG from a turned camera is as wide as it is seen") {
  const std::string bytes = decoded(jpeg_rgb);
  const auto plain = read_image(bytes, "a.jpg", place).value;
  REQUIRE(plain != nullptr);
  CHECK(bool(jpeg_orientation(bytes) == Orientation::top_left));
  for (const bool is_little : {true, false}) {
    for (char orientation = 1; orientation <= 8; ++orientation) {
      const std::string turned = held(bytes, orientation, is_little);
      const auto found = read_image(turned, "a.jpg", place).value;
      REQUIRE(found != nullptr);
      CHECK(static_cast<int>(jpeg_orientation(turned)) == orientation);
      CHECK(found->width == (orientation < 5 ? plain->width : plain->height));
      CHECK(found->height == (orientation < 5 ? plain->height : plain->width));
      CHECK(std::get<CheckedJpeg>(found->content).width == plain->width);
    }
  }
  CHECK(bool(jpeg_orientation(held(bytes, 9, true)) == Orientation::top_left));
}

TEST_CASE("fill bytes before a marker are passed over") {
  std::string turned = held(decoded(jpeg_rgb), 6, true);
  turned.insert(2, "\xff\xff");
  CHECK(static_cast<int>(jpeg_orientation(turned)) == 6);
}

TEST_CASE("Exif data that end anywhere are passed over") {
  const std::string turned = held(decoded(jpeg_rgb), 6, false);
  constexpr std::size_t needed = 2 + 4 + 6 + 18 + 2; // up to the number itself
  for (std::size_t length = 0; length < needed; ++length) {
    const std::vector<char> exact(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(length));
    CHECK(bool(jpeg_orientation({exact.data(), exact.size()}) == Orientation::top_left));
  }
  std::string far = turned;
  far[2 + 4 + 6 + 7] = '\x7f'; // the directory is said to stand behind the end
  CHECK(bool(jpeg_orientation(far) == Orientation::top_left));
}

TEST_CASE("grey and progressive JPEGs are read, CMYK is refused by name") {
  const auto found = read_image(decoded(jpeg_gray_progressive), "a.jpg", place);
  REQUIRE(found.value != nullptr);
  CHECK(std::get<CheckedJpeg>(found.value->content).channels == 1);
  const auto cmyk = read_image(decoded(jpeg_cmyk), "a.jpg", place);
  REQUIRE(cmyk.diagnostics.size() == 1);
  CHECK(cmyk.diagnostics[0].message.find("CMYK") != std::string::npos);
}

TEST_CASE("a JPEG that ends anywhere before its end is unreadable") {
  for (const std::string_view picture : {jpeg_rgb, jpeg_gray_progressive}) {
    const std::string whole = decoded(picture);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CHECK_MESSAGE(refusal(std::string_view(whole).substr(0, size)) == "image-unreadable", size);
    }
  }
}

TEST_CASE("something else is refused by its content, whatever it is called") {
  CHECK(refusal("") == "image-unreadable");
  CHECK(refusal("GIF89a") == "image-unreadable");
  CHECK(refusal("<html></html>") == "image-unreadable");
}
