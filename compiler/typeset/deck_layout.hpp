// Where things stand on a slide: one walk that measures, and that draws when it is given a display list.
#pragma once

#include "model/question.hpp"
#include "theme/theme.hpp"
#include "typeset/deck.hpp"
#include "typeset/deck_diagrams.hpp"
#include "typeset/deck_letters.hpp"
#include "typeset/deck_text.hpp"
#include "typeset/table_marks.hpp"

#include <limits>
#include <span>
#include <vector>

namespace comb::typeset {

/// A column of a slide to set parts in, in pixels. `size` is that of its text.
struct SlideArea {
  double x = 0, y = 0, width = 0;
  double size = 28;
  double enough = std::numeric_limits<double>::infinity(); ///< where measuring may stop: what is higher is too high
};

/// Whether `height` is all that needs to be known of what is measured in `area`; what is drawn is drawn whole.
constexpr bool is_enough(double height, const SlideArea& area, const Ops* ops) {
  return ops == nullptr && height > area.enough;
}

/// The width and height of a figure, in pixels, caption apart.
struct FigureSize {
  double width = 0, height = 0;
};

/// How big a headline is set, and how high it stands.
struct HeadlineFit {
  double size = 46;
  double height = 0;
};

/// Whether a slide draws anything for `part`.
bool is_drawn(const model::Part& part);
/// The gap under `part` in pixels, at the size of the body.
double gap_under(const model::Part& part);

/// Measures and draws parts with the tokens of a theme.
class SlideSetter {
 public:
  SlideSetter(const theme::Theme& theme, const Fonts& fonts, const words::Words& words,
              std::span<const model::Question> questions)
      : theme_(theme), words_(words), questions_(questions), ruler_(fonts), diagrams_(theme, fonts) {}

  /// The height of `part`, set `width` pixels wide at the size of the body.
  double height(const model::Part& part, double width);
  /// The same where it is at most `enough`; otherwise any height above it. Long lists and tables are not measured on.
  double height(const model::Part& part, double width, double enough);
  /// The height of `parts` under each other, gaps between them included.
  double height(const model::Parts& parts, double width);
  double list_item_height(const model::ListItem& item, double width);
  /// How many rows from the first have `room` under each other, header and caption apart.
  std::size_t rows_that_fit(const model::Table& table, double width, double room);
  /// The height of a question's options when the trainer has shown the feedback beside them.
  double revealed_height(const model::Question& question, double width);

  /// Draws `parts` from the top of `area` down; returns their height.
  double draw(const model::Parts& parts, const SlideArea& area, Ops& ops);
  /// Largest of the three sizes at which a headline has few lines.
  HeadlineFit fit_headline(const text::Inlines& headline, double width);
  /// Shares of the width in whole percents, one a column, 100 together.
  std::vector<double> column_shares(const model::Table& table, double width);
  FigureSize figure_size(const model::Figure& figure, double width) const;
  double caption_height(const text::Inlines& caption, double width);
  SlideDiagrams& diagrams() { return diagrams_; }
  /// The diagrams of `parts` as they stand `width` pixels wide, and what could not be laid out.
  WithDiagnostics<std::vector<SlideDrawing>> drawings_of(const model::Parts& parts, double width);
  double diagram_caption_height(const model::Diagram& diagram, double width);
  double phases_height(const model::Timer& timer, double width);
  double body_size() const { return theme_.slide.body; }
  Ruler& ruler() { return ruler_; }
  const theme::Theme& theme() const { return theme_; }

  Rgb tone_color(model::Tone tone) const;
  /// Draws `inlines` in `look` at the top of `area`, if there is a list; returns their height.
  double put(const text::Inlines& inlines, const SlideText& look, const SlideArea& area, Ops* ops);
  double put(std::string_view text, const SlideText& look, const SlideArea& area, Ops* ops);
  double put_steps(const std::vector<model::Step>& steps, const SlideArea& area, Ops* ops);

 private:
  double put(const model::Parts& parts, const SlideArea& area, Ops* ops);
  double put(const model::Part& part, const SlideArea& area, Ops* ops);
  double put_list(const model::List& list, const SlideArea& area, Ops* ops);
  double put_checklist(const model::Checklist& list, const SlideArea& area, Ops* ops);
  double put_table(const model::Table& table, const SlideArea& area, Ops* ops);
  double put_row(const TableShape& shape, const std::vector<model::Cell>& row, const SlideArea& area, Ops* ops);
  double put_cells(const TableShape& shape, const std::vector<model::Cell>& row, const SlideArea& area, Ops* ops);
  void put_row_frame(const TableShape& shape, const SlideArea& area, double height, bool is_head, Ops* ops);
  SlideText cell_text(const TableShape& shape, std::size_t column, double scale);
  SlideText head_text(const TableShape& shape, std::size_t column, double scale);
  double put_quote(const model::Quote& quote, const SlideArea& area, Ops* ops);
  double put_code(const model::Code& code, const SlideArea& area, Ops* ops);
  double put_figure(const model::Figure& figure, const SlideArea& area, Ops* ops);
  double put_diagram(const model::Diagram& diagram, Span span, const SlideArea& area, Ops* ops);
  double put_dialogue(const model::Dialogue& dialogue, const SlideArea& area, Ops* ops);
  double put_box(const model::Box& box, const SlideArea& area, Ops* ops);
  double put_columns(const model::Columns& columns, const SlideArea& area, Ops* ops);
  double put_rubric(const model::Rubric& rubric, const SlideArea& area, Ops* ops);
  double put_question(const model::QuestionUse& use, const SlideArea& area, Ops* ops);
  /// The picture with its places marked.
  double put_hotspot(const model::Hotspot& hotspot, const SlideArea& area, Ops* ops);
  /// Lettered boxes; `right` is the room right of the text, which an answer may take.
  double put_options(const std::vector<text::Inlines>& options, double right, const SlideArea& area, Ops* ops);
  /// The choices of a scenario's node; deck_scenario.cpp.
  double put_choices(const model::Branching& branching, const SlideArea& area, Ops* ops);
  double put_choice(const model::Choice& choice, std::size_t index, const SlideArea& area, Ops* ops);
  double put_matching(const model::Matching& matching, const SlideArea& area, Ops* ops);

  SlideText text(double size) const;
  SlideText bold(double size) const;

  const theme::Theme& theme_;
  const words::Words& words_;
  std::span<const model::Question> questions_;
  Ruler ruler_;
  SlideDiagrams diagrams_;
  WithDiagnostics<std::vector<SlideDrawing>>* shown_ = nullptr; ///< gathers what is measured, where it is asked for
};

/// A box on a slide, from its top left corner, in pixels.
struct SlideBox {
  double x = 0, y = 0, width = 0, height = 0;
};
/// Draws `box`, filled or as a line around it, if there is a list.
void fill_box(Ops* ops, const SlideBox& box, Rgb color, double radius = 0);
void stroke_box(Ops* ops, const SlideBox& box, Rgb color, double radius);
/// Draws what a picture holds over the whole width of `area`, from its top.
void draw_image(const std::shared_ptr<const images::Image>& image, const SlideArea& area, SlideSetter& layout,
                Ops& ops);

} // namespace comb::typeset
