// The cover: the comb, the title, lines for name and date, and what the course is.
#pragma once

#include "typeset/books/flow_writer.hpp"

namespace comb::typeset::books {

/// One page without head or number. `name` is what the book is: 「學員手冊」.
Chapter write_cover(const Book& book, std::string_view name);
/// 「目錄」 with all parts, lessons and topics.
Chapter write_contents_chapter(const Book& book);
/// A right-hand page that opens a part: its title and its lessons.
Chapter write_part_opener(const Book& book, const model::CoursePart& part);

} // namespace comb::typeset::books
