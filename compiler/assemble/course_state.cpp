// Names, ids and variables that all lessons share.
#include "assemble/course_state.hpp"

#include "assemble/kinds.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

namespace {

constexpr DiagnosticKind unknown_variable_kind{
    .name = "unknown-variable",
    .severity = Severity::error,
    .help = "set it under `variables:` in course.yaml or in the run file, or mend its name",
    .explain =
        "`{{client}}` is replaced by the text that `variables:` of the manifest or the run file gives it. One that "
        "nobody set would stand in the handout as it is.\n\n"
        "    variables:\n      client: 台中門市\n",
};
constexpr std::array<const DiagnosticKind*, 1> kinds = {&unknown_variable_kind};

} // namespace

std::span<const DiagnosticKind* const> variable_diagnostics() {
  return kinds;
}

const blocks::BlockKind* CourseState::kind_called(std::string_view name) const {
  const auto known = [&](std::string_view wanted) {
    const auto found = std::ranges::find_if(kinds, [&](const blocks::BlockKind* kind) { return kind->name == wanted; });
    return found == kinds.end() ? nullptr : *found;
  };
  if (const blocks::BlockKind* kind = known(name)) return kind;
  const auto alias = std::ranges::find(words->aliases, name, &words::DirectiveAlias::alias);
  return alias == words->aliases.end() ? nullptr : known(alias->name);
}

std::string CourseState::make_id(const std::string& base) {
  int& number = made_ids[base];
  for (;;) {
    ++number;
    std::string id = number == 1 ? base : base + "-" + std::to_string(number);
    if (taken_ids.insert(id).second) return id;
  }
}

std::string term_key(const std::vector<model::Term>& terms, const std::string& text) {
  for (const model::Term& term : terms) {
    const bool is_form = std::ranges::find(term.forms, text) != term.forms.end();
    if (term.key == text || term.use == text || is_form || term.gloss == text) return term.key;
  }
  return text;
}

Diagnostic unknown_variable(const CourseState& state, const std::string& name, Span span) {
  Diagnostic found{.kind = &unknown_variable_kind, .span = span, .message = "nothing sets the variable `" + name + "`"};
  std::vector<std::string_view> names;
  for (const auto& [known, value] : state.variables) names.push_back(known);
  if (const auto nearest = nearest_name(name, names)) found.help = "did you mean `{{" + *nearest + "}}`?";
  return found;
}

std::string fill_variables(CourseState& state, std::string_view text, Span span) {
  std::string filled;
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = text.find("{{", at);
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) break;
    filled += text.substr(at, open - at);
    std::string name(text.substr(open + 2, close - open - 2));
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    name.erase(name.find_last_not_of(' ') + 1);
    const auto value = state.variables.find(name);
    if (value == state.variables.end()) state.report(unknown_variable(state, name, span));
    filled += value == state.variables.end() ? std::string(text.substr(open, close + 2 - open)) : value->second;
    at = close + 2;
  }
  filled += text.substr(at);
  return filled;
}

} // namespace comb::assemble
