// Fills in the places that rich_text.cpp has marked with U+0001 and U+0002.
#include "emit/outputs/quiz_bank/places.hpp"

#include "emit/html.hpp"

#include <charconv>
#include <cmath>

namespace comb::emit::quiz_bank {
namespace {

std::size_t read_index(std::string_view digits) {
  std::size_t index = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), index);
  return index;
}

} // namespace

std::string with_places(const RichText& text, const PictureHtml& picture, const GapHtml& gap) {
  const std::string& html = text.html.str();
  if (text.pictures.empty() && text.gaps.empty()) return html;
  std::string filled;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t mark = html.find_first_of("\x01\x02", begin);
    filled.append(html, begin, mark == std::string::npos ? std::string::npos : mark - begin);
    if (mark == std::string::npos) return filled;
    const std::size_t end = html.find(html[mark], mark + 1);
    const std::size_t index = read_index(std::string_view(html).substr(mark + 1, end - mark - 1));
    filled += html[mark] == '\x02' ? picture(text.pictures[index]) : gap(*text.gaps[index], index);
    begin = end + 1;
  }
}

std::string picture_element(const Picture& picture, const MediaLibrary& media, std::string_view folder) {
  if (picture.medium < 0) return picture_alternative(picture);
  const Medium& medium = media.all()[static_cast<std::size_t>(picture.medium)];
  std::string element = "<img src=\"";
  element += folder;
  element += medium.name; // of `[A-Za-z0-9._-]` only
  element += "\" alt=\"" + escape(picture.alternative).str() + "\"";
  if (picture.width > 0) element += " width=\"" + std::to_string(std::lround(picture.width)) + "\"";
  return element + ">";
}

std::string picture_alternative(const Picture& picture) {
  return picture.alternative.empty() ? std::string() : escape("[" + picture.alternative + "]").str();
}

std::string gap_line(const text::Blank&, std::size_t) {
  return "____";
}

} // namespace comb::emit::quiz_bank
