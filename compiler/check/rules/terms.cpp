// The term sheet: one form for one thing.
#include "check/check.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>

namespace comb::check {

namespace {

constexpr DiagnosticKind term_to_avoid{
    .name = "term-to-avoid",
    .severity = Severity::warning,
    .help = "use the form that the term sheet asks for",
    .explain =
        "Learners take two words for two things. The term sheet (`terms:` of the manifest) names the form to "
        "use and the forms to avoid; `except:` lists phrases in which a form is right.",
};

/// One lesson's texts, with the ids that a term's `scope` may name.
struct Place {
  std::string part;
  std::string lesson;
};

bool in_scope(const model::Term& term, const Place& place) {
  return term.scope.empty() || term.scope == place.part || term.scope == place.lesson;
}

/// Whether `[begin, end)` of `text` lies inside an occurrence of `phrase`.
bool is_inside(std::string_view text, std::string_view phrase, std::size_t begin, std::size_t end) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos && !phrase.empty();
       at = text.find(phrase, at + 1)) {
    if (at <= begin && end <= at + phrase.size()) return true;
  }
  return false;
}

bool is_excused(const model::Term& term, std::string_view text, std::size_t begin, std::size_t end) {
  const auto covers = [&](const std::string& phrase) { return is_inside(text, phrase, begin, end); };
  return covers(term.use) || std::ranges::any_of(term.forms, covers) || std::ranges::any_of(term.except, covers);
}

void look_for(const model::Term& term, const std::string& form, const text::Inline& piece, Diagnostics& found) {
  const auto* run = std::get_if<text::Run>(&piece.content);
  if (run == nullptr || form.empty()) return;
  const std::string& text = run->text;
  for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + form.size())) {
    if (is_excused(term, text, at, at + form.size())) continue;
    Span span = piece.span;
    FixIt fix;
    // Only where source and text are the same bytes does an offset in the one hold in the other.
    const bool exact = span.end - span.begin == text.size();
    if (exact)
      span = {span.file, span.begin + static_cast<std::uint32_t>(at),
              span.begin + static_cast<std::uint32_t>(at + form.size())};
    Diagnostic finding{.kind = &term_to_avoid,
                       .span = span,
                       .message = "`" + form + "` is to be avoided",
                       .notes = {{term.span, "the term sheet says `" + term.use + "`"}},
                       .help = "write `" + term.use + "`"};
    if (exact) finding.fixes.push_back({span, term.use});
    found.push_back(std::move(finding));
  }
}

void look_at(const text::Inlines& inlines, const Place& place, const model::Course& course, Diagnostics& found) {
  walk_inlines(inlines, [&](const text::Inline& piece) {
    for (const model::Term& term : course.terms) {
      if (!in_scope(term, place)) continue;
      for (const std::string& form : term.avoid) look_for(term, form, piece, found);
    }
  });
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  if (course.terms.empty()) return found;
  std::vector<std::pair<std::string, std::string>> part_of_lesson;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      const Place place{part.id, lesson.id};
      part_of_lesson.emplace_back(lesson.id, part.id);
      const auto look = [&](const text::Inlines& inlines) { look_at(inlines, place, course, found); };
      look(lesson.title);
      for (const model::Topic& topic : lesson.topics) {
        look(topic.title);
        walk_parts(topic.parts, [&](const model::Part& inner) { inlines_of(inner, look); });
      }
    }
  }
  for (const model::Question& question : course.questions) {
    const auto home = std::ranges::find(part_of_lesson, question.lesson, &std::pair<std::string, std::string>::first);
    const Place place{home == part_of_lesson.end() ? "" : home->second, question.lesson};
    model::Course one{.questions = {question}};
    walk_all_inlines(one, [&](const text::Inlines& inlines) { look_at(inlines, place, course, found); });
  }
  for (const model::Objective& objective : course.objectives) {
    const auto home = std::ranges::find(part_of_lesson, objective.lesson, &std::pair<std::string, std::string>::first);
    const Place place{home == part_of_lesson.end() ? "" : home->second, objective.lesson};
    look_at(objective.text, place, course, found);
  }
  sort_for_report(found); // an objective's text may stand in the parts as well
  return found;
}

} // namespace

extern const Rule terms_rule;
const Rule terms_rule{.name = "terms", .diagnostics = {&term_to_avoid}, .run = run};

} // namespace comb::check
