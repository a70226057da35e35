// From cmark-gfm's inline nodes of one block to text::Inlines. Internal: includes cmark-gfm.
#pragma once

#include "syntax/cmark_tree.hpp"
#include "text/inline.hpp"

namespace comb::syntax {

/// Where findings of one document are gathered.
struct Findings {
  Diagnostics diagnostics;
  std::vector<Remark> remarks;
};

struct ConvertedInlines {
  text::Inlines inlines;
  Fields trailing; ///< `{…}` at the end of a heading or of an item's first paragraph
};

/// Converts the children of `block`, whose text is `map`. What lies before `skip` (a task box, a callout's mark) is
/// left out. Soft breaks are spaces, or nothing between wide characters; bare URLs are links.
ConvertedInlines convert_inlines(cmark_node* block, const SubjectMap& map, std::size_t skip, Findings& findings);

/// Notes a comment's `TODO(name)` or `REVIEW(name)`. `text` is the whole comment, marks included.
void note_comment(std::string_view text, Span span, Findings& findings);

std::span<const DiagnosticKind* const> inline_kinds();

} // namespace comb::syntax
