// A span as lines and columns: what every format of a report needs. Private to this folder.
#pragma once

#include "report/report.hpp"

#include <optional>

namespace comb::report {

/// A span resolved against its source.
struct Place {
  const source::SourceFile* file = nullptr;
  std::string path; ///< with the batch's prefix
  source::Position begin;
  source::Position end; ///< half-open
};

/// None where the span names no file of the batch.
std::optional<Place> find_place(Span span, const Batch& batch);

/// The help of one finding: its own, else its kind's.
std::string_view help_of(const Diagnostic& diagnostic);

std::string render_human(std::span<const Batch> batches, Colors colors);
std::string render_json(std::span<const Batch> batches);
std::string render_sarif(std::span<const Batch> batches);
std::string render_github(std::span<const Batch> batches);

} // namespace comb::report
