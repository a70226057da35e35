// The diagnostics of this folder that more than one of its files names, and each file's own list.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <span>

namespace comb::assemble {

std::span<const DiagnosticKind* const> directive_diagnostics();
std::span<const DiagnosticKind* const> node_diagnostics();
std::span<const DiagnosticKind* const> figure_diagnostics();
std::span<const DiagnosticKind* const> variable_diagnostics();
std::span<const DiagnosticKind* const> yaml_diagnostics();
std::span<const DiagnosticKind* const> lesson_diagnostics();
std::span<const DiagnosticKind* const> manifest_diagnostics();
std::span<const DiagnosticKind* const> exam_diagnostics();
std::span<const DiagnosticKind* const> resolve_diagnostics();

} // namespace comb::assemble
