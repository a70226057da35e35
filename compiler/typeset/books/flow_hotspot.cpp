// Hotspot questions: the picture with its places lettered, and the letters to tick.
#include "typeset/books/answer_words.hpp"
#include "typeset/books/marks.hpp"
#include "typeset/books/picture.hpp"
#include "typeset/hotspot_marks.hpp"
#include "typeset/vector_drawing.hpp"

#include <utility>

namespace comb::typeset::books {
namespace {

void push_marked_picture(Flow& flow, const model::Hotspot& hotspot) {
  model::Figure figure;
  figure.image = hotspot.image;
  const NodeId node = flow.chapter.structure.add(
      {.role = Role::figure, .parent = flow.node, .alternative = hotspot_alternative(hotspot)});
  const Box2d box = picture_box(flow, figure);
  FlowItem item{.height = box.height};
  draw_picture(flow, figure, {.box = box, .node = node}, item.ops);
  append(flow.chapter.diagnostics, draw_vector(hotspot_marks(hotspot), box, node, flow.fonts(), item.ops));
  flow.want_space(flow.style().half);
  flow.push(std::move(item));
}

/// 「□ A　□ B　□ C」 on one line, on several where there are many.
void push_letters(Flow& flow, std::size_t count) {
  const BookStyle& style = flow.style();
  const Points step = style.tick_box + 42_pt;
  const auto in_a_line = std::max<std::size_t>(1, static_cast<std::size_t>(flow.measure / step));
  const TextStyle bold = style.sans(style.page.body, Weight::bold);
  for (std::size_t first = 0; first < count; first += in_a_line) {
    FlowItem item{.height = style.page.leading * 1.25};
    for (std::size_t index = first; index < std::min(count, first + in_a_line); ++index) {
      const Points x = flow.x + step * static_cast<double>(index - first);
      draw_tick_box(style, {.x = x, .middle = item.height / 2}, item.ops);
      draw_words(flow, letter_of(index), bold,
                 {.x = x + style.tick_box + 7_pt,
                  .baseline = baseline_in(item.height, bold.size),
                  .node = flow.add_node(Role::label)},
                 item.ops);
    }
    flow.want_space(style.half);
    flow.next_break = BreakBefore::forbidden;
    flow.push(std::move(item));
  }
}

} // namespace

void write_hotspot(Flow& flow, const model::Hotspot& hotspot, const model::QuestionKey* key) {
  if (!hotspot.image) return; // reading it failed, which was reported then
  push_marked_picture(flow, hotspot);
  if (key == nullptr) return push_letters(flow, hotspot.regions.size());
  model::Choices named;
  for (const model::Region& region : hotspot.regions)
    named.options.push_back({.span = region.span, .text = region.text});
  flow.next_break = BreakBefore::forbidden;
  write_choices(flow, named, key);
}

} // namespace comb::typeset::books
