// Reads `theme.yaml` over the default tokens.
#include "theme/theme.hpp"

#include "schema/field.hpp"
#include "theme/theme_name.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace comb::theme {

namespace {

constexpr DiagnosticKind theme_value_invalid{
    .name = "theme-value-invalid",
    .severity = Severity::error,
    .help = "write lengths as `10pt` or `24mm`, sizes of slides as plain pixels, and colours as `#a4501f`",
};
constexpr DiagnosticKind theme_section_invalid{
    .name = "theme-section-invalid",
    .severity = Severity::error,
    .help = "`colors`, `fonts`, `slide` and `page` hold keys with values",
};
constexpr DiagnosticKind theme_contrast{
    .name = "theme-contrast",
    .severity = Severity::error,
    .help = "make the text colour darker: at least 4.5:1 to its ground (WCAG 2.1, 1.4.3)",
};
constexpr std::array<const DiagnosticKind*, 4> kinds = {&theme_value_invalid, &theme_section_invalid, &theme_contrast,
                                                        &theme_unknown};

using schema::FieldSpec;
using schema::FieldType;

/// One token: its name in the file and where it goes.
template <class Section, class Value>
struct Token {
  std::string_view name;
  Value Section::*member;
};

constexpr std::array color_tokens = {
    Token<Colors, Rgb>{"paper", &Colors::paper}, Token<Colors, Rgb>{"ink", &Colors::ink},
    Token<Colors, Rgb>{"soft", &Colors::soft},   Token<Colors, Rgb>{"line", &Colors::line},
    Token<Colors, Rgb>{"wood", &Colors::wood},   Token<Colors, Rgb>{"wood-print", &Colors::wood_print},
    Token<Colors, Rgb>{"teal", &Colors::teal},   Token<Colors, Rgb>{"plum", &Colors::plum},
    Token<Colors, Rgb>{"moss", &Colors::moss},   Token<Colors, Rgb>{"alert", &Colors::alert},
    Token<Colors, Rgb>{"night", &Colors::night}, Token<Colors, Rgb>{"amber", &Colors::amber}};
constexpr std::array font_tokens = {Token<FontNames, std::string>{"sans", &FontNames::sans},
                                    Token<FontNames, std::string>{"serif", &FontNames::serif},
                                    Token<FontNames, std::string>{"mono", &FontNames::mono},
                                    Token<FontNames, std::string>{"symbols", &FontNames::symbols}};
constexpr std::array slide_tokens = {Token<SlideSizes, double>{"title", &SlideSizes::title},
                                     Token<SlideSizes, double>{"headline", &SlideSizes::headline},
                                     Token<SlideSizes, double>{"body", &SlideSizes::body},
                                     Token<SlideSizes, double>{"small", &SlideSizes::small},
                                     Token<SlideSizes, double>{"tiny", &SlideSizes::tiny},
                                     Token<SlideSizes, double>{"leading", &SlideSizes::leading},
                                     Token<SlideSizes, double>{"side", &SlideSizes::side},
                                     Token<SlideSizes, double>{"top", &SlideSizes::top},
                                     Token<SlideSizes, double>{"bottom", &SlideSizes::bottom}};
constexpr std::array page_tokens = {
    Token<PageSizes, Points>{"width", &PageSizes::width},    Token<PageSizes, Points>{"height", &PageSizes::height},
    Token<PageSizes, Points>{"inner", &PageSizes::inner},    Token<PageSizes, Points>{"outer", &PageSizes::outer},
    Token<PageSizes, Points>{"top", &PageSizes::top},        Token<PageSizes, Points>{"bottom", &PageSizes::bottom},
    Token<PageSizes, Points>{"title", &PageSizes::title},    Token<PageSizes, Points>{"head1", &PageSizes::head1},
    Token<PageSizes, Points>{"head2", &PageSizes::head2},    Token<PageSizes, Points>{"head3", &PageSizes::head3},
    Token<PageSizes, Points>{"body", &PageSizes::body},      Token<PageSizes, Points>{"small", &PageSizes::small},
    Token<PageSizes, Points>{"leading", &PageSizes::leading}};

bool read(const std::string& text, Rgb& into) {
  const std::optional<Rgb> color = read_color(text);
  if (color) into = *color;
  return color.has_value();
}
bool read(const std::string& text, std::string& into) {
  into = text;
  return !text.empty();
}
bool read(const std::string& text, double& into) {
  const std::optional<double> number = schema::read_number(text);
  if (number && *number > 0) into = *number;
  return number && *number > 0;
}
/// `10pt` or `24mm`.
bool read(const std::string& text, Points& into) {
  if (text.size() < 3) return false;
  const std::optional<double> number = schema::read_number(std::string_view(text).substr(0, text.size() - 2));
  if (!number || *number <= 0) return false;
  if (text.ends_with("pt")) {
    into = Points{*number};
  } else if (text.ends_with("mm")) {
    into = Points{*number * 72.0 / 25.4};
  } else {
    return false;
  }
  return true;
}

/// The scalars of `section` as raw values, so that the schema names unknown and doubled keys.
std::vector<schema::RawValue> scalars(const syntax::Yaml& section, Diagnostics& found) {
  std::vector<schema::RawValue> values;
  const auto* entries = section.mapping();
  if (entries == nullptr) {
    found.push_back({.kind = &theme_section_invalid, .span = section.span, .message = "this is not a list of keys"});
    return values;
  }
  for (const syntax::YamlEntry& entry : *entries) {
    const std::string* text = entry.value.scalar();
    if (text == nullptr) {
      found.push_back(
          {.kind = &theme_value_invalid, .span = entry.value.span, .message = "`" + entry.key + "` takes one value"});
      continue;
    }
    values.push_back({.name = entry.key, .text = *text, .name_span = entry.key_span, .value_span = entry.value.span});
  }
  return values;
}

template <class Section, class Tokens>
void read_section(const syntax::YamlEntry& entry, Section& section, const Tokens& tokens, Diagnostics& found) {
  std::vector<FieldSpec> specs;
  for (const auto& token : tokens) specs.push_back({.name = token.name, .type = FieldType::text});
  auto checked = schema::check_values(scalars(entry.value, found), specs, entry.key, entry.key_span);
  append(found, std::move(checked.diagnostics));
  for (const auto& token : tokens) {
    if (!checked.value.has(token.name)) continue;
    const std::string text = checked.value.text(token.name);
    if (read(text, section.*token.member)) continue;
    found.push_back({.kind = &theme_value_invalid,
                     .span = checked.value.span(token.name),
                     .message = "`" + text + "` is no value for `" + std::string(token.name) + "`"});
  }
}

void check_contrast(const Colors& colors, Span place, Diagnostics& found) {
  constexpr double least = 4.5;
  constexpr Rgb print_paper{0xff, 0xff, 0xff};
  for (const auto& token : color_tokens) {
    if (token.name == "paper" || token.name == "line" || token.name == "night" || token.name == "amber") continue;
    for (const Rgb ground : {colors.paper, print_paper}) {
      if (contrast_ratio(colors.*token.member, ground) >= least) continue;
      found.push_back({.kind = &theme_contrast,
                       .span = place,
                       .message = "text in `" + std::string(token.name) + "` (" + to_hex(colors.*token.member) +
                                  ") is too pale on " + to_hex(ground)});
    }
  }
}

} // namespace

WithDiagnostics<Theme> read_theme(const syntax::Yaml& yaml) {
  Theme theme;
  Diagnostics found;
  const auto* entries = yaml.mapping();
  if (entries == nullptr) {
    found.push_back({.kind = &theme_section_invalid, .span = yaml.span, .message = "a theme is a list of keys"});
    return {std::move(theme), std::move(found)};
  }
  static const std::array<FieldSpec, 5> specs = {FieldSpec{.name = "name"}, FieldSpec{.name = "colors"},
                                                 FieldSpec{.name = "fonts"}, FieldSpec{.name = "slide"},
                                                 FieldSpec{.name = "page"}};
  std::vector<schema::RawValue> keys;
  Span colors_place = yaml.span;
  for (const syntax::YamlEntry& entry : *entries) {
    keys.push_back(
        {.name = entry.key, .text = "", .name_span = entry.key_span, .value_span = entry.value.span, .is_flag = false});
    if (entry.key == "name" && entry.value.scalar() != nullptr) theme.name = *entry.value.scalar();
    if (entry.key == "colors") read_section(entry, theme.colors, color_tokens, found);
    if (entry.key == "fonts") read_section(entry, theme.fonts, font_tokens, found);
    if (entry.key == "slide") read_section(entry, theme.slide, slide_tokens, found);
    if (entry.key == "page") read_section(entry, theme.page, page_tokens, found);
    if (entry.key == "colors") colors_place = entry.key_span;
  }
  append(found, schema::check_values(std::move(keys), specs, "theme", yaml.span).diagnostics);
  check_contrast(theme.colors, colors_place, found);
  return {std::move(theme), std::move(found)};
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  return kinds;
}

} // namespace comb::theme
