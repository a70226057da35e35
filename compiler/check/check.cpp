// The gate itself: runs the rules, applies what is allowed, and lets a course pass or not.
#include "check/check.hpp"

#include "base/parallel.hpp"
#include "check/parts_walk.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace comb::check {

struct Gate {
  static CheckedCourse open(model::Course course) {
    return CheckedCourse(std::make_shared<const model::Course>(std::move(course)));
  }
};

namespace {

constexpr DiagnosticKind allow_unused{
    .name = "allow-unused",
    .severity = Severity::warning,
    .help = "take the `allow` away, or mend its name: it silences nothing here",
    .explain =
        "An `allow` that silences nothing hides the next real finding. Its name is that of a warning, as "
        "`comb check` prints it.",
};
constexpr DiagnosticKind allow_without_reason{
    .name = "allow-without-reason",
    .severity = Severity::error,
    .help = "write `allow=\"name: why this is right here\"`",
    .explain = "The reason is printed in the report, so that the next person knows why the warning does not count.",
};
constexpr DiagnosticKind allow_of_error{
    .name = "allow-of-error",
    .severity = Severity::error,
    .help = "mend the error: only warnings can be allowed",
};
constexpr std::array<const DiagnosticKind*, 3> own_kinds = {&allow_unused, &allow_without_reason, &allow_of_error};

bool holds(const model::Allow& allow, const Diagnostic& finding) {
  if (allow.name != finding.kind->name) return false;
  if (allow.whole_course) return true;
  return allow.scope.file == finding.span.file && allow.scope.begin <= finding.span.begin &&
         finding.span.end <= allow.scope.end;
}

struct Sorted {
  Diagnostics kept;
  std::vector<Allowed> allowed;
  std::set<const model::Allow*> used;
};

Sorted sort_out(const model::Course& course, Diagnostics found) {
  Sorted sorted;
  for (Diagnostic& finding : found) {
    const auto allow = std::ranges::find_if(course.allows, [&](const model::Allow& a) { return holds(a, finding); });
    if (allow == course.allows.end()) {
      sorted.kept.push_back(std::move(finding));
      continue;
    }
    sorted.used.insert(&*allow);
    if (finding.kind->severity == Severity::error) {
      sorted.kept.push_back({.kind = &allow_of_error,
                             .span = allow->span,
                             .message = "`" + allow->name + "` is an error and cannot be allowed",
                             .notes = {{finding.span, "found here"}}});
      sorted.kept.push_back(std::move(finding));
    } else {
      sorted.allowed.push_back({std::move(finding), allow->reason});
    }
  }
  return sorted;
}

Diagnostics check_allows(const model::Course& course, const Sorted& sorted) {
  Diagnostics found;
  std::vector<std::string_view> names;
  for (const Diagnostic& finding : sorted.kept) names.push_back(finding.kind->name);
  for (const model::Allow& allow : course.allows) {
    if (allow.reason.empty()) {
      found.push_back({.kind = &allow_without_reason,
                       .span = allow.span,
                       .message = "`" + allow.name + "` is allowed without a reason"});
    }
    if (sorted.used.contains(&allow)) continue;
    Diagnostic unused{.kind = &allow_unused, .span = allow.span, .message = "nothing here raises `" + allow.name + "`"};
    if (const auto near = nearest_name(allow.name, names)) unused.help = "did you mean `" + *near + "`?";
    found.push_back(std::move(unused));
  }
  return found;
}

Diagnostics run_rules(const model::Course& course, const CheckOptions& options) {
  const std::span<const Rule* const> rules = all_rules();
  std::vector<Diagnostics> by_rule(rules.size() + 1);
  std::vector<std::function<void()>> tasks;
  if (options.also) tasks.emplace_back([&] { by_rule.back() = options.also(course); });
  for (std::size_t index = 0; index < rules.size(); ++index) {
    tasks.emplace_back([&, index] { by_rule[index] = rules[index]->run(course); });
  }
  run_all(tasks, options.threads);
  Diagnostics found;
  for (Diagnostics& some : by_rule) append(found, std::move(some));
  return found;
}

} // namespace

std::pair<Diagnostics, std::vector<Allowed>> apply_allows(const model::Course& course, Diagnostics found) {
  Sorted sorted = sort_out(course, std::move(found));
  return {std::move(sorted.kept), std::move(sorted.allowed)};
}

CheckResult check(model::Course course, Diagnostics earlier, const CheckOptions& options) {
  Diagnostics found = std::move(earlier);
  append(found, run_rules(course, options));
  sort_for_report(found);
  Sorted sorted = sort_out(course, std::move(found));
  append(sorted.kept, check_allows(course, sorted));
  sort_for_report(sorted.kept);
  CheckResult result{
      .checked = std::nullopt, .diagnostics = std::move(sorted.kept), .allowed = std::move(sorted.allowed)};
  if (!has_errors(result.diagnostics)) result.checked = Gate::open(std::move(course));
  return result;
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static const std::vector<const DiagnosticKind*> all = [] {
    std::vector<const DiagnosticKind*> kinds(own_kinds.begin(), own_kinds.end());
    for (const Rule* rule : all_rules()) kinds.insert(kinds.end(), rule->diagnostics.begin(), rule->diagnostics.end());
    return kinds;
  }();
  return all;
}

} // namespace comb::check
