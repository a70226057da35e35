// Lists of what is in a book, with page numbers that link.
#pragma once

#include "typeset/books/flow_writer.hpp"

#include <string>

namespace comb::typeset::books {

/// One line of a list of contents.
struct ContentsLine {
  std::string number{}; ///< 「S6」; may be empty
  std::string title{};
  std::string anchor{};
  int level = 2; ///< 1 part, 2 lesson, 3 topic
};
void push_contents_line(Flow& flow, const ContentsLine& line);

/// All parts, lessons and topics of the edition.
void push_contents(Flow& flow);

} // namespace comb::typeset::books
