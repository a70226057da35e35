// A whole book: chapters laid out, numbered, their page references settled, and drawn with heads and folios.
#pragma once

#include "typeset/books/flow_writer.hpp"
#include "typeset/books/page_builder.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace comb::typeset::books {

/// Writes one chapter from scratch. Called again when the page numbers that it quotes have moved.
using ChapterWriter = std::function<Chapter(const Book&)>;

/// Cover and contents have roman numbers, the body counts from 1 on a right-hand page.
struct BookChapters {
  std::vector<ChapterWriter> front{};
  std::vector<ChapterWriter> body{};
};

/// An empty chapter with its root node.
Chapter make_chapter(Role role);
/// The whole text column of `chapter`.
Flow flow_of(const Book& book, Chapter& chapter);

/// Lays out all chapters, settles the numbers that they quote (at most four passes, else the warning
/// `page-numbers-unsettled`), and draws the pages.
WithDiagnostics<Pages> assemble_book(Book book, const BookChapters& chapters);

/// i, ii, iii, iv …
std::string roman(int number);

} // namespace comb::typeset::books
