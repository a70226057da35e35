// A syntax tree as the HTML of the CommonMark specification. For the conformance test only.
#pragma once

#include "syntax/document.hpp"

#include <string>

namespace comb::conformance {

/// The blocks of `document` as the reference implementation writes them, but for white space between blocks.
std::string to_html(const syntax::Document& document);

} // namespace comb::conformance
