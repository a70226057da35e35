// The design tokens that slides and handbook share, read from `theme.yaml`.
#pragma once

#include "base/color.hpp"
#include "base/points.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/document.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace comb::theme {

struct Colors {
  Rgb paper{0xfb, 0xf8, 0xf2}; ///< of slides; print is white
  Rgb ink{0x23, 0x21, 0x1e};
  Rgb soft{0x6b, 0x65, 0x5c};
  Rgb line{0xdd, 0xd5, 0xc7};
  Rgb wood{0xa4, 0x50, 0x1f}, wood_print{0x8f, 0x43, 0x18};
  Rgb teal{0x1d, 0x5c, 0x63};
  Rgb plum{0x5b, 0x3a, 0x78};
  Rgb moss{0x4a, 0x64, 0x20};
  Rgb alert{0x9b, 0x2c, 0x2c};
  Rgb night{0x2b, 0x24, 0x1d}; ///< the dark field of covers
  Rgb amber{0xc9, 0x8a, 0x4b}; ///< the comb on it
  bool operator==(const Colors&) const = default;
};
/// Family names that fontconfig or a browser finds.
struct FontNames {
  std::string sans = "Noto Sans CJK"; ///< the region (TC, SC, JP) comes from the course's language
  std::string serif = "Noto Serif CJK";
  std::string mono = "DejaVu Sans Mono";
  std::string symbols = "DejaVu Sans";
  bool operator==(const FontNames&) const = default;
};
/// Slides are 1280 x 720 CSS pixels; sizes are in pixels.
struct SlideSizes {
  double title = 64, headline = 46, body = 28, small = 22, tiny = 16;
  double leading = 1.5;
  double side = 88, top = 72, bottom = 64;
  bool operator==(const SlideSizes&) const = default;
};
struct PageSizes {
  Points width = 210_mm, height = 297_mm;
  Points inner = 25.4_mm, outer = 22.2_mm, top = 24_mm, bottom = 24_mm;
  Points title = 25_pt, head1 = 20_pt, head2 = 14.25_pt, head3 = 11.4_pt, body = 10_pt, small = 8.6_pt;
  Points leading = 17_pt; ///< the baseline grid
  bool operator==(const PageSizes&) const = default;
};
struct Theme {
  std::string name = "default";
  Colors colors;
  FontNames fonts;
  SlideSizes slide;
  PageSizes page;
  std::map<std::string, std::string> files; ///< templates, style and runtime of slides by path below the theme folder
  bool operator==(const Theme&) const = default;
};

/// Reads tokens over the defaults; unknown keys, ill-typed values and text colours with less than 4.5:1 contrast
/// to their ground are reported.
WithDiagnostics<Theme> read_theme(const syntax::Yaml& yaml);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::theme
