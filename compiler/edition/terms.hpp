// Terms in an edition: which ones it uses, and where it uses each for the first time.
#pragma once

#include "edition/edition.hpp"

namespace comb::edition {

/// Finds the terms of the sheet in the texts of `edition` and marks their first uses with gloss and meaning; the
/// books get the first use in each lesson, too, for their index. Headings, code, links, gaps, questions, cards and
/// trainer's notes are left alone. Then only the terms stay that the edition uses, in the order of the course's
/// language.
void mark_terms(Edition& edition, const model::Course& course);

} // namespace comb::edition
