// Sorting diagnostics so that the same findings always print the same.
#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace comb {

namespace {

std::string_view name_of(const Diagnostic& diagnostic) {
  return diagnostic.kind == nullptr ? std::string_view{} : diagnostic.kind->name;
}

auto report_order(const Diagnostic& diagnostic) {
  return std::tuple(diagnostic.span, name_of(diagnostic), std::string_view(diagnostic.message));
}

} // namespace

bool has_errors(const Diagnostics& all) {
  return std::ranges::any_of(all, [](const Diagnostic& diagnostic) {
    return diagnostic.kind != nullptr && diagnostic.kind->severity == Severity::error;
  });
}

void sort_for_report(Diagnostics& all) {
  std::ranges::stable_sort(all,
                           [](const Diagnostic& a, const Diagnostic& b) { return report_order(a) < report_order(b); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

} // namespace comb
