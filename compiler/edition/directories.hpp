// Lists that an edition makes from itself: agenda, recap, blueprint, alignment, packing list, credits.
#pragma once

#include "edition/edition.hpp"

namespace comb::edition {

/// Replaces the `Directory` parts of `edition` by tables and lists made from what the edition holds, and, for the
/// trainer's lists, from the records of `course`. Contents, glossary and index stay for the books, which alone know
/// pages; elsewhere the last two are taken away. A list with nothing in it becomes nothing.
void make_directories(Edition& edition, const model::Course& course);

} // namespace comb::edition
