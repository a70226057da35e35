// Sizes of cards.
#include "typeset/books/card_sizes.hpp"

#include <algorithm>

namespace comb::typeset::books {

namespace {

constexpr Points margin{36};

Points millimetres(double length) {
  return Points{length * 72 / 25.4};
}

std::size_t fit(Points room, Points length) {
  return static_cast<std::size_t>(std::max(1.0, room.value / length.value));
}

CardSheet pocket_sheet(const BookStyle& style, Points width, Points height) {
  CardSheet sheet{.margin = margin, .card_width = width, .card_height = height};
  sheet.across = fit(style.page.width - margin * 2, width);
  sheet.down = fit(style.page.height - margin * 2, height);
  return sheet;
}

} // namespace

CardSheet card_sheet(const BookStyle& style, model::CardSize size) {
  CardSheet sheet;
  switch (size) {
    case model::CardSize::grid:
      return {.across = 2,
              .down = 2,
              .margin = margin,
              .card_width = (style.page.width - margin * 2) / 2,
              .card_height = (style.page.height - margin * 2) / 2,
              .padding_x = Points{21},
              .padding_top = Points{20},
              .padding_bottom = Points{18},
              .scale = 1,
              .smaller = 0.85};
    case model::CardSize::a6:
      sheet = pocket_sheet(style, millimetres(148), millimetres(105));
      sheet.padding_x = sheet.padding_top = sheet.padding_bottom = Points{18};
      sheet.scale = 1;
      sheet.smaller = 0.85;
      return sheet;
    case model::CardSize::a7:
      sheet = pocket_sheet(style, millimetres(74), millimetres(105));
      sheet.padding_x = sheet.padding_top = sheet.padding_bottom = Points{14};
      sheet.scale = 0.85;
      sheet.smaller = 0.72;
      return sheet;
    case model::CardSize::wallet:
      sheet = pocket_sheet(style, millimetres(85.6), millimetres(54));
      sheet.padding_x = sheet.padding_top = sheet.padding_bottom = Points{10};
      sheet.scale = 0.75;
      sheet.smaller = 0.65;
      return sheet;
  }
  return sheet;
}

} // namespace comb::typeset::books
