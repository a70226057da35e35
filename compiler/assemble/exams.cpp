// Blueprints of exams: their form, the names in them, and what to say where the bank cannot meet one.
#include "assemble/exams.hpp"

#include "assemble/exam_draw.hpp"
#include "assemble/exam_variants.hpp"
#include "assemble/kinds.hpp"
#include "assemble/manifest_keys.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace comb::assemble {

using model::ExamDraw;
using model::ExamLevels;
using syntax::YamlEntry;

namespace {

constexpr DiagnosticKind exam_name_unknown{
    .name = "exam-name-unknown",
    .severity = Severity::error,
    .help = "draw by `lesson:`, `tag:`, `objective:` or `level:`, with a name that the course has",
    .explain =
        "A row of `draw:` says by what and by which name, and how many questions.\n\n"
        "    draw: {\"lesson:s02\": 1, \"tag:closing\": 2, \"objective:o5b\": 1, \"level:apply\": 3}\n",
};
constexpr DiagnosticKind exam_levels_misfit{
    .name = "exam-levels-misfit",
    .severity = Severity::error,
    .help = "write levels joined by `+` and a bound: `remember+understand: \"<=6\"`",
    .explain =
        "`levels:` says how many questions of an exam have one of some levels of the revised taxonomy: at most "
        "(`<=6`), at least (`>=6`) or exactly (`=6`). Two rows share no level, or one holds all of the other.\n\n"
        "    levels: {remember+understand: \"<=6\", apply: \">=6\", analyse+evaluate: \">=6\"}\n",
};
constexpr DiagnosticKind exam_empty{
    .name = "exam-empty",
    .severity = Severity::error,
    .help = "say what to draw, `draw: {\"lesson:s02\": 2}`, or name questions, `questions: [q2-1, q4-1]`",
};
constexpr DiagnosticKind exam_question_unfit{
    .name = "exam-question-unfit",
    .severity = Severity::error,
    .help = "name each question once, and none with `use=practice`",
};
constexpr DiagnosticKind exam_draw_short{
    .name = "exam-draw-short",
    .severity = Severity::error,
    .help = "write more questions for it, or draw fewer",
    .explain =
        "Each question of the bank is drawn at most once, those with `use=practice` and performances never. Questions "
        "that count for two rows of a blueprint serve only one of them.\n",
};
constexpr DiagnosticKind exam_levels_unmet{
    .name = "exam-levels-unmet",
    .severity = Severity::error,
    .help = "write more questions at this level, change what is drawn, or change the bound",
    .explain =
        "Every choice that the draws allow was looked at, and none keeps this bound. The message says how near the "
        "best one comes.\n",
};
constexpr DiagnosticKind exam_id_like_key{
    .name = "exam-id-like-key",
    .severity = Severity::error,
    .help = "take an id that does not end in `-key` or `-keys`",
    .explain = "The key of an exam `x` is the file `x-key.pdf`, so no exam can be called `x-key`.\n",
};
constexpr DiagnosticKind exam_draw_left_out{
    .name = "exam-draw-left-out",
    .severity = Severity::info,
    .help = "nothing is to be done; the exam is that much shorter in this run",
};
constexpr std::array<const DiagnosticKind*, 8> kinds = {&exam_draw_left_out, &exam_draw_short,    &exam_empty,
                                                        &exam_id_like_key,   &exam_levels_misfit, &exam_levels_unmet,
                                                        &exam_name_unknown,  &exam_question_unfit};

constexpr std::array<std::string_view, 4> draw_names = {"lesson", "tag", "objective", "level"};

Span whole(const YamlEntry& entry) {
  const Span value = entry.value.span;
  return {entry.key_span.file, entry.key_span.begin, std::max(entry.key_span.end, value.end)};
}

std::string written(const ExamDraw& draw) {
  return std::string(draw_names.at(static_cast<std::size_t>(draw.by))) + ":" + draw.name;
}

std::string counted(int count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void report_unknown(CourseState& state, Span span, const std::string& what, const std::string& name,
                    std::span<const std::string_view> known) {
  Diagnostic found{.kind = &exam_name_unknown, .span = span, .message = "there is no " + what + " `" + name + "`"};
  if (const auto nearest = nearest_name(name, known)) found.help = "did you mean `" + *nearest + "`?";
  state.report(std::move(found));
}

/// Cuts `text` at the first of `marks`; the second half is empty where none stands in it.
std::pair<std::string, std::string> cut(std::string_view text, std::initializer_list<std::string_view> marks) {
  const auto trimmed = [](std::string_view piece) {
    const std::size_t first = piece.find_first_not_of(' ');
    if (first == std::string_view::npos) return std::string();
    return std::string(piece.substr(first, piece.find_last_not_of(' ') + 1 - first));
  };
  for (const std::string_view mark : marks) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos) return {trimmed(text.substr(0, at)), trimmed(text.substr(at + mark.size()))};
  }
  return {trimmed(text), {}};
}

std::optional<ExamDraw> read_draw(CourseState& state, const YamlEntry& entry, int count) {
  const auto [by, name] = cut(entry.key, {":", "："});
  const auto* const place = std::ranges::find(draw_names, by);
  if (place == draw_names.end() || name.empty()) {
    if (name.empty()) {
      state.report({.kind = &exam_name_unknown,
                    .span = entry.key_span,
                    .message = "`" + entry.key + "` does not say by what to draw and by which name",
                    .help = "write `\"lesson:s02\": 2`"});
    } else {
      report_unknown(state, entry.key_span, "way to draw by", by, draw_names);
    }
    return std::nullopt;
  }
  return ExamDraw{
      .span = whole(entry), .by = static_cast<ExamDraw::By>(place - draw_names.begin()), .name = name, .count = count};
}

void read_draws(CourseState& state, const Mapping& written_exam, model::Exam& exam) {
  std::vector<schema::RawValue> written_counts;
  std::vector<schema::FieldSpec> fields;
  for (const YamlEntry& entry : written_exam.entries("draw")) {
    if (entry.value.scalar() == nullptr) continue; // reported where the mapping was read
    written_counts.push_back({.name = entry.key,
                              .text = *entry.value.scalar(),
                              .name_span = entry.key_span,
                              .value_span = entry.value.span});
    if (std::ranges::find(fields, entry.key, &schema::FieldSpec::name) != fields.end()) continue;
    fields.push_back(draw_entries().value);
    fields.back().name = entry.key;
  }
  auto counts = schema::check_values(std::move(written_counts), fields, "`draw`", written_exam.scalars().span("draw"));
  append(state.diagnostics, std::move(counts.diagnostics));
  for (const YamlEntry& entry : written_exam.entries("draw")) {
    if (entry.value.scalar() == nullptr) continue;
    const std::optional<int> count = counts.value.integer(entry.key);
    auto draw = read_draw(state, entry, count.value_or(1));
    if (draw && count) exam.draws.push_back(std::move(*draw));
  }
}

struct SignedCount {
  ExamLevels::Bound bound = ExamLevels::Bound::exactly;
  int count = 0;
};

std::optional<SignedCount> read_bound(std::string_view text) {
  struct Sign {
    std::string_view sign;
    ExamLevels::Bound bound;
  };
  using enum ExamLevels::Bound;
  constexpr std::array<Sign, 9> signs = {{{"<=", at_most},
                                          {">=", at_least},
                                          {"≤", at_most},
                                          {"≦", at_most},
                                          {"≥", at_least},
                                          {"≧", at_least},
                                          {"==", exactly},
                                          {"=", exactly},
                                          {"", exactly}}};
  const auto* const sign = std::ranges::find_if(signs, [&](const Sign& each) { return text.starts_with(each.sign); });
  std::string_view digits = text.substr(sign->sign.size());
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  const auto number = schema::read_number(digits);
  const bool is_count = number && *number >= 0 && *number <= most_questions && *number == static_cast<int>(*number);
  if (!is_count) return std::nullopt;
  return SignedCount{.bound = sign->bound, .count = static_cast<int>(*number)};
}

std::vector<model::BloomLevel> read_level_names(CourseState& state, const YamlEntry& entry) {
  static constexpr std::array<std::string_view, 6> known = {"remember", "understand", "apply",
                                                            "analyse",  "evaluate",   "create"};
  std::vector<model::BloomLevel> levels;
  std::string rest = entry.key;
  while (!rest.empty()) {
    auto [name, more] = cut(rest, {"+", "＋"});
    rest = std::move(more);
    const auto level = model::bloom_named(name);
    if (!level) {
      report_unknown(state, entry.key_span, "level", name, known);
      return {};
    }
    if (std::ranges::find(levels, *level) == levels.end()) levels.push_back(*level);
  }
  std::ranges::sort(levels);
  return levels;
}

bool are_apart_or_nested(const ExamLevels& one, const ExamLevels& other) {
  std::vector<model::BloomLevel> shared;
  std::ranges::set_intersection(one.levels, other.levels, std::back_inserter(shared));
  return shared.empty() || shared.size() == std::min(one.levels.size(), other.levels.size());
}

void read_levels(CourseState& state, const Mapping& written_exam, model::Exam& exam) {
  for (const YamlEntry& entry : written_exam.entries("levels")) {
    const std::string* text = entry.value.scalar();
    if (text == nullptr) continue; // reported where the mapping was read
    const auto bound = read_bound(*text);
    if (!bound) {
      state.report({.kind = &exam_levels_misfit,
                    .span = entry.value.span.is_empty() ? entry.key_span : entry.value.span,
                    .message = "`" + *text + "` is no bound on a number",
                    .help = "write `\">=6\"`, `\"<=6\"` or `\"=6\"`"});
    }
    ExamLevels levels{.span = whole(entry), .levels = read_level_names(state, entry)};
    if (!bound || levels.levels.empty()) continue;
    levels.bound = bound->bound;
    levels.count = bound->count;
    const auto clash =
        std::ranges::find_if(exam.levels, [&](const ExamLevels& other) { return !are_apart_or_nested(levels, other); });
    if (clash == exam.levels.end()) {
      exam.levels.push_back(std::move(levels));
    } else {
      state.report({.kind = &exam_levels_misfit,
                    .span = entry.key_span,
                    .message = "`" + entry.key + "` shares only some of its levels with another row",
                    .notes = {{clash->span, "the other row"}}});
    }
  }
}

ExamPlan read_exam(CourseState& state, const syntax::Yaml& element) {
  const Mapping written_exam = read_mapping(element, exam_keys(), "an exam", state.diagnostics);
  const schema::Values& values = written_exam.scalars();
  model::Exam exam{.span = values.has("id") ? values.span("id") : element.span,
                   .id = written_exam.text("id"),
                   .title = fill_variables(state, written_exam.text("title"), values.span("title")),
                   .variant_count = values.integer("variants").value_or(1),
                   .seed = written_exam.text("seed")};
  if (const auto share = values.percent("pass")) exam.pass = *share * 100;
  if (const auto time = values.time("time")) exam.time = time->total;
  read_draws(state, written_exam, exam);
  read_levels(state, written_exam, exam);
  if (!exam.id.empty()) {
    state.course.definitions.push_back({.span = values.span("id"), .id = exam.id, .what = "exam", .title = exam.title});
  }
  if (exam.id.ends_with("-key") || exam.id.ends_with("-keys")) {
    state.report({.kind = &exam_id_like_key,
                  .span = values.span("id"),
                  .message = "`" + exam.id + "` is what a key's file would be called"});
  }
  ExamPlan plan{.exam = std::move(exam), .fixed = written_exam.list("questions")};
  if (written_exam.entries("draw").empty() && plan.fixed.empty()) {
    state.report({.kind = &exam_empty, .span = plan.exam.span, .message = "this exam asks nothing"});
  }
  return plan;
}

/// Puts one planned exam together.
class ExamMaker {
 public:
  ExamMaker(CourseState& state, ExamPlan& plan, const std::set<std::string>& dropped)
      : state_(state), plan_(plan), dropped_(dropped) {}

  void make() {
    leave_out_dropped();
    const bool is_sound = check_names() && find_fixed();
    if (is_sound) draw();
    state_.course.exams.push_back(std::move(plan_.exam));
  }

 private:
  void leave_out_dropped() {
    const auto is_dropped = [this](const ExamDraw& draw) {
      return draw.by == ExamDraw::By::lesson && dropped_.contains(draw.name);
    };
    int fewer = 0;
    for (const ExamDraw& draw : plan_.exam.draws) {
      if (!is_dropped(draw)) continue;
      fewer += draw.count;
      state_.report({.kind = &exam_draw_left_out,
                     .span = draw.span,
                     .message = "this run leaves out `" + draw.name + "`, so the exam has " +
                                counted(draw.count, "question", "questions") + " fewer"});
    }
    std::erase_if(plan_.exam.draws, is_dropped);
    if (fewer == 0) return;
    for (ExamLevels& levels : plan_.exam.levels) {
      if (levels.bound == ExamLevels::Bound::exactly) levels.bound = ExamLevels::Bound::at_least;
      if (levels.bound == ExamLevels::Bound::at_least) levels.count = std::max(0, levels.count - fewer);
    }
  }

  std::set<std::string_view> known_names(ExamDraw::By by) const {
    std::set<std::string_view> known;
    if (by == ExamDraw::By::lesson) {
      for (const model::CoursePart& part : state_.course.parts) {
        for (const model::Lesson& lesson : part.lessons) known.insert(lesson.id);
      }
    } else if (by == ExamDraw::By::objective) {
      for (const model::Objective& objective : state_.course.objectives) known.insert(objective.id);
    } else if (by == ExamDraw::By::tag) {
      for (const model::Question& question : state_.course.questions) {
        known.insert(question.tags.begin(), question.tags.end());
      }
    } else {
      for (int level = 0; level <= static_cast<int>(model::BloomLevel::create); ++level) {
        known.insert(model::name_of(static_cast<model::BloomLevel>(level)));
      }
    }
    return known;
  }

  bool check_names() {
    bool all_known = true;
    for (const ExamDraw& draw : plan_.exam.draws) {
      const std::set<std::string_view> known = known_names(draw.by);
      if (known.contains(draw.name)) continue;
      all_known = false;
      const std::vector<std::string_view> names(known.begin(), known.end());
      report_unknown(state_, draw.span, std::string(draw_names.at(static_cast<std::size_t>(draw.by))), draw.name,
                     names);
    }
    return all_known;
  }

  bool find_fixed() {
    bool all_found = true;
    for (const schema::RawValue& value : plan_.fixed) {
      state_.course.references.push_back(
          {.span = value.value_span, .target = value.text, .expect = model::ReferenceUse::Expect::question});
      const auto found = state_.questions_by_id.find(value.text);
      if (found == state_.questions_by_id.end()) {
        all_found = false; // the rule for references says so, with the nearest name
        continue;
      }
      const bool is_double = std::ranges::find(fixed_, found->second) != fixed_.end();
      if (is_double || !may_be_drawn(state_.course.questions[found->second.value])) {
        state_.report({.kind = &exam_question_unfit,
                       .span = value.value_span,
                       .message = "`" + value.text + "` " + (is_double ? "is named twice" : "is not for exams")});
        continue;
      }
      fixed_.push_back(found->second);
    }
    return all_found;
  }

  void draw() {
    Drawn drawn = draw_questions(plan_.exam, state_.course.questions, fixed_);
    for (const Shortage& shortage : drawn.shortages) report(shortage);
    if (!drawn.shortages.empty()) return;
    std::vector<model::QuestionIndex> questions = std::move(drawn.questions);
    questions.insert(questions.end(), fixed_.begin(), fixed_.end());
    std::ranges::sort(questions);
    plan_.exam.variants = make_variants(plan_.exam, state_.course.questions, questions);
  }

  void report(const Shortage& shortage) {
    switch (shortage.what) {
      case Shortage::What::draw:
      case Shortage::What::draws:
        return report_draws(shortage);
      case Shortage::What::levels:
        return report_levels(shortage);
    }
  }

  void report_draws(const Shortage& shortage) {
    std::string names;
    std::vector<Note> notes;
    for (const std::size_t row : shortage.rows) {
      names += (names.empty() ? "`" : " and `") + written(plan_.exam.draws[row]) + "`";
      if (row != shortage.rows.front()) notes.push_back({plan_.exam.draws[row].span, "and this row"});
    }
    const bool is_one = shortage.rows.size() == 1;
    const int missing = shortage.asked - shortage.reachable;
    const ExamDraw& first = plan_.exam.draws[shortage.rows.front()];
    Diagnostic found{.kind = &exam_draw_short,
                     .span = first.span,
                     .message = names + (is_one ? " asks for " : " together ask for ") +
                                counted(shortage.asked, "question", "questions") + ", the bank has " +
                                std::to_string(shortage.reachable) + (is_one ? "" : " for them") + ": " +
                                std::to_string(missing) + (missing == 1 ? " is" : " are") + " missing",
                     .notes = std::move(notes)};
    const int held_back = is_one ? practice_only(first) : 0;
    if (held_back > 0) {
      found.help = counted(held_back, "more is", "more are") +
                   " for practice only or not written: drop `use=practice`, "
                   "write more questions, or draw fewer";
    }
    state_.report(std::move(found));
  }

  int practice_only(const ExamDraw& draw) const {
    return static_cast<int>(std::ranges::count_if(state_.course.questions, [&](const model::Question& question) {
      return is_drawn_by(draw, question) && !may_be_drawn(question);
    }));
  }

  void report_levels(const Shortage& shortage) {
    const ExamLevels& levels = plan_.exam.levels[shortage.rows.front()];
    const int distance = std::abs(shortage.asked - shortage.reachable);
    const bool is_short = shortage.reachable < shortage.asked;
    std::string names;
    for (const model::BloomLevel level : levels.levels) {
      names += (names.empty() ? "" : "+") + std::string(model::name_of(level));
    }
    const std::string with = shortage.with_other_bounds ? "these draws and the rows above" : "these draws";
    const std::string how = levels.bound == ExamLevels::Bound::exactly ? "exactly "
                            : is_short                                 ? "at least "
                                                                       : "at most ";
    state_.report({.kind = &exam_levels_unmet,
                   .span = levels.span,
                   .message = "`" + names + "` asks for " + how + counted(levels.count, "question", "questions") +
                              ", with " + with + (is_short ? " the most is " : " the fewest is ") +
                              std::to_string(shortage.reachable) + ": " + std::to_string(distance) +
                              (is_short ? (distance == 1 ? " is missing" : " are missing") : " too many")});
  }

  CourseState& state_;
  ExamPlan& plan_;
  const std::set<std::string>& dropped_;
  std::vector<model::QuestionIndex> fixed_;
};

} // namespace

std::span<const DiagnosticKind* const> exam_diagnostics() {
  return kinds;
}

std::vector<ExamPlan> read_exams(CourseState& state, const Mapping& manifest) {
  std::vector<ExamPlan> plans;
  for (const syntax::Yaml& element : manifest.elements("exams")) plans.push_back(read_exam(state, element));
  return plans;
}

void draw_exams(CourseState& state, std::vector<ExamPlan> plans, const std::set<std::string>& dropped) {
  for (ExamPlan& plan : plans) ExamMaker(state, plan, dropped).make();
}

} // namespace comb::assemble
