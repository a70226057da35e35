// Pages: the learner's workbook, the trainer's guide and the cards, as display lists.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "edition/edition.hpp"
#include "theme/theme.hpp"
#include "typeset/deck.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"
#include "words/words.hpp"

#include <map>
#include <span>
#include <string>

namespace comb::typeset {

/// Where things stand in the other outputs, so that the guide can say 「投影片 46–53・學員手冊第 23 頁」.
struct Locations {
  std::map<std::string, int> slide;                 ///< by block, topic, lesson or question id
  std::map<std::string, SlideRange> lesson_slides;  ///< by lesson id
  std::map<std::string, std::string> workbook_page; ///< printed page label by id
  std::map<std::string, std::string> guide_page;
};

/// What every book needs.
struct BookContext {
  const theme::Theme& theme;
  const Fonts& fonts;
  const words::Words& words;
  const Locations& locations;
  const Deck* deck = nullptr; ///< for thumbnails in the guide; none: no thumbnails
};

/// The workbook (also `workbook-answers`, from that edition): cover, contents, lessons, with space to write.
WithDiagnostics<Pages> paginate_workbook(const edition::Edition& edition, const BookContext& context);
/// The trainer's guide: time, kind, text and slide in the same four places on every page.
WithDiagnostics<Pages> paginate_guide(const edition::Edition& edition, const BookContext& context);
/// Role cards and observer sheets on one grid with cut marks.
WithDiagnostics<Pages> paginate_cards(const edition::Edition& edition, const BookContext& context);

/// An exam's paper, from the edition of one variant: how to answer, the questions, room to write.
WithDiagnostics<Pages> paginate_exam(const edition::Edition& edition, const BookContext& context);
/// The key of one variant: answers at a glance, then each with its reasons, objective, level and marks.
WithDiagnostics<Pages> paginate_exam_key(const edition::Edition& edition, const BookContext& context);

/// The printed page label of each anchor.
std::map<std::string, std::string> page_labels(const Pages& pages);

/// What the books can raise; `diagnostic_kinds` lists them among the folder's.
std::span<const DiagnosticKind* const> book_diagnostic_kinds();

} // namespace comb::typeset
