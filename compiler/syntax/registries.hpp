// The diagnostic kinds of this folder's files, put together in diagnostics.cpp. Internal.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <span>

namespace comb::syntax {

std::span<const DiagnosticKind* const> text_kinds();
std::span<const DiagnosticKind* const> yaml_kinds();
std::span<const DiagnosticKind* const> front_matter_kinds();
std::span<const DiagnosticKind* const> load_kinds();
const DiagnosticKind& file_too_large_kind();

} // namespace comb::syntax
