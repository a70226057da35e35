// The term sheet: one form for one thing.
#include "check/check.hpp"
#include "check/parts_walk.hpp"
#include "check/term_forms.hpp"

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

void look_at(const text::Inline& piece, const Place& place, const TermForms& forms, Diagnostics& found) {
  const auto* run = std::get_if<text::Run>(&piece.content);
  if (run == nullptr) return;
  const std::string& text = run->text;
  for (std::size_t at = 0; at < text.size();) {
    const auto match = forms.at(text, at, place.part, place.lesson);
    if (!match) {
      at += TermForms::step(text, at);
      continue;
    }
    Span span = piece.span;
    const std::size_t end = at + match->form.size();
    // Only where source and text are the same bytes does an offset in the one hold in the other.
    const bool exact = span.end - span.begin == text.size();
    if (exact) {
      span = {span.file, span.begin + static_cast<std::uint32_t>(at), span.begin + static_cast<std::uint32_t>(end)};
    }
    const model::Term& term = *match->term;
    Diagnostic finding{.kind = &term_to_avoid,
                       .span = span,
                       .message = "`" + std::string(match->form) + "` is to be avoided",
                       .notes = {{term.span, "the term sheet says `" + term.use + "`"}},
                       .help = "write `" + term.use + "`"};
    if (exact) finding.fixes.push_back({span, term.use});
    found.push_back(std::move(finding));
    at = end;
  }
}

void look_at(const text::Inlines& inlines, const Place& place, const TermForms& forms, Diagnostics& found) {
  walk_inlines(inlines, [&](const text::Inline& piece) { look_at(piece, place, forms, found); });
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  if (course.terms.empty()) return found;
  const TermForms forms(course.terms, TermForms::Which::avoided);
  std::vector<std::pair<std::string, std::string>> part_of_lesson;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      const Place place{part.id, lesson.id};
      part_of_lesson.emplace_back(lesson.id, part.id);
      const auto look = [&](const text::Inlines& inlines) { look_at(inlines, place, forms, found); };
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
    walk_all_inlines(one, [&](const text::Inlines& inlines) { look_at(inlines, place, forms, found); });
  }
  for (const model::Objective& objective : course.objectives) {
    const auto home = std::ranges::find(part_of_lesson, objective.lesson, &std::pair<std::string, std::string>::first);
    const Place place{home == part_of_lesson.end() ? "" : home->second, objective.lesson};
    look_at(objective.text, place, forms, found);
  }
  sort_for_report(found); // an objective's text may stand in the parts as well
  return found;
}

} // namespace

extern const Rule terms_rule;
const Rule terms_rule{.name = "terms", .diagnostics = {&term_to_avoid}, .run = run};

} // namespace comb::check
