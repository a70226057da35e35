// Answers in words: letters of options, the key in a few characters, reasons as running text for a table cell.
#pragma once

#include "model/question.hpp"
#include "text/inline.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace comb::typeset::books {

/// A, B, …, Z, AA.
std::string letter_of(std::size_t index);
/// The number that belongs into each item's box, in the order in which learners see the items.
std::vector<int> ranks_of(const model::QuestionKey& key, std::size_t items);
/// The key in a few characters: 「B」, 「A C」, 「1–B 2–A」, 「2 1 3」, 「1000 ± 10 把」. Empty without a key and for
/// essays.
std::string key_words(const model::Question& question);
/// Whether `parts` are paragraphs only, which a cell can hold.
bool fits_a_cell(const model::Parts& parts);
/// The paragraphs of `parts` as one, with line breaks between them.
text::Inlines joined_paragraphs(const model::Parts& parts);

/// `number` without needless digits: 2, 0.5.
std::string decimal_words(double number);
/// What to say to those who chose each option, and the explanation where it fits a cell. The question has a key.
text::Inlines reasons_in_a_cell(const model::Question& question, const words::Words& words);

} // namespace comb::typeset::books
