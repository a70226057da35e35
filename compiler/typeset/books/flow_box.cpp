// Boxes: an icon, a label in words and a coloured rule; never a box drawn inside a box.
#include "typeset/books/flow_writer.hpp"
#include "typeset/books/marks.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

// Kinds whose list items are questions to think about on paper. Not a matter of drawing: without space the learner
// would have nowhere to write, and the model does not say it.
constexpr std::array<std::string_view, 3> written_answers = {"discuss", "debrief", "reflection"};
constexpr int lines_for_an_answer = 2;

std::uint32_t add_bar(Flow& flow, model::Tone tone) {
  flow.chapter.bars.push_back({.x = flow.x, .color = ink_of(flow.style(), tone)});
  return static_cast<std::uint32_t>(flow.chapter.bars.size() - 1);
}

/// 「附件 1　三人的成績　・　10 分鐘」: label in the box's colour, title in ink, small facts in grey.
std::vector<StyledRun> label_runs(const Flow& flow, const model::Box& box) {
  const BookStyle& style = flow.style();
  TextStyle label = style.sans(style.page.body * 0.97, Weight::bold);
  label.color = ink_of(style, box.tone);
  label.tracking = 0.04;
  std::vector<StyledRun> runs = {{.text = box.label, .style = label}};
  if (!box.title.empty() && !box.own_slide) {
    TextStyle title = style.sans(style.page.body * 0.97, Weight::bold);
    runs.push_back({.text = box.label.empty() ? "" : "\u3000", .style = title});
    for (StyledRun& run : style_inlines(box.title, {.base = title})) runs.push_back(std::move(run));
  }
  if (!box.meta.empty()) runs.push_back({.text = "\u3000" + box.meta, .style = style.small()});
  return runs;
}

/// The block's time beside its label. The second line reaches below the label, where the column is free and the
/// first line of the body stands on the same page.
void draw_time(const Flow& flow, std::chrono::minutes time, Ops& ops) {
  Points y;
  for (FlowItem& item : time_column(flow, time)) {
    append_shifted(ops, std::move(item.ops), Points{}, y);
    y += item.height;
  }
}

void write_label(Flow& flow, const model::Box& box) {
  const BookStyle& style = flow.style();
  const auto icon = style.icons.find(box.icon);
  const bool has_icon = icon != style.icons.end();
  const Points size = 11_pt;
  const Points shift_right = has_icon ? size + 5_pt : Points{};
  Flow inner = flow.inner(shift_right, flow.measure - shift_right);
  TextLook look{.style = style.sans(style.page.body * 0.97), .leading = style.page.leading, .align = TextAlign::start};
  push_paragraph(inner, set_runs(inner, label_runs(flow, box), look, inner.measure), look,
                 inner.add_node(Role::heading4));
  if (inner.items.empty()) return;
  if (has_icon) {
    const IconPlace place{flow.x, (look.leading - size) / 2, size, ink_of(style, box.tone)};
    draw_icon(icon->second, place, inner.items.front().ops);
  }
  if (box.time && box.time->count() > 0 && has_time_column(flow)) draw_time(flow, *box.time, inner.items.front().ops);
  flow.push_all(std::move(inner.items));
  flow.next_break = BreakBefore::forbidden;
}

/// Blocks that are large enough for a slide of their own carry their title on a line of its own.
void write_large_title(Flow& flow, const model::Box& box) {
  const BookStyle& style = flow.style();
  const TextLook look{.style = style.sans(style.page.head2 * 0.93, Weight::bold),
                      .leading = style.page.leading * 1.5,
                      .align = TextAlign::start};
  const std::size_t first = flow.items.size();
  push_paragraph(flow, set_inlines(flow, box.title, look, flow.measure), look, flow.add_node(Role::heading3));
  keep_together(flow.items, first, BreakBefore::forbidden);
  flow.next_break = BreakBefore::forbidden;
}

void note_slide(Flow& flow, const std::string& id) {
  if (flow.clock == nullptr || id.empty()) return;
  const auto found = flow.book.context.locations.slide.find(id);
  if (found != flow.book.context.locations.slide.end()) flow.clock->slide = found->second;
}

/// Moves the clock to the end of a block with planned minutes, whatever its notes said. A block that is planned with
/// none is in reserve: it may come at any time or never, so no time of day stands in it and the clock waits.
class BlockTime {
 public:
  BlockTime(LessonClock* clock, const std::optional<std::chrono::minutes>& time) : clock_(clock) {
    if (clock_ == nullptr || !clock_->now || !time) return;
    end_ = *clock_->now + *time;
    if (time->count() == 0) clock_->now.reset();
  }
  void finish() const {
    if (end_) clock_->now = std::max(clock_->now.value_or(*end_), *end_);
  }

 private:
  LessonClock* clock_;
  std::optional<std::chrono::minutes> end_{};
};

/// The index leads to where a term is explained, too.
void note_definition(Flow& inner, const model::Box& box, Span span) {
  if (box.kind != "term" || box.id.empty() || inner.items.empty()) return;
  inner.items.front().ops.push_back({.content = Anchor{.id = term_use_anchor(box.id, span)}});
}

bool wants_lines(const Flow& flow, const model::Box& box) {
  return flow.book.sort == BookSort::workbook && std::ranges::find(written_answers, box.kind) != written_answers.end();
}

void write_panel(Flow& flow, const model::Box& box, Span span) {
  const BookStyle& style = flow.style();
  // A box in a box stands at the same place with its own rule, so that one rule runs at a time.
  const bool is_inner = flow.bar.has_value();
  const Points indent = is_inner ? Points{} : style.box_indent;
  Flow inner = flow.inner(indent, flow.measure - indent);
  inner.bar = add_bar(flow, box.tone);
  if (is_inner) flow.chapter.bars.back().x = flow.chapter.bars[*flow.bar].x;
  inner.node = flow.add_node(Role::division, span);
  inner.look = flow.book.sort == BookSort::cards ? flow.look : style.boxed();
  inner.look.leading = flow.look.leading;
  inner.depth = flow.depth + 1;
  inner.lines_after_items = wants_lines(flow, box) ? lines_for_an_answer : 0;
  if (!box.id.empty()) inner.anchors.push_back(box.id);
  write_label(inner, box);
  note_definition(inner, box, span);
  if (box.own_slide && !box.title.empty()) write_large_title(inner, box);
  const std::size_t first = inner.items.size();
  write_parts(inner, box.children);
  dislike_lone_ends(inner.items, first);
  if (box.keep_together) keep_together(inner.items, 0, BreakBefore::avoided);
  flow.want_space(style.page.leading);
  flow.push_all(std::move(inner.items));
  flow.want_space(style.half * 1.5);
}

} // namespace

void write_box(Flow& flow, const model::Box& box, Span span) {
  note_slide(flow, box.id);
  const BlockTime time(flow.clock, box.time);
  switch (box.frame) {
    case model::BoxFrame::group:
      if (!box.id.empty()) flow.anchors.push_back(box.id);
      write_parts(flow, box.children);
      break;
    case model::BoxFrame::panel:
      write_panel(flow, box, span);
      break;
    case model::BoxFrame::slide:
      if (!box.id.empty()) flow.anchors.push_back(box.id);
      if (!box.title.empty()) {
        flow.want_space(flow.style().page.leading);
        write_large_title(flow, box);
      }
      write_parts(flow, box.children);
      break;
  }
  time.finish();
}

} // namespace comb::typeset::books
