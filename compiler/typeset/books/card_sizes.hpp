// Sizes of cards, and how many of each fit on a sheet.
#pragma once

#include "model/part.hpp"
#include "typeset/books/book_style.hpp"

#include <array>
#include <cstddef>

namespace comb::typeset::books {

/// All sizes, in the order in which their sheets are printed.
constexpr std::array<model::CardSize, 4> all_card_sizes = {model::CardSize::grid, model::CardSize::a6,
                                                           model::CardSize::a7, model::CardSize::wallet};

/// Where cards of one size stand on a sheet, from its upper left corner.
struct CardSheet {
  std::size_t across = 1, down = 1;
  Points margin{}; ///< left of and above the first card
  Points card_width{}, card_height{};
  Points padding_x{}, padding_top{}, padding_bottom{};
  double scale = 1;   ///< of its type
  double smaller = 1; ///< the same for a card with much text

  std::size_t count() const { return across * down; }
  Points inner_width() const { return card_width - padding_x * 2; }
  Points inner_height() const { return card_height - padding_top - padding_bottom; }
};

/// `grid` fills the page with four. The others keep their own size: A6 lies (148 × 105 mm), A7 stands (74 × 105 mm),
/// `wallet` is as large as a bank card (85.6 × 54 mm, ISO/IEC 7810 ID-1).
CardSheet card_sheet(const BookStyle& style, model::CardSize size);

} // namespace comb::typeset::books
