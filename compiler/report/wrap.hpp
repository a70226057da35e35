// Wrapping a message to the width of a terminal. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comb::report {

/// `text` in lines of at most `room` cells, later ones with `hanging` cells less. Breaks at spaces and beside wide
/// characters; a word wider than a line is left whole, for it is a path or a URL that somebody will copy. At least
/// one line.
std::vector<std::string> wrap(std::string_view text, int room, int hanging = 0);

} // namespace comb::report
