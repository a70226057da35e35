// The one finding about a theme's name; the folder of themes itself is read by the driver.
#include "theme/theme_name.hpp"

#include "diagnostics/suggest.hpp"

#include <vector>

namespace comb::theme {

constexpr DiagnosticKind theme_unknown{
    .name = "theme-unknown",
    .severity = Severity::error,
    .help = "write `theme: default`, or leave the line out",
    .explain = "`theme:` in `course.yaml` names a folder below comb's `themes/`. No folder of that name is there.",
};

Diagnostic unknown_theme(std::string_view name, std::span<const std::string> known, Span place) {
  Diagnostic diagnostic{
      .kind = &theme_unknown, .span = place, .message = "there is no theme `" + std::string(name) + "`"};
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  if (const auto nearest = nearest_name(name, candidates)) {
    diagnostic.help = "write `theme: " + *nearest + "`";
    diagnostic.fixes.push_back({place, *nearest});
  }
  return diagnostic;
}

} // namespace comb::theme
