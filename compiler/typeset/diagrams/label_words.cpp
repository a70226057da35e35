// The words of a label.
#include "typeset/diagrams/label_words.hpp"

#include "typeset/language_tools.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset {

namespace {

constexpr int balance_steps = 8; ///< halvings of the search for the narrowest measure
constexpr int word_steps = 10;   ///< wider measures that are tried to keep words whole
constexpr double hair = 0.5;     ///< points that a line may be too wide, as in paragraphs

std::vector<std::uint32_t> word_edges(const ParagraphText& source, const LanguageTools& tools) {
  std::u16string text;
  std::vector<std::uint32_t> bytes; // of each unit
  for (const Character& character : source.characters) {
    bytes.push_back(character.byte);
    if (character.code < 0x10000) {
      text += static_cast<char16_t>(character.code);
      continue;
    }
    bytes.push_back(character.byte);
    text += static_cast<char16_t>(0xD7C0 + (character.code >> 10U));
    text += static_cast<char16_t>(0xDC00 + (character.code & 0x3ffU));
  }
  bytes.push_back(static_cast<std::uint32_t>(source.text.size()));
  std::vector<std::uint32_t> edges;
  for (const std::uint32_t unit : tools.word_edges(text)) edges.push_back(bytes.at(unit));
  return edges;
}

} // namespace

LabelWords::LabelWords(std::vector<StyledRun> runs, Points measure, const Fonts& fonts)
    : runs_(std::move(runs)),
      items_(make_items(runs_, {.align = TextAlign::start, .hyphenate = false}, measure, fonts)),
      word_edges_(word_edges(items_.source, fonts.language())) {}

LabelLines LabelWords::lines_at(double measure) const {
  LabelLines lines;
  if (items_.items.empty()) return lines;
  lines.ranges = line_ranges(items_, break_ragged(items_.items, measure));
  for (const LineRange range : lines.ranges) lines.width = std::max(lines.width, natural_width(items_, range));
  lines.overflows = lines.width > measure + hair;
  return lines;
}

/// How many words are torn by the ends of lines; a single character alone on the last line counts as one, too.
int LabelWords::torn_words(const LabelLines& lines) const {
  int torn = 0;
  for (std::size_t i = 0; i + 1 < lines.ranges.size(); ++i) {
    std::size_t last = lines.ranges[i].end;
    while (last > lines.ranges[i].begin && items_.items[last].kind != Item::Kind::box) --last;
    const Item& item = items_.items[last];
    if (item.piece == no_piece || items_.pieces[item.piece].kind != Piece::Kind::glyphs) continue;
    const std::uint32_t end = items_.glyphs[items_.pieces[item.piece].glyph_end - 1].text_end;
    if (!std::binary_search(word_edges_.begin(), word_edges_.end(), end)) ++torn;
  }
  const LineRange last = lines.ranges.back();
  const auto is_box = [](const Item& item) { return item.kind == Item::Kind::box && item.piece != no_piece; };
  const auto boxes = std::count_if(items_.items.begin() + static_cast<std::ptrdiff_t>(last.begin),
                                   items_.items.begin() + static_cast<std::ptrdiff_t>(last.end), is_box);
  const bool is_wide =
      items_.items[last.begin].piece != no_piece && items_.pieces[items_.items[last.begin].piece].is_wide;
  if (lines.ranges.size() > 1 && boxes == 1 && is_wide) ++torn;
  return torn;
}

LabelLines LabelWords::balanced(Points measure) const {
  LabelLines best = lines_at(measure.value);
  if (best.overflows || best.ranges.size() < 2) return best;
  const std::size_t count = best.ranges.size();
  const auto is_as_short = [&](const LabelLines& lines) { return lines.ranges.size() <= count && !lines.overflows; };
  double narrow = 0, wide = measure.value;
  for (int i = 0; i < balance_steps; ++i) {
    const double middle = (narrow + wide) / 2;
    LabelLines tried = lines_at(middle);
    if (is_as_short(tried)) {
      wide = middle;
      best = std::move(tried);
    } else {
      narrow = middle;
    }
  }
  int torn = torn_words(best);
  for (int i = 1; torn > 0 && i <= word_steps; ++i) {
    LabelLines tried = lines_at(wide + (measure.value - wide) * i / word_steps);
    if (!is_as_short(tried) || torn_words(tried) >= torn) continue;
    torn = torn_words(tried);
    best = std::move(tried);
  }
  best.torn = torn;
  return best;
}

SetParagraph LabelWords::set(const LabelLines& lines, Points leading) const {
  SetParagraph set{.lines = {}, .leading = leading};
  for (const LineRange range : lines.ranges) {
    set.lines.push_back(set_line(items_, runs_, range, TextAlign::start, Points{lines.width}));
  }
  return set;
}

} // namespace comb::typeset
