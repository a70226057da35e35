// What serves each objective, and how many questions ask for it: two tables for the trainer.
#include "edition/lists.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace comb::edition {

namespace {

using model::BloomLevel;

constexpr std::string_view nothing = "–";

bool serves(const std::vector<std::string>& objectives, const std::string& id) {
  return std::ranges::find(objectives, id) != objectives.end();
}

std::string level_words(const words::Words& words, BloomLevel level) {
  return std::string(words.bloom.at(static_cast<std::size_t>(level)));
}

std::string count_words(int count) {
  return count == 0 ? std::string(nothing) : std::to_string(count);
}

/// The level that a question asks at: its own, else that of its first objective.
std::optional<BloomLevel> level_of(const model::Course& course, const model::Question& question) {
  if (question.bloom) return question.bloom;
  for (const model::Objective& objective : course.objectives) {
    if (serves(question.objectives, objective.id) && objective.bloom) return objective.bloom;
  }
  return std::nullopt;
}

// The blueprint

/// Counts of questions, by level; questions without one count in the sum alone.
struct Counts {
  std::map<BloomLevel, int> by_level{};
  int all = 0;

  void add(std::optional<BloomLevel> level) {
    ++all;
    if (level) ++by_level[*level];
  }
};

std::set<BloomLevel> levels_in_use(const model::Course& course) {
  std::set<BloomLevel> levels;
  for (const model::Objective& objective : course.objectives) {
    if (objective.bloom) levels.insert(*objective.bloom);
  }
  for (const model::Question& question : course.questions) {
    if (const auto level = level_of(course, question)) levels.insert(*level);
  }
  return levels;
}

std::vector<model::Cell> count_row(model::Cell head, const std::set<BloomLevel>& levels, Counts counts) {
  std::vector<model::Cell> row = {std::move(head)};
  for (const BloomLevel level : levels) row.push_back(words_cell(count_words(counts.by_level[level])));
  row.push_back(words_cell(count_words(counts.all)));
  return row;
}

model::Table question_counts(const ListSource& source) {
  const std::set<BloomLevel> levels = levels_in_use(source.course);
  model::Table table{.header_column = true};
  table.header = {words_cell(source.words.objectives)};
  table.alignments = {model::Alignment::start};
  for (const BloomLevel level : levels) table.header.push_back(words_cell(level_words(source.words, level)));
  table.header.push_back(words_cell(source.words.total));
  table.alignments.resize(table.header.size(), model::Alignment::center);
  for (const model::Objective& objective : source.edition.objectives) {
    Counts counts;
    for (const model::Question& question : source.course.questions) {
      if (serves(question.objectives, objective.id)) counts.add(level_of(source.course, question));
    }
    table.rows.push_back(count_row({.span = objective.span, .content = objective.text}, levels, counts));
  }
  if (table.rows.empty() && source.course.questions.empty()) return table;
  Counts all;
  for (const model::Question& question : source.course.questions) all.add(level_of(source.course, question));
  table.rows.push_back(count_row(words_cell(source.words.total), levels, all));
  return table;
}

/// The questions that an exam's first paper has; the others have the same ones.
std::vector<const model::Question*> drawn(const model::Course& course, const model::Exam& exam) {
  std::vector<const model::Question*> questions;
  if (exam.variants.empty()) return questions;
  for (const model::QuestionIndex index : exam.variants.front().questions) {
    if (index.value < course.questions.size()) questions.push_back(&course.questions[index.value]);
  }
  return questions;
}

bool fits(const model::Course& course, const model::Question& question, const model::ExamDraw& draw) {
  switch (draw.by) {
    case model::ExamDraw::By::lesson:
      return question.lesson == draw.name;
    case model::ExamDraw::By::tag:
      return serves(question.tags, draw.name);
    case model::ExamDraw::By::objective:
      return serves(question.objectives, draw.name);
    case model::ExamDraw::By::level: {
      const auto level = level_of(course, question);
      return level && model::name_of(*level) == draw.name;
    }
  }
  return false;
}

std::string draw_words(const ListSource& source, const model::ExamDraw& draw) {
  if (draw.by == model::ExamDraw::By::level) {
    const auto level = model::bloom_named(draw.name);
    return level ? level_words(source.words, *level) : draw.name;
  }
  if (draw.by != model::ExamDraw::By::lesson) return draw.name;
  for (const model::CoursePart& part : source.edition.parts) {
    const auto found = std::ranges::find(part.lessons, draw.name, &model::Lesson::id);
    if (found != part.lessons.end()) return lesson_words(*found);
  }
  return draw.name;
}

std::string bound_words(const model::ExamLevels& levels) {
  std::string count = std::to_string(levels.count);
  switch (levels.bound) {
    case model::ExamLevels::Bound::at_most:
      return "≤ " + count;
    case model::ExamLevels::Bound::at_least:
      return "≥ " + count;
    case model::ExamLevels::Bound::exactly:
      break;
  }
  return count;
}

std::string joined_levels(const words::Words& words, const std::vector<BloomLevel>& levels) {
  std::string joined;
  for (const BloomLevel level : levels) {
    joined += (joined.empty() ? "" : std::string(words.list_comma)) + level_words(words, level);
  }
  return joined;
}

class ExamTable {
 public:
  ExamTable(const ListSource& source, const model::Exam& exam)
      : source_(source), exam_(exam), questions_(drawn(source.course, exam)) {}

  model::Table take() {
    model::Table table{.header_column = true};
    table.caption = text::plain_inlines(exam_.title, exam_.span);
    table.header = {words_cell(source_.words.what), words_cell(source_.words.planned_count),
                    words_cell(source_.words.actual_count)};
    table.alignments = {model::Alignment::start, model::Alignment::center, model::Alignment::center};
    table.widths = {3, 1, 1};
    int planned = 0;
    for (const model::ExamDraw& draw : exam_.draws) {
      planned += draw.count;
      const auto is_drawn = [&](const model::Question* question) { return fits(source_.course, *question, draw); };
      table.rows.push_back({words_cell(draw_words(source_, draw)), words_cell(std::to_string(draw.count)),
                            words_cell(actual(is_drawn))});
    }
    for (const model::ExamLevels& levels : exam_.levels) {
      const auto is_at_level = [&](const model::Question* question) {
        const auto level = level_of(source_.course, *question);
        return level && std::ranges::find(levels.levels, *level) != levels.levels.end();
      };
      table.rows.push_back({words_cell(joined_levels(source_.words, levels.levels)), words_cell(bound_words(levels)),
                            words_cell(actual(is_at_level))});
    }
    table.rows.push_back({words_cell(source_.words.total), words_cell(std::to_string(planned)),
                          words_cell(actual([](const model::Question*) { return true; }))});
    return table;
  }

 private:
  /// Nothing is said where nothing was drawn: the check has said why.
  template <class Test>
  std::string actual(const Test& test) const {
    if (exam_.variants.empty()) return std::string(nothing);
    return std::to_string(std::ranges::count_if(questions_, test));
  }

  const ListSource& source_;
  const model::Exam& exam_;
  std::vector<const model::Question*> questions_;
};

// The alignment

bool is_inside_serving(const model::Course& course, const model::BlockInfo& block, const std::string& objective) {
  for (auto parent = block.parent; parent; parent = course.blocks[*parent].parent) {
    const model::BlockInfo& around = course.blocks[*parent];
    if (around.time && serves(around.objectives, objective)) return true;
  }
  return false;
}

/// Whether `block` or one around it is in reserve, which counts in no sum.
bool is_reserve(const model::Course& course, const model::BlockInfo& block) {
  if (block.priority == model::Priority::could) return true;
  return block.parent && is_reserve(course, course.blocks[*block.parent]);
}

/// Minutes of the blocks that name `objective`; a block inside such a block is counted with it.
std::chrono::minutes minutes_for(const model::Course& course, const std::string& objective) {
  std::chrono::minutes sum{0};
  for (const model::BlockInfo& block : course.blocks) {
    if (!block.time || !serves(block.objectives, objective) || is_reserve(course, block)) continue;
    if (!is_inside_serving(course, block, objective)) sum += *block.time;
  }
  return sum;
}

bool is_assessment(std::string_view kind) {
  return kind == "question" || kind == "quiz" || kind == "rubric";
}

/// 「S6 把木梳賣給和尚」, a link where the block can be found by its id.
void add_practice(text::Inlines& cell, const ListSource& source, const model::BlockInfo& block) {
  if (!cell.empty()) cell.push_back({.span = block.span, .content = text::LineBreak{}});
  const std::string title = block.title.empty() ? block.kind : block.title;
  for (const model::CoursePart& part : source.edition.parts) {
    const auto lesson = std::ranges::find(part.lessons, block.lesson, &model::Lesson::id);
    if (lesson == part.lessons.end() || lesson->number.empty()) continue;
    cell.push_back({.span = block.span, .content = text::Run{lesson->number + " "}});
  }
  if (block.id.empty()) {
    cell.push_back({.span = block.span, .content = text::Run{title}});
  } else {
    cell.push_back({.span = block.span, .content = text::Reference{.target = block.id, .text = title}});
  }
}

model::Cell practice_cell(const ListSource& source, const std::string& objective) {
  model::Cell cell;
  for (const model::BlockInfo& block : source.course.blocks) {
    if (!serves(block.objectives, objective) || is_assessment(block.kind)) continue;
    const bool is_inner = block.parent && serves(source.course.blocks[*block.parent].objectives, objective);
    if (!is_inner) add_practice(cell.content, source, block);
  }
  return cell.content.empty() ? words_cell(nothing) : cell;
}

/// The id of a question. Those that a scenario asks step by step are one thing, named as the scenario is.
std::string assessment_name(const model::Course& course, const model::Question& question) {
  const bool is_a_step = !question.stimulus.empty() && question.id.starts_with(question.stimulus + "-");
  if (!is_a_step) return question.id;
  const auto block = std::ranges::find(course.blocks, question.stimulus, &model::BlockInfo::id);
  return block == course.blocks.end() || block->title.empty() ? question.stimulus : block->title;
}

model::Cell assessment_cell(const ListSource& source, const std::string& objective) {
  std::string words;
  std::set<std::string> named;
  const auto add = [&](const std::string& name) {
    if (!named.insert(name).second) return;
    words += (words.empty() ? "" : std::string(source.words.list_comma)) + name;
  };
  for (const model::Question& question : source.course.questions) {
    if (serves(question.objectives, objective)) add(assessment_name(source.course, question));
  }
  for (const model::Exam& exam : source.course.exams) {
    const auto questions = drawn(source.course, exam);
    if (std::ranges::any_of(questions, [&](const auto* asked) { return serves(asked->objectives, objective); })) {
      add(exam.title);
    }
  }
  return words_cell(words.empty() ? nothing : std::string_view(words));
}

} // namespace

model::Parts blueprint(const ListSource& source) {
  model::Parts parts = as_parts(question_counts(source));
  for (const model::Exam& exam : source.course.exams) {
    std::ranges::move(as_parts(ExamTable(source, exam).take()), std::back_inserter(parts));
  }
  return parts;
}

model::Parts alignment(const ListSource& source) {
  const words::Words& words = source.words;
  model::Table table{.header_column = true};
  for (const std::string_view head : {words.objectives, words.level, words.taught, words.practised, words.assessed}) {
    table.header.push_back(words_cell(head));
  }
  table.widths = {5, 1.2, 1.4, 4, 3};
  table.alignments = {model::Alignment::start, model::Alignment::start, model::Alignment::end};
  table.alignments.resize(table.header.size(), model::Alignment::start);
  for (const model::Objective& objective : source.edition.objectives) {
    const auto minutes = minutes_for(source.course, objective.id).count();
    const std::string taught =
        minutes > 0 ? words::fill(words.minutes_short, static_cast<int>(minutes)) : std::string(nothing);
    const std::string level = objective.bloom ? level_words(words, *objective.bloom) : std::string(nothing);
    table.rows.push_back({{.span = objective.span, .content = objective.text},
                          words_cell(level),
                          words_cell(taught),
                          practice_cell(source, objective.id),
                          assessment_cell(source, objective.id)});
  }
  return as_parts(std::move(table));
}

} // namespace comb::edition
