// All kinds of diagnostics that typesetting raises.
#include "typeset/paragraph.hpp"

#include <array>

namespace comb::typeset {

extern const DiagnosticKind glyph_missing;
extern const DiagnosticKind line_overflows;

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static constexpr std::array<const DiagnosticKind*, 2> kinds = {&glyph_missing, &line_overflows};
  return kinds;
}

} // namespace comb::typeset
