// Includes put in where they are asked for, before anything is lowered: a file may bring topics as well as blocks.
#pragma once

#include "assemble/course_state.hpp"

namespace comb::assemble {

/// The blocks of `document` with each `::include{file="…"}` replaced by that file's blocks. Files that are missing,
/// or include each other in a circle, were reported by the loader and give nothing.
syntax::Nodes spliced(CourseState& state, const syntax::Document& document);

} // namespace comb::assemble
