// The steps of the layout, each a set of edits for a parsed lesson. Internal.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "format/edits.hpp"

#include <string>

namespace comb::format {

/// Every line end is a line feed.
Edits unify_line_ends(const Lesson& lesson);
/// No spaces at the end of lines (but the two of a line break), no empty lines in a row, none at the file's ends.
Edits trim_lines(const Lesson& lesson);
/// Openings, closings and leaves of directives; fields of every block.
Edits set_directives(const Lesson& lesson);
/// `## Title {#id}`.
Edits set_headings(const Lesson& lesson);
/// `-` and `1.` with one space after them; `[x]`.
Edits set_list_markers(const Lesson& lesson);
/// Columns of tables in line.
Edits set_tables(const Lesson& lesson);
/// One empty line around blocks, none inside their fences.
Edits set_empty_lines(const Lesson& lesson);

/// The field text `{…}` in its canonical order and quoting; the same text where it is not well formed. `kind` is the
/// name of the directive that it stands on, empty for Markdown's own blocks.
std::string canonical_fields(std::string_view written, std::string_view kind);

} // namespace comb::format
