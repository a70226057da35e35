// What a format could not carry: noted while writing, told in fidelity.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace comb::emit::quiz_bank {

enum class Format : std::uint8_t { json, moodle_xml, gift, csv };

enum class Loss : std::uint8_t {
  left_out_cloze,       ///< the question is not in the file: no gaps in this format
  left_out_arrow,       ///< … an accepted answer holds `->`
  left_out_weights,     ///< … no fractions of Moodle's list make 100
  weights_made_equal,   ///< keys share 100 in equal parts
  weight_rounded,       ///< to the nearest on Moodle's list
  all_or_nothing,       ///< partial credit is given
  points,               ///< every question counts 1
  cloze_points,         ///< gaps count 1 each
  picture,              ///< its alternative stands in its place
  missing_picture,      ///< its alternative stands in its place: the file was not at hand
  rubric,               ///< left out
  rubric_as_note,       ///< shown to graders, not clickable
  performance_as_essay, ///< an observed task becomes a text question
  ordering_as_matching, ///< places to match with items
  ordering_needs_moodle5,
  hotspot_as_choice,     ///< places on a picture become letters to choose from
  unit,                  ///< left out
  case_sensitivity,      ///< either case is right
  shuffles,              ///< options are shuffled though `shuffle=no`
  lock,                  ///< the last option does not stay last
  lock_by_not_shuffling, ///< so that the last option stays last nothing is shuffled
  true_false_as_choice,  ///< the options' own words are kept
  plain_answers,         ///< emphasis and the like in answers
  formatting,            ///< in any text
  shared_case,           ///< the case that the question is about is not with it
  scenario_as_row,       ///< the questions of a scenario follow each other whatever is chosen
  provenance,            ///< source and licence
  hint,                  ///< of a gap, stands in the text
  formula_guard,         ///< a cell got an apostrophe
};

/// Whether `loss` means that the question is not in the file at all.
constexpr bool is_left_out(Loss loss) {
  return loss == Loss::left_out_cloze || loss == Loss::left_out_arrow || loss == Loss::left_out_weights;
}

/// The losses of one format: for each, the ids of the questions, in the order of the bank, once each.
class Losses {
 public:
  void add(Loss loss, const std::string& question) {
    std::vector<std::string>& questions = questions_[loss];
    if (questions.empty() || questions.back() != question) questions.push_back(question);
  }
  const std::map<Loss, std::vector<std::string>>& all() const { return questions_; }

 private:
  std::map<Loss, std::vector<std::string>> questions_;
};

} // namespace comb::emit::quiz_bank
