// All kinds of diagnostics that typesetting raises: its own, the deck's, the books' and the diagrams'.
#include "typeset/books.hpp"
#include "typeset/deck.hpp"
#include "typeset/diagrams/diagram.hpp"
#include "typeset/paragraph.hpp"

#include <array>
#include <vector>

namespace comb::typeset {

extern const DiagnosticKind glyph_missing;
extern const DiagnosticKind line_overflows;

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static const auto kinds = [] {
    std::vector<const DiagnosticKind*> all = {&glyph_missing, &line_overflows};
    for (const auto more : {deck_diagnostic_kinds(), book_diagnostic_kinds(), diagram_diagnostic_kinds()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return kinds;
}

} // namespace comb::typeset
