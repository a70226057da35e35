// Includes put in where they are asked for, before anything is lowered: a file may bring topics as well as blocks.
#pragma once

#include "assemble/course_state.hpp"

#include <optional>

namespace comb::assemble {

/// The blocks of `document` with each `::include{file="…"}` replaced by that file's blocks. Files that are missing,
/// or include each other in a circle, were reported by the loader and give nothing. Nothing where `document` includes
/// no file, as most do.
std::optional<syntax::Nodes> spliced(CourseState& state, const syntax::Document& document);

} // namespace comb::assemble
