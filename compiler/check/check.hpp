// The gate: rules over a whole course, and the type that only passes when no error was found.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/course.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::check {

/// A course without errors. Only `check` makes one; only this can become an edition.
class CheckedCourse {
 public:
  const model::Course& course() const { return *course_; }

 private:
  friend struct Gate;
  explicit CheckedCourse(std::shared_ptr<const model::Course> course) : course_(std::move(course)) {}
  std::shared_ptr<const model::Course> course_;
};

/// A silenced warning, for the report.
struct Allowed {
  Diagnostic diagnostic;
  std::string reason;
};

struct CheckResult {
  std::optional<CheckedCourse> checked; ///< none where `earlier` or the rules have errors
  Diagnostics diagnostics;              ///< `earlier` and the rules' own, without what `allow` silences
  std::vector<Allowed> allowed;
};

/// What `check` may be given beside a course.
struct CheckOptions {
  int threads = 1;
  /// Looks at the course beside the rules; what it finds counts like their findings. May be empty.
  std::function<Diagnostics(const model::Course&)> also{};
};

/// Runs all rules over `course`, side by side. `earlier` are the findings of load and assemble; an error among them
/// keeps the gate shut. Warnings inside the scope of an `allow` go to `allowed`; an allow that silences nothing, names
/// no kind, or has no reason is itself reported.
CheckResult check(model::Course course, Diagnostics earlier, const CheckOptions& options = {});

/// Splits `found` into what stays and what an `allow` of `course` silences. Errors always stay. For findings of later
/// stages too.
std::pair<Diagnostics, std::vector<Allowed>> apply_allows(const model::Course& course, Diagnostics found);

/// One rule: looks at a course and says what it found.
struct Rule {
  std::string_view name;
  std::vector<const DiagnosticKind*> diagnostics;
  Diagnostics (*run)(const model::Course&) = nullptr;
};
/// All rules of the folder `rules/`, sorted by name.
std::span<const Rule* const> all_rules();

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::check
