// The marks on the picture of a hotspot question: an outline around each place, and its letter in it.
#pragma once

#include "images/image.hpp"
#include "model/question.hpp"

namespace comb::typeset {

/// The marks alone, in the units of the picture and as large as it, to be drawn over it. Dark on white and white on
/// dark, so that they can be seen on any picture; A for the first place.
images::VectorPicture hotspot_marks(const model::Hotspot& hotspot);

/// How much of a slide's width the picture takes, so that it is never higher than its share of the slide.
double hotspot_share(const model::Hotspot& hotspot);

/// The picture's alternative, and what is at each letter, for those who cannot see it.
std::string hotspot_alternative(const model::Hotspot& hotspot);

} // namespace comb::typeset
