// The course by the clock.
#include "edition/lists.hpp"

#include <algorithm>

namespace comb::edition {

namespace {

using std::chrono::minutes;

const model::Lesson* find_lesson(const Edition& edition, const std::string& id) {
  for (const model::CoursePart& part : edition.parts) {
    const auto found = std::ranges::find(part.lessons, id, &model::Lesson::id);
    if (found != part.lessons.end()) return &*found;
  }
  return nullptr;
}

bool is_for_learners(const Edition& edition) {
  return model::learner_editions.has(edition.spec.kind) || edition.spec.kind == model::EditionKind::workbook_answers;
}

/// Learners read when something begins; how long it takes is the trainer's concern.
class DayTable {
 public:
  explicit DayTable(const ListSource& source) : source_(source), has_minutes_(!is_for_learners(source.edition)) {
    const words::Words& words = source.words;
    table_.header = {words_cell(words.when), words_cell(words.what)};
    table_.alignments = {model::Alignment::start, model::Alignment::start};
    table_.widths = {1, 6};
    if (!has_minutes_) return;
    table_.header.push_back(words_cell(words.minutes_head));
    table_.alignments.push_back(model::Alignment::end);
    table_.widths.push_back(1);
  }

  void add(minutes start, model::Cell what, minutes length) {
    std::vector<model::Cell> row = {words_cell(clock_words(start)), std::move(what)};
    if (has_minutes_) row.push_back(words_cell(length.count() > 0 ? std::to_string(length.count()) : ""));
    table_.rows.push_back(std::move(row));
  }

  void add(const model::Day& day) {
    minutes now = day.start;
    for (const std::string& id : day.lessons) {
      const model::Lesson* lesson = find_lesson(source_.edition, id);
      if (lesson == nullptr) continue; // dropped from this run
      const minutes length = lesson->time.value_or(minutes(0));
      add(now, words_cell(lesson_words(*lesson)), length);
      now += length;
      for (const model::Day::Pause& pause : day.breaks) {
        if (pause.after != id) continue;
        add(now, words_cell(source_.words.pause), pause.time);
        now += pause.time;
      }
    }
  }

  model::Table take() { return std::move(table_); }

 private:
  const ListSource& source_;
  bool has_minutes_;
  model::Table table_;
};

/// Without days there is no clock: lessons with their minutes.
model::Parts lessons_alone(const ListSource& source) {
  model::Table table{.alignments = {model::Alignment::start, model::Alignment::end}};
  table.header = {words_cell(source.words.what), words_cell(source.words.minutes_head)};
  table.widths = {6, 1};
  for (const model::CoursePart& part : source.edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      const std::string length = lesson.time ? std::to_string(lesson.time->count()) : std::string();
      table.rows.push_back({words_cell(lesson_words(lesson)), words_cell(length)});
    }
  }
  return as_parts(std::move(table));
}

} // namespace

model::Parts agenda(const ListSource& source, const std::vector<std::string>& days) {
  if (source.edition.days.empty()) return lessons_alone(source);
  model::Parts parts;
  int number = 0;
  for (const model::Day& day : source.edition.days) {
    ++number;
    if (!days.empty() && std::ranges::find(days, std::to_string(number)) == days.end()) continue;
    DayTable made(source);
    made.add(day);
    model::Table table = made.take();
    if (source.edition.days.size() > 1 && !table.rows.empty()) {
      // A heading, not a caption: slides set captions below their tables, too late for a day.
      model::Heading heading{.level = 4, .content = text::plain_inlines(words::fill(source.words.day, number), {})};
      parts.push_back({.content = std::move(heading)});
    }
    std::ranges::move(as_parts(std::move(table)), std::back_inserter(parts));
  }
  return parts;
}

} // namespace comb::edition
