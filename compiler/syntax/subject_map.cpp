// Offsets of a block's text to places in the source, and the stand-ins for characters that cmark-gfm must not see.
#include "syntax/subject_map.hpp"

#include <algorithm>

namespace comb::syntax {

namespace {

char unmasked_byte(char byte) {
  switch (byte) {
    case masked_star:
      return '*';
    case masked_underscore:
      return '_';
    case masked_less_than:
      return '<';
    default:
      return byte;
  }
}

} // namespace

std::string unmasked_in_place(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), unmasked_byte);
  return out;
}

std::string unmasked(std::string_view text) {
  std::string out = unmasked_in_place(text);
  std::erase(out, masked_comment);
  return out;
}

void SubjectMap::append(std::string_view text, std::uint32_t source_begin) {
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), source_begin});
  text_ += text;
}

void SubjectMap::append_cell(std::string_view text, std::uint32_t source_begin) {
  std::size_t begin = 0;
  for (std::size_t at = text.find("\\|"); at != std::string_view::npos; at = text.find("\\|", begin + 1)) {
    append(text.substr(begin, at - begin), source_begin + static_cast<std::uint32_t>(begin));
    begin = at + 1;
  }
  append(text.substr(begin), source_begin + static_cast<std::uint32_t>(begin));
}

void SubjectMap::drop_front(std::size_t count) {
  count = std::min(count, text_.size());
  std::vector<Piece> rest;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const std::size_t end = i + 1 < pieces_.size() ? pieces_[i + 1].offset : text_.size();
    if (end < count || (end == count && i + 1 < pieces_.size())) continue;
    Piece piece = pieces_[i];
    const std::uint32_t cut = piece.offset < count ? static_cast<std::uint32_t>(count) - piece.offset : 0;
    rest.push_back({static_cast<std::uint32_t>(piece.offset + cut - count), piece.source + cut});
  }
  pieces_ = std::move(rest);
  text_.erase(0, count);
}

std::uint32_t SubjectMap::source_begin(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::offset);
  if (after == pieces_.begin()) return pieces_.empty() ? 0 : pieces_.front().source;
  const Piece& piece = *std::prev(after);
  return piece.source + static_cast<std::uint32_t>(offset) - piece.offset;
}

std::uint32_t SubjectMap::source_end(std::size_t offset) const {
  return offset == 0 ? source_begin(0) : source_begin(offset - 1) + 1;
}

Span SubjectMap::span(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = source_begin(begin);
  return {file_, first, end > begin ? std::max(first, source_end(end)) : first};
}

} // namespace comb::syntax
