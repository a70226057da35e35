// Documents to a course: order, numbering, lowering, variables, times.
#pragma once

#include "blocks/block_kind.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/course.hpp"
#include "syntax/load_course.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>

namespace comb::assemble {

/// Pictures of an earlier run by path, and the bytes that they were read from. Only what was read without a finding.
struct ReadPicture {
  std::string bytes;
  std::shared_ptr<const images::Image> image;
};
using ReadPictures = std::map<std::string, ReadPicture>;

struct AssembleOptions {
  std::string lang{};                 ///< `--lang`; empty: the manifest's
  ReadPictures* remembered = nullptr; ///< read, and filled for the next run; null: every picture is read
};

/// Lowers every lesson with `kinds`. Never fails: what cannot be lowered is reported and left out.
WithDiagnostics<model::Course> assemble(const syntax::LoadedCourse& loaded,
                                        std::span<const blocks::BlockKind* const> kinds,
                                        const AssembleOptions& options);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::assemble
