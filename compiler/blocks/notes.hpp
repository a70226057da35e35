// Notes to the trainer: `::: trainer-note` and its short forms.
#pragma once

#include "blocks/block_kind.hpp"

#include <string_view>

namespace comb::blocks {

/// A note of this sort with the label of the course's language and the block's time.
model::Parts make_note(LoweringContext& context, model::NoteKind kind, model::Parts children);
/// What `kind=` names.
model::NoteKind note_kind_named(std::string_view name);
/// The choices of `kind=`.
const std::vector<std::string_view>& note_kind_names();
/// The body of a short form such as `::say[先講故事]`: its bracket text as a paragraph.
model::Parts short_note(LoweringContext& context, model::NoteKind kind);

/// Diagnostics of the short forms.
extern const DiagnosticKind empty_short_form;

} // namespace comb::blocks
