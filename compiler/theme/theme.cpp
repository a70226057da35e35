// Reads `theme.yaml` over the default tokens.
#include "theme/theme.hpp"

#include "schema/field.hpp"
#include "theme/theme_name.hpp"
#include "theme/token_sections.hpp"

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

/// One token: its name in the file, what it is for, and where it goes.
template <class Section, class Value>
struct Token {
  std::string_view name;
  std::string_view help;
  Value Section::*member;
};
using ColorToken = Token<Colors, Rgb>;
using FontToken = Token<FontNames, std::string>;
using SlideToken = Token<SlideSizes, double>;
using PageToken = Token<PageSizes, Points>;

constexpr std::array color_tokens = {
    ColorToken{"paper", "the ground of slides; pages are white", &Colors::paper},
    ColorToken{"ink", "text", &Colors::ink},
    ColorToken{"soft", "small text beside the text", &Colors::soft},
    ColorToken{"line", "thin lines and frames", &Colors::line},
    ColorToken{"wood", "the strong colour: titles, cases", &Colors::wood},
    ColorToken{"wood-print", "the same on paper, a little darker", &Colors::wood_print},
    ColorToken{"teal", "activities and practice", &Colors::teal},
    ColorToken{"plum", "role plays", &Colors::plum},
    ColorToken{"moss", "answers and what is right", &Colors::moss},
    ColorToken{"alert", "warnings", &Colors::alert},
    ColorToken{"night", "the dark field of covers", &Colors::night},
    ColorToken{"amber", "the comb on it", &Colors::amber},
};
constexpr std::array font_tokens = {
    FontToken{"sans", "headings and slides; the region (TC, SC, JP) comes from the course's language",
              &FontNames::sans},
    FontToken{"serif", "running text of the books", &FontNames::serif},
    FontToken{"mono", "code", &FontNames::mono},
    FontToken{"symbols", "signs that the others lack", &FontNames::symbols},
};
constexpr std::array slide_tokens = {
    SlideToken{"title", "size of a cover's title", &SlideSizes::title},
    SlideToken{"headline", "size of a slide's title", &SlideSizes::headline},
    SlideToken{"body", "size of text", &SlideSizes::body},
    SlideToken{"small", "size of small text", &SlideSizes::small},
    SlideToken{"tiny", "size of the foot line", &SlideSizes::tiny},
    SlideToken{"leading", "height of a line, as a multiple of its size", &SlideSizes::leading},
    SlideToken{"side", "margin at either side", &SlideSizes::side},
    SlideToken{"top", "margin above", &SlideSizes::top},
    SlideToken{"bottom", "margin below", &SlideSizes::bottom},
};
constexpr std::array page_tokens = {
    PageToken{"width", "of the page", &PageSizes::width},
    PageToken{"height", "of the page", &PageSizes::height},
    PageToken{"inner", "margin at the spine", &PageSizes::inner},
    PageToken{"outer", "margin at the other side", &PageSizes::outer},
    PageToken{"top", "margin above", &PageSizes::top},
    PageToken{"bottom", "margin below", &PageSizes::bottom},
    PageToken{"title", "size of a cover's title", &PageSizes::title},
    PageToken{"head1", "size of a lesson's title", &PageSizes::head1},
    PageToken{"head2", "size of a topic's heading", &PageSizes::head2},
    PageToken{"head3", "size of a sub-heading", &PageSizes::head3},
    PageToken{"body", "size of text", &PageSizes::body},
    PageToken{"small", "size of small text", &PageSizes::small},
    PageToken{"leading", "the grid on which lines of text stand", &PageSizes::leading},
};

template <class Tokens>
std::vector<FieldSpec> specs_of(const Tokens& tokens, FieldType type) {
  std::vector<FieldSpec> specs;
  for (const auto& token : tokens) specs.push_back({.name = token.name, .type = type, .help = token.help});
  return specs;
}

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
  const std::vector<FieldSpec> specs = specs_of(tokens, FieldType::text); // read below, by the token's own type
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
  std::vector<FieldSpec> specs = {theme_name_key()};
  for (const TokenSection& section : token_sections()) specs.push_back({.name = section.name});
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

const FieldSpec& theme_name_key() {
  static const FieldSpec key = {.name = "name", .help = "what the theme is called"};
  return key;
}

const std::vector<TokenSection>& token_sections() {
  static const std::vector<TokenSection> sections = {
      {"colors", "colours as #a4501f; text colours must stand out from their ground by 4.5:1", TokenValue::color,
       specs_of(color_tokens, FieldType::color)},
      {"fonts", "font families that are installed", TokenValue::font, specs_of(font_tokens, FieldType::text)},
      {"slide", "sizes on slides of 1280 x 720 pixels", TokenValue::pixels, specs_of(slide_tokens, FieldType::number)},
      {"page", "lengths on pages, as 10pt or 24mm", TokenValue::length, specs_of(page_tokens, FieldType::text)},
  };
  return sections;
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  return kinds;
}

} // namespace comb::theme
