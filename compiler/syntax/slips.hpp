// What was typed on a Chinese keyboard and misses being Markdown, and small marks at the front of a paragraph.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/document.hpp"
#include "syntax/subject_map.hpp"

#include <span>

namespace comb::syntax {

/// Warns about lines of a paragraph that look as if `## heading`, `1. item` or the like were meant.
void find_slips(const SubjectMap& paragraph, Diagnostics& found);

struct FoundBox {
  TaskBox box = TaskBox::none;
  std::size_t box_end = 0;
  std::size_t text_begin = 0; ///< of the item's text; 0 for a malformed box, which stays text
};
/// The `[x]` at the front of an item's text. One that misses being a box (`[]`, `【x】`) is reported.
FoundBox find_box(const SubjectMap& item, Diagnostics& found);

struct CalloutMark {
  std::string name;    ///< in lower case; empty where there is none
  std::size_t end = 0; ///< after its line
};
/// GitHub's `[!TIP]`, alone on the first line of a quote.
CalloutMark find_callout(std::string_view quote_text);

std::span<const DiagnosticKind* const> slip_kinds();

} // namespace comb::syntax
