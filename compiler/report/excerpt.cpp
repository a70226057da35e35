// Cutting a source line so that the place in question is always to be seen.
#include "report/excerpt.hpp"

#include "base/utf8.hpp"
#include "report/report.hpp"

#include <algorithm>
#include <vector>

namespace comb::report {

namespace {

// How much is kept before a span that stands far to the right, in cells.
constexpr int context_cells = 24;
// No more of a line than this many bytes on each side of the span can ever be shown.
constexpr std::size_t reach_bytes = 1024;
constexpr int tab_stop = 4;

/// One printed thing of a line.
struct ShownCharacter {
  std::string text;
  int width = 1;
  std::size_t byte_offset = 0; ///< in the file
};

bool is_inside_character(std::string_view line, std::size_t offset) {
  return offset < line.size() && (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U;
}

/// The characters of `line` around `from`, each as it will be printed.
std::vector<ShownCharacter> shown_characters(std::string_view line, std::size_t line_begin, std::size_t from) {
  std::size_t offset = from > reach_bytes ? from - reach_bytes : 0;
  while (offset > 0 && is_inside_character(line, offset)) --offset;
  const std::size_t end = std::min(line.size(), from + reach_bytes);
  std::vector<ShownCharacter> characters;
  int cell = 0;
  while (offset < end) {
    const DecodedCharacter next = decode_at(line, offset);
    ShownCharacter shown{.byte_offset = line_begin + offset};
    if (next.character == '\t') {
      shown.text = std::string(static_cast<std::size_t>(tab_stop - cell % tab_stop), ' ');
    } else {
      shown.text = visible(line.substr(offset, next.byte_count));
    }
    shown.width = display_width(shown.text);
    cell += shown.width;
    characters.push_back(std::move(shown));
    offset += next.byte_count;
  }
  return characters;
}

int width_between(const std::vector<ShownCharacter>& characters, std::size_t begin, std::size_t end) {
  int width = 0;
  for (std::size_t index = begin; index < end; ++index) width += characters[index].width;
  return width;
}

/// The first character to show: the line's first if all up to the span's end fits, else some before the span.
std::size_t first_shown(const std::vector<ShownCharacter>& characters, std::size_t span_begin, std::size_t span_end,
                        int room) {
  if (width_between(characters, 0, std::min(span_end + 1, characters.size())) < room) return 0;
  int context = 0;
  std::size_t first = span_begin;
  while (first > 0 && context + characters[first - 1].width <= std::min(context_cells, room / 3)) {
    --first;
    context += characters[first].width;
  }
  return first;
}

} // namespace

Excerpt cut_excerpt(const source::SourceFile& file, Span span, int room) {
  const std::uint32_t number = file.line_at(span.begin);
  const std::string_view line = file.line_text(number);
  const std::size_t line_begin = file.line_begin(number);
  const std::size_t from =
      std::min<std::size_t>(span.begin - std::min<std::size_t>(span.begin, line_begin), line.size());
  const std::vector<ShownCharacter> characters = shown_characters(line, line_begin, from);

  const auto index_of = [&](std::size_t byte_offset) {
    const auto at = std::ranges::lower_bound(characters, byte_offset, {}, &ShownCharacter::byte_offset);
    return static_cast<std::size_t>(at - characters.begin());
  };
  const std::size_t span_begin = index_of(span.begin);
  const std::size_t span_end = std::max(span_begin, index_of(span.end));
  const std::size_t first = first_shown(characters, span_begin, span_end, room);

  Excerpt result;
  const bool is_cut_before = first > 0 || (!characters.empty() && characters.front().byte_offset > line_begin);
  if (is_cut_before) result.line = "…";
  int width = is_cut_before ? 1 : 0;
  int caret_end = -1;
  result.caret_begin = width;
  std::size_t index = first;
  for (; index < characters.size(); ++index) {
    const bool is_last = index + 1 == characters.size();
    if (width + characters[index].width > (is_last ? room : room - 1)) break;
    if (index < span_begin) result.caret_begin += characters[index].width;
    result.line += characters[index].text;
    width += characters[index].width;
    if (index < span_end) caret_end = width;
  }
  const bool is_cut_after = index < characters.size() || (!characters.empty() && line.size() > from + reach_bytes);
  if (is_cut_after) result.line += "…";
  result.caret_width = std::max(1, caret_end - result.caret_begin);
  return result;
}

} // namespace comb::report
