// Pictures and transparencies of one PDF, each embedded once.
#pragma once

#include "emit/outputs/handbook/pdf_objects.hpp"
#include "typeset/display_list.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace comb::emit::handbook {

class PdfResources {
 public:
  /// Notes the pictures and opacities of `pages`.
  explicit PdfResources(const typeset::Pages& pages);

  /// Adds the pictures' objects.
  void embed(PdfObjects& objects);
  /// The name of a noted picture in content streams: `I2`.
  std::string image_name(const images::Image* image) const;
  /// The name of the graphics state that fills and strokes a path: `G500x1000`; empty where all is opaque.
  static std::string state_name(const images::VectorPath& path);
  /// The bodies of the resource dictionary's `/XObject` and `/ExtGState`.
  std::string image_resources() const;
  std::string state_resources() const;

 private:
  std::map<const images::Image*, std::size_t> numbers_; ///< only looked up, never walked
  std::vector<std::shared_ptr<const images::Image>> images_;
  std::vector<ObjectId> objects_;
  std::map<std::string, std::pair<double, double>> states_;
};

} // namespace comb::emit::handbook
