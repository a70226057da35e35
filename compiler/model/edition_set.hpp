// The editions of a course, and sets of them: who may see what is always an allow-list.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace comb::model {

/// One list, used by files, options and `::: only`.
enum class EditionKind : std::uint8_t {
  slides,           ///< what learners see projected, and their own copy
  presenter,        ///< the trainer's slides with notes and answers
  workbook,         ///< the learner's
  workbook_answers, ///< released after class
  guide,            ///< the trainer's handbook
  guide_brief,
  cards, ///< role cards, observer sheets
  exam,  ///< a learner's paper
  key,   ///< its key
  bank,  ///< the quiz bank
};

constexpr std::array<EditionKind, 10> all_edition_kinds = {
    EditionKind::slides, EditionKind::presenter,   EditionKind::workbook, EditionKind::workbook_answers,
    EditionKind::guide,  EditionKind::guide_brief, EditionKind::cards,    EditionKind::exam,
    EditionKind::key,    EditionKind::bank};

/// `workbook-answers` and so on.
std::string_view name_of(EditionKind kind);
std::optional<EditionKind> edition_named(std::string_view name);

/// A set of editions.
class EditionSet {
 public:
  constexpr EditionSet() = default;
  constexpr EditionSet(std::initializer_list<EditionKind> kinds) {
    for (const EditionKind kind : kinds) bits_ |= bit(kind);
  }
  static constexpr EditionSet all() {
    EditionSet set;
    for (const EditionKind kind : all_edition_kinds) set.bits_ |= bit(kind);
    return set;
  }
  constexpr bool has(EditionKind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool is_empty() const { return bits_ == 0; }
  constexpr EditionSet operator&(EditionSet other) const { return from(bits_ & other.bits_); }
  constexpr EditionSet operator|(EditionSet other) const { return from(bits_ | other.bits_); }
  constexpr EditionSet without(EditionSet other) const { return from(bits_ & ~other.bits_); }
  constexpr bool operator==(const EditionSet&) const = default;

 private:
  static constexpr std::uint16_t bit(EditionKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  }
  static constexpr EditionSet from(int bits) {
    EditionSet set;
    set.bits_ = static_cast<std::uint16_t>(bits);
    return set;
  }
  std::uint16_t bits_ = 0;
};

/// Editions that learners get. Text that is in none of them is a secret of the course.
constexpr EditionSet learner_editions = {EditionKind::slides, EditionKind::workbook, EditionKind::exam};
/// Everything but single-purpose papers: the default of a block.
constexpr EditionSet everyone = {
    EditionKind::slides, EditionKind::presenter, EditionKind::workbook, EditionKind::workbook_answers,
    EditionKind::guide,  EditionKind::exam,      EditionKind::key,      EditionKind::bank};
/// Paragraphs directly in a topic: notes for the presenter, text in the books.
constexpr EditionSet prose_of_a_topic = {EditionKind::presenter, EditionKind::workbook, EditionKind::workbook_answers,
                                         EditionKind::guide};
/// Trainer's notes.
constexpr EditionSet trainer_only = {EditionKind::presenter, EditionKind::guide, EditionKind::guide_brief};
/// Keys, feedback, solutions.
constexpr EditionSet answers_only = {EditionKind::presenter, EditionKind::workbook_answers, EditionKind::guide,
                                     EditionKind::key, EditionKind::bank};

} // namespace comb::model
