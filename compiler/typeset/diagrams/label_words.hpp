// The words of a label, measured once and then broken at any measure: layouts try many.
#pragma once

#include "typeset/line_setting.hpp"
#include "typeset/paragraph.hpp"
#include "typeset/paragraph_items.hpp"

#include <cstdint>
#include <vector>

namespace comb::typeset {

/// Where the lines of a label end.
struct LabelLines {
  std::vector<LineRange> ranges{};
  double width = 0;       ///< of the widest
  bool overflows = false; ///< it is wider than the measure
  int torn = 0;           ///< words of a script without spaces that an end of a line tears
};

class LabelWords {
 public:
  LabelWords(std::vector<StyledRun> runs, Points measure, const Fonts& fonts);

  /// As few lines as `measure` allows, balanced: of the measures that give so few lines, the one that tears the fewest
  /// words of a script without spaces; of equals the narrowest.
  LabelLines balanced(Points measure) const;
  SetParagraph set(const LabelLines& lines, Points leading) const;
  /// Characters that no font has.
  const Diagnostics& diagnostics() const { return items_.diagnostics; }

 private:
  LabelLines lines_at(double measure) const;
  int torn_words(const LabelLines& lines) const;

  std::vector<StyledRun> runs_;
  ParagraphItems items_;
  std::vector<std::uint32_t> word_edges_{}; ///< in bytes of the text
};

} // namespace comb::typeset
