// Boxes, glue and penalties: Latin words are shaped and hyphenated, wide characters stand one by one, and the blank
// halves of Chinese marks are glue, so that a line's ends and neighbouring marks take them away.
#include "typeset/paragraph_items.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace comb::typeset {

constexpr DiagnosticKind glyph_missing{
    .name = "glyph-missing",
    .severity = Severity::error,
    .help = "use another character, or a theme whose fonts have this one",
};

namespace {

constexpr int hyphen_penalty = 120;
constexpr int word_part_penalty = 50; ///< after a hyphen or slash that the author wrote
constexpr std::size_t least_hyphenated = 6;

/// Width, stretch and shrink of glue in em.
struct Spacing {
  double width = 0, stretch = 0, shrink = 0;
};
constexpr Spacing between_ideographs{0, 0.045, 0};
constexpr Spacing beside_latin{0.25, 0.06, 0.12};
constexpr Spacing latin_words{0.25, 0.13, 0.08};

/// Where a full-width mark's ink is, which decides what may be cut off. TC centres ，。; SC sets them to the left.
enum class InkSide : std::uint8_t { full, left, right, center };

InkSide ink_side(const GlyphInk& ink, int advance) {
  if (advance < 900) return InkSide::full;
  if (ink.left >= 230 && ink.right <= 770) return InkSide::center;
  if (ink.right <= 560) return InkSide::left;
  if (ink.left >= 440) return InkSide::right;
  return InkSide::full;
}

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

class ItemBuilder {
 public:
  ItemBuilder(std::span<const StyledRun> runs, const ParagraphStyle& style, Points measure, const Fonts& fonts)
      : runs_(runs), style_(style), measure_(measure), fonts_(fonts) {
    made_.source = read_characters(runs, fonts.language());
    made_.has_dots_above = fonts.language().has_dots_above();
  }

  ParagraphItems build() {
    if (made_.source.characters.empty()) return std::move(made_);
    if (style_.first_indent.value > 0) add_indent();
    for (std::size_t i = 0; i < characters().size();) i = add_from(i);
    end_lines();
    return std::move(made_);
  }

 private:
  const std::vector<Character>& characters() const { return made_.source.characters; }
  const TextStyle& style_of(const Character& character) const { return runs_[character.run].style; }
  double em_of(const Character& character) const { return style_of(character).size.value; }

  /// Adds what begins at character `i`; returns where the next thing begins.
  std::size_t add_from(std::size_t i) {
    const Character& character = characters()[i];
    switch (character.kind) {
      case CharacterClass::space:
        return add_spaces(i);
      case CharacterClass::wide_space:
        add_wide_space(i);
        return i + 1;
      case CharacterClass::new_line:
        end_lines();
        return i + 1;
      case CharacterClass::hyphen:
        add_hyphen(character);
        return i + 1;
      case CharacterClass::break_hint:
        made_.items.push_back({.kind = Item::Kind::penalty});
        return i + 1;
      case CharacterClass::object:
        add_joint(i);
        add_object(character);
        break;
      case CharacterClass::latin:
      case CharacterClass::joiner:
        add_joint(i);
        return add_word(i);
      case CharacterClass::ideograph:
      case CharacterClass::opener:
      case CharacterClass::closer:
      case CharacterClass::stop:
        add_joint(i);
        return add_wide(i);
    }
    previous_ = &characters()[i];
    return i + 1;
  }

  // Glue and penalties.

  void add_glue(double em, Spacing spacing, int penalty, std::uint32_t piece = no_piece) {
    if (penalty != 0) made_.items.push_back({.kind = Item::Kind::penalty, .penalty = penalty});
    // Glue after a penalty is no break of its own, so that the penalty alone decides.
    made_.items.push_back({.kind = Item::Kind::glue,
                           .width = spacing.width * em,
                           .stretch = spacing.stretch * em,
                           .shrink = spacing.shrink * em,
                           .piece = piece});
  }

  /// Ends the line here: endless glue, then a forced break.
  void end_lines() {
    made_.items.push_back({.kind = Item::Kind::penalty, .penalty = forbidden_break});
    made_.items.push_back({.kind = Item::Kind::glue, .stretch = endless_stretch});
    made_.items.push_back({.kind = Item::Kind::penalty, .penalty = forced_break});
    previous_ = nullptr;
  }

  /// What goes between the character before `i` and the one at `i`, which no space parts.
  void add_joint(std::size_t i) {
    const Character& next = characters()[i];
    if (previous_ == nullptr) return;
    const bool is_latin_pair = is_latin(*previous_) && is_latin(next);
    if (is_latin_pair) {
      if (next.break_penalty < forbidden_break) {
        made_.items.push_back(
            {.kind = Item::Kind::penalty, .penalty = std::max(next.break_penalty, word_part_penalty)});
      }
      return;
    }
    const Spacing spacing = spacing_between(*previous_, next);
    const bool is_after_mark = is_mark(*previous_);
    add_glue(is_after_mark ? em_of(*previous_) : em_of(next), spacing, next.break_penalty);
  }

  static bool is_latin(const Character& character) {
    return character.kind == CharacterClass::latin || character.kind == CharacterClass::joiner ||
           character.kind == CharacterClass::object;
  }
  static bool is_mark(const Character& character) {
    using enum CharacterClass;
    return character.kind == opener || character.kind == closer || character.kind == stop;
  }

  /// clreq 3.1.6: neighbouring marks share one blank half; a mark beside text keeps its own.
  Spacing spacing_between(const Character& previous, const Character& next) const {
    using enum CharacterClass;
    const double after = blank_after_;
    const double before = blank_before(next);
    if (is_mark(previous) && is_mark(next)) {
      if (next.kind == opener && previous.kind != opener) return {std::max(after, before * 0.5), 0.02, 0.15};
      return {0, 0.02, 0};
    }
    if (is_mark(previous)) return {after, 0.03, after * 0.5};
    if (is_mark(next)) return {before, 0.03, before * 0.5};
    // The two halves of 「……」 keep their distance from each other.
    if (previous.code == next.code && next.code >= 0x2000 && next.code < 0x2030) return {};
    if (is_latin(previous) == is_latin(next)) return between_ideographs;
    return wants_space(is_latin(previous) ? previous : next) ? beside_latin : between_ideographs;
  }

  /// Latin words and numbers stand off from Chinese (clreq 3.2.2); Latin brackets and commas have their own air.
  static bool wants_space(const Character& latin) {
    constexpr std::u32string_view symbols = U"%$#@&+-=/°€£";
    return latin.kind != CharacterClass::latin || is_letter_or_digit(latin.code) ||
           symbols.find(latin.code) != std::u32string_view::npos;
  }

  double blank_before(const Character& next) const {
    return next.kind == CharacterClass::opener && side_of(next) == InkSide::right ? 0.5 : 0.0;
  }

  InkSide side_of(const Character& character) const {
    const std::optional<FontId> font = face_of(character);
    if (!font) return InkSide::full;
    const NominalGlyph glyph = fonts_.glyph(*font, character.code);
    return ink_side(fonts_.glyph_ink(*font, glyph.id), glyph.advance);
  }

  // Spaces.

  /// Several spaces are one outside code; one beside a Chinese mark is nothing, because the mark brings its own.
  std::size_t add_spaces(std::size_t i) {
    std::size_t end = i;
    bool is_breaking = false;
    for (; end < characters().size() && characters()[end].kind == CharacterClass::space; ++end) {
      is_breaking = is_breaking || characters()[end].code == U' ';
    }
    const bool begins_line = previous_ == nullptr && (made_.items.empty() || is_after_line_end());
    if (begins_line && style_of(characters()[i]).family == Family::mono) {
      for (std::size_t k = i; k < end; ++k) add_code_space(characters()[k]);
      return end;
    }
    if (previous_ == nullptr || end == characters().size() || characters()[end].kind == CharacterClass::new_line) {
      return end;
    }
    const Character& next = characters()[end];
    const Character& space = characters()[i];
    if (style_of(space).family == Family::mono) {
      for (std::size_t k = i; k + 1 < end; ++k) add_code_space(characters()[k]);
      const int code_penalty = is_breaking ? next.break_penalty : forbidden_break;
      add_glue(em_of(space), {code_space_em(), 0, 0}, code_penalty, add_space_piece(characters()[end - 1]));
      previous_ = nullptr;
      return end;
    }
    Spacing spacing = is_latin(*previous_) && is_latin(next) ? latin_words : Spacing{0.25, 0.10, 0.10};
    if (is_mark(*previous_) || is_mark(next)) spacing = spacing_between(*previous_, next);
    const int penalty = is_breaking ? next.break_penalty : forbidden_break;
    add_glue(em_of(space), spacing, penalty, add_space_piece(space));
    previous_ = nullptr;
    return end;
  }

  /// Code is set as typed: each space is as wide as any other character, at a line's start, too.
  void add_code_space(const Character& space) {
    const double width = em_of(space) * code_space_em();
    const std::uint32_t piece = add_space_piece(space);
    made_.pieces[piece].width = width;
    made_.items.push_back({.width = width, .piece = piece});
  }

  double code_space_em() const {
    return fonts_.glyph(fonts_.first_face(Family::mono, Weight::regular), U' ').advance / 1000.0;
  }

  bool is_after_line_end() const {
    const Item& last = made_.items.back();
    return last.kind == Item::Kind::penalty && last.penalty <= forced_break;
  }

  void add_wide_space(std::size_t i) {
    const Character& space = characters()[i];
    if (made_.items.empty() || made_.items.back().kind != Item::Kind::box) {
      // At a line's start it is the indent that the author wants.
      const std::uint32_t piece = add_space_piece(space);
      made_.pieces[piece].width = em_of(space);
      made_.items.push_back({.width = em_of(space), .piece = piece});
    } else {
      add_glue(em_of(space), {1, 0, 0}, 0, add_space_piece(space));
    }
    previous_ = nullptr;
  }

  std::uint32_t add_space_piece(const Character& space) {
    const TextStyle& style = style_of(space);
    const FontId font = fonts_.first_face(style.family, style.weight);
    const NominalGlyph glyph = fonts_.glyph(font, U' ');
    return add_piece({.kind = Piece::Kind::space, .font = font, .run = space.run},
                     {.id = glyph.id,
                      .advance = glyph.advance,
                      .text_begin = space.byte,
                      .text_end = space.byte + static_cast<std::uint32_t>(to_utf8(space.code).size())});
  }

  void add_indent() {
    made_.pieces.push_back({.kind = Piece::Kind::indent, .width = style_.first_indent.value});
    made_.items.push_back({.width = style_.first_indent.value, .piece = last_piece()});
  }

  // Boxes.

  std::uint32_t last_piece() const { return static_cast<std::uint32_t>(made_.pieces.size() - 1); }

  std::uint32_t add_piece(Piece piece, ShapedGlyph glyph) {
    piece.glyph_begin = static_cast<std::uint32_t>(made_.glyphs.size());
    made_.glyphs.push_back(glyph);
    piece.glyph_end = piece.glyph_begin + 1;
    made_.pieces.push_back(piece);
    return last_piece();
  }

  void add_box(double width, std::uint32_t piece) {
    made_.pieces[piece].width = width;
    made_.items.push_back({.width = width, .piece = piece});
  }

  void add_object(const Character& character) {
    const StyledRun& run = runs_[character.run];
    const bool is_gap = run.kind == StyledRun::Kind::gap;
    made_.pieces.push_back({.kind = is_gap ? Piece::Kind::gap : Piece::Kind::box, .run = character.run});
    const double width = is_gap ? std::min(run.gap_width.value, measure_.value) : 0.82 * em_of(character);
    add_box(width, last_piece());
  }

  std::optional<FontId> face_of(const Character& character) const {
    const TextStyle& style = style_of(character);
    return fonts_.face_for(character.code, style.family, style.weight);
  }

  /// The face for `character`, or the first one and a diagnostic.
  FontId face_or_report(const Character& character) {
    if (const std::optional<FontId> face = face_of(character)) return *face;
    if (reported_.insert(character.code).second) {
      std::array<char, 16> code{};
      std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(character.code));
      made_.diagnostics.push_back(
          {.kind = &glyph_missing,
           .span = runs_[character.run].span,
           .message = "no font has the character `" + to_utf8(character.code) + "` (" + code.data() + ")"});
    }
    const TextStyle& style = style_of(character);
    return fonts_.first_face(style.family, style.weight);
  }

  /// Marks belong to their letter, and the second half of 「——」 to the first.
  static bool is_joined(const Character& first, const Character& second) {
    constexpr char32_t em_dash = 0x2014;
    if (second.kind == CharacterClass::joiner) return true;
    return first.code == em_dash && second.code == em_dash && first.run == second.run;
  }

  /// A wide character with its marks: its own glyph, without the blank half that its glue stands for.
  std::size_t add_wide(std::size_t i) {
    const Character& character = characters()[i];
    std::size_t end = i + 1;
    while (end < characters().size() && is_joined(characters()[end - 1], characters()[end])) ++end;
    const FontId font = face_or_report(character);
    const double em = em_of(character);
    const double tracking = style_of(character).tracking * em;
    blank_after_ = 0;
    if (end > i + 1) {
      add_shaped(i, end, font, true);
    } else {
      const NominalGlyph glyph = fonts_.glyph(font, character.code);
      const std::uint32_t piece =
          add_piece({.is_wide = true, .font = font, .run = character.run},
                    {.id = glyph.id, .advance = glyph.advance, .text_begin = character.byte, .text_end = text_end(i)});
      add_box(trimmed_width(character, glyph, made_.pieces[piece]) * em + tracking, piece);
      made_.pieces[piece].shift *= em;
    }
    previous_ = &character;
    return end;
  }

  /// The width of a wide character's box in em. Sets the piece's shift and what blank is left after it.
  double trimmed_width(const Character& character, const NominalGlyph& glyph, Piece& piece) {
    const double full = glyph.advance / 1000.0;
    if (!is_mark(character)) return full;
    const bool is_after_mark = previous_ != nullptr && is_mark(*previous_);
    switch (side_of(character)) {
      case InkSide::full:
        return full;
      case InkSide::left:
        blank_after_ = 0.5;
        return full - 0.5;
      case InkSide::right:
        piece.shift = -0.5;
        return full - 0.5;
      case InkSide::center:
        blank_after_ = 0.25;
        if (!is_after_mark) return full - 0.25;
        piece.shift = -0.25;
        return full - 0.5;
    }
    return full;
  }

  std::uint32_t text_end(std::size_t i) const { return made_.source.byte_at(i + 1); }

  /// A Latin word, or the part of one before the next place where a line may break.
  std::size_t add_word(std::size_t i) {
    std::size_t end = i + 1;
    const auto goes_on = [&](const Character& next) {
      if (next.run != characters()[i].run) return false;
      return next.kind == CharacterClass::joiner ||
             (next.kind == CharacterClass::latin && next.break_penalty >= forbidden_break);
    };
    while (end < characters().size() && goes_on(characters()[end])) ++end;
    find_cuts(i, end);
    for (std::size_t begin = i; begin < end;) {
      const FontId font = face_or_report(characters()[begin]);
      std::size_t part_end = begin + 1;
      while (part_end < end && (characters()[part_end].kind == CharacterClass::joiner ||
                                face_or_report(characters()[part_end]) == font)) {
        ++part_end;
      }
      add_shaped(begin, part_end, font, false);
      begin = part_end;
    }
    previous_ = &characters()[end - 1];
    return end;
  }

  /// Fills `cuts_` with the bytes before which the word from `begin` to `end` may take a hyphen.
  void find_cuts(std::size_t begin, std::size_t end) {
    cuts_.clear();
    if (!style_.hyphenate || end - begin < least_hyphenated ||
        runs_[characters()[begin].run].style.family == Family::mono) {
      return;
    }
    while (begin < end && !is_letter(characters()[begin].code)) ++begin;
    while (end > begin && !is_letter(characters()[end - 1].code)) --end;
    if (end - begin < least_hyphenated) return;
    std::string word;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_letter(characters()[i].code)) return;
      word += static_cast<char>(characters()[i].code);
    }
    for (const std::uint8_t cut : fonts_.language().hyphenation(word)) cuts_.push_back(characters()[begin + cut].byte);
  }

  /// Shapes characters [begin, end) and makes boxes of them, parted where a hyphen may come.
  void add_shaped(std::size_t begin, std::size_t end, FontId font, bool is_wide) {
    const Character& first = characters()[begin];
    const std::uint32_t text_begin = first.byte;
    const std::string_view text =
        std::string_view(made_.source.text).substr(text_begin, made_.source.byte_at(end) - text_begin);
    const double em = em_of(first);
    const double tracking = style_of(first).tracking * em;
    Piece piece{.is_wide = is_wide, .font = font, .run = first.run};
    piece.glyph_begin = static_cast<std::uint32_t>(made_.glyphs.size());
    double width = 0;
    const auto close = [&] {
      piece.glyph_end = static_cast<std::uint32_t>(made_.glyphs.size());
      if (piece.glyph_end == piece.glyph_begin) return;
      made_.pieces.push_back(piece);
      add_box(width, last_piece());
      piece.glyph_begin = piece.glyph_end;
      width = 0;
    };
    for (ShapedGlyph glyph : fonts_.shape(font, text)) {
      glyph.text_begin += text_begin;
      glyph.text_end += text_begin;
      if (glyph.text_begin != text_begin && std::ranges::binary_search(cuts_, glyph.text_begin)) {
        close();
        add_hyphen(first);
        piece.glyph_begin = static_cast<std::uint32_t>(made_.glyphs.size());
      }
      width += glyph.advance * em / 1000 + tracking;
      made_.glyphs.push_back(glyph);
    }
    close();
  }

  /// A place where a line may end with a hyphen.
  void add_hyphen(const Character& character) {
    const TextStyle& style = style_of(character);
    const FontId font = fonts_.first_face(style.family, style.weight);
    const NominalGlyph glyph = fonts_.glyph(font, U'-');
    const std::uint32_t piece =
        add_piece({.kind = Piece::Kind::hyphen, .font = font, .run = character.run},
                  {.id = glyph.id, .advance = glyph.advance, .text_begin = character.byte, .text_end = character.byte});
    const double width = glyph.advance * em_of(character) / 1000;
    made_.pieces[piece].width = width;
    made_.items.push_back(
        {.kind = Item::Kind::penalty, .is_hyphen = true, .penalty = hyphen_penalty, .width = width, .piece = piece});
  }

  std::span<const StyledRun> runs_;
  const ParagraphStyle& style_;
  Points measure_;
  const Fonts& fonts_;
  ParagraphItems made_;
  const Character* previous_ = nullptr; ///< the last one set, if no space follows it
  double blank_after_ = 0;              ///< what was cut off the last mark, in em
  std::vector<std::uint32_t> cuts_;
  std::set<char32_t> reported_;
};

} // namespace

ParagraphItems make_items(std::span<const StyledRun> runs, const ParagraphStyle& style, Points measure,
                          const Fonts& fonts) {
  return ItemBuilder(runs, style, measure, fonts).build();
}

} // namespace comb::typeset
