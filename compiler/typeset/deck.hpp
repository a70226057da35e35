// Slides: an edition split into slides, measured, each with its content, its notes and its display list.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "edition/edition.hpp"
#include "theme/theme.hpp"
#include "typeset/diagrams/diagram.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"
#include "words/words.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace comb::typeset {

enum class SlideLayout : std::uint8_t {
  cover,   ///< of the course
  part,    ///< opens a part
  lesson,  ///< opens a lesson: number, title, minutes, objectives
  content, ///< a topic or a part of one
  block,   ///< a case, activity, role play …: kicker with icon and label
  question,
  pause, ///< a break
};

/// Where a slide's countdown stands: a ring beside the body, or small beside the phases where the body needs the
/// whole width.
enum class TimerPlace : std::uint8_t { none, ring, phases };

/// What makes a slide one of a scenario: moving on from it goes by choices.
struct ScenarioPlace {
  std::string scenario{}; ///< id of the scenario
  std::string node{};     ///< id of the node; a node that takes several slides has it on all of them
  bool is_start = false;
  model::Ending ending = model::Ending::none;
};

/// A diagram as it was laid out for its slide, and where it is written.
struct SlideDrawing {
  Span span{};
  DrawnDiagram drawn{};
};

/// One slide. `body` and `notes` are semantic; HTML draws them in the browser's own flow, with the sizes that they
/// were measured at. `ops` is the same slide as a display list (960 x 540 points; 1 px = 0.75 pt).
struct Slide {
  std::string id{}; ///< stable, unique: block or topic id, `-2` … for continued ones
  SlideLayout layout = SlideLayout::content;
  int number = 0; ///< from 1
  std::string lesson_id{};
  std::string footer{}; ///< 「S6　個案」
  text::Inlines headline{};
  std::string headline_lang{}, body_lang{}; ///< BCP 47; empty: the course's
  std::string kicker{};                     ///< 個案
  std::string kicker_meta{};                ///< 40 分鐘
  std::string icon{};
  model::Tone tone = model::Tone::neutral;
  bool continued = false;
  bool is_continued_next = false;
  model::Parts body{};
  model::Parts notes{};                          ///< presenter only
  std::optional<std::chrono::minutes> planned{}; ///< minutes of what it shows, for the presenter's clock
  double headline_size = 46; ///< in pixels: 46, 36 or 30, so that long headlines stay within few lines
  TimerPlace timer = TimerPlace::none;
  bool reveal = false;                     ///< its elements come one by one
  bool shows_feedback = false;             ///< presenter: the options have room for their feedback beside them
  std::optional<ScenarioPlace> scenario{}; ///< of a node; its choices are the `Branching` at the end of `body`, with
                                           ///< ids of slides as their targets
  double scale = 1; ///< below 1 where its body had to be set smaller (at least 0.8), above 1 for a lone statement
  Span span{};
  std::vector<SlideDrawing> drawings{}; ///< of the diagrams in `body`
  Ops ops{};                            ///< drawn by `draw_slide`; empty until asked for
};
/// Slides that stand in a row: the cover, what opens a part, or a lesson.
struct DeckStretch {
  std::string lesson{};             ///< its id; empty for a cover or a part
  std::size_t first = 0, count = 0; ///< among the slides of the deck
  std::vector<std::string> stems{}; ///< what the id of each slide was made from
  Diagnostics diagnostics{};        ///< that making them raised
  bool lists_lessons = false;       ///< shows titles of other lessons
  bool is_kept = false;             ///< taken from an earlier deck, but for ids and numbers
};
struct Deck {
  edition::EditionSpec spec{};
  model::CourseInfo info{};
  std::vector<Slide> slides{};
  std::vector<model::Question> questions{};
  std::vector<model::Objective> objectives{};
  std::vector<model::Asset> assets{};
  std::vector<DeckStretch> stretches{}; ///< all slides, in order
};

/// The first slide that shows each block, topic, lesson or question, by id.
std::map<std::string, int> slide_numbers(const Deck& deck);

/// First and last slide of a lesson, by number.
struct SlideRange {
  int first = 0;
  int last = 0;
};
/// Those of each lesson, by id: all that its trainer goes through, questions of other lessons too.
std::map<std::string, SlideRange> lesson_slides(const Deck& deck);

struct DeckMemory;

/// What a deck is made with. Lessons are laid out side by side on up to `threads` threads.
struct DeckContext {
  const theme::Theme& theme;
  const Fonts& fonts;
  const words::Words& words;
  int threads = 1;
  DeckMemory* memory = nullptr; ///< an earlier deck by the same theme, fonts and words, which gives its slides away
};

/// Splits and measures. What does not fit goes on a next slide at a list item, row or paragraph, and is said as the
/// info `slide-continued`; what fits on no slide even at 0.8 of the size is the error `slide-overflows`. 8 % of the
/// height is kept in reserve for browsers.
WithDiagnostics<Deck> make_deck(const edition::Edition& edition, const DeckContext& context);

/// The timer of `slide`; none where it has none.
const model::Timer* find_timer(const Slide& slide);

/// The display list of one slide, for thumbnails and, later, PDF and PPTX. 960 x 540 points.
Ops draw_slide(const Deck& deck, const Slide& slide, const theme::Theme& theme, const Fonts& fonts,
               const words::Words& words);

std::string dump(const Deck& deck);

/// What `make_deck` can raise; `diagnostic_kinds` lists them among the folder's.
std::span<const DiagnosticKind* const> deck_diagnostic_kinds();

} // namespace comb::typeset
