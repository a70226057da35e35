// The picture of a hotspot question with its marks, as one file.
#pragma once

#include "model/question.hpp"

#include <string>

namespace comb::emit {

/// An SVG that holds the picture itself and over it the marks; empty where the picture could not be read. It asks for
/// nothing from outside, so it works as an image of a page.
std::string marked_picture(const model::Hotspot& hotspot);

} // namespace comb::emit
