// SVG by hand: a picture, paths and letters.
#include "emit/marked_picture.hpp"

#include "base/digest.hpp"
#include "base/overloaded.hpp"
#include "emit/html.hpp"
#include "typeset/hotspot_marks.hpp"

#include <array>
#include <charconv>

namespace comb::emit {

namespace {

std::string number(double value) {
  std::array<char, 64> buffer{};
  constexpr int decimals = 2;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(buffer.data(), end) : "0";
}

std::string color(const Rgb& rgb) {
  return "rgb(" + std::to_string(rgb.red) + "," + std::to_string(rgb.green) + "," + std::to_string(rgb.blue) + ")";
}

std::string data_of(const images::VectorPath& path) {
  using Kind = images::PathSegment::Kind;
  std::string data;
  for (const images::PathSegment& segment : path.segments) {
    const std::string end = number(segment.x) + " " + number(segment.y);
    if (segment.kind == Kind::move) data += "M" + end;
    if (segment.kind == Kind::line) data += "L" + end;
    if (segment.kind == Kind::cubic) {
      data += "C" + number(segment.x1) + " " + number(segment.y1) + " " + number(segment.x2) + " " +
              number(segment.y2) + " " + end;
    }
    if (segment.kind == Kind::close) data += "Z";
  }
  return data;
}

std::string element(const images::VectorPath& path) {
  std::string svg = "<path d=\"" + data_of(path) + "\" fill=\"" +
                    (path.fill.color ? color(*path.fill.color) : std::string("none")) + "\"";
  if (path.stroke.color) {
    svg += " stroke=\"" + color(*path.stroke.color) + "\" stroke-width=\"" + number(path.stroke_width) +
           "\" stroke-linejoin=\"round\"";
  }
  return svg + "/>";
}

std::string element(const images::VectorText& text) {
  return "<text x=\"" + number(text.x) + "\" y=\"" + number(text.y) + "\" font-size=\"" + number(text.size) +
         "\" font-weight=\"bold\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"" + color(text.color) +
         "\">" + escape(text.text).str() + "</text>";
}

} // namespace

std::string marked_picture(const model::Hotspot& hotspot) {
  if (!hotspot.image || hotspot.image->bytes.empty()) return {};
  const images::VectorPicture marks = typeset::hotspot_marks(hotspot);
  const std::string size = "width=\"" + number(marks.width) + "\" height=\"" + number(marks.height) + "\"";
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + number(marks.width) +
                    " " + number(marks.height) + "\"><image " + size + " href=\"data:" + hotspot.image->media_type +
                    ";base64," + to_base64(hotspot.image->bytes) + "\"/>";
  for (const auto& item : marks.items) {
    svg += std::visit([](const auto& drawn) { return element(drawn); }, item);
  }
  return svg + "</svg>\n";
}

} // namespace comb::emit
