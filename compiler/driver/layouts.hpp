// Laying out decks and books in the order in which they quote each other.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "emit/output_kind.hpp"
#include "model/edition_set.hpp"
#include "typeset/deck_memory.hpp"

#include <map>

namespace comb::driver {

/// The editions that must be laid out so that those of `wanted` can be: the guide quotes slides and workbook.
model::EditionSet with_quoted(model::EditionSet wanted);

/// The papers of `course` for `kind` (exam or key), not laid out yet: one for each variant of each exam.
std::vector<emit::Paper> papers_of(const check::CheckedCourse& course, model::EditionKind kind);

/// Earlier decks, which may give their slides to the next.
using KeptDecks = std::map<model::EditionKind, typeset::DeckMemory>;

/// Fills `context.decks`, `context.books` and `context.locations` from `context.editions`, and the pages of
/// `context.papers`: decks, workbooks, cards and papers side by side on up to `threads` threads, then the guides. The
/// diagnostics come in the order of the editions, whatever finished first. `kept` are decks of an earlier run with the
/// same theme, fonts and words; they are used up.
Diagnostics lay_out(emit::EmitContext& context, int threads, KeptDecks* kept = nullptr);

} // namespace comb::driver
