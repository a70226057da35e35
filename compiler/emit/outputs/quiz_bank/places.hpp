// Filling in the places of a rich text: pictures and gaps, each format in its own way.
#pragma once

#include "emit/outputs/quiz_bank/rich_text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace comb::emit::quiz_bank {

/// HTML of one picture.
using PictureHtml = std::function<std::string(const Picture&)>;
/// HTML of the gap that stands at `index` (from 0) among the gaps of its text.
using GapHtml = std::function<std::string(const text::Blank&, std::size_t index)>;

/// The HTML of `text` with each place filled in.
std::string with_places(const RichText& text, const PictureHtml& picture, const GapHtml& gap);

/// An `img` whose address is `folder` and the picture's name in the bank; its alternative in brackets where the
/// picture is not at hand.
std::string picture_element(const Picture& picture, const MediaLibrary& media, std::string_view folder);
/// The alternative in brackets; nothing for a decorative picture.
std::string picture_alternative(const Picture& picture);
/// A line to write on, for texts that have no gaps to answer.
std::string gap_line(const text::Blank& gap, std::size_t index);

} // namespace comb::emit::quiz_bank
