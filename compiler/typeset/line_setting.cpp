// One line: positions of its pieces, joined to runs of one style, with what is drawn beside the glyphs.
#include "typeset/line_setting.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace comb::typeset {

namespace {

constexpr double emphasis_slant = 0.2;
// A line that no fit could fill is left short rather than torn apart.
constexpr double most_stretch = 5;
constexpr std::string_view soft_hyphen = "\u00AD";

// Of the size, downwards from the baseline.
constexpr double underline_drop = 0.14;
constexpr double strike_drop = -0.32;
constexpr double dot_drop = 0.27;
constexpr double dot_rise = -1.0;
constexpr double dot_size = 0.13;
constexpr double tick_box_size = 0.74;
constexpr double link_ascent = 0.9;
constexpr double link_descent = 0.22;

struct Totals {
  double width = 0, stretch = 0, shrink = 0;
};

Totals totals_of(const ParagraphItems& items, LineRange range) {
  Totals totals;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Item& item = items.items[i];
    if (item.kind == Item::Kind::penalty) continue;
    totals.width += item.width;
    totals.stretch += item.stretch;
    totals.shrink += item.shrink;
  }
  if (items.items[range.end].kind == Item::Kind::penalty) totals.width += items.items[range.end].width;
  return totals;
}

/// How far the glue of a justified line stretches (above 0) or shrinks (down to -1).
double adjustment(const Totals& totals, double measure) {
  const double missing = measure - totals.width;
  if (missing > 0 && totals.stretch > 0) return std::min(most_stretch, missing / totals.stretch);
  if (missing < 0 && totals.shrink > 0) return std::max(-1.0, missing / totals.shrink);
  return 0;
}

class LineSetter {
 public:
  LineSetter(const ParagraphItems& items, std::span<const StyledRun> runs) : items_(items), runs_(runs) {}

  Line set(LineRange range, double ratio) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Item& item = items_.items[i];
      if (item.kind == Item::Kind::penalty || item.stretch >= endless_stretch) continue;
      const double width = item.width + (ratio > 0 ? ratio * item.stretch : ratio * item.shrink);
      if (item.piece != no_piece) {
        show(items_.pieces[item.piece], width);
      }
      x_ += width;
    }
    line_.width = Points{x_};
    end_line(range.end);
    close_marks();
    return std::move(line_);
  }

 private:
  const TextStyle& style_of(const Piece& piece) const { return runs_[piece.run].style; }

  /// A hyphen, or the space that the break has eaten, so that copied text keeps it.
  void end_line(std::size_t at) {
    const Item& item = items_.items[at];
    const Item* shown = &item;
    const bool is_plain_penalty = item.kind == Item::Kind::penalty && item.piece == no_piece;
    if (is_plain_penalty && at + 1 < items_.items.size()) shown = &items_.items[at + 1];
    if (shown->piece == no_piece || (is_plain_penalty && shown->kind != Item::Kind::glue)) return;
    const Piece& piece = items_.pieces[shown->piece];
    if (piece.kind == Piece::Kind::hyphen) {
      show(piece, piece.width);
      x_ += piece.width;
      line_.width = Points{x_};
    } else if (piece.kind == Piece::Kind::space) {
      add_glyphs(piece, 0);
    }
  }

  void show(const Piece& piece, double width) {
    switch (piece.kind) {
      case Piece::Kind::indent:
        return;
      case Piece::Kind::gap:
        add_gap(piece, width);
        break;
      case Piece::Kind::box:
        add_tick_box(piece);
        break;
      case Piece::Kind::space:
      case Piece::Kind::hyphen:
      case Piece::Kind::glyphs:
        add_glyphs(piece, width);
        break;
    }
    mark(piece, width);
  }

  // Glyphs.

  GlyphRun& run_for(const Piece& piece) {
    const TextStyle& style = style_of(piece);
    const double slant = style.emphasis && !piece.is_wide ? emphasis_slant : 0;
    if (!line_.runs.empty()) {
      GlyphRun& last = line_.runs.back();
      const bool is_same =
          last.font == piece.font && last.size == style.size && last.color == style.color && last.slant == slant;
      if (is_same) return last;
    }
    line_.runs.push_back(
        {.font = piece.font, .size = style.size, .color = style.color, .x = Points{x_}, .slant = slant});
    return line_.runs.back();
  }

  void add_glyphs(const Piece& piece, double width) {
    const bool is_space = piece.kind == Piece::Kind::space;
    // A space takes the face of what stands before it where it can: no change of font for a blank.
    GlyphRun& run = run_for(piece);
    const TextStyle& style = style_of(piece);
    const double size = style.size.value / 1000;
    double x = x_ + piece.shift - run.x.value;
    for (std::uint32_t i = piece.glyph_begin; i < piece.glyph_end; ++i) {
      const ShapedGlyph& glyph = items_.glyphs[i];
      const double advance = is_space ? width : glyph.advance * size + style.tracking * style.size.value;
      const auto text_begin = static_cast<std::uint32_t>(run.text.size());
      add_text(run, piece, i);
      run.glyphs.push_back({.id = glyph.id,
                            .x = Points{x + glyph.x_offset * size},
                            .y = Points{glyph.y_offset * size},
                            .advance = Points{advance},
                            .text_begin = text_begin,
                            .text_end = static_cast<std::uint32_t>(run.text.size())});
      x += advance;
    }
    if (piece.is_wide && style.emphasis && piece.glyph_begin < piece.glyph_end) add_dot(piece, width);
  }

  /// What glyph `index` stands for. Several glyphs of one cluster give its text once, with the first.
  void add_text(GlyphRun& run, const Piece& piece, std::uint32_t index) {
    if (piece.kind == Piece::Kind::hyphen) {
      run.text += soft_hyphen;
      return;
    }
    const ShapedGlyph& glyph = items_.glyphs[index];
    if (index > piece.glyph_begin && items_.glyphs[index - 1].text_begin == glyph.text_begin) return;
    run.text += std::string_view(items_.source.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
  }

  // What is drawn.

  void add_dot(const Piece& piece, double width) {
    const std::string_view text =
        std::string_view(items_.source.text).substr(items_.glyphs[piece.glyph_begin].text_begin);
    // Marks take no dot (clreq 3.3.2): they were cut, or are symbols of the CJK punctuation block.
    const bool is_mark = text.starts_with("\xE3\x80") || text.starts_with("\xEF\xBC") || text.starts_with("\xE2");
    if (is_mark) return;
    const TextStyle& style = style_of(piece);
    const Points dot = style.size * dot_size;
    const Points middle = style.size * (items_.has_dots_above ? dot_rise : dot_drop);
    line_.decorations.push_back(
        {.content = FilledRectangle{.box = {Points{x_ + width / 2} - dot / 2, middle - dot / 2, dot, dot},
                                    .color = style.color,
                                    .radius = dot / 2}});
  }

  void add_gap(const Piece& piece, double width) {
    const TextStyle& style = style_of(piece);
    const Points y = style.size * underline_drop;
    line_.decorations.push_back({.content = StrokedLine{.x1 = Points{x_},
                                                        .y1 = y,
                                                        .x2 = Points{x_ + width},
                                                        .y2 = y,
                                                        .width = Points{0.6},
                                                        .color = style.color}});
  }

  void add_tick_box(const Piece& piece) {
    const TextStyle& style = style_of(piece);
    const Points side = style.size * tick_box_size;
    line_.decorations.push_back({.content = StrokedRectangle{.box = {Points{x_} + style.size * 0.04, -side, side, side},
                                                             .color = style.color,
                                                             .width = style.size * 0.07,
                                                             .radius = style.size * 0.08}});
  }

  // Underlines, strikes and links go on as long as neighbours have them.

  struct Mark {
    Points begin{}, end{};
    const StyledRun* run = nullptr;
  };

  static bool has_same_marks(const StyledRun& a, const StyledRun& b) {
    return a.style.underline == b.style.underline && a.style.strike == b.style.strike && a.link_url == b.link_url &&
           a.link_anchor == b.link_anchor && a.style.size == b.style.size && a.style.color == b.style.color;
  }

  void mark(const Piece& piece, double width) {
    const StyledRun& run = runs_[piece.run];
    note_term(piece.run, run);
    if (!mark_ || !has_same_marks(*mark_->run, run)) {
      close_marks();
      mark_ = Mark{Points{x_}, {}, &run};
    }
    // A space at the end belongs to no underline until a word follows.
    if (piece.kind != Piece::Kind::space || mark_->end > Points{}) mark_->end = Points{x_ + width};
    if (piece.kind == Piece::Kind::space) mark_->end = std::max(mark_->end, Points{x_});
  }

  /// Where a term is used, once a line.
  void note_term(std::size_t index, const StyledRun& run) {
    if (run.term.empty() || noted_ == index) return;
    noted_ = index;
    line_.decorations.push_back(
        {.content = Anchor{.id = term_use_anchor(run.term, run.span), .y = run.style.size * -link_ascent}});
  }

  void close_marks() {
    if (!mark_) return;
    const Mark done = *mark_;
    mark_.reset();
    if (done.end <= done.begin) return;
    const TextStyle& style = done.run->style;
    if (style.underline) add_rule(done, style, style.size * underline_drop);
    if (style.strike) add_rule(done, style, style.size * strike_drop);
    if (done.run->link_url.empty() && done.run->link_anchor.empty()) return;
    line_.decorations.push_back(
        {.content = LinkArea{.box = {done.begin, style.size * -link_ascent, done.end - done.begin,
                                     style.size * (link_ascent + link_descent)},
                             .url = done.run->link_url,
                             .anchor = done.run->link_anchor}});
  }

  void add_rule(const Mark& mark, const TextStyle& style, Points y) {
    line_.decorations.push_back(
        {.content = StrokedLine{
             .x1 = mark.begin, .y1 = y, .x2 = mark.end, .y2 = y, .width = style.size * 0.05, .color = style.color}});
  }

  const ParagraphItems& items_;
  std::span<const StyledRun> runs_;
  Line line_;
  double x_ = 0;
  std::optional<std::size_t> noted_{}; ///< the last run whose term has its anchor
  std::optional<Mark> mark_;
};

} // namespace

std::vector<LineRange> line_ranges(const ParagraphItems& items, std::span<const std::size_t> breaks) {
  std::vector<LineRange> ranges;
  std::size_t begin = 0;
  for (const std::size_t end : breaks) {
    while (begin < end && items.items[begin].kind != Item::Kind::box) ++begin;
    ranges.push_back({begin, end});
    begin = end + 1;
  }
  return ranges;
}

double natural_width(const ParagraphItems& items, LineRange range) {
  return totals_of(items, range).width;
}

Line set_line(const ParagraphItems& items, std::span<const StyledRun> runs, LineRange range, TextAlign align,
              Points measure) {
  const double ratio = align == TextAlign::justify ? adjustment(totals_of(items, range), measure.value) : 0;
  Line line = LineSetter(items, runs).set(range, ratio);
  line.ends_paragraph = range.end + 1 == items.items.size();
  return line;
}

} // namespace comb::typeset
