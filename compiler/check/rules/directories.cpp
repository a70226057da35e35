// A list that a course makes from itself needs something to list.
#include "check/check.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>

namespace comb::check {

namespace {

using model::DirectoryKind;

constexpr DiagnosticKind list_empty{
    .name = "list-empty",
    .severity = Severity::warning,
    .help = "take it out, or write what it is made from",
    .explain =
        "`::recap` and the like are made from what the course holds: key points, terms, materials, objectives, "
        "sources. "
        "Where there is none, the list is nothing, and the heading above it stands alone.",
};

/// What a list is made from, and whether the course has any.
struct Stuff {
  std::string_view name;
  std::string_view made_from;
  bool is_there = false;
};

bool has_kind(const model::Course& course, std::string_view kind) {
  return std::ranges::find(course.blocks, kind, &model::BlockInfo::kind) != course.blocks.end();
}

bool has_sources(const model::Course& course) {
  const auto has_source = [](const model::BlockInfo& block) { return !block.source.empty() || !block.licence.empty(); };
  if (std::ranges::any_of(course.blocks, has_source)) return true;
  bool found = false;
  walk_parts(course, [&](const model::Part& part) {
    const auto* figure = std::get_if<model::Figure>(&part.content);
    found = found || (figure != nullptr && !(figure->source.empty() && figure->licence.empty()));
  });
  return found;
}

Stuff stuff_of(const model::Course& course, DirectoryKind kind) {
  switch (kind) {
    case DirectoryKind::contents:
      return {"toc", "lessons", true};
    case DirectoryKind::agenda:
      return {"agenda", "lessons", true};
    case DirectoryKind::recap:
      return {"recap", "`::: keypoint` blocks", has_kind(course, "keypoint")};
    case DirectoryKind::glossary:
      return {"glossary", "terms", !course.terms.empty()};
    case DirectoryKind::index:
      return {"index", "terms", !course.terms.empty()};
    case DirectoryKind::alignment:
      return {"alignment", "objectives", !course.objectives.empty()};
    case DirectoryKind::blueprint:
      return {"blueprint", "objectives and questions", !course.objectives.empty() || !course.questions.empty()};
    case DirectoryKind::materials:
      return {"materials", "`::: materials` lists and `materials=` fields", !course.materials.empty()};
    case DirectoryKind::credits:
      return {"credits", "`source=` and `licence=` fields", has_sources(course)};
  }
  return {};
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  walk_parts(course, [&](const model::Part& part) {
    const auto* directory = std::get_if<model::Directory>(&part.content);
    if (directory == nullptr) return;
    const Stuff stuff = stuff_of(course, directory->kind);
    if (stuff.is_there) return;
    found.push_back({.kind = &list_empty,
                     .span = part.span,
                     .message = "`::" + std::string(stuff.name) + "` has nothing to list: the course has no " +
                                std::string(stuff.made_from)});
  });
  return found;
}

} // namespace

extern const Rule directories_rule;
const Rule directories_rule{.name = "directories", .diagnostics = {&list_empty}, .run = run};

} // namespace comb::check
