// Reading questions as their rules need them: plain texts, compared and measured.
#pragma once

#include "model/course.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::check {

/// The words of a stem, paragraphs joined by a line break; gaps as `____`.
std::string stem_text(const model::Question& question);

/// The words of each option, in order; none for a type without options.
std::vector<std::string> option_texts(const model::Question& question);

/// Whether option `index` is a key.
bool is_key_option(const model::Question& question, std::size_t index);

/// `text` as two options are compared: lower case, full-width letters and digits as half-width ones, no spaces, no
/// full stop at the end.
std::string normalised(std::string_view text);

/// Whether any of `words` stands in `text`. A word of ASCII letters must stand alone: `not` is not in `note`. `text`
/// is in lower case.
bool has_any_word(std::string_view text, std::span<const std::string_view> words);

/// Ids of the scenarios of `course`, the `stimulus` of questions that come from them: such a question is a place in a
/// story, with as many choices as the story has, and serves what the scenario serves.
std::set<std::string> scenario_ids(const model::Course& course);

/// Whether `parts` hold any words.
bool has_words(const model::Parts& parts);

} // namespace comb::check
