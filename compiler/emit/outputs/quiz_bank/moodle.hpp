// What Moodle's two formats have in common: fractions, plain texts, pictures.
#pragma once

#include "emit/outputs/quiz_bank/bank.hpp"
#include "emit/outputs/quiz_bank/losses.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::emit::quiz_bank {

/// The fractions of a choice's options as Moodle takes them, in percent; what had to change goes to `losses`. None
/// where no such fractions make the keys worth 100.
std::optional<std::vector<double>> moodle_fractions(const BankQuestion& question, Losses& losses);
/// `percent`, or the nearest fraction of Moodle's list, which is then noted.
double moodle_fraction(double percent, const std::string& question, Losses& losses);

/// `text` for a place that Moodle calls plain but shows through `format_string`, which strips what looks like a tag:
/// `<`, `>` and the `&` of what looks like an entity are written as entities.
std::string moodle_plain(std::string_view text);
/// `text` as an accepted short answer: `*` is a wildcard there, so it is written `\*`.
std::string moodle_answer(std::string_view text);

/// `text.html` with its pictures as their alternatives in brackets.
std::string html_with_alternatives(const RichText& text);

/// What both of Moodle's formats lose of `question`.
void note_moodle_losses(const BankQuestion& question, Losses& losses);

} // namespace comb::emit::quiz_bank
