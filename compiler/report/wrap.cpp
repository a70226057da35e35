// First-fit line breaking over cells.
#include "report/wrap.hpp"

#include "base/utf8.hpp"

namespace comb::report {

namespace {

/// A piece that is not broken: a word, or one wide character with the closing marks that follow it.
struct Piece {
  std::string text;
  bool has_space_before = false;
};

/// Marks that may not begin a line (a small part of JIS X 4051).
bool closes(char32_t character) {
  return std::u32string_view(U"，。、；：？！）」』】〉》”’…・`,.;:?!)]}").find(character) != std::u32string_view::npos;
}
bool opens(char32_t character) {
  return std::u32string_view(U"（「『【〈《“‘`([{").find(character) != std::u32string_view::npos;
}

std::vector<Piece> split(std::string_view text) {
  std::vector<Piece> pieces;
  bool after_space = false;
  char32_t last = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    const std::string_view bytes = text.substr(offset, next.byte_count);
    offset += next.byte_count;
    if (next.character == ' ') {
      after_space = true;
      last = ' ';
      continue;
    }
    const bool may_break = (is_wide(next.character) || is_wide(last)) && !closes(next.character) && !opens(last);
    if (pieces.empty() || after_space || may_break) pieces.push_back({.text = {}, .has_space_before = after_space});
    pieces.back().text += bytes;
    after_space = false;
    last = next.character;
  }
  return pieces;
}

} // namespace

std::vector<std::string> wrap(std::string_view text, int room, int hanging) {
  std::vector<std::string> lines = {""};
  int width = 0;
  for (const Piece& piece : split(text)) {
    const int space = piece.has_space_before && width > 0 ? 1 : 0;
    const int needed = space + display_width(piece.text);
    const int line_room = lines.size() == 1 ? room : room - hanging;
    if (width > 0 && width + needed > line_room) {
      lines.push_back(piece.text);
      width = needed - space;
      continue;
    }
    if (space == 1) lines.back() += ' ';
    lines.back() += piece.text;
    width += needed;
  }
  return lines;
}

} // namespace comb::report
