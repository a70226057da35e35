// Questions for the tests of the quiz bank, built by hand.
#pragma once

#include "emit/outputs/quiz_bank/formats.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::emit::quiz_bank::testing {

inline text::Inlines words(std::string_view text) {
  return {text::Inline{.span = {}, .content = text::Run{std::string(text)}}};
}
inline model::Part paragraph(std::string_view text) {
  model::Part part;
  part.content = model::Prose{words(text)};
  return part;
}
inline model::Parts paragraphs(std::string_view text) {
  if (text.empty()) return {};
  return {paragraph(text)};
}

/// One option: its text, whether it is a key, its weight in percent and its feedback.
struct TestOption {
  std::string_view text;
  bool is_key = false;
  double weight = 0;
  std::string_view feedback{};
};

inline model::Question question(std::string id, model::QuestionType type, std::string_view stem) {
  model::Question made;
  made.id = std::move(id);
  made.type = type;
  made.title = std::string(stem);
  made.stem = paragraphs(stem);
  made.key = model::QuestionKey{};
  made.lesson = "s06";
  return made;
}

inline model::Question choice(std::string id, model::QuestionType type, std::string_view stem,
                              std::initializer_list<TestOption> options) {
  model::Question made = question(std::move(id), type, stem);
  model::Choices choices;
  for (const TestOption& option : options) {
    choices.options.push_back({.span = {}, .text = words(option.text)});
    made.key->is_key.push_back(option.is_key);
    made.key->weights.push_back(option.weight);
    made.key->feedback.push_back(paragraphs(option.feedback));
  }
  made.form = std::move(choices);
  return made;
}

inline model::Question short_answer(std::string id, std::string_view stem,
                                    std::initializer_list<std::string_view> accepted) {
  model::Question made = question(std::move(id), model::QuestionType::short_answer, stem);
  made.form = model::ShortText{};
  for (const std::string_view text : accepted) made.key->accepted.push_back({.text = std::string(text)});
  return made;
}

inline model::Question numeric(std::string id, std::string_view stem, double number, double tolerance,
                               std::string_view unit) {
  model::Question made = question(std::move(id), model::QuestionType::numeric, stem);
  made.form = model::Number{std::string(unit)};
  made.key->number = number;
  made.key->tolerance = tolerance;
  return made;
}

/// Pairs in their right order; a pair without a left side is a spare answer. Right sides are stored reversed, as if
/// shuffled.
inline model::Question matching(std::string id, std::string_view stem,
                                std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  model::Question made = question(std::move(id), model::QuestionType::matching, stem);
  model::Matching form;
  const int last = static_cast<int>(pairs.size()) - 1;
  int place = 0;
  for (const auto& [left, right] : pairs) {
    form.right.insert(form.right.begin(), words(right));
    if (!left.empty()) {
      form.left.push_back(words(left));
      made.key->right_of_left.push_back(last - place);
    }
    ++place;
  }
  made.form = std::move(form);
  return made;
}

/// Items in their right order, stored reversed.
inline model::Question ordering(std::string id, std::string_view stem, std::initializer_list<std::string_view> items) {
  model::Question made = question(std::move(id), model::QuestionType::ordering, stem);
  model::Ordering form;
  const int last = static_cast<int>(items.size()) - 1;
  for (const std::string_view item : items) {
    form.items.insert(form.items.begin(), words(item));
    made.key->right_order.push_back(last - static_cast<int>(made.key->right_order.size()));
  }
  made.form = std::move(form);
  return made;
}

/// A gap to type into.
inline text::Blank typed_gap(std::string_view answer, std::vector<std::string> also) {
  text::Blank gap;
  gap.key = text::BlankKey{std::string(answer), std::move(also)};
  return gap;
}

/// A stem of `before`, one gap and `after`.
inline model::Question cloze(std::string id, std::string_view before, text::Blank gap, std::string_view after) {
  model::Question made = question(std::move(id), model::QuestionType::cloze, before);
  text::Inlines line = words(before);
  line.push_back({.span = {}, .content = std::move(gap)});
  for (text::Inline& piece : words(after)) line.push_back(std::move(piece));
  made.stem.front().content = model::Prose{std::move(line)};
  made.form = model::Cloze{};
  return made;
}

inline edition::Edition bank_of(std::vector<model::Question> questions) {
  edition::Edition edition;
  edition.spec.kind = model::EditionKind::bank;
  edition.info.id = "store-sales";
  edition.info.title = "門店銷售";
  edition.info.lang = "zh-Hant-TW";
  model::Lesson lesson;
  lesson.id = "s06";
  lesson.number = "S6";
  lesson.title = words("木梳");
  model::CoursePart part;
  part.lessons.push_back(std::move(lesson));
  edition.parts.push_back(std::move(part));
  edition.questions = std::move(questions);
  return edition;
}

/// A text written in one format and what was lost.
struct Written {
  std::string text;
  Losses losses;
};
inline Written gift_of(std::vector<model::Question> questions) {
  const edition::Edition edition = bank_of(std::move(questions));
  Written written;
  written.text = write_gift(make_bank(edition), written.losses);
  return written;
}
inline Written xml_of(std::vector<model::Question> questions) {
  const edition::Edition edition = bank_of(std::move(questions));
  Written written;
  written.text = write_moodle_xml(make_bank(edition), written.losses);
  return written;
}
inline Written csv_of(std::vector<model::Question> questions) {
  const edition::Edition edition = bank_of(std::move(questions));
  Written written;
  written.text = write_csv(make_bank(edition), written.losses);
  return written;
}

/// Whether `losses` has `loss` for the question called `id`.
inline bool has_loss(const Losses& losses, Loss loss, std::string_view id) {
  const auto found = losses.all().find(loss);
  return found != losses.all().end() &&
         std::find(found->second.begin(), found->second.end(), id) != found->second.end();
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

} // namespace comb::emit::quiz_bank::testing
