// The look of SVG elements: cascade and inheritance of the properties that print knows.
#include "images/svg_style.hpp"

#include "images/svg_matrix.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace comb::images {

namespace {

using Declaration = std::pair<std::string, std::string>;

constexpr std::string_view white_space = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

std::string without_comments(std::string_view css) {
  std::string out;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = css.find("/*", at);
    out += css.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = css.find("*/", open + 2);
    if (close == std::string_view::npos) break;
    at = close + 2;
  }
  return out;
}

bool is_name(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// A selector of at most an element, an id and a class; none for more.
std::optional<CssRule> read_selector(std::string_view selector) {
  CssRule rule;
  const std::size_t mark = selector.find_first_of(".#");
  std::string_view element = selector.substr(0, mark);
  if (element == "*") element = {};
  if (!is_name(element)) return std::nullopt;
  rule.element = element;
  if (mark == std::string_view::npos) return rule;
  const std::string_view name = selector.substr(mark + 1);
  if (name.empty() || !is_name(name)) return std::nullopt;
  (selector[mark] == '.' ? rule.class_name : rule.id) = name;
  return rule;
}

bool has_class(std::string_view classes, std::string_view wanted) {
  while (!classes.empty()) {
    classes = trimmed(classes);
    const std::size_t end = std::min(classes.find_first_of(white_space), classes.size());
    if (classes.substr(0, end) == wanted) return true;
    classes.remove_prefix(end);
  }
  return false;
}

bool applies(const CssRule& rule, const XmlNode& element) {
  if (!rule.element.empty() && rule.element != element.name) return false;
  if (!rule.id.empty() && rule.id != element.attribute("id")) return false;
  return rule.class_name.empty() || has_class(element.attribute("class"), rule.class_name);
}

/// Ids before classes before elements (CSS 2.1, section 6.4.3).
int specificity(const CssRule& rule) {
  return (rule.id.empty() ? 0 : 100) + (rule.class_name.empty() ? 0 : 10) + (rule.element.empty() ? 0 : 1);
}

double read_share(std::string_view text, double otherwise) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return otherwise;
  if (end != text.data() + text.size() && *end == '%') value /= 100;
  return std::clamp(value, 0.0, 1.0);
}

SvgPaint read_paint(std::string_view text, const SvgStyle& style, const SvgPaint& inherited) {
  if (text == "inherit") return inherited;
  if (text == "none" || text == "transparent") return {};
  if (text == "currentColor" || text == "currentcolor") return {.color = style.color};
  if (text.starts_with("url(")) return {.server = std::string(url_id(text))};
  if (const auto color = read_svg_color(text)) return {.color = color->first, .alpha = color->second};
  return inherited;
}

std::vector<double> read_dashes(std::string_view text) {
  std::vector<double> dashes;
  NumberReader reader(text);
  while (const auto number = reader.next()) dashes.push_back(std::max(0.0, *number));
  const bool is_solid = std::ranges::all_of(dashes, [](double dash) { return dash == 0; });
  // An odd number of dashes counts twice (SVG 1.1, section 11.4).
  if (dashes.size() % 2 != 0) dashes.insert(dashes.end(), dashes.begin(), dashes.end());
  return is_solid ? std::vector<double>() : dashes;
}

bool is_serif(std::string_view families) {
  const std::string_view first = trimmed(families.substr(0, families.find(',')));
  const bool is_sans = first.find("ans") != std::string_view::npos;
  for (const std::string_view name : {"serif", "Serif", "Times", "Georgia", "Song", "Ming", "Kai", "Palatino"}) {
    if (!is_sans && first.find(name) != std::string_view::npos) return true;
  }
  return false;
}

bool is_bold(std::string_view weight, bool otherwise) {
  if (weight == "bold" || weight == "bolder") return true;
  if (weight == "normal" || weight == "lighter") return false;
  int value = 0;
  const auto [end, error] = std::from_chars(weight.data(), weight.data() + weight.size(), value);
  return error == std::errc() ? value >= 600 : otherwise;
}

void set_stroke_shape(SvgStyle& style, std::string_view name, std::string_view value) {
  if (name == "stroke-width") style.stroke_width = read_length(value, 0, style.font_size).value_or(style.stroke_width);
  if (name == "stroke-dasharray") style.dashes = read_dashes(value);
  if (name == "stroke-linecap") {
    style.cap = value == "round" ? LineCap::round : value == "square" ? LineCap::square : LineCap::butt;
  }
  if (name == "stroke-linejoin") {
    style.join = value == "round" ? LineJoin::round : value == "bevel" ? LineJoin::bevel : LineJoin::miter;
  }
}

void set_font(SvgStyle& style, std::string_view name, std::string_view value) {
  if (name == "font-size")
    style.font_size = read_length(value, style.font_size, style.font_size).value_or(style.font_size);
  if (name == "font-weight") style.is_bold = is_bold(value, style.is_bold);
  if (name == "font-family") style.is_serif = is_serif(value);
  if (name == "dominant-baseline" || name == "alignment-baseline") style.baseline = value;
  if (name == "text-anchor") {
    using enum VectorText::Anchor;
    style.anchor = value == "middle" ? middle : value == "end" ? end : start;
  }
}

void set_marker(SvgStyle& style, std::string_view name, std::string_view value) {
  const std::string id(url_id(value));
  if (name == "marker-start" || name == "marker") style.marker_start = id;
  if (name == "marker-mid" || name == "marker") style.marker_middle = id;
  if (name == "marker-end" || name == "marker") style.marker_end = id;
}

/// Properties that say where a paint ends up: opacities and what is shown.
void set_visibility(SvgStyle& style, std::string_view name, std::string_view value) {
  if (name == "opacity") style.opacity *= read_share(value, 1);
  if (name == "fill-opacity") style.fill_opacity = read_share(value, style.fill_opacity);
  if (name == "stroke-opacity") style.stroke_opacity = read_share(value, style.stroke_opacity);
  if (name == "display") style.is_shown = style.is_shown && value != "none";
  if (name == "visibility") style.is_visible = value == "visible" || (value == "inherit" && style.is_visible);
}

void set(SvgStyle& style, const SvgStyle& parent, const Declaration& declaration) {
  const std::string_view name = declaration.first;
  const std::string_view value = declaration.second;
  if (value == "inherit" && name != "fill" && name != "stroke") return;
  if (name == "fill") style.fill = read_paint(value, style, parent.fill);
  if (name == "stroke") style.stroke = read_paint(value, style, parent.stroke);
  if (name == "fill-rule") style.even_odd = value == "evenodd";
  if (name.starts_with("stroke-")) set_stroke_shape(style, name, value);
  if (name.starts_with("marker")) set_marker(style, name, value);
  set_font(style, name, value);
  set_visibility(style, name, value);
}

} // namespace

std::string_view url_id(std::string_view text) {
  const std::size_t open = text.find("url(");
  const std::size_t close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  std::string_view inside = trimmed(text.substr(open + 4, close - open - 4));
  if (inside.size() >= 2 && (inside.front() == '"' || inside.front() == '\''))
    inside = inside.substr(1, inside.size() - 2);
  return inside.starts_with('#') ? inside.substr(1) : std::string_view();
}

std::optional<double> read_length(std::string_view text, double whole, double font_size) {
  text = trimmed(text);
  NumberReader reader(text);
  // "2em" must not be read as 2 with an exponent: from_chars stops before a bare e.
  const std::optional<double> number = reader.next();
  if (!number) return std::nullopt;
  const std::size_t end = text.find_last_of("0123456789.");
  const std::string_view unit = trimmed(text.substr(end + 1));
  constexpr double pixels_an_inch = 96;
  if (unit.empty() || unit == "px") return number;
  if (unit == "pt") return *number * pixels_an_inch / 72;
  if (unit == "pc") return *number * pixels_an_inch / 6;
  if (unit == "in") return *number * pixels_an_inch;
  if (unit == "mm") return *number * pixels_an_inch / 25.4;
  if (unit == "cm") return *number * pixels_an_inch / 2.54;
  if (unit == "em" || unit == "rem") return *number * font_size;
  if (unit == "ex") return *number * font_size / 2;
  if (unit == "%") return *number / 100 * whole;
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> read_declarations(std::string_view css) {
  std::vector<Declaration> found;
  while (!css.empty()) {
    const std::size_t end = std::min(css.find(';'), css.size());
    const std::string_view one = css.substr(0, end);
    css.remove_prefix(std::min(end + 1, css.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = trimmed(one.substr(colon + 1));
    value = trimmed(value.substr(0, value.find("!important")));
    found.emplace_back(trimmed(one.substr(0, colon)), value);
  }
  return found;
}

void read_style_sheet(std::string_view css, StyleSheet& sheet) {
  const std::string clean = without_comments(css);
  std::string_view left = clean;
  while (true) {
    const std::size_t open = left.find('{');
    const std::size_t close = left.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) break;
    std::string_view selectors = trimmed(left.substr(0, open));
    const std::vector<Declaration> declarations = read_declarations(left.substr(open + 1, close - open - 1));
    left.remove_prefix(close + 1);
    while (!selectors.empty()) {
      const std::size_t end = std::min(selectors.find(','), selectors.size());
      const std::string_view selector = trimmed(selectors.substr(0, end));
      selectors.remove_prefix(std::min(end + 1, selectors.size()));
      if (auto rule = read_selector(selector)) {
        rule->declarations = declarations;
        sheet.rules.push_back(*std::move(rule));
      } else {
        sheet.ignored.emplace_back(selector);
      }
    }
  }
  if (!trimmed(left).empty()) sheet.ignored.emplace_back(trimmed(left).substr(0, 40));
}

SvgStyle style_of(const XmlNode& element, const SvgStyle& parent, const StyleSheet& sheet) {
  SvgStyle style = parent;
  style.baseline = parent.baseline;
  std::vector<Declaration> all;
  for (const auto& [name, value] : element.attributes) all.emplace_back(name, std::string(trimmed(value)));
  std::vector<const CssRule*> rules;
  for (const CssRule& rule : sheet.rules) {
    if (applies(rule, element)) rules.push_back(&rule);
  }
  std::ranges::stable_sort(rules, {}, [](const CssRule* rule) { return specificity(*rule); });
  for (const CssRule* rule : rules) all.insert(all.end(), rule->declarations.begin(), rule->declarations.end());
  for (Declaration& declaration : read_declarations(element.attribute("style"))) all.push_back(std::move(declaration));
  // Later ones win; sizes and colours that others are measured by come first.
  std::map<std::string, std::string> winners;
  for (auto& [name, value] : all) winners[name] = value;
  if (const auto size = winners.find("font-size"); size != winners.end()) set_font(style, "font-size", size->second);
  winners.erase("font-size");
  if (const auto color = winners.find("color"); color != winners.end()) {
    if (const auto read = read_svg_color(color->second)) style.color = read->first;
  }
  for (const auto& [name, value] : winners) set(style, parent, {name, value});
  return style;
}

} // namespace comb::images
