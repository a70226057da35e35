// The fractions of a question's points that Moodle knows. Rules warn by this list, the quiz bank writes by it.
#pragma once

namespace comb::check {

/// The fraction of Moodle's list nearest to `percent` (-100 to 100), with five decimals (moodle/question/engine,
/// `question_bank::fraction_options_full`). Half-way, the one farther from 0.
double nearest_moodle_fraction(double percent);

/// Whether Moodle takes `percent` as it is: within 0.00001 of a fraction of its list once written with five decimals.
bool is_moodle_fraction(double percent);

} // namespace comb::check
