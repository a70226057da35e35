// Minutes: what is inside fits into what holds it.
#include "check/check.hpp"

#include <map>

namespace comb::check {

namespace {

using std::chrono::minutes;

constexpr DiagnosticKind time_overrun{
    .name = "time-overrun",
    .severity = Severity::warning,
    .help = "shorten something, mark it `priority=could` (reserve), or give the whole more minutes",
    .explain =
        "A parent's time includes its children. `must` and `should` count, `could` is reserve; a role play's "
        "time is per round. Blocks of `priority=should` are named as the first that may go.",
};
constexpr DiagnosticKind day_overrun{
    .name = "day-overrun",
    .severity = Severity::warning,
    .help = "move a lesson to another day, or plan more minutes",
};
constexpr DiagnosticKind day_short{
    .name = "day-short",
    .severity = Severity::info,
    .help = "plan more lessons, or fewer minutes",
};
constexpr DiagnosticKind day_lesson_without_time{
    .name = "day-lesson-without-time",
    .severity = Severity::warning,
    .help = "give the lesson `time:` in its front matter",
};
constexpr DiagnosticKind activity_without_split{
    .name = "activity-without-split",
    .severity = Severity::warning,
    .help = "write the time as brief + do + debrief, such as `time=\"2+11+2\"`",
    .explain = "A trainer needs to know when to stop explaining and when to call people back.",
};

std::string in_minutes(minutes time) {
  return std::to_string(time.count()) + " minutes";
}

/// Minutes of each block: its own, or the sum of what is inside.
class BlockTimes {
 public:
  explicit BlockTimes(const model::Course& course) : blocks_(course.blocks), inside_(course.blocks.size(), minutes{0}) {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (blocks_[i].parent && counts(blocks_[i])) inside_[*blocks_[i].parent] += total(i);
    }
  }
  static bool counts(const model::BlockInfo& block) {
    return block.priority != model::Priority::could && block.kind != "break";
  }
  minutes total(std::size_t index) const { return blocks_[index].time.value_or(inside_[index]); }
  minutes inside(std::size_t index) const { return inside_[index]; }

 private:
  const std::vector<model::BlockInfo>& blocks_;
  std::vector<minutes> inside_;
};

Diagnostics check_blocks(const model::Course& course, const BlockTimes& times) {
  Diagnostics found;
  for (std::size_t i = 0; i < course.blocks.size(); ++i) {
    const model::BlockInfo& block = course.blocks[i];
    if (block.time && times.inside(i) > *block.time) {
      found.push_back({.kind = &time_overrun,
                       .span = block.time_span,
                       .message = "what is in this " + block.kind + " takes " + in_minutes(times.inside(i)) +
                                  ", but it has " + in_minutes(*block.time)});
    }
    if (block.kind == "activity" && block.time && block.split.size() < 2) {
      found.push_back({.kind = &activity_without_split,
                       .span = block.time_span,
                       .message = "the time of this activity is one number"});
    }
  }
  return found;
}

/// What may go first where a lesson takes too long: its blocks of `priority=should`, in order.
std::vector<Note> cut_list(const model::Course& course, const BlockTimes& times, std::string_view lesson) {
  std::vector<Note> notes;
  for (std::size_t i = 0; i < course.blocks.size(); ++i) {
    const model::BlockInfo& block = course.blocks[i];
    const bool may_go = !block.parent && block.lesson == lesson && block.priority == model::Priority::should;
    if (!may_go || times.total(i).count() == 0) continue;
    notes.push_back({.span = block.span, .message = "may go first, as `should`: " + in_minutes(times.total(i))});
  }
  return notes;
}

Diagnostics check_lessons(const model::Course& course, const BlockTimes& times) {
  std::map<std::string_view, minutes> used;
  for (std::size_t i = 0; i < course.blocks.size(); ++i) {
    const model::BlockInfo& block = course.blocks[i];
    if (!block.parent && BlockTimes::counts(block)) used[block.lesson] += times.total(i);
  }
  Diagnostics found;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      if (!lesson.time || used[lesson.id] <= *lesson.time) continue;
      found.push_back({.kind = &time_overrun,
                       .span = lesson.span,
                       .message = "the blocks of lesson `" + lesson.id + "` take " + in_minutes(used[lesson.id]) +
                                  ", but it has " + in_minutes(*lesson.time),
                       .notes = cut_list(course, times, lesson.id)});
    }
  }
  return found;
}

Diagnostics check_days(const model::Course& course) {
  std::map<std::string_view, const model::Lesson*> lessons;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) lessons[lesson.id] = &lesson;
  }
  Diagnostics found;
  for (const model::Day& day : course.days) {
    minutes sum{0};
    for (const std::string& id : day.lessons) {
      const auto lesson = lessons.find(id);
      if (lesson == lessons.end()) continue; // assemble has said so
      if (!lesson->second->time) {
        found.push_back({.kind = &day_lesson_without_time,
                         .span = lesson->second->span,
                         .message = "lesson `" + id + "` is planned for a day but says no minutes"});
        continue;
      }
      sum += *lesson->second->time;
    }
    if (sum == day.minutes || day.minutes.count() == 0) continue;
    const bool over = sum > day.minutes;
    found.push_back(
        {.kind = over ? &day_overrun : &day_short,
         .span = day.span,
         .message = "the lessons of this day take " + in_minutes(sum) + ", planned are " + in_minutes(day.minutes)});
  }
  return found;
}

Diagnostics run(const model::Course& course) {
  const BlockTimes times(course);
  Diagnostics found = check_blocks(course, times);
  append(found, check_lessons(course, times));
  append(found, check_days(course));
  return found;
}

} // namespace

extern const Rule times_rule;
const Rule times_rule{
    .name = "times",
    .diagnostics = {&time_overrun, &day_overrun, &day_short, &day_lesson_without_time, &activity_without_split},
    .run = run,
};

} // namespace comb::check
