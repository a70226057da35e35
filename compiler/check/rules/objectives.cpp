// Alignment: every objective is practised or assessed, and every practice serves an objective.
#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace comb::check {

namespace {

constexpr DiagnosticKind objective_unassessed{
    .name = "objective-unassessed",
    .severity = Severity::warning,
    .help = "add `objective=…` to a question, activity, role play or discussion that shows it, or drop the objective",
    .explain =
        "What nobody asks for, nobody knows was learned. Each objective needs at least one question, observed "
        "activity, role play, case or discussion that names it.\n\n"
        "```\n::: question {#q1 objective=o1a}\n```",
};
constexpr DiagnosticKind objective_verb_vague{
    .name = "objective-verb-vague",
    .severity = Severity::warning,
    .help = "say what the learner will do that others can see: name, explain, apply, analyse, judge, design",
    .explain =
        "Nobody can watch somebody *understand*. An objective begins with something observable "
        "(Mager, *Preparing Instructional Objectives*, 1962).",
};
constexpr DiagnosticKind practice_without_objective{
    .name = "practice-without-objective",
    .severity = Severity::warning,
    .help = "add `objective=…`, so that the time it takes serves something",
};

constexpr std::array<std::string_view, 16> vague_verbs = {
    "understand ", "know ", "appreciate ", "be aware ", "learn ", "be familiar ", "了解", "知道",
    "熟悉",        "認識",  "掌握",        "體會",      "理解",   "认识",         "体会", "懂得"};

/// Kinds in which a learner shows what they can do.
bool is_practice(std::string_view kind) {
  constexpr std::array<std::string_view, 4> kinds = {"activity", "case", "roleplay", "scenario"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

bool is_assessed_by(std::string_view kind) {
  constexpr std::array<std::string_view, 8> kinds = {"activity", "case",     "roleplay", "discuss",
                                                     "rubric",   "scenario", "observer", "reflection"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

std::set<std::string> assessed_objectives(const model::Course& course) {
  std::set<std::string> assessed;
  for (const model::Question& question : course.questions) {
    assessed.insert(question.objectives.begin(), question.objectives.end());
  }
  for (const model::BlockInfo& block : course.blocks) {
    if (is_assessed_by(block.kind)) assessed.insert(block.objectives.begin(), block.objectives.end());
  }
  return assessed;
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  const std::set<std::string> assessed = assessed_objectives(course);
  for (const model::Objective& objective : course.objectives) {
    if (!assessed.contains(objective.id)) {
      found.push_back({.kind = &objective_unassessed,
                       .span = objective.span,
                       .message = "nothing in the course asks learners to show `" + objective.id + "`"});
    }
    const std::string text = lower_case(text::plain_text(objective.text));
    const auto* verb =
        std::ranges::find_if(vague_verbs, [&](std::string_view vague) { return text.starts_with(vague); });
    if (verb == vague_verbs.end()) continue;
    std::string shown(*verb);
    if (shown.ends_with(' ')) shown.pop_back();
    found.push_back(
        {.kind = &objective_verb_vague, .span = objective.span, .message = "`" + shown + "` cannot be observed"});
  }
  for (const model::BlockInfo& block : course.blocks) {
    const bool has_parent_with_objective = block.parent && !course.blocks[*block.parent].objectives.empty();
    if (!is_practice(block.kind) || !block.objectives.empty() || has_parent_with_objective) continue;
    found.push_back({.kind = &practice_without_objective,
                     .span = block.span,
                     .message = "this " + block.kind + " serves no objective"});
  }
  return found;
}

} // namespace

extern const Rule objectives_rule;
const Rule objectives_rule{
    .name = "objectives",
    .diagnostics = {&objective_unassessed, &objective_verb_vague, &practice_without_objective},
    .run = run,
};

} // namespace comb::check
