// One line that is a directive's fence, a leaf directive or fields for the block below it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/document.hpp"
#include "syntax/subject_map.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace comb::syntax {

enum class DirectiveLineKind : std::uint8_t {
  none,
  opening, ///< `::: name …`
  closing, ///< `:::` and nothing else
  leaf,    ///< `::name…`
  fields,  ///< `{…}`
};

struct DirectiveLine {
  DirectiveLineKind kind = DirectiveLineKind::none;
  int fence_length = 0;       ///< colons, of either width
  bool is_full_width = false; ///< some of them are `：`
  std::size_t fence_bytes = 0;
};

/// What `line`, without its indent and line end, is. Fields count only when they are well formed.
DirectiveLine classify_line(std::string_view line);

struct ReadDirective {
  Directive directive; ///< without children and `opening`
  Fields fields;
  Diagnostics diagnostics;
};

/// Reads the name, title and fields of an opening or a leaf. `line` is the map's whole text.
ReadDirective read_directive(const SubjectMap& line, const DirectiveLine& kind);

/// Raises `full-width-fence` for the colons at the front of `line`, where some are full-width.
void warn_about_width(const SubjectMap& line, const DirectiveLine& kind, Diagnostics& found);

std::span<const DiagnosticKind* const> directive_line_kinds();

} // namespace comb::syntax
