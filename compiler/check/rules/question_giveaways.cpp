// Answers that stand somewhere else: in another question's stem, or word for word in the text (Haladyna, Downing and
// Rodriguez 2002, guidelines 3 and 4).
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/letter_text.hpp"
#include "check/parts_walk.hpp"
#include "check/question_text.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_gives_other_away{
    .name = "question-gives-other-away",
    .severity = Severity::warning,
    .help = "say it in other words, or ask only one of the two",
    .explain =
        "Whoever reads the one stem knows the answer to the other question. Looked at are the questions of one lesson "
        "and those that stand on one exam's paper.\n",
};
constexpr DiagnosticKind question_quotes_text{
    .name = "question-quotes-text",
    .severity = Severity::warning,
    .help = "ask about a new example: who remembers the sentence has not applied it",
    .explain =
        "A question at the level of applying or above that takes a long stretch word for word from the handbook can be "
        "answered from memory. It counts from 24 Chinese characters or 12 words on; a case that the question shares is "
        "no text of the handbook here.\n",
};

constexpr std::size_t telling_weight = 12; // six ideographs
constexpr std::size_t quoted_letters = 24; // of a text with ideographs
constexpr std::size_t quoted_latin_letters = 60;

struct Told {
  const model::Question* question = nullptr;
  std::u32string stem;
  std::u32string key; ///< of a single choice; empty for one too short to tell anything
};

Told told_by(const model::Question& question) {
  Told told{.question = &question, .stem = letters_of(stem_text(question)), .key = {}};
  if (question.type != model::QuestionType::single || !question.key) return told;
  const std::vector<std::string> texts = option_texts(question);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_key_option(question, i)) told.key = letters_of(texts[i]);
  }
  if (weight_of(told.key) < telling_weight) told.key.clear();
  return told;
}

using Pair = std::pair<const model::Question*, const model::Question*>;

void check_together(const std::vector<const Told*>& asked, std::set<Pair>& known, Diagnostics& found) {
  for (const Told* teller : asked) {
    for (const Told* told : asked) {
      if (teller == told || told->key.empty() || teller->stem.find(told->key) == std::u32string::npos) continue;
      // What its own stem says, too, is no news from another.
      if (told->stem.find(told->key) != std::u32string::npos) continue;
      if (!known.emplace(teller->question, told->question).second) continue;
      found.push_back(
          {.kind = &question_gives_other_away,
           .span = teller->question->span,
           .message = "the stem of `" + teller->question->id + "` holds the key of `" + told->question->id + "`",
           .notes = {{told->question->span, "asked here"}}});
    }
  }
}

void check_stems(const model::Course& course, Diagnostics& found) {
  std::vector<Told> all;
  all.reserve(course.questions.size());
  std::map<std::string, std::vector<const Told*>> by_lesson;
  for (const model::Question& question : course.questions) all.push_back(told_by(question));
  const std::set<std::string> scenarios = scenario_ids(course);
  for (const Told& told : all) {
    // The node that a choice leads to tells of that choice.
    if (!scenarios.contains(told.question->stimulus)) by_lesson[told.question->lesson].push_back(&told);
  }
  std::set<Pair> known;
  for (const auto& [lesson, asked] : by_lesson) check_together(asked, known, found);
  for (const model::Exam& exam : course.exams) {
    if (exam.variants.empty()) continue;
    std::vector<const Told*> asked;
    for (const model::QuestionIndex index : exam.variants.front().questions) asked.push_back(&all[index.value]);
    check_together(asked, known, found);
  }
}

/// Stretches of questions, and whether the lessons have them.
using Stretches = std::unordered_map<std::u32string_view, bool>; // looked up only, never walked

/// Marks those of `stretches` that stand in the lessons' texts for learners.
void look_through_lessons(const model::Course& course, Stretches& stretches) {
  const auto look = [&](const text::Inlines& inlines) {
    const std::u32string letters = letters_of(text::plain_text(inlines));
    for (std::size_t at = 0; at + quoted_letters <= letters.size(); ++at) {
      const auto found = stretches.find(std::u32string_view(letters).substr(at, quoted_letters));
      if (found != stretches.end()) found->second = true;
    }
  };
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) {
        walk_parts(topic.parts, [&](const model::Part& inner) {
          if (inner.editions.has(model::EditionKind::workbook)) inlines_of(inner, look);
        });
      }
    }
  }
}

/// The longest run of `text` that the lessons have, too; empty where it is too short to count.
std::u32string_view quoted_in(std::u32string_view text, const Stretches& stretches) {
  const auto is_taught = [&](std::size_t at) {
    const auto found = stretches.find(text.substr(at, quoted_letters));
    return found != stretches.end() && found->second;
  };
  std::size_t longest = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + quoted_letters <= text.size();) {
    std::size_t run = 0;
    while (at + run + quoted_letters <= text.size() && is_taught(at + run)) ++run;
    if (run > 0 && run + quoted_letters - 1 > longest) {
      longest = run + quoted_letters - 1;
      begin = at;
    }
    at += run + 1;
  }
  const std::u32string_view quoted = text.substr(begin, longest);
  const bool has_ideographs = weight_of(quoted) > quoted.size() + quoted.size() / 2;
  return has_ideographs || longest >= quoted_latin_letters ? quoted : std::u32string_view();
}

/// Questions that must not be answered from memory, with their stems.
std::vector<Told> high_questions(const model::Course& course) {
  std::vector<Told> high;
  for (const model::Question& question : course.questions) {
    const bool is_high = question.bloom && *question.bloom >= model::BloomLevel::apply;
    if (is_high && question.stimulus.empty()) high.push_back(told_by(question));
  }
  return high;
}

void check_quotes(const model::Course& course, Diagnostics& found) {
  constexpr std::size_t shown = 12;
  const std::vector<Told> high = high_questions(course);
  Stretches stretches;
  for (const Told& told : high) {
    for (std::size_t at = 0; at + quoted_letters <= told.stem.size(); ++at) {
      stretches.emplace(std::u32string_view(told.stem).substr(at, quoted_letters), false);
    }
  }
  look_through_lessons(course, stretches);
  for (const Told& told : high) {
    const std::u32string_view quoted = quoted_in(told.stem, stretches);
    if (quoted.empty()) continue;
    found.push_back({.kind = &question_quotes_text,
                     .span = told.question->span,
                     .message = "`" + told.question->id + "` takes " + std::to_string(quoted.size()) +
                                " letters word for word from the lessons, from `" + to_utf8(quoted.substr(0, shown)) +
                                "…` on"});
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  check_stems(course, found);
  check_quotes(course, found);
  return found;
}

} // namespace

extern const Rule question_giveaways_rule;
const Rule question_giveaways_rule{
    .name = "question-giveaways",
    .diagnostics = {&question_gives_other_away, &question_quotes_text},
    .run = run,
};

} // namespace comb::check
