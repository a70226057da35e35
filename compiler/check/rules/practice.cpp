// Role plays and cases have what they need to work in a room: roles, observers, debriefs, notes for the trainer.
#include "check/check.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>

namespace comb::check {

namespace {

constexpr DiagnosticKind roleplay_without_observer{
    .name = "roleplay-without-observer",
    .severity = Severity::warning,
    .help = "add `::: observer` with three to eight things that can be seen or heard",
    .explain =
        "Feedback needs somebody who watches for named behaviour; without a sheet it becomes a chat about taste.",
};
constexpr DiagnosticKind roleplay_without_debrief{
    .name = "roleplay-without-debrief",
    .severity = Severity::warning,
    .help = "add `::: debrief` with what happened, what worked, what to try next",
};
constexpr DiagnosticKind roleplay_without_roles{
    .name = "roleplay-without-roles",
    .severity = Severity::warning,
    .help = "add a `::: role` for each player",
};
constexpr DiagnosticKind observer_item_count{
    .name = "observer-item-count",
    .severity = Severity::warning,
    .help = "three to eight behaviours: fewer say little, more nobody can watch",
};
constexpr DiagnosticKind case_without_teaching_note{
    .name = "case-without-teaching-note",
    .severity = Severity::warning,
    .help = "add `::: teaching-note`: what the case is for, what to expect, what to avoid",
};
constexpr DiagnosticKind discuss_without_objective{
    .name = "discuss-without-objective",
    .severity = Severity::warning,
    .help = "add `objective=…` to the discussion or to its case",
};
constexpr DiagnosticKind exhibit_unmentioned{
    .name = "exhibit-unmentioned",
    .severity = Severity::warning,
    .help = "point to it from the text with `:ref[…]`, or take it out",
};

bool has_child(const model::Course& course, std::size_t parent, std::string_view kind) {
  return std::ranges::any_of(
      course.blocks, [&](const model::BlockInfo& block) { return block.parent == parent && block.kind == kind; });
}

void check_roleplay(const model::Course& course, std::size_t index, Diagnostics& found) {
  const model::BlockInfo& block = course.blocks[index];
  const auto need = [&](std::string_view kind, const DiagnosticKind& missing) {
    if (has_child(course, index, kind)) return;
    found.push_back({.kind = &missing, .span = block.span, .message = "this role play has no " + std::string(kind)});
  };
  need("role", roleplay_without_roles);
  need("observer", roleplay_without_observer);
  need("debrief", roleplay_without_debrief);
}

bool is_mentioned(const model::Course& course, const model::BlockInfo& exhibit) {
  const auto uses = [&](const model::ReferenceUse& use) { return use.target == exhibit.id; };
  if (!exhibit.id.empty() && std::ranges::any_of(course.references, uses)) return true;
  if (exhibit.title.empty()) return false;
  bool mentioned = false;
  walk_all_inlines(course, [&](const text::Inlines& inlines) {
    const std::string text = text::plain_text(inlines);
    // Its own heading is no mention.
    if (text != exhibit.title && text.find(exhibit.title) != std::string::npos) mentioned = true;
  });
  return mentioned;
}

void check_observer_items(const model::Course& course, Diagnostics& found) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t most = 8;
  walk_parts(course, [&](const model::Part& part) {
    const auto* checklist = std::get_if<model::Checklist>(&part.content);
    if (checklist == nullptr || !checklist->seen_columns) return;
    const std::size_t count = checklist->items.size();
    if (count >= fewest && count <= most) return;
    found.push_back({.kind = &observer_item_count,
                     .span = part.span,
                     .message = "this observer's sheet has " + std::to_string(count) + " behaviours"});
  });
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (std::size_t i = 0; i < course.blocks.size(); ++i) {
    const model::BlockInfo& block = course.blocks[i];
    if (block.kind == "roleplay") check_roleplay(course, i, found);
    if (block.kind == "case" && !has_child(course, i, "teaching-note")) {
      found.push_back(
          {.kind = &case_without_teaching_note, .span = block.span, .message = "this case has no teaching note"});
    }
    if (block.kind == "discuss" && block.objectives.empty() &&
        (!block.parent || course.blocks[*block.parent].objectives.empty())) {
      found.push_back(
          {.kind = &discuss_without_objective, .span = block.span, .message = "this discussion serves no objective"});
    }
    if (block.kind == "exhibit" && !is_mentioned(course, block)) {
      found.push_back(
          {.kind = &exhibit_unmentioned, .span = block.span, .message = "nothing in the course mentions this exhibit"});
    }
  }
  check_observer_items(course, found);
  return found;
}

} // namespace

extern const Rule practice_rule;
const Rule practice_rule{
    .name = "practice",
    .diagnostics = {&roleplay_without_observer, &roleplay_without_debrief, &roleplay_without_roles,
                    &observer_item_count, &case_without_teaching_note, &discuss_without_objective,
                    &exhibit_unmentioned},
    .run = run,
};

} // namespace comb::check
