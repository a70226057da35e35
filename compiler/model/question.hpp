// A question of the bank. What learners may see is in the question itself; every answer is in its key.
#pragma once

#include "model/part.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace comb::model {

enum class QuestionType : std::uint8_t {
  single,
  multiple,
  true_false,
  matching,
  ordering,
  short_answer,
  numeric,
  cloze,
  essay,
  performance,
  hotspot,
  description
};
std::string_view name_of(QuestionType type); ///< as in `type=`: single, multiple, true-false, …
enum class BloomLevel : std::uint8_t { remember, understand, apply, analyse, evaluate, create };
std::string_view name_of(BloomLevel level);
std::optional<BloomLevel> bloom_named(std::string_view name);
enum class QuestionPurpose : std::uint8_t { practice, exam, both };

struct Option {
  Span span{};
  text::Inlines text{};
  bool locked_last = false; ///< `lock`: stays last when shuffled
  bool operator==(const Option&) const = default;
};

/// What is asked about, by type. Orders are those that learners see: shuffled with a stable seed for ordering and
/// for the right sides of matching, as written for options.
struct Choices {
  std::vector<Option> options{};
  bool operator==(const Choices&) const = default;
};
struct Matching {
  std::vector<text::Inlines> left{};
  std::vector<text::Inlines> right{}; ///< shuffled; spare answers among them
  std::string left_header{}, right_header{};
  bool operator==(const Matching&) const = default;
};
struct Ordering {
  std::vector<text::Inlines> items{}; ///< shuffled
  bool operator==(const Ordering&) const = default;
};
struct ShortText {
  bool operator==(const ShortText&) const = default;
};
struct Number {
  std::string unit{};
  bool operator==(const Number&) const = default;
};
/// The gaps are `text::Blank`s of the stem.
struct Cloze {
  bool operator==(const Cloze&) const = default;
};
struct FreeText {
  int lines = 8;
  bool operator==(const FreeText&) const = default;
};
/// A place on a picture, in its pixels (or SVG units) from its upper left corner. Learners see its letter there.
struct Region {
  Span span{};
  text::Inlines text{}; ///< what is there; trainers and screen readers get it
  enum class Shape : std::uint8_t { rectangle, circle } shape = Shape::rectangle;
  double x = 0, y = 0;          ///< upper left corner, or centre
  double width = 0, height = 0; ///< of a rectangle; a circle has its radius in `width`
  bool operator==(const Region&) const = default;
};
/// Which place of a picture is meant. `QuestionKey::is_key` has one entry a region.
struct Hotspot {
  std::shared_ptr<const images::Image> image{};
  std::string path{};
  std::string alternative{};
  std::vector<Region> regions{};
  bool operator==(const Hotspot&) const = default;
};
using AnswerForm = std::variant<Choices, Matching, Ordering, ShortText, Number, Cloze, FreeText, Hotspot>;

struct AcceptedText {
  Span span{};
  std::string text{};
  double weight = 100; ///< percent
  bool operator==(const AcceptedText&) const = default;
};
/// All that a learner must not see.
struct QuestionKey {
  std::vector<bool> is_key{}; ///< choices: one an option
  std::vector<double>
      weights{};               ///< choices: percent, one an option; keys share 100, distractors negative for `multiple`
  std::vector<Parts> feedback; ///< choices: one an option, may be empty
  std::vector<int> right_of_left{};     ///< matching: index into `right`, one a `left`
  std::vector<int> right_order{};       ///< ordering: indices into `items`, first to last
  std::vector<AcceptedText> accepted{}; ///< short_answer; alternatives carry the same weight
  double number = 0;                    ///< numeric
  std::string number_text{};            ///< as written
  double tolerance = 0;
  Parts solution;                 ///< explains the key
  std::optional<Rubric> rubric{}; ///< essay, performance
  bool operator==(const QuestionKey&) const = default;
};

struct Question {
  Span span{};
  std::string id{};
  QuestionType type = QuestionType::single;
  std::string title{}; ///< plain; first words of the stem where none was written
  Parts stem;
  AnswerForm form{};
  std::optional<QuestionKey> key{}; ///< none in a learner's edition
  double points = 1;
  bool all_or_nothing = false; ///< `scoring=all`
  bool shuffle = true;
  bool case_sensitive = false;
  std::vector<std::string> objectives{};
  std::optional<BloomLevel> bloom{};
  std::optional<double> difficulty{};
  std::vector<std::string> tags{};
  QuestionPurpose purpose = QuestionPurpose::both;
  std::string lesson{};   ///< id of its lesson
  std::string stimulus{}; ///< id of the case that it shares; may be empty
  std::string source{};
  std::string licence{};
  std::string lang{}; ///< BCP 47; empty: the course's
  bool operator==(const Question&) const = default;
};

} // namespace comb::model
