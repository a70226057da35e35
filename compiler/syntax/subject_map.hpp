// Where each byte of a text that cmark-gfm parses stands in the source file.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comb::syntax {

/// Characters that cmark-gfm must not see as they are, and what stands in for them (same length, so offsets stay).
/// No source holds these control characters: `check_text` refuses them.
inline constexpr char masked_star = '\x01';
inline constexpr char masked_less_than = '\x02';
inline constexpr char masked_comment = '\x03'; ///< a byte of a comment; reaches no output
inline constexpr char masked_underscore = '\x06';

/// `text` with the stand-ins replaced by what they stand for; bytes of comments are left out.
std::string unmasked(std::string_view text);
/// The same, byte for byte: bytes of comments stay as `masked_comment`.
std::string unmasked_in_place(std::string_view text);

/// The lines of one block's text, joined by line ends, and their places in the source.
class SubjectMap {
 public:
  explicit SubjectMap(FileId file) : file_(file) {}

  /// Appends `text`, which stands at `source_begin` byte for byte.
  void append(std::string_view text, std::uint32_t source_begin);
  /// Appends source text of a table cell, in which `\|` means `|`.
  void append_cell(std::string_view text, std::uint32_t source_begin);
  /// Forgets the first `count` bytes: link definitions that cmark-gfm took away.
  void drop_front(std::size_t count);

  std::string_view text() const { return text_; }
  std::uint32_t source_begin(std::size_t offset) const;
  /// The source place just after the byte before `offset`.
  std::uint32_t source_end(std::size_t offset) const;
  Span span(std::size_t begin, std::size_t end) const;
  FileId file() const { return file_; }

 private:
  struct Piece {
    std::uint32_t offset = 0;
    std::uint32_t source = 0;
  };
  FileId file_;
  std::string text_;
  std::vector<Piece> pieces_; // ascending offsets
};

} // namespace comb::syntax
