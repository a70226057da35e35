// Where a paragraph's lines end, on bare numbers: boxes, glue and penalties.
// Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace comb::typeset {

constexpr int forbidden_break = 10000;
constexpr int forced_break = -10000;
constexpr std::uint32_t no_piece = 0xffffffff;

/// A unit of a paragraph, with lengths in points. A line may end at glue that follows a box, and at a penalty below
/// `forbidden_break`; it must end at `forced_break`.
struct Item {
  enum class Kind : std::uint8_t { box, glue, penalty } kind = Kind::box;
  bool is_hyphen = false; ///< two lines in a row should not end so
  int penalty = 0;
  double width = 0; ///< of a penalty: what a break there adds to the line
  double stretch = 0, shrink = 0;
  std::uint32_t piece = no_piece; ///< what it shows: a word, a space, a hyphen
};

/// What glue that fills the last line stretches by; no line that has it is stretched.
constexpr double endless_stretch = 1e6;

/// The items at which lines end, rising; the last is the last item, which must force a break. Total fit with rising
/// tolerance, then first fit where no line can be made good: such a line may be wider than `measure`.
std::vector<std::size_t> break_justified(std::span<const Item> items, double measure);
/// First fit at natural widths: for lines that are not justified, as browsers do it.
std::vector<std::size_t> break_ragged(std::span<const Item> items, double measure);

} // namespace comb::typeset
