// Writing parts into a column: the cursor, and the functions that turn text into slices.
#pragma once

#include "edition/edition.hpp"
#include "typeset/books.hpp"
#include "typeset/books/book_style.hpp"
#include "typeset/books/flow.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::typeset::books {

/// What sort of book the parts are for. An edition says who may read; this says how a page is used.
enum class BookSort : std::uint8_t {
  workbook, ///< has space to write
  answers,  ///< a workbook with the key
  guide,    ///< time, kind, text and slide in four columns
  cards,
  exam ///< a paper: says how to answer and what each question is worth
};

/// What stays the same while a book is laid out.
struct Book {
  const edition::Edition& edition;
  const BookContext& context;
  BookStyle style{};
  BookSort sort = BookSort::workbook;
  /// Page labels by anchor of the pass before this one; none in the first.
  std::optional<std::map<std::string, std::string>> labels{};
  /// Where each term is used, by its key, in the order of the pages, one a page; of the same pass.
  struct TermPage {
    std::string label{};
    std::string anchor{};
    bool operator==(const TermPage&) const = default;
  };
  std::map<std::string, std::vector<TermPage>> term_pages{};
};

/// The guide's clock while a lesson is written, and the slide that is on.
struct LessonClock {
  std::optional<std::chrono::minutes> now{}; ///< since midnight; none where the course has no days
  int slide = 0;                             ///< of the element before; 0 for none
  int drawn_slide = 0;                       ///< the last one with a thumbnail
};

/// A column that is being written. Copy it to write an inner column; `items` of the copy start empty.
struct Flow {
  const Book& book;
  Chapter& chapter;
  FlowItems items{};
  Points x{};
  Points measure{};
  TextLook look{};
  NodeId node{};                      ///< what new structure goes below
  std::optional<std::uint32_t> bar{}; ///< of the innermost box
  // What the next item gets.
  Points space{};
  BreakBefore next_break = BreakBefore::allowed;
  Opens opens = Opens::nothing;
  std::vector<std::string> anchors{};
  std::vector<std::string> own_pages{}; ///< of the handouts being written, innermost last; it names each next item
  // State of a lesson.
  LessonClock* clock = nullptr;
  std::vector<model::QuestionUse>* asked = nullptr; ///< collected for the guide's table of answers
  int* figures = nullptr;
  std::string lesson_number{};
  Points next_indent{};           ///< of the next paragraph's first line, for a badge that stands there
  bool asks_in_own_words = false; ///< an observer's sheet whose author says what to write down
  int lines_after_items = 0;      ///< rules to write on under each list item
  int depth = 0;                  ///< boxes and lists around

  const BookStyle& style() const { return book.style; }
  const words::Words& words() const { return book.context.words; }
  const Fonts& fonts() const { return book.context.fonts; }

  /// An empty flow in the same place, for an inner column `dx` to the right and `width` wide.
  Flow inner(Points dx, Points width) const;
  /// Asks for at least `space` before the next item; of several wishes the largest counts.
  void want_space(Points wish);
  /// Adds `item` with all that was asked for.
  void push(FlowItem item);
  /// Adds `more`, already laid out in this column, as it is; the first one gets what was asked for.
  void push_all(FlowItems more);
  NodeId add_node(Role role, Span source = {}) const;
};

/// Says of the structure nodes from `first` on, right below that of `flow`, in which language they are.
void mark_language(Flow& flow, std::size_t first, const std::string& lang);

/// Sets `inlines` in `look.style`; what paragraph setting finds goes to the chapter.
SetParagraph set_inlines(Flow& flow, const text::Inlines& inlines, const TextLook& look, Points measure);
SetParagraph set_runs(Flow& flow, const std::vector<StyledRun>& runs, const TextLook& look, Points measure);
/// Sets a string of our own.
SetParagraph set_words(Flow& flow, std::string_view words, const TextLook& look, Points measure);

/// Adds the lines of `paragraph` with orphans and widows of two.
void push_paragraph(Flow& flow, const SetParagraph& paragraph, const TextLook& look, NodeId node);
/// One line of our own words in one item `height` high.
void push_line(Flow& flow, std::string_view words, const TextStyle& style, Points height, Role role);

/// Draws `words` on one line at (`x`, `baseline`) of `ops`; returns its width.
struct LinePlace {
  Points x{}, baseline{};
  NodeId node = artifact;
};
Points draw_words(Flow& flow, std::string_view words, const TextStyle& style, const LinePlace& place, Ops& ops);

/// Rules to write on, one item each.
void push_writing_lines(Flow& flow, int count);
/// A hairline across the column, in an item `height` high, at its foot.
void push_hairline(Flow& flow, Points height);

/// All parts, in order. Every part has an answer here.
void write_parts(Flow& flow, const model::Parts& parts);

// One function a family of parts, each in a file of its own.
void write_list(Flow& flow, const model::List& list);
void write_checklist(Flow& flow, const model::Checklist& checklist);
void write_table(Flow& flow, const model::Table& table);
void write_rubric(Flow& flow, const model::Rubric& rubric);
void write_figure(Flow& flow, const model::Figure& figure, Span span);
/// 「圖 6-2　caption」 below a figure or a diagram; `source` is where a picture is from.
void write_caption(Flow& flow, const text::Inlines& caption, std::string_view source);
void write_diagram(Flow& flow, const model::Diagram& diagram, Span span);
void write_box(Flow& flow, const model::Box& box, Span span);
void write_cards(Flow& flow, const std::vector<const model::Card*>& cards);
void write_question(Flow& flow, const model::QuestionUse& use);
/// Options with boxes and letters; ticked, with reasons, where there is a key.
void write_choices(Flow& flow, const model::Choices& choices, const model::QuestionKey* key);
void write_answer_table(Flow& flow, const std::vector<model::QuestionUse>& asked);
void write_steps(Flow& flow, const std::vector<model::Step>& steps);
void write_dialogue(Flow& flow, const model::Dialogue& dialogue);
void write_columns(Flow& flow, const model::Columns& columns);
void write_note(Flow& flow, const model::Note& note);
void write_scenario(Flow& flow, const model::Branching& branching);
void write_directory(Flow& flow, model::DirectoryKind kind);
void write_glossary(Flow& flow);
void write_index(Flow& flow);

/// Whether the guide's time column stands free at the left of `flow`.
bool has_time_column(const Flow& flow);
/// 「11:20」 over 「8 分」 in the time column, whatever box `flow` is in.
FlowItems time_column(const Flow& flow, std::chrono::minutes time);

/// 「12 分鐘」.
std::string minutes_words(const words::Words& words, std::chrono::minutes time);
/// 「09:05」.
std::string clock_words(std::chrono::minutes since_midnight);

} // namespace comb::typeset::books
