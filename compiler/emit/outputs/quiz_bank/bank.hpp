// The bank as every format reads it: each question with its texts drawn once, its category and its tags.
#pragma once

#include "edition/edition.hpp"
#include "emit/outputs/quiz_bank/rich_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::emit::quiz_bank {

struct BankLesson {
  std::string id;
  std::string number; ///< 「S6」
  std::string title;  ///< plain
};

struct BankRubricRow {
  RichText criterion;
  double weight = 0;
  struct Level {
    std::string name;
    RichText descriptor;
  };
  std::vector<Level> levels;
};

/// One question, ready to be written. Vectors are in the order of the question's form; what a type does not have is
/// empty.
struct BankQuestion {
  const model::Question* question = nullptr; ///< with its key
  std::string title;                         ///< plain, never empty, at most 255 characters
  RichText stem, solution;
  std::vector<RichText> options;     ///< choices; hotspot: letter and what is there
  std::vector<RichText> feedback;    ///< choices and hotspot: one an option
  std::vector<RichText> left;        ///< matching
  std::vector<RichText> right;       ///< matching: the right sides of `left` in its order, then the spare answers
  std::vector<RichText> right_order; ///< ordering: first to last
  std::vector<BankRubricRow> rubric; ///< essay, performance
  std::vector<std::string> tags;     ///< the author's, then what Moodle has no field for: `bloom-apply`
  std::optional<std::size_t> lesson; ///< into `Bank::lessons`
  bool is_of_scenario = false;       ///< a place in a story, which its stem tells

  const model::QuestionKey& key() const { return *question->key; }
  bool is_hotspot() const { return question->type == model::QuestionType::hotspot; }
  /// Whether more than one option may be right: several ticks, partial credit.
  bool takes_several() const;
};

struct Bank {
  const edition::Edition* edition = nullptr;
  std::vector<BankLesson> lessons; ///< that have a question, in the order of the course
  std::vector<BankQuestion> questions;
  MediaLibrary media;
};

/// Prepares all questions of `edition` that have a key, in their order. `edition` must outlive the bank.
Bank make_bank(const edition::Edition& edition);

/// Moodle's path for the questions of `question`'s lesson: `$course$/top/<course>/<lesson>`, slashes in names doubled.
std::string category_path(const Bank& bank, const BankQuestion& question);

/// Which of a true-false question's two options means "true"; none where their words are not plainly yes and no, for
/// Moodle shows its own words in place of the author's.
std::optional<std::size_t> true_option(const BankQuestion& question);

/// `value` with at most `max_decimals` decimals, no exponent, no trailing zeros, a point in every locale.
std::string decimal(double value, int max_decimals);

} // namespace comb::emit::quiz_bank
