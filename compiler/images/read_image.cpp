// A picture by its content: which format, and what to say where it cannot be used.
#include "images/image.hpp"
#include "images/orientation.hpp"
#include "images/readers.hpp"

#include <array>
#include <utility>

namespace comb::images {

constexpr DiagnosticKind image_unreadable{
    .name = "image-unreadable",
    .severity = Severity::error,
    .help = "save the picture again as PNG, as JPEG in RGB or grey, or as plain SVG",
};
constexpr DiagnosticKind image_too_large{
    .name = "image-too-large",
    .severity = Severity::error,
    .help = "make the picture smaller: at most 40 megapixels and 50 MB (SVG: 4 MiB and 50,000 shapes)",
};
constexpr DiagnosticKind svg_unsafe{
    .name = "svg-unsafe",
    .severity = Severity::error,
    .help = "remove the element or attribute, or save the drawing as plain SVG",
};
constexpr DiagnosticKind svg_unsupported{
    .name = "svg-unsupported",
    .severity = Severity::warning,
    .help = "draw it with shapes, paths and text in plain colours, or save the drawing as PNG",
};

namespace {

using Found = WithDiagnostics<std::shared_ptr<const Image>>;

const DiagnosticKind& kind_of(Refusal::Reason reason) {
  switch (reason) {
    case Refusal::Reason::unreadable:
      return image_unreadable;
    case Refusal::Reason::too_large:
      return image_too_large;
    case Refusal::Reason::unsafe:
      return svg_unsafe;
  }
  return image_unreadable;
}

Found refuse(const Refusal& refusal, std::string_view path, Span place) {
  return {
      nullptr,
      {{.kind = &kind_of(refusal.reason), .span = place, .message = "`" + std::string(path) + "` " + refusal.message}}};
}

Found accept(Image image) {
  return {std::make_shared<const Image>(std::move(image)), {}};
}

Found read_as_png(std::string_view bytes, std::string_view path, Span place) {
  Read<Raster> read = read_png(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return refuse(*refusal, path, place);
  Raster& raster = std::get<Raster>(read);
  const double width = raster.width;
  const double height = raster.height;
  return accept({"image/png", std::string(bytes), width, height, std::move(raster)});
}

Found read_as_jpeg(std::string_view bytes, std::string_view path, Span place) {
  Read<CheckedJpeg> read = read_jpeg(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return refuse(*refusal, path, place);
  CheckedJpeg& jpeg = std::get<CheckedJpeg>(read);
  double width = jpeg.width;
  double height = jpeg.height;
  if (swaps_sides(jpeg_orientation(bytes))) std::swap(width, height);
  return accept({"image/jpeg", std::string(bytes), width, height, std::move(jpeg)});
}

Found read_as_svg(std::string_view bytes, std::string_view path, Span place) {
  Read<ReadSvg> read = read_svg(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return refuse(*refusal, path, place);
  ReadSvg& svg = std::get<ReadSvg>(read);
  Found found = accept({"image/svg+xml", std::string(bytes), svg.width, svg.height, std::move(svg.picture)});
  for (const std::string& what : svg.unsupported) {
    found.diagnostics.push_back({.kind = &svg_unsupported,
                                 .span = place,
                                 .message = "`" + std::string(path) + "` uses " + what + ", which print leaves out"});
  }
  return found;
}

/// Whether an SVG document may begin so: with a mark, white space, a declaration or a comment, then a tag.
bool looks_like_svg(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && bytes[start] == '<';
}

} // namespace

Found read_image(std::string_view bytes, std::string_view path, Span place) {
  if (bytes.size() > most_bytes) {
    return refuse({Refusal::Reason::too_large, "has more than 50 MB"}, path, place);
  }
  if (bytes.starts_with("\x89PNG")) return read_as_png(bytes, path, place);
  if (bytes.starts_with("\xFF\xD8")) return read_as_jpeg(bytes, path, place);
  if (looks_like_svg(bytes)) return read_as_svg(bytes, path, place);
  const std::string what = bytes.empty() ? "is empty" : "is neither PNG nor JPEG nor SVG";
  return refuse({Refusal::Reason::unreadable, what}, path, place);
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static constexpr std::array<const DiagnosticKind*, 4> kinds = {&image_unreadable, &image_too_large, &svg_unsafe,
                                                                 &svg_unsupported};
  return kinds;
}

} // namespace comb::images
