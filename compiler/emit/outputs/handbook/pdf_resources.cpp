// Image XObjects (ISO 32000-1, section 8.9.5) and graphics states for transparency.
#include "emit/outputs/handbook/pdf_resources.hpp"

#include "base/overloaded.hpp"
#include "emit/outputs/handbook/pdf_text.hpp"

#include <cmath>
#include <variant>

namespace comb::emit::handbook {

namespace {

std::string image_body(std::uint32_t width, std::uint32_t height, int channels) {
  return "/Type /XObject\n/Subtype /Image\n/Width " + std::to_string(width) + "\n/Height " + std::to_string(height) +
         "\n/BitsPerComponent 8\n/ColorSpace /" + (channels == 1 ? "DeviceGray" : "DeviceRGB") + "\n";
}

ObjectId add_raster(const images::Raster& raster, PdfObjects& objects) {
  std::string body = image_body(raster.width, raster.height, raster.channels);
  if (!raster.alpha.empty()) {
    const ObjectId mask =
        objects.add_stream(image_body(raster.width, raster.height, 1), raster.alpha, Compression::deflate);
    body += "/SMask " + reference(mask) + "\n";
  }
  return objects.add_stream(std::move(body), raster.pixels, Compression::deflate);
}

/// The bytes go in as they are.
ObjectId add_jpeg(const images::CheckedJpeg& jpeg, PdfObjects& objects) {
  return objects.add_stream(image_body(jpeg.width, jpeg.height, jpeg.channels) + "/Filter /DCTDecode\n", jpeg.bytes,
                            Compression::none);
}

ObjectId add_image(const images::Image& image, PdfObjects& objects) {
  return std::visit(Overloaded{
                        [&](const images::Raster& raster) { return add_raster(raster, objects); },
                        [&](const images::CheckedJpeg& jpeg) { return add_jpeg(jpeg, objects); },
                        // Vector pictures are drawn as paths; as a picture one would be an empty point.
                        [&](const images::VectorPicture&) {
                          return add_raster({.width = 1, .height = 1, .channels = 1, .pixels = "\xff", .alpha = {}},
                                            objects);
                        },
                    },
                    image.content);
}

} // namespace

PdfResources::PdfResources(const typeset::Pages& pages) {
  for (const typeset::Page& page : pages.pages) {
    for (const typeset::Op& op : page.ops) {
      if (const auto* drawn = std::get_if<typeset::DrawnImage>(&op.content); drawn != nullptr && drawn->image) {
        if (numbers_.try_emplace(drawn->image.get(), images_.size()).second) images_.push_back(drawn->image);
      } else if (const auto* path = std::get_if<typeset::DrawnPath>(&op.content); path != nullptr) {
        const std::string name = state_name(path->path);
        if (!name.empty()) states_[name] = {path->path.fill.opacity, path->path.stroke.opacity};
      }
    }
  }
}

void PdfResources::embed(PdfObjects& objects) {
  for (const auto& image : images_) objects_.push_back(add_image(*image, objects));
}

std::string PdfResources::image_name(const images::Image* image) const {
  const auto found = numbers_.find(image);
  return "I" + std::to_string(found == numbers_.end() ? 0 : found->second);
}

std::string PdfResources::state_name(const images::VectorPath& path) {
  const long fill = std::lround(path.fill.opacity * 1000);
  const long stroke = std::lround(path.stroke.opacity * 1000);
  if (fill >= 1000 && stroke >= 1000) return {};
  return "G" + std::to_string(fill) + "x" + std::to_string(stroke);
}

std::string PdfResources::image_resources() const {
  std::string out;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    out += "/I" + std::to_string(i) + " " + reference(objects_[i]) + " ";
  }
  return out;
}

std::string PdfResources::state_resources() const {
  std::string out;
  for (const auto& [name, opacities] : states_) {
    out += "/" + name + " <</ca " + number(opacities.first) + " /CA " + number(opacities.second) + ">> ";
  }
  return out;
}

} // namespace comb::emit::handbook
