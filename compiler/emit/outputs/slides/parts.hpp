// Parts of a slide and of its notes as HTML.
#pragma once

#include "emit/html.hpp"
#include "emit/outputs/slides/classes.hpp"
#include "typeset/deck.hpp"
#include "words/words.hpp"

#include <map>
#include <set>
#include <string>

namespace comb::emit::slides {

/// Where the slides of a deck are, by id.
struct SlidePlaces {
  explicit SlidePlaces(const typeset::Deck& deck);
  std::set<std::string, std::less<>> ids;
  std::map<std::string, const typeset::Slide*, std::less<>> nodes; ///< slides of scenarios' nodes
};

/// Renders for one deck. Trainer's remarks inside text are drawn in notes only.
class PartRenderer {
 public:
  PartRenderer(const typeset::Deck& deck, const SlidePlaces& places, const words::Words& words,
               const typeset::Fonts& fonts, Classes& classes);

  Html inlines(const text::Inlines& inlines);
  /// The body of `slide`: what flows, without its timer.
  Html body(const typeset::Slide& slide);
  /// The notes beside `slide`: what to say and do first, answers next, the handbook's paragraphs folded below.
  Html notes(const typeset::Slide& slide);
  /// The countdown of `slide` and its phases; nothing where it has none.
  Html timer(const typeset::Slide& slide);
  /// `<svg class="icon"><use href="#i-name"></svg>`; nothing for no name.
  static Html icon(std::string_view name);
  /// The buttons of a scenario's node beside its kicker: one step back, start over, and behind an end to go on.
  Html scenario_buttons(const typeset::Slide& slide);

 private:
  enum class Where : std::uint8_t { slide, notes };
  enum class Coming : std::uint8_t { at_once, one_by_one };

  void add(const model::Parts& parts, Coming coming, Html& out);
  void add(const model::Part& part, Coming coming, Html& out);
  void add_content(const model::Part& part, Coming coming, Html& out);
  void add_own_language(Html& out) const;
  void add(const text::Inlines& inlines, Html& out);
  void add(const text::Inline& piece, Html& out);
  void add_link(const text::Link& link, Html& out);
  void add_blank(const text::Blank& blank, Html& out);
  void add_gap(int cells, Html& out);
  void add_list(const model::List& list, Coming coming, Html& out);
  void add_table(const model::Table& table, Coming coming, Html& out);
  /// One row. `marks` says which columns hold signs only.
  void add_cells(const model::Table& table, const std::vector<bool>& marks, const std::vector<model::Cell>& row,
                 Html& out);
  void add_figure(const model::Figure& figure, Html& out);
  void add_diagram(const model::Diagram& diagram, Span span, Html& out);
  void add_dialogue(const model::Dialogue& dialogue, Coming coming, Html& out);
  void add_box(const model::Box& box, Html& out);
  void add_columns(const model::Columns& columns, Coming coming, Html& out);
  void add_steps(const std::vector<model::Step>& steps, Html& out);
  void add_checklist(const model::Checklist& list, Coming coming, Html& out);
  void add_rubric(const model::Rubric& rubric, Html& out);
  void add_note(const model::Note& note, Html& out);
  void add_card(const model::Box& box, Html& out);

  // Scenarios
  void add_choices(const model::ScenarioNode& node, Html& out);
  void add_choice(const model::Choice& choice, std::size_t index, Html& out);

  // Questions
  void add_question(const model::Question& question, Html& out);
  void add_options(const model::Question& question, const model::Choices& choices, Html& out);
  void add_hotspot(const model::Question& question, const model::Hotspot& hotspot, Html& out);
  void add_items(const std::vector<text::Inlines>& items, const std::vector<std::string>& answers, Html& out);
  void add_matching(const model::Question& question, const model::Matching& matching, Html& out);
  void add_ordering(const model::Question& question, const model::Ordering& ordering, Html& out);
  void add_answer_line(const model::Question& question, std::string_view unit, Html& out);
  void add_key(const model::Question& question, Html& out);
  void add_labelled(std::string_view label, std::string_view text, Html& out);

  const typeset::Deck& deck_;
  const SlidePlaces& places_;
  const words::Words& words_;
  const typeset::Fonts& fonts_;
  Classes& classes_;
  Where where_ = Where::slide;
  bool is_foreign_ = false; ///< what is being rendered is in another language than the course
  const typeset::Slide* slide_ = nullptr;
};

/// What counts as right, in short: `C`, `A, C`, `1000`; empty without a key.
std::string key_in_short(const model::Question& question, const words::Words& words);
/// The class of a tone: `t-wood`.
std::string_view tone_class(model::Tone tone);

} // namespace comb::emit::slides
