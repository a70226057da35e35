// How SVG shapes look: presentation attributes, `style` attributes and simple CSS rules.
#pragma once

#include "base/xml.hpp"
#include "images/image.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::images {

/// What `fill` or `stroke` says.
struct SvgPaint {
  std::optional<Rgb> color{};
  double alpha = 1;
  std::string server{}; ///< the id in `url(#id)`: a gradient or pattern
};

/// The inherited look at one element; `opacity` is the product of all groups'.
struct SvgStyle {
  SvgPaint fill{.color = Rgb{}};
  SvgPaint stroke{};
  Rgb color{}; ///< currentColor
  double fill_opacity = 1, stroke_opacity = 1, opacity = 1;
  double stroke_width = 1;
  std::vector<double> dashes{};
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  bool even_odd = false;
  bool is_shown = true;   ///< display
  bool is_visible = true; ///< visibility
  double font_size = 16;
  bool is_bold = false;
  bool is_serif = false;
  VectorText::Anchor anchor = VectorText::Anchor::start;
  std::string baseline{}; ///< dominant-baseline
  std::string marker_start{}, marker_middle{}, marker_end{};
};

/// Rules of `<style>`: one simple selector (`.a`, `#a`, `rect`, `*`, `rect.a`) each, in their order.
struct CssRule {
  std::string element, id, class_name;
  std::vector<std::pair<std::string, std::string>> declarations;
};
struct StyleSheet {
  std::vector<CssRule> rules;
  std::vector<std::string> ignored; ///< selectors and at-rules that are more than that
};
void read_style_sheet(std::string_view css, StyleSheet& sheet);
/// `a: b; c: d` as pairs.
std::vector<std::pair<std::string, std::string>> read_declarations(std::string_view css);

/// The look of `element` below `parent`. Attributes give way to rules, rules to the `style` attribute.
SvgStyle style_of(const XmlNode& element, const SvgStyle& parent, const StyleSheet& sheet);

/// `12`, `12px`, `3pt`, `5mm`, `50%` of `whole`, `2em`; none where it is no length.
std::optional<double> read_length(std::string_view text, double whole = 0, double font_size = 16);
/// `#a52`, `rgb(…)`, `rgba(…)` and the colour names of SVG 1.1; alpha 1 where none is said. None for `none` and for
/// what is not known.
std::optional<std::pair<Rgb, double>> read_svg_color(std::string_view text);
/// The id in `url(#id)`; empty where it is none.
std::string_view url_id(std::string_view text);

} // namespace comb::images
