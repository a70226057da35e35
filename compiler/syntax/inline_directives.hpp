// Inline directives, `:name[text]{fields}`, and what stands in a picture's fields, as values of text/.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/fields.hpp"
#include "text/inline.hpp"

#include <span>

namespace comb::syntax {

/// Reads the directive at `[begin, end)` of the map's text, its colon first. An unknown name is an error, with the
/// nearest known one, and gives the source as text.
text::Inline read_inline_directive(const SubjectMap& map, std::size_t begin, std::size_t end, Diagnostics& found);

/// Puts `{…}` fields into `image`, checked against those that a picture has.
void apply_image_fields(text::Image& image, const Fields& fields, Diagnostics& found);

std::span<const DiagnosticKind* const> inline_directive_kinds();

} // namespace comb::syntax
