// The name of a theme, as `theme:` in a manifest gives it.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <span>
#include <string>
#include <string_view>

namespace comb::theme {

/// A name that is none of `known`, said at `place`: `theme-unknown`, with the nearest known one.
Diagnostic unknown_theme(std::string_view name, std::span<const std::string> known, Span place);

extern const DiagnosticKind theme_unknown;

} // namespace comb::theme
