// Parts: the small closed set of things that outputs can draw. Every block kind lowers to these.
#pragma once

#include "base/span.hpp"
#include "images/image.hpp"
#include "model/edition_set.hpp"
#include "text/inline.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace comb::model {

struct Part;
using Parts = std::vector<Part>;

/// The colour family of a box; a theme gives each its ink and tint. Never the only sign: label and icon say it too.
enum class Tone : std::uint8_t { neutral, wood, teal, plum, moss, alert };

/// A sub-heading inside a topic or block.
struct Heading {
  int level = 3; ///< 3 and deeper; lessons and topics carry their own titles
  text::Inlines content;
  std::string id;
  bool operator==(const Heading&) const = default;
};
/// One paragraph.
struct Prose {
  text::Inlines content;
  bool operator==(const Prose&) const = default;
};
struct ListItem {
  Parts children;
  std::string id{};
  bool operator==(const ListItem&) const = default;
};
struct List {
  bool ordered = false;
  int start = 1;
  bool tight = true;
  std::vector<ListItem> items;
  bool operator==(const List&) const = default;
};
enum class Alignment : std::uint8_t { start, center, end };
struct Cell {
  Span span{};
  text::Inlines content{};
  bool is_blank = false; ///< empty in the learner's workbook, to write in
  bool operator==(const Cell&) const = default;
};
/// How a table is drawn. The content is a table in every output, for the eye and for a screen reader.
enum class TableLook : std::uint8_t {
  plain,
  matrix, ///< marks large and centred in a grid, both heads set off
  compare ///< columns side by side as facing sides, the first column between or before them
};
struct Table {
  TableLook look = TableLook::plain;
  std::vector<Alignment> alignments{};
  std::vector<Cell> header{}; ///< empty for none
  std::vector<std::vector<Cell>> rows{};
  text::Inlines caption{};
  std::vector<double> widths{}; ///< relative; empty: measured
  int row_lines = 1;            ///< lines of height to write in for rows that hold a blank
  std::string marks{};          ///< key of the marks; may be empty
  bool header_column = false;   ///< the first column names its rows
  bool operator==(const Table&) const = default;
};
struct Quote {
  Parts children;
  bool operator==(const Quote&) const = default;
};
struct Code {
  std::string language{};
  std::string text{};
  bool operator==(const Code&) const = default;
};
enum class Place : std::uint8_t { center, left, right, full, background };
struct Figure {
  std::shared_ptr<const images::Image> image{};
  std::string path{};        ///< of the picture in the course
  std::string alternative{}; ///< empty only where `decorative`
  bool decorative = false;
  text::Inlines caption{};
  std::optional<double> width{}; ///< share of the measure, 0 to 1
  Place place = Place::center;
  std::string source{};
  std::string licence{};
  bool operator==(const Figure&) const = default;
};
enum class DiagramSort : std::uint8_t { flow, cycle, pyramid, quadrant, timeline, stack };
/// One shape of a diagram, with its words.
struct DiagramNode {
  Span span{};
  text::Inlines label{};
  text::Inlines aside{}; ///< flow: what is written on the arrow to it; pyramid: the right side of its level;
                         ///< timeline: when; stack: how much
  std::vector<DiagramNode> children{}; ///< flow: the branches that leave it, each a node with its own `next` steps
  std::vector<DiagramNode> next{};     ///< of a branch: the steps behind its first one
  std::string id{};                    ///< flow: named by another node's `to`; may be empty
  std::string to{};               ///< flow: an arrow leads from this node back to the one with this id; may be empty
  int lane = 0;                   ///< flow with lanes: index into `heads`
  int row = 0;                    ///< flow with lanes: cells of one row stand at one height
  std::optional<double> x{}, y{}; ///< a point of a quadrant, 0 to 1, from the left and from below
  double amount = 0;              ///< stack: its share, in the unit of the others
  bool is_blank = false;          ///< empty in the learner's workbook, to write in
  bool operator==(const DiagramNode&) const = default;
};
/// An axis of a quadrant, with the names of its two ends.
struct DiagramAxis {
  text::Inlines name{};
  text::Inlines low{}, high{};
  bool operator==(const DiagramAxis&) const = default;
};
/// A picture made from text. Every sort is laid out in typeset, once for screen and print.
struct Diagram {
  DiagramSort sort = DiagramSort::flow;
  text::Inlines caption{};
  std::string alternative{};          ///< what it shows, in words; never holds what a blank hides
  std::vector<DiagramNode> nodes{};   ///< flow, cycle, timeline, stack in order; pyramid from the bottom;
                                      ///< quadrant: the four fields, upper left, upper right, lower left, lower right
  std::vector<DiagramNode> points{};  ///< quadrant
  std::vector<text::Inlines> heads{}; ///< flow: names of lanes; pyramid: names of its two sides
  text::Inlines center{};             ///< cycle: what it turns around; stack: the whole
  DiagramAxis x_axis{}, y_axis{};     ///< quadrant
  bool loop = false;                  ///< flow: an arrow leads from its last step back to its first
  bool reveal = false;                ///< its nodes come one by one on slides
  bool operator==(const Diagram&) const = default;
};
/// The name as a block kind: `flow`.
std::string_view name_of(DiagramSort sort);
struct Turn {
  std::string speaker{};
  text::Inlines text{};
  Parts notes;
  bool operator==(const Turn&) const = default;
};
struct Dialogue {
  std::vector<Turn> turns;
  std::vector<std::string> cast{}; ///< speakers in the order in which they get their colours; all that speak
  text::Inlines caption{};
  bool operator==(const Dialogue&) const = default;
};
/// How a box stands in an edition.
enum class BoxFrame : std::uint8_t {
  group, ///< nothing drawn around it: children only
  panel, ///< label, icon, coloured rule
  slide, ///< `::: slide`: exactly one slide, replaces the automatic one of its topic's loose content
};
struct Box {
  BoxFrame frame = BoxFrame::panel;
  std::string kind{};  ///< name of the block kind that made it; a CSS class, never a switch
  std::string label{}; ///< what it is, in the course's language: 個案
  std::string icon{};  ///< name of an icon of the theme
  Tone tone = Tone::neutral;
  std::string id{};
  text::Inlines title{};
  std::string meta{};         ///< small print beside the label: 「40 分鐘・三人一組」
  bool own_slide = false;     ///< opens a slide of its own (case, activity, …) or stands on its topic's slide
  bool keep_together = false; ///< not split over pages where it fits one
  bool reveal = false;        ///< its elements come one by one
  std::string slide_title{};  ///< another wording for the slide; empty: `title`
  std::optional<std::chrono::minutes> time{}; ///< planned, all rounds; for the presenter's clock
  Parts children;
  bool operator==(const Box&) const = default;
};
struct Columns {
  std::vector<double> widths{}; ///< relative, one a column
  std::vector<Parts> columns;
  bool operator==(const Columns&) const = default;
};
/// `grid`: four on a sheet; the others are pocket cards with a size of their own.
enum class CardSize : std::uint8_t { grid, a6, a7, wallet };
/// A card to cut out: a role, an observer's sheet, a pocket card.
struct Card {
  CardSize size = CardSize::grid;
  std::string id{};
  std::string set{};      ///< what it belongs to: 「R1 沉默的顧客」
  std::string set_meta{}; ///< 「S3」
  std::string name{};     ///< 顧客
  std::string label{};    ///< 角色卡
  Tone tone = Tone::teal;
  std::string secret_label{}; ///< 只有你知道
  Parts front;
  Parts secret; ///< hidden goal, set apart on the card
  int copies = 1;
  bool operator==(const Card&) const = default;
};
/// Index into `Course::questions` and `Edition::questions`.
struct QuestionIndex {
  std::uint32_t value = 0;
  auto operator<=>(const QuestionIndex&) const = default;
};
/// Where a question is asked. `number` is what learners see: 「1」.
struct QuestionUse {
  QuestionIndex question{};
  std::string number{};
  bool operator==(const QuestionUse&) const = default;
};
/// Steps in order, with their minutes: 讀卡 3 分 → 演練 6 分 → 回饋 6 分.
struct Step {
  text::Inlines text{};
  std::optional<std::chrono::minutes> time{};
  bool operator==(const Step&) const = default;
};
struct Steps {
  std::vector<Step> steps{};
  bool operator==(const Steps&) const = default;
};
struct ChecklistItem {
  Span span{};
  text::Inlines text{};
  bool ticked = false;
  bool operator==(const ChecklistItem&) const = default;
};
struct Checklist {
  std::vector<ChecklistItem> items{};
  bool seen_columns = false; ///< observer's sheet: a box for seen, one for not seen, and a line to quote on
  bool operator==(const Checklist&) const = default;
};
struct RubricLevel {
  std::string name{};
  text::Inlines descriptor{};
  bool operator==(const RubricLevel&) const = default;
};
struct RubricRow {
  text::Inlines criterion{};
  double weight = 0;
  std::vector<RubricLevel> levels{};
  bool operator==(const RubricRow&) const = default;
};
struct Rubric {
  std::vector<RubricRow> rows{};
  bool operator==(const Rubric&) const = default;
};
/// Ruled lines to write on.
struct WritingSpace {
  int lines = 3;
  bool operator==(const WritingSpace&) const = default;
};
/// A countdown for an activity; `phases` name its parts.
struct Timer {
  std::chrono::minutes total{0};
  std::vector<Step> phases{};
  bool operator==(const Timer&) const = default;
};
/// One way on from a scenario's node.
struct Choice {
  Span span{};
  text::Inlines text{};
  std::string to{}; ///< id of a node
  Parts feedback;   ///< its consequence; learners read it when they have chosen
  bool operator==(const Choice&) const = default;
};
enum class Ending : std::uint8_t { none, good, poor };
struct ScenarioNode {
  Span span{};
  std::string id{};
  std::string number{}; ///< what learners see, from 1: jumps in print name it
  text::Inlines title{};
  Parts body;
  std::vector<Choice> choices{}; ///< empty for an end
  Ending ending = Ending::none;
  bool operator==(const ScenarioNode&) const = default;
};
/// Nodes and choices of a scenario. The first node is where it starts.
struct Branching {
  std::string id{};
  std::vector<ScenarioNode> nodes{};
  std::vector<std::string> best_path{}; ///< ids from the start to a good end; trainer's editions only
  bool operator==(const Branching&) const = default;
};
enum class DirectoryKind : std::uint8_t {
  contents,
  agenda,
  recap,
  glossary,
  index,
  alignment,
  blueprint,
  materials,
  credits
};
struct Directory {
  DirectoryKind kind = DirectoryKind::contents;
  std::vector<std::string> of{}; ///< ids of the parts and lessons that it lists; empty: those that fit its place
  bool whole = false;            ///< recap: the whole course, not only what stands before it
  bool operator==(const Directory&) const = default;
};
enum class BreakKind : std::uint8_t { slide, page, pause };
struct Break {
  BreakKind kind = BreakKind::slide;
  std::chrono::minutes time{0}; ///< of a pause
  std::string label{};
  bool operator==(const Break&) const = default;
};
enum class NoteKind : std::uint8_t { say, act, ask, watch, transition, setup, if_short, if_long, plain };
/// A note to the trainer, beside the element before it.
struct Note {
  NoteKind kind = NoteKind::plain;
  std::string label{}; ///< 說, 做, 問 …
  std::optional<std::chrono::minutes> time{};
  Parts children;
  bool operator==(const Note&) const = default;
};

/// Where an edition puts a part. Set by `make_edition`; always `body` before it.
enum class Placement : std::uint8_t { body, notes };

struct Part {
  Span span{};
  EditionSet editions = everyone; ///< who may see it; a child never more than its parent
  Placement placement = Placement::body;
  std::string id{};   ///< of the block that it came from, on the outermost part of it; may be empty
  std::string lang{}; ///< of what it says (BCP 47), on the outermost part; empty: as around it
  std::variant<Heading, Prose, List, Table, Quote, Code, Figure, Diagram, Dialogue, Box, Columns, Card, QuestionUse,
               Steps, Checklist, Rubric, WritingSpace, Timer, Branching, Directory, Break, Note>
      content;
  bool operator==(const Part&) const = default;
};

} // namespace comb::model
