// Widths and lines of text on slides. Total-fit paragraphs would not be what a browser sets, so lines fill first-fit.
#include "typeset/deck_text.hpp"

#include "base/overloaded.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace comb::typeset {
namespace {

constexpr double gap_cell = 0.5; // em a display cell
constexpr int gap_cells_min = 8;

// Most of a Chinese course is in these ranges, and every face has them one em wide.
bool is_surely_one_em(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3001 && c <= 0x3011);
}

bool is_han_like(char32_t c) {
  if (c < 0x2E80) return false;
  return c <= 0xA4CF || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) ||
         c >= 0x20000;
}

bool may_not_end_line(char32_t c) {
  constexpr std::u32string_view opening = U"([{“‘「『（《〈【〔［｛$";
  return opening.find(c) != std::u32string_view::npos;
}

bool may_not_begin_line(char32_t c) {
  constexpr std::u32string_view closing = U")]}”’」』）》〉】〕］｝，。、；：！？…—·・％,.;:!?%～ー々 ";
  return closing.find(c) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
  if (is_common_han(before) && is_common_han(after)) return true; // either may stand at a line's end
  if (before == U' ') return after != U' ';
  if (before == U'-' && after > U'9') return true;
  if (!is_han_like(before) && !is_han_like(after)) return false;
  return !may_not_end_line(before) && !may_not_begin_line(after);
}

} // namespace

float Ruler::advance(char32_t character, Weight weight, Family family) {
  if (is_surely_one_em(character) && family != Family::mono) return 1;
  const auto face = static_cast<std::size_t>(family) * 2 + static_cast<std::size_t>(weight);
  if (character < 128 && ascii_[face][character] > 0) return ascii_[face][character];
  const std::uint64_t key = (static_cast<std::uint64_t>(face) << 32) | character;
  if (const auto known = advances_.find(key); known != advances_.end()) return known->second;
  const std::optional<FontId> font = fonts_.face_for(character, family, weight);
  const float em = font ? static_cast<float>(fonts_.advance(*font, character)) / 1000.0F : 1.0F;
  if (character < 128) ascii_[face][character] = em;
  advances_.emplace(key, em);
  return em;
}

void Ruler::add(std::string_view text, SlideCharacter like, SlideCharacters& characters) {
  const float factor = like.family == Family::mono ? 0.9F : 1.0F;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_at(text, at);
    at += next.byte_count;
    like.character = next.character;
    like.advance = factor * advance(next.character, like.weight, like.family);
    characters.push_back(like);
  }
}

void Ruler::add(const text::Inlines& inlines, SlideCharacter like, SlideCharacters& characters) {
  const auto with = [&](auto change) {
    SlideCharacter changed = like;
    change(changed);
    return changed;
  };
  const auto add_gap = [&](int cells) {
    SlideCharacter gap = like;
    gap.kind = SlideCharacter::Kind::gap;
    gap.character = U'一'; // breaks like a Han character
    gap.advance = static_cast<float>(gap_cell * std::max(cells, gap_cells_min));
    characters.push_back(gap);
  };
  for (const text::Inline& piece : inlines) {
    std::visit(Overloaded{
                   [&](const text::Run& run) { add(run.text, like, characters); },
                   [&](const text::Emphasis& emphasis) { add(emphasis.children, like, characters); },
                   [&](const text::Strong& strong) {
                     add(strong.children, with([](SlideCharacter& c) { c.weight = Weight::bold; }), characters);
                   },
                   [&](const text::Strikethrough& strike) { add(strike.children, like, characters); },
                   [&](const text::Code& code) {
                     add(code.text, with([](SlideCharacter& c) { c.family = Family::mono; }), characters);
                   },
                   [&](const text::LineBreak&) {
                     characters.push_back(with([](SlideCharacter& c) { c.kind = SlideCharacter::Kind::line_break; }));
                   },
                   [&](const text::Link& link) {
                     add(link.children, with([](SlideCharacter& c) { c.accent = true; }), characters);
                   },
                   [&](const text::Image&) { add_gap(2); },
                   [&](const text::FootnoteReference& note) { add(note.label, like, characters); },
                   [&](const text::Variable& variable) { add(variable.name, like, characters); },
                   [&](const text::Reference& reference) {
                     add(reference.text, with([](SlideCharacter& c) { c.accent = true; }), characters);
                   },
                   [&](const text::TermUse& term) { add(term.text, like, characters); },
                   [&](const text::Fill& fill) {
                     if (!fill.text) return add_gap(fill.width_cells);
                     add(*fill.text, with([](SlideCharacter& c) { c.accent = true; }), characters);
                   },
                   // A tested gap has the same width for everyone, so that both decks split alike.
                   [&](const text::Blank& blank) { add_gap(blank.width_cells); },
                   [&](const text::TrainerText&) {},
               },
               piece.content);
  }
}

SlideCharacters Ruler::characters(const text::Inlines& inlines, const SlideText& look) {
  SlideCharacters all;
  SlideCharacter like;
  like.weight = look.weight;
  like.family = look.family;
  add(inlines, like, all);
  return all;
}

SlideCharacters Ruler::characters(std::string_view text, const SlideText& look) {
  SlideCharacters all;
  SlideCharacter like;
  like.weight = look.weight;
  like.family = look.family;
  add(text, like, all);
  return all;
}

std::vector<SlideLine> Ruler::lines(const SlideCharacters& characters, const SlideText& look, double width) const {
  std::vector<SlideLine> all;
  const double measure = width / look.size + 1e-6;
  SlideLine line;
  double run = 0;             // width up to here, spaces included
  std::size_t last_break = 0; // where the line may end; `line.begin` for nowhere
  double width_at_break = 0, run_at_break = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const SlideCharacter& next = characters[i];
    if (next.kind == SlideCharacter::Kind::line_break) {
      all.push_back({line.begin, i, line.width});
      line = {i + 1, i + 1, 0};
      run = 0;
      last_break = i + 1;
      continue;
    }
    if (i > line.begin && may_break_between(characters[i - 1].character, next.character)) {
      last_break = i;
      width_at_break = line.width;
      run_at_break = run;
    }
    const bool is_space = next.character == U' ';
    if (!is_space && run + static_cast<double>(next.advance) > measure && i > line.begin) {
      const bool can_break = last_break > line.begin;
      const std::size_t cut = can_break ? last_break : i;
      all.push_back({line.begin, cut, can_break ? width_at_break : line.width});
      run -= can_break ? run_at_break : run;
      line = {cut, cut, run};
      last_break = cut;
    }
    run += static_cast<double>(next.advance);
    if (!is_space) line.width = run;
  }
  if (line.begin < characters.size()) all.push_back({line.begin, characters.size(), line.width});
  return all;
}

double Ruler::height(const text::Inlines& inlines, const SlideText& look, double width) {
  const std::size_t count = lines(characters(inlines, look), look, width).size();
  return look.line_height() * static_cast<double>(std::max<std::size_t>(count, 1));
}

double Ruler::height(std::string_view text, const SlideText& look, double width) {
  const std::size_t count = lines(characters(text, look), look, width).size();
  return look.line_height() * static_cast<double>(std::max<std::size_t>(count, 1));
}

double Ruler::width(const text::Inlines& inlines, const SlideText& look) {
  double widest = 0, run = 0;
  for (const SlideCharacter& next : characters(inlines, look)) {
    if (next.kind == SlideCharacter::Kind::line_break) run = 0;
    run += static_cast<double>(next.advance);
    widest = std::max(widest, run);
  }
  return widest * look.size;
}

double Ruler::width(std::string_view text, const SlideText& look) {
  double run = 0;
  for (const SlideCharacter& next : characters(text, look)) run += static_cast<double>(next.advance);
  return run * look.size;
}

namespace {

constexpr Rgb accent_color{0xa4, 0x50, 0x1f};

/// Appends `run`, which has its face, colour and place, with the glyphs of `text`, `size` pixels high; returns how far
/// it goes.
double draw_run(const Fonts& fonts, GlyphRun run, std::string text, double size, Ops& ops) {
  run.size = pixels(size);
  double at = 0;
  for (const ShapedGlyph& shaped : fonts.shape(run.font, text)) {
    run.glyphs.push_back({.id = shaped.id,
                          .x = pixels((at + shaped.x_offset) * size / 1000),
                          .y = pixels(shaped.y_offset * size / 1000),
                          .advance = pixels(shaped.advance * size / 1000),
                          .text_begin = shaped.text_begin,
                          .text_end = shaped.text_end});
    at += shaped.advance;
  }
  run.text = std::move(text);
  ops.push_back({.node = artifact, .content = std::move(run)});
  return at * size / 1000;
}

struct LinePen {
  const Ruler& ruler;
  const SlideText& look;
  Ops& ops;
  double x = 0, baseline = 0;
  std::string text{};
  SlideCharacter like{};
  std::optional<FontId> font{};

  void flush() {
    if (text.empty() || !font) return;
    const double size = like.family == Family::mono ? look.size * 0.9 : look.size;
    const GlyphRun run{
        .font = *font, .color = like.accent ? accent_color : look.color, .x = pixels(x), .y = pixels(baseline)};
    x += draw_run(ruler.fonts(), run, std::move(text), size, ops);
    text.clear();
  }

  void add(const SlideCharacter& next) {
    if (next.kind == SlideCharacter::Kind::gap) {
      flush();
      const double width = static_cast<double>(next.advance) * look.size;
      ops.push_back({.node = artifact,
                     .content = StrokedLine{pixels(x + 2),
                                            pixels(baseline + 4),
                                            pixels(x + width - 2),
                                            pixels(baseline + 4),
                                            pixels(1.5),
                                            look.color,
                                            {}}});
      x += width;
      return;
    }
    const std::optional<FontId> face = ruler.fonts().face_for(next.character, next.family, next.weight);
    if (!face) return;
    if (font != face || like.family != next.family || like.accent != next.accent) flush();
    font = face;
    like = next;
    append_utf8(text, next.character);
  }
};

} // namespace

void draw_lines(const Ruler& ruler, const SlideCharacters& characters, const std::vector<SlideLine>& lines,
                const SlideText& look, LinesPlace place, Ops& ops) {
  // The baseline of a line box: half of the leading above, then about 0.88 em for Han faces less the descent's share.
  const double ascent = (look.leading - 1) / 2 * look.size + 0.88 * look.size;
  double top = place.y;
  for (const SlideLine& line : lines) {
    LinePen pen{.ruler = ruler, .look = look, .ops = ops, .x = place.x, .baseline = top + ascent};
    for (std::size_t i = line.begin; i < line.end; ++i) pen.add(characters[i]);
    pen.flush();
    top += look.line_height();
  }
}

} // namespace comb::typeset
