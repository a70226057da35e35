// Every id is defined once, and every use of one finds its definition.
#include "check/check.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <map>

namespace comb::check {

namespace {

constexpr DiagnosticKind id_duplicate{
    .name = "id-duplicate",
    .severity = Severity::error,
    .help = "give one of them another id; ids are unique in the whole course",
    .explain =
        "An id is the lasting name of a lesson, block, question or objective: links, imports into an LMS and "
        "page references all hang on it.",
};
constexpr DiagnosticKind id_reserved{
    .name = "id-reserved",
    .severity = Severity::error,
    .help = "take another id: `build` names the folder of the compiler",
};
constexpr DiagnosticKind reference_unknown{
    .name = "reference-unknown",
    .severity = Severity::error,
    .help = "name an id that is defined with `{#…}` somewhere in the course",
};
constexpr DiagnosticKind objective_unknown{
    .name = "objective-unknown",
    .severity = Severity::error,
    .help = "name an objective that an `::: objectives` list defines, such as `{#o1a}`",
};
constexpr DiagnosticKind question_unknown{
    .name = "question-unknown",
    .severity = Severity::error,
    .help = "name a question that is defined with `::: question {#…}` somewhere in the course",
};
constexpr DiagnosticKind term_unknown{
    .name = "term-unknown",
    .severity = Severity::error,
    .help = "add the term to the term sheet, or mend its key",
};

using Expect = model::ReferenceUse::Expect;

const DiagnosticKind& kind_for(Expect expect) {
  switch (expect) {
    case Expect::objective:
      return objective_unknown;
    case Expect::question:
      return question_unknown;
    case Expect::term:
      return term_unknown;
    case Expect::any:
    case Expect::block:
      break;
  }
  return reference_unknown;
}

std::string what_is_missing(Expect expect) {
  switch (expect) {
    case Expect::objective:
      return "no objective is called";
    case Expect::question:
      return "no question is called";
    case Expect::term:
      return "the term sheet has no";
    case Expect::any:
    case Expect::block:
      break;
  }
  return "nothing in the course is called";
}

bool fits(const model::Definition& definition, Expect expect) {
  if (expect == Expect::objective) return definition.what == "objective";
  if (expect == Expect::question) return definition.what == "question";
  if (expect == Expect::block) {
    return definition.what != "objective" && definition.what != "lesson" && definition.what != "topic";
  }
  return true;
}

/// Names that a use of this sort may mean.
std::vector<std::string_view> candidates(const model::Course& course, Expect expect) {
  std::vector<std::string_view> names;
  if (expect == Expect::term) {
    for (const model::Term& term : course.terms) names.push_back(term.key);
    return names;
  }
  for (const model::Definition& definition : course.definitions) {
    if (fits(definition, expect)) names.push_back(definition.id);
  }
  return names;
}

Diagnostics check_definitions(const model::Course& course) {
  Diagnostics found;
  std::map<std::string_view, const model::Definition*> first;
  for (const model::Definition& definition : course.definitions) {
    if (definition.id == "build") {
      found.push_back({.kind = &id_reserved, .span = definition.span, .message = "`build` cannot be an id"});
    }
    const auto [place, is_new] = first.emplace(definition.id, &definition);
    if (is_new) continue;
    found.push_back({.kind = &id_duplicate,
                     .span = definition.span,
                     .message = "the id `" + definition.id + "` is taken already",
                     .notes = {{place->second->span, "first defined here, by a " + place->second->what}}});
  }
  return found;
}

Diagnostics check_references(const model::Course& course) {
  Diagnostics found;
  for (const model::ReferenceUse& use : course.references) {
    const std::vector<std::string_view> known = candidates(course, use.expect);
    if (std::ranges::find(known, use.target) != known.end()) continue;
    Diagnostic missing{.kind = &kind_for(use.expect),
                       .span = use.span,
                       .message = what_is_missing(use.expect) + " `" + use.target + "`"};
    const auto other = std::ranges::find(course.definitions, use.target, &model::Definition::id);
    if (other != course.definitions.end()) {
      missing.notes.push_back({other->span, "`" + use.target + "` is a " + other->what});
    } else if (const auto near = nearest_name(use.target, known)) {
      missing.help = "did you mean `" + *near + "`?";
    }
    found.push_back(std::move(missing));
  }
  return found;
}

Diagnostics run(const model::Course& course) {
  Diagnostics found = check_definitions(course);
  append(found, check_references(course));
  return found;
}

} // namespace

extern const Rule ids_rule;
const Rule ids_rule{
    .name = "ids",
    .diagnostics = {&id_duplicate, &id_reserved, &reference_unknown, &objective_unknown, &question_unknown,
                    &term_unknown},
    .run = run,
};

} // namespace comb::check
