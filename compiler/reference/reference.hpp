// The documents that are made from the registries, and the list of all diagnostics.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <span>
#include <string>
#include <vector>

namespace comb::reference {

/// Every diagnostic kind of the compiler, sorted by name.
std::vector<const DiagnosticKind*> all_diagnostic_kinds();

std::string authoring_reference();   ///< docs/authoring/reference.md
std::string diagnostics_reference(); ///< docs/authoring/diagnostics.md
/// What `comb explain name` prints: a diagnostic, a block kind or a field; empty for an unknown name.
std::string explain(std::string_view name);
/// What `comb blocks` and `comb blocks NAME` print; empty for an unknown name.
std::string blocks_overview();
std::string block_help(std::string_view name);
/// The JSON Schema of a course's YAML file: `course`, `terms`, `run` or `theme`; empty for another name.
std::string yaml_schema(std::string_view file);

} // namespace comb::reference
