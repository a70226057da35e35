// Pictures: as wide as asked for, never higher than a page allows, with a numbered caption.
#include "base/overloaded.hpp"
#include "typeset/books/picture.hpp"
#include "typeset/vector_drawing.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr double points_a_pixel = 0.75; // CSS: 96 pixels are an inch
constexpr double highest_share = 0.72;  // of the page: a caption and some text stay with the picture

/// 「圖 6-2」: the lesson's number without its letter, and the figure's place in the lesson.
std::string figure_number(Flow& flow) {
  const int number = flow.figures == nullptr ? 1 : ++*flow.figures;
  const std::size_t digits = flow.lesson_number.find_first_of("0123456789");
  const std::string lesson = digits == std::string::npos ? std::string() : flow.lesson_number.substr(digits) + "-";
  return words::fill(flow.words().figure, lesson + std::to_string(number));
}

} // namespace

void write_caption(Flow& flow, const text::Inlines& caption, std::string_view source) {
  if (caption.empty() && source.empty()) return;
  const TextLook look{.style = flow.style().small(), .leading = flow.style().page.leading, .align = TextAlign::center};
  std::vector<StyledRun> runs;
  if (!caption.empty()) {
    TextStyle bold = look.style;
    bold.weight = Weight::bold;
    runs.push_back({.text = figure_number(flow) + "\u3000", .style = bold});
    for (StyledRun& run : style_inlines(caption, {.base = look.style})) runs.push_back(std::move(run));
  }
  if (!source.empty()) {
    runs.push_back({.text = (runs.empty() ? "" : "\u3000") + std::string(source), .style = look.style});
  }
  flow.next_break = BreakBefore::forbidden;
  push_paragraph(flow, set_runs(flow, runs, look, flow.measure), look, flow.add_node(Role::caption));
}

Box2d picture_box(const Flow& flow, const model::Figure& figure) {
  const double natural_width = std::max(1.0, figure.image->width) * points_a_pixel;
  const double natural_height = std::max(1.0, figure.image->height) * points_a_pixel;
  double width = figure.width ? flow.measure.value * *figure.width : std::min(natural_width, flow.measure.value);
  if (figure.place == model::Place::full) width = flow.measure.value;
  width = std::min(width, flow.measure.value);
  double height = natural_height * width / natural_width;
  const double highest = flow.style().text_height.value * highest_share;
  if (height > highest) {
    width *= highest / height;
    height = highest;
  }
  Points x = (flow.measure - Points{width}) / 2;
  if (figure.place == model::Place::left) x = Points{};
  if (figure.place == model::Place::right) x = flow.measure - Points{width};
  return {flow.x + x, Points{}, Points{width}, Points{height}};
}

void draw_picture(Flow& flow, const model::Figure& figure, const PicturePlace& place, Ops& ops) {
  std::visit(Overloaded{
                 [&](const images::Raster&) {
                   ops.push_back({.node = place.node, .content = DrawnImage{.box = place.box, .image = figure.image}});
                 },
                 [&](const images::CheckedJpeg&) {
                   ops.push_back({.node = place.node, .content = DrawnImage{.box = place.box, .image = figure.image}});
                 },
                 [&](const images::VectorPicture& picture) { // Found without a place: the picture's own stands for it.
                   for (Diagnostic& found : draw_vector(picture, place.box, place.node, flow.fonts(), ops)) {
                     found.span = place.span;
                     flow.chapter.diagnostics.push_back(std::move(found));
                   }
                 },
             },
             figure.image->content);
}

void write_figure(Flow& flow, const model::Figure& figure, Span span) {
  if (!figure.image) return; // reading it failed, which was reported then
  NodeId node = artifact;
  if (!figure.decorative) {
    node = flow.chapter.structure.add(
        {.role = Role::figure, .parent = flow.node, .alternative = figure.alternative, .source = span});
  }
  const Box2d box = picture_box(flow, figure);
  FlowItem item{.height = box.height};
  draw_picture(flow, figure, {box, node, span}, item.ops);
  flow.want_space(flow.style().half);
  flow.push(std::move(item));
  write_caption(flow, figure.caption, figure.source);
  flow.want_space(flow.style().half * 1.5);
}

} // namespace comb::typeset::books
