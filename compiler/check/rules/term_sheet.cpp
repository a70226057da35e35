// The term sheet itself: one term for one word, each with a meaning, each used.
#include "check/check.hpp"
#include "check/parts_walk.hpp"
#include "check/term_forms.hpp"

#include <algorithm>
#include <set>

namespace comb::check {

namespace {

constexpr DiagnosticKind term_ambiguous{
    .name = "term-ambiguous",
    .severity = Severity::warning,
    .help = "give the two a `scope:` each, or make them one term with `forms:`",
    .explain =
        "When two entries of the term sheet share a form, nobody can tell which one a text means, and the glossary "
        "explains the word twice.",
};
constexpr DiagnosticKind term_without_meaning{
    .name = "term-without-meaning",
    .severity = Severity::warning,
    .help = "say what it means: `text: …` in the term sheet, or a sentence in its `::: term` block",
    .explain = "The glossary would list a word and leave the reader alone with it.",
};
constexpr DiagnosticKind term_unused{
    .name = "term-unused",
    .severity = Severity::info,
    .help = "use it, or take it out of the term sheet",
};

bool share_a_scope(const model::Term& a, const model::Term& b) {
  return a.scope.empty() || b.scope.empty() || a.scope == b.scope;
}

std::vector<std::string> right_forms(const model::Term& term) {
  std::vector<std::string> forms = term.forms;
  forms.push_back(term.use);
  return forms;
}

Diagnostics ambiguous(const model::Course& course) {
  Diagnostics found;
  std::map<std::string, std::vector<const model::Term*>> terms;
  for (const model::Term& term : course.terms) {
    std::set<std::string> own;
    for (const std::string& form : right_forms(term)) {
      if (form.empty() || !own.insert(form).second) continue;
      auto& others = terms[form];
      const auto rival = std::ranges::find_if(others, [&](const auto* other) { return share_a_scope(*other, term); });
      if (rival != others.end()) {
        found.push_back({.kind = &term_ambiguous,
                         .span = term.span,
                         .message = "`" + form + "` is a form of two terms",
                         .notes = {{(*rival)->span, "of this one, too"}}});
      }
      others.push_back(&term);
    }
  }
  return found;
}

/// Keys of the terms that stand in a text, or that a block explains.
std::set<std::string> used_terms(const model::Course& course) {
  const TermForms forms(course.terms, TermForms::Which::right);
  std::set<std::string> scopes;
  for (const model::Term& term : course.terms) scopes.insert(term.scope);
  std::set<std::string> used;
  walk_all_inlines(course, [&](const text::Inlines& inlines) {
    const std::string text = text::plain_text(inlines);
    // A use outside of its scope is a use all the same: it is no sheet's fault.
    for (const std::string& scope : scopes) {
      for (std::size_t at = 0; at < text.size();) {
        const auto match = forms.at(text, at, scope, scope);
        if (match) used.insert(match->term->key);
        at += match ? match->form.size() : TermForms::step(text, at);
      }
    }
  });
  for (const model::ReferenceUse& use : course.references) {
    if (use.expect == model::ReferenceUse::Expect::term) used.insert(use.target);
  }
  for (const model::BlockInfo& block : course.blocks) {
    if (block.kind != "term") continue;
    for (const model::Term& term : course.terms) {
      if (term.use == block.title || term.key == block.id) used.insert(term.key);
    }
  }
  return used;
}

Diagnostics run(const model::Course& course) {
  if (course.terms.empty()) return {};
  Diagnostics found = ambiguous(course);
  const std::set<std::string> used = used_terms(course);
  for (const model::Term& term : course.terms) {
    if (term.text.empty() && term.gloss.empty()) {
      found.push_back(
          {.kind = &term_without_meaning, .span = term.span, .message = "nothing says what `" + term.use + "` means"});
    }
    if (used.contains(term.key)) continue;
    found.push_back({.kind = &term_unused, .span = term.span, .message = "no text uses the term `" + term.use + "`"});
  }
  return found;
}

} // namespace

extern const Rule term_sheet_rule;
const Rule term_sheet_rule{
    .name = "term-sheet", .diagnostics = {&term_ambiguous, &term_without_meaning, &term_unused}, .run = run};

} // namespace comb::check
