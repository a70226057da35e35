// What a diagram is drawn on: measures labels at one text size, draws shapes, and collects them by step.
#pragma once

#include "model/part.hpp"
#include "typeset/diagrams/diagram.hpp"
#include "typeset/diagrams/label_words.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::typeset {

/// A place on a diagram, from its upper left corner.
struct Position {
  Points x{}, y{};
};

struct LabelStyle {
  Rgb color{};
  Weight weight = Weight::regular;
  double size = 1;                     ///< in the diagram's text size; never below the look's `least_size`
  TextAlign align = TextAlign::center; ///< start, center or end; lines are never justified
};

/// A label in lines, ready to be put somewhere.
struct Label {
  SetParagraph set{};
  LabelStyle style{};
  Points size{};            ///< of its type
  Points width{}, height{}; ///< of its longest line, and of all lines
  bool is_blank = false;    ///< to be filled in by hand; `width` and `height` are the room for it
  int torn = 0;             ///< words torn by the ends of lines: the less the better it reads
  bool overflows = false;   ///< holds something unbreakable that is wider than its measure
  bool is_empty() const { return set.lines.empty(); }
};

/// How a shape is painted. Nothing is painted without `fill` and `outline`.
struct ShapeLook {
  std::optional<Rgb> fill{};
  std::optional<Rgb> outline{};
  Points stroke{}; ///< of the outline; 0: the look's hairline
  Points radius{}; ///< of a box's corners
  bool is_dotted = false;
};

/// How a node stands out. Each has its ground and its ink; `Canvas::ink_on` gives the ink.
enum class NodeLook : std::uint8_t {
  plain,    ///< tinted, a hairline around it
  strong,   ///< the accent, for what counts most
  open,     ///< paper with a line around it
  question, ///< open, with a thicker line in the accent: where the ways part
};

struct ArrowLook {
  std::optional<Rgb> color{}; ///< none: the accent
  bool has_head = true;
  bool is_dotted = false; ///< a way back
};

/// Measures and draws at one text size.
class Canvas {
 public:
  Canvas(const DiagramLook& look, Points text_size, const Fonts& fonts);

  const DiagramLook& look() const { return look_; }
  Points text_size() const { return text_size_; }
  Points width() const { return look_.width; }   ///< what may be filled
  Points height() const { return look_.height; } ///< the most that may be filled
  // Lengths in proportion to the text, so that all sorts breathe alike.
  Points em(double factor) const { return text_size_ * factor; }
  Points side_padding() const { return em(0.7); } ///< left and right of a label in its box
  Points top_padding() const { return em(0.5); }  ///< above and below it
  Points radius() const { return em(0.45); }      ///< of a node's corners
  Points hairline() const { return look_.stroke * 0.6; }
  Points head_length() const { return look_.stroke * 4 + em(0.12); } ///< of an arrow

  /// `inlines` in as few lines as `measure` allows, then balanced: all lines about equally long. An empty list gives an
  /// empty label.
  Label label(const text::Inlines& inlines, const LabelStyle& style, Points measure);
  Label label(std::string_view words, const LabelStyle& style, Points measure);
  /// The label of a node in the ink of `look`; for a blank one, room to write in.
  Label label_of(const model::DiagramNode& node, NodeLook look, Points measure);

  /// What is drawn from here on comes with `step` (`DiagramLayer::step`).
  void begin_step(int step) { step_ = step; }

  /// A node of any sort: its box, its label in the middle. A blank one is an empty box with a dotted line around it.
  void node(const Box2d& box, const Label& label, NodeLook look);
  /// A node of another shape, such as a level of a pyramid. `inside` is where its label may stand.
  void node(std::span<const Position> corners, const Box2d& inside, const Label& label, NodeLook look);
  /// A node's box alone, for those who put more into it than one label.
  void node_frame(const Box2d& box, NodeLook look, bool is_blank);
  /// Puts `label` into the middle of `place` by height, and as its style says by width. `ground` is what it stands on.
  void put(const Label& label, const Box2d& place, Rgb ground);
  /// Puts `label` in the middle of (`center`), on a patch of paper that covers the line below it.
  void put_on_line(const Label& label, Position center);

  void box(const Box2d& box, const ShapeLook& look);
  void polygon(std::span<const Position> corners, const ShapeLook& look);
  void line(Position from, Position to, Rgb color, Points width);
  void dotted_line(Position from, Position to, Rgb color, Points width);
  void dot(Position center, Points radius, const ShapeLook& look);
  /// An arrow along `route`, its corners rounded, its head at the last place.
  void arrow(std::span<const Position> route, const ArrowLook& look = {});
  /// An arrow along curves; `segments` begin with a move, in points.
  void arrow(std::vector<images::PathSegment> segments, const ArrowLook& look = {});

  Rgb ground_of(NodeLook look) const;
  Rgb ink_on(NodeLook look) const;

  /// Whether every label that was put fits its measure.
  bool fits() const { return fits_; }
  /// How many words the labels that were put tear at the ends of their lines.
  int torn() const { return torn_; }
  /// Characters that no font has.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  /// All that was drawn, `width` x `height` big.
  DrawnDiagram take(Points width, Points height);

 private:
  Ops& ops() { return layers_[step_]; }
  Label set(const std::string& key, std::vector<StyledRun> runs, const LabelStyle& style, Points measure);
  const LabelWords& measured(const std::string& key, std::vector<StyledRun> runs, Points measure);
  void draw_path(images::VectorPath path);
  void draw_head(Position tip, double angle, Rgb color);
  ShapeLook shape_of(NodeLook look, bool is_blank) const;

  const DiagramLook& look_;
  Points text_size_{};
  const Fonts& fonts_;
  int step_ = 0;
  std::map<std::string, LabelWords> words_{}; ///< labels are tried in many measures
  std::map<int, Ops> layers_{};
  DiagramGeometry geometry_{};
  Diagnostics diagnostics_{};
  bool fits_ = true;
  int torn_ = 0;
};

} // namespace comb::typeset
