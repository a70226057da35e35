// Questions and pictures on slides.
#include "base/overloaded.hpp"
#include "typeset/deck_layout.hpp"
#include "typeset/deck_letters.hpp"
#include "typeset/deck_metrics.hpp"
#include "typeset/hotspot_marks.hpp"

#include <algorithm>

namespace comb::typeset {

using namespace metrics;

std::string option_letter(std::size_t index) {
  std::string letters;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

double SlideSetter::put_options(const std::vector<text::Inlines>& options, double right, const SlideArea& area,
                                Ops* ops) {
  const double gap = are_close(options.size()) ? close_option_gap : option_gap;
  const double top_space = are_close(options.size()) ? close_option_top : option_top;
  double height = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (height > 0) height += gap;
    const double left = option_border + option_side + option_circle + option_letter_gap;
    const SlideArea inside{area.x + left, area.y + height + option_border + top_space,
                           area.width - left - right - option_border, area.size};
    const double text_height = std::max(option_circle, put(options[i], text(area.size), inside, ops));
    const double box = text_height + 2 * (option_border + top_space);
    if (ops != nullptr) {
      stroke_box(ops, {area.x, area.y + height, area.width, box}, theme_.colors.line, 12);
      const double top = area.y + height + (box - option_circle) / 2;
      stroke_box(ops, {area.x + option_side, top, option_circle, option_circle}, theme_.colors.plum, option_circle / 2);
      SlideText look = bold(theme_.slide.small);
      look.color = theme_.colors.plum;
      const std::string letter = option_letter(i);
      const double shift = (option_circle - ruler_.width(letter, look)) / 2;
      put(letter, look, SlideArea{area.x + option_side + shift, top + 4, option_circle, area.size}, ops);
    }
    height += box;
  }
  return height;
}

double SlideSetter::put_matching(const model::Matching& matching, const SlideArea& area, Ops* ops) {
  const double width = (area.width - column_gap) / 2;
  const double left = put_options(matching.left, option_mark, SlideArea{area.x, area.y, width, area.size * 0.86}, ops);
  const SlideArea beside{area.x + width + column_gap, area.y, width, area.size * 0.86};
  return std::max(left, put_options(matching.right, option_side, beside, ops));
}

namespace {

std::vector<text::Inlines> texts(const model::Choices& choices) {
  std::vector<text::Inlines> all;
  for (const model::Option& option : choices.options) all.push_back(option.text);
  return all;
}

constexpr double answer_line_height = 76;

} // namespace

double SlideSetter::put_question(const model::QuestionUse& use, const SlideArea& area, Ops* ops) {
  if (use.question.value >= questions_.size()) return 0;
  const model::Question& question = questions_[use.question.value];
  const auto answer_line = [&](double above) {
    if (ops != nullptr) {
      const Points y = pixels(area.y + above + answer_line_height - 12);
      ops->push_back({.node = artifact,
                      .content = StrokedLine{
                          pixels(area.x), y, pixels(area.x + area.width / 2), y, pixels(2), theme_.colors.plum, {}}});
    }
    return above + answer_line_height;
  };
  return std::visit(
      Overloaded{
          [&](const model::Choices& choices) { return put_options(texts(choices), option_side, area, ops); },
          [&](const model::Matching& matching) { return put_matching(matching, area, ops); },
          [&](const model::Ordering& ordering) { return put_options(ordering.items, option_mark, area, ops); },
          [&](const model::ShortText&) { return answer_line(0); },
          [&](const model::Number&) { return answer_line(0); },
          [](const model::Cloze&) { return 0.0; },
          [](const model::FreeText&) { return 0.0; },
          [&](const model::Hotspot& hotspot) { return answer_line(put_hotspot(hotspot, area, ops)); },
      },
      question.form);
}

double SlideSetter::put_hotspot(const model::Hotspot& hotspot, const SlideArea& area, Ops* ops) {
  if (!hotspot.image || hotspot.image->width <= 0) return 0;
  const double width = area.width * hotspot_share(hotspot);
  const SlideArea place{area.x + (area.width - width) / 2, area.y, width, area.size};
  if (ops != nullptr) {
    images::Image marks;
    marks.content = hotspot_marks(hotspot);
    draw_image(hotspot.image, place, *this, *ops);
    draw_image(std::make_shared<const images::Image>(std::move(marks)), place, *this, *ops);
  }
  return width * hotspot.image->height / hotspot.image->width;
}

double SlideSetter::revealed_height(const model::Question& question, double width) {
  const auto* choices = std::get_if<model::Choices>(&question.form);
  if (choices == nullptr || !question.key) return 0;
  const double inner = width - 2 * (option_border + option_side) - option_circle - option_letter_gap;
  const bool close = are_close(choices->options.size());
  double height = 0;
  for (std::size_t i = 0; i < choices->options.size(); ++i) {
    if (height > 0) height += close ? close_option_gap : option_gap;
    const bool has_feedback = i < question.key->feedback.size() && !question.key->feedback[i].empty();
    double beside = 0;
    double text_width = inner;
    if (has_feedback) {
      text_width = inner * (1 - feedback_share) - feedback_gap;
      const SlideArea area{.width = inner * feedback_share, .size = feedback_size};
      beside = put(question.key->feedback[i], area, nullptr);
    }
    const double own = ruler_.height(choices->options[i].text, text(body_size()), text_width);
    height += std::max({option_circle, own, beside}) + 2 * (option_border + (close ? close_option_top : option_top));
  }
  return height;
}

namespace {

void draw_text(const images::VectorText& item, double x, double y, double scale, SlideSetter& layout, Ops& ops) {
  Ruler& ruler = layout.ruler();
  SlideText look{.size = item.size * scale, .leading = 1, .color = item.color};
  if (item.bold) look.weight = Weight::bold;
  if (item.serif) look.family = Family::serif;
  const SlideCharacters characters = ruler.characters(item.text, look);
  const double width = ruler.width(item.text, look);
  double left = x + item.x * scale;
  if (item.anchor == images::VectorText::Anchor::middle) left -= width / 2;
  if (item.anchor == images::VectorText::Anchor::end) left -= width;
  const std::vector<SlideLine> line = {{0, characters.size(), 0}};
  draw_lines(ruler, characters, line, look, {left, y + item.y * scale - 0.88 * look.size}, ops);
}

} // namespace

void draw_image(const std::shared_ptr<const images::Image>& image, const SlideArea& area, SlideSetter& layout,
                Ops& ops) {
  const auto* picture = std::get_if<images::VectorPicture>(&image->content);
  const double own_width = picture != nullptr ? picture->width : image->width;
  if (own_width <= 0) return;
  const double scale = area.width / own_width;
  if (picture == nullptr) {
    const Box2d box{pixels(area.x), pixels(area.y), pixels(area.width), pixels(image->height * scale)};
    ops.push_back({.node = artifact, .content = DrawnImage{box, image}});
    return;
  }
  for (const auto& item : picture->items) {
    std::visit(Overloaded{
                   [&](const images::VectorPath& path) {
                     ops.push_back({.node = artifact,
                                    .content = DrawnPath{path, pixels(area.x), pixels(area.y), pixels(scale).value}});
                   },
                   [&](const images::VectorText& text) { draw_text(text, area.x, area.y, scale, layout, ops); },
               },
               item);
  }
}

} // namespace comb::typeset
