// The sizes, styles and colours of printed books, from the theme's tokens.
#pragma once

#include "images/image.hpp"
#include "model/part.hpp"
#include "theme/theme.hpp"
#include "typeset/paragraph.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace comb::typeset::books {

/// How running text looks in one place: in a lesson, in a box, on a card.
struct TextLook {
  TextStyle style{};
  Points leading{17};
  Points first_indent{};
  TextAlign align = TextAlign::justify;
  bool on_grid = false;
};

/// Pictures by the names that boxes use.
using Icons = std::map<std::string, images::VectorPicture, std::less<>>;
/// The theme's `icons/*.svg`.
Icons read_icons(const theme::Theme& theme);

/// What all pages of a book share.
struct BookStyle {
  theme::PageSizes page{};
  Points measure{};     ///< width of the text field
  Points text_height{}; ///< a whole number of grid lines
  Points half{8.5};     ///< half a line: the step of all spaces
  Points box_indent{14.25};
  Points writing_step{25.5}; ///< distance of the rules to write on
  Points tick_box{11.25};
  int first_indent = 0; ///< characters before a paragraph: two in Chinese, one in Japanese, none in English
  Rgb ink{}, soft{}, line{}, writing_rule{}, answer{};
  Rgb wood{}, teal{}, plum{}, moss{}, alert{};
  Icons icons{};

  TextStyle sans(Points size, Weight weight = Weight::regular) const;
  TextStyle serif(Points size, Weight weight = Weight::regular) const;
  TextStyle small() const; ///< captions, small print: sans, grey
  /// Prose straight in a lesson.
  TextLook running() const;
  /// Prose inside a box or a list: as `running`, without indent.
  TextLook boxed() const;
  /// Notes and tables: sans, ragged right.
  TextLook plain() const;
};

BookStyle make_book_style(const theme::Theme& theme, std::string_view lang);

/// The ink of a box's rule, label and icon in print.
Rgb ink_of(const BookStyle& style, model::Tone tone);

/// The baseline of a line of type of `size` in a slot `leading` high, from the slot's top: the middle of an ideograph
/// is the middle of the slot.
Points baseline_in(Points leading, Points size);

} // namespace comb::typeset::books
