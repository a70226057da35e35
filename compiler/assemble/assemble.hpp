// Documents to a course: order, numbering, lowering, variables, times.
#pragma once

#include "blocks/block_kind.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/course.hpp"
#include "syntax/load_course.hpp"

#include <map>
#include <span>
#include <string>

namespace comb::assemble {

struct AssembleOptions {
  std::string lang; ///< `--lang`; empty: the manifest's
};

/// Lowers every lesson with `kinds`. Never fails: what cannot be lowered is reported and left out.
WithDiagnostics<model::Course> assemble(const syntax::LoadedCourse& loaded,
                                        std::span<const blocks::BlockKind* const> kinds,
                                        const AssembleOptions& options);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::assemble
