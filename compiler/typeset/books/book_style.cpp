// Styles of books.
#include "typeset/books/book_style.hpp"

#include <cmath>

namespace comb::typeset::books {

TextStyle BookStyle::sans(Points size, Weight weight) const {
  return {.family = Family::sans, .weight = weight, .size = size, .color = ink};
}

TextStyle BookStyle::serif(Points size, Weight weight) const {
  return {.family = Family::serif, .weight = weight, .size = size, .color = ink};
}

TextStyle BookStyle::small() const {
  TextStyle style = sans(page.small);
  style.color = soft;
  return style;
}

TextLook BookStyle::running() const {
  return {
      .style = serif(page.body), .leading = page.leading, .first_indent = page.body * first_indent, .on_grid = true};
}

TextLook BookStyle::boxed() const {
  TextLook look = running();
  look.first_indent = Points{};
  look.on_grid = false;
  return look;
}

TextLook BookStyle::plain() const {
  return {.style = sans(page.body * 0.97), .leading = page.leading, .align = TextAlign::start};
}

BookStyle make_book_style(const theme::Theme& theme, std::string_view lang) {
  BookStyle style;
  style.page = theme.page;
  style.measure = theme.page.width - theme.page.inner - theme.page.outer;
  const Points height = theme.page.height - theme.page.top - theme.page.bottom;
  style.text_height = theme.page.leading * std::floor(height / theme.page.leading);
  style.half = theme.page.leading / 2;
  style.writing_step = theme.page.leading * 1.5;
  if (lang.starts_with("zh")) style.first_indent = 2;
  if (lang.starts_with("ja")) style.first_indent = 1;
  style.ink = theme.colors.ink;
  style.soft = theme.colors.soft;
  style.line = mix(theme.colors.soft, theme.colors.line, 0.15);
  style.writing_rule = mix(theme.colors.soft, Rgb{255, 255, 255}, 0.65);
  style.answer = theme.colors.moss;
  style.wood = theme.colors.wood_print;
  style.teal = theme.colors.teal;
  style.plum = theme.colors.plum;
  style.moss = theme.colors.moss;
  style.alert = theme.colors.alert;
  style.icons = read_icons(theme);
  return style;
}

Rgb ink_of(const BookStyle& style, model::Tone tone) {
  switch (tone) {
    case model::Tone::neutral:
      return style.soft;
    case model::Tone::wood:
      return style.wood;
    case model::Tone::teal:
      return style.teal;
    case model::Tone::plum:
      return style.plum;
    case model::Tone::moss:
      return style.moss;
    case model::Tone::alert:
      return style.alert;
  }
  return style.ink;
}

Points baseline_in(Points leading, Points size) {
  // Ideographs of Noto CJK reach from 0.12 em below the baseline to 0.88 em above it.
  constexpr double middle_above_baseline = 0.38;
  return leading / 2 + size * middle_above_baseline;
}

} // namespace comb::typeset::books
