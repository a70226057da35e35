// Prose, lists, boxes, columns and figures on slides: measured, and drawn where a display list is given.
#include "typeset/deck_layout.hpp"

#include "base/overloaded.hpp"
#include "typeset/deck_metrics.hpp"
#include "typeset/dialogue_look.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace comb::typeset {

using namespace metrics;

namespace {

SlideArea moved(SlideArea area, double right, double down) {
  area.x += right;
  area.y += down;
  area.width -= right;
  return area;
}

bool is_card(const model::Parts& column) {
  if (column.size() != 1) return false;
  const auto* box = std::get_if<model::Box>(&column.front().content);
  return box != nullptr && box->frame == model::BoxFrame::panel;
}

} // namespace

void fill_box(Ops* ops, const SlideBox& box, Rgb color, double radius) {
  if (ops == nullptr) return;
  ops->push_back({.node = artifact,
                  .content = FilledRectangle{
                      {pixels(box.x), pixels(box.y), pixels(box.width), pixels(box.height)}, color, pixels(radius)}});
}

void stroke_box(Ops* ops, const SlideBox& box, Rgb color, double radius) {
  if (ops == nullptr) return;
  ops->push_back({.node = artifact,
                  .content = StrokedRectangle{{pixels(box.x), pixels(box.y), pixels(box.width), pixels(box.height)},
                                              color,
                                              pixels(option_border),
                                              pixels(radius)}});
}

bool is_drawn(const model::Part& part) {
  if (part.placement == model::Placement::notes) return false;
  return std::visit(Overloaded{
                        [](const model::Card&) { return false; },
                        [](const model::WritingSpace&) { return false; },
                        [](const model::Branching& branching) {
                          return !branching.nodes.empty() && !branching.nodes.front().choices.empty();
                        },
                        [](const model::Directory&) { return false; },
                        [](const model::Break&) { return false; },
                        [](const model::Note&) { return false; },
                        [](const model::Timer&) { return false; }, // its ring and phases stand outside the flow
                        [](const model::Box& box) {
                          return box.frame != model::BoxFrame::group || std::ranges::any_of(box.children, is_drawn);
                        },
                        [](const auto&) { return true; },
                    },
                    part.content);
}

double gap_under(const model::Part& part) {
  return std::holds_alternative<model::Heading>(part.content) ? heading_gap : block_gap;
}

SlideText SlideSetter::text(double size) const {
  return {.size = size, .leading = theme_.slide.leading, .color = theme_.colors.ink};
}
SlideText SlideSetter::bold(double size) const {
  return {.size = size, .leading = theme_.slide.leading, .weight = Weight::bold, .color = theme_.colors.ink};
}

Rgb SlideSetter::tone_color(model::Tone tone) const {
  switch (tone) {
    case model::Tone::neutral:
      return theme_.colors.soft;
    case model::Tone::wood:
      return theme_.colors.wood;
    case model::Tone::teal:
      return theme_.colors.teal;
    case model::Tone::plum:
      return theme_.colors.plum;
    case model::Tone::moss:
      return theme_.colors.moss;
    case model::Tone::alert:
      return theme_.colors.alert;
  }
  return theme_.colors.ink;
}

double SlideSetter::put(const text::Inlines& inlines, const SlideText& look, const SlideArea& area, Ops* ops) {
  const SlideCharacters characters = ruler_.characters(inlines, look);
  const std::vector<SlideLine> lines = ruler_.lines(characters, look, area.width);
  if (ops != nullptr) draw_lines(ruler_, characters, lines, look, {area.x, area.y}, *ops);
  return look.line_height() * static_cast<double>(std::max<std::size_t>(lines.size(), 1));
}

double SlideSetter::put(std::string_view text, const SlideText& look, const SlideArea& area, Ops* ops) {
  const SlideCharacters characters = ruler_.characters(text, look);
  const std::vector<SlideLine> lines = ruler_.lines(characters, look, area.width);
  if (ops != nullptr) draw_lines(ruler_, characters, lines, look, {area.x, area.y}, *ops);
  return look.line_height() * static_cast<double>(std::max<std::size_t>(lines.size(), 1));
}

double SlideSetter::height(const model::Part& part, double width) {
  return put(part, SlideArea{.width = width, .size = body_size()}, nullptr);
}
double SlideSetter::height(const model::Part& part, double width, double enough) {
  return put(part, SlideArea{.width = width, .size = body_size(), .enough = enough}, nullptr);
}
double SlideSetter::height(const model::Parts& parts, double width) {
  return put(parts, SlideArea{.width = width, .size = body_size()}, nullptr);
}
double SlideSetter::draw(const model::Parts& parts, const SlideArea& area, Ops& ops) {
  return put(parts, area, &ops);
}

HeadlineFit SlideSetter::fit_headline(const text::Inlines& headline, double width) {
  if (headline.empty()) return {theme_.slide.headline, 0};
  HeadlineFit fit;
  constexpr std::array<double, 3> most_lines = {2, 3, 99};
  const std::array<double, 3> sizes = {theme_.slide.headline, headline_medium, headline_small};
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const SlideText look{.size = sizes.at(i), .leading = headline_leading, .weight = Weight::bold};
    fit = {sizes.at(i), ruler_.height(headline, look, width)};
    if (fit.height <= most_lines.at(i) * look.line_height() + 1) break;
  }
  return fit;
}

double SlideSetter::put(const model::Parts& parts, const SlideArea& area, Ops* ops) {
  double height = 0, gap = 0;
  for (const model::Part& part : parts) {
    if (is_enough(height, area, ops)) return height;
    if (!is_drawn(part)) continue;
    if (height > 0) height += gap * area.size / body_size();
    height += put(part, moved(area, 0, height), ops);
    gap = gap_under(part);
  }
  return height;
}

double SlideSetter::put(const model::Part& part, const SlideArea& area, Ops* ops) {
  if (!is_drawn(part)) return 0;
  return std::visit(Overloaded{
                        [&](const model::Heading& heading) { return put(heading.content, bold(area.size), area, ops); },
                        [&](const model::Prose& prose) { return put(prose.content, text(area.size), area, ops); },
                        [&](const model::List& list) { return put_list(list, area, ops); },
                        [&](const model::Table& table) { return put_table(table, area, ops); },
                        [&](const model::Quote& quote) { return put_quote(quote, area, ops); },
                        [&](const model::Code& code) { return put_code(code, area, ops); },
                        [&](const model::Figure& figure) { return put_figure(figure, area, ops); },
                        [&](const model::Diagram& diagram) { return put_diagram(diagram, part.span, area, ops); },
                        [&](const model::Dialogue& dialogue) { return put_dialogue(dialogue, area, ops); },
                        [&](const model::Box& box) { return put_box(box, area, ops); },
                        [&](const model::Columns& columns) { return put_columns(columns, area, ops); },
                        [&](const model::QuestionUse& use) { return put_question(use, area, ops); },
                        [&](const model::Steps& steps) { return put_steps(steps.steps, area, ops); },
                        [&](const model::Checklist& list) { return put_checklist(list, area, ops); },
                        [&](const model::Rubric& rubric) { return put_rubric(rubric, area, ops); },
                        [](const model::Card&) { return 0.0; },
                        [](const model::WritingSpace&) { return 0.0; },
                        [](const model::Timer&) { return 0.0; },
                        [&](const model::Branching& branching) { return put_choices(branching, area, ops); },
                        [](const model::Directory&) { return 0.0; },
                        [](const model::Break&) { return 0.0; },
                        [](const model::Note&) { return 0.0; },
                    },
                    part.content);
}

double SlideSetter::list_item_height(const model::ListItem& item, double width) {
  return put(item.children, SlideArea{.width = width - list_indent, .size = body_size()}, nullptr);
}

double SlideSetter::put_list(const model::List& list, const SlideArea& area, Ops* ops) {
  const bool nested = area.size < body_size();
  const double indent = list_indent * area.size / body_size();
  const double gap = nested ? nested_list_gap : list_gap;
  double height = 0;
  int number = list.start;
  for (const model::ListItem& item : list.items) {
    if (is_enough(height, area, ops)) return height;
    if (height > 0) height += gap;
    const SlideArea inside = moved(area, indent, height);
    if (ops != nullptr && list.ordered) {
      SlideText look = bold(area.size);
      look.color = theme_.colors.wood;
      put(std::to_string(number) + ".", look, SlideArea{area.x, inside.y, indent, area.size}, ops);
    } else if (ops != nullptr) {
      const double dot = area.size * 0.26;
      fill_box(ops, {area.x + indent * 0.3, inside.y + area.size * 0.62, dot, dot}, theme_.colors.wood, dot / 2);
    }
    ++number;
    double item_height = 0;
    for (const model::Part& child : item.children) {
      if (!is_drawn(child)) continue;
      const bool is_list = std::holds_alternative<model::List>(child.content);
      if (item_height > 0) item_height += nested_list_gap;
      SlideArea place = moved(inside, 0, item_height);
      if (is_list) place.size = std::max(area.size * nested_list_size, body_size() * 0.7);
      item_height += put(child, place, ops);
    }
    height += std::max(item_height, area.size);
  }
  return height;
}

double SlideSetter::put_checklist(const model::Checklist& list, const SlideArea& area, Ops* ops) {
  double height = 0;
  for (const model::ChecklistItem& item : list.items) {
    if (is_enough(height, area, ops)) return height;
    if (height > 0) height += list_gap;
    const double box = area.size * 0.86;
    stroke_box(ops, {area.x + 2, area.y + height + (area.size * theme_.slide.leading - box) / 2, box, box},
               theme_.colors.soft, 3);
    height += put(item.text, text(area.size), moved(area, check_indent, height), ops);
  }
  return height;
}

double SlideSetter::put_quote(const model::Quote& quote, const SlideArea& area, Ops* ops) {
  const double height = put(quote.children, moved(area, quote_indent, 0), ops);
  fill_box(ops, {area.x, area.y, quote_rule, height}, theme_.colors.amber);
  return height;
}

double SlideSetter::put_code(const model::Code& code, const SlideArea& area, Ops* ops) {
  // Monospaced text is set at nine tenths of its surroundings; here the size is the block's own.
  constexpr double mono = 0.9;
  const SlideText look{
      .size = code_size / mono, .leading = code_leading * mono, .family = Family::mono, .color = theme_.colors.ink};
  std::string_view rest = code.text;
  while (rest.ends_with('\n')) rest.remove_suffix(1);
  double height = code_top;
  while (true) {
    const std::size_t end = rest.find('\n');
    SlideArea line = moved(area, code_side, height);
    line.width -= code_side;
    height += put(rest.substr(0, end), look, line, ops);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return height + code_top;
}

FigureSize SlideSetter::figure_size(const model::Figure& figure, double width) const {
  if (!figure.image || figure.image->width <= 0 || figure.image->height <= 0) return {width, figure_height_min};
  const double aspect = figure.image->height / figure.image->width;
  const bool scales = figure.image->media_type == "image/svg+xml";
  double wide = figure.width ? *figure.width * width : width;
  // A raster is not blown up past twice its own size: it would show its pixels.
  if (!figure.width && !scales) wide = std::min(wide, 2 * figure.image->width);
  return {wide, wide * aspect};
}

double SlideSetter::caption_height(const text::Inlines& caption, double width) {
  if (caption.empty()) return 0;
  return caption_gap + ruler_.height(caption, {.size = caption_size, .leading = caption_leading}, width);
}

double SlideSetter::put_figure(const model::Figure& figure, const SlideArea& area, Ops* ops) {
  const FigureSize size = figure_size(figure, area.width);
  if (ops != nullptr && figure.image) {
    draw_image(figure.image, SlideArea{area.x + (area.width - size.width) / 2, area.y, size.width, area.size}, *this,
               *ops);
  }
  const double caption = caption_height(figure.caption, area.width);
  if (ops != nullptr && caption > 0) {
    const SlideText look{.size = caption_size, .leading = caption_leading, .color = theme_.colors.soft};
    const double wide = std::min(ruler_.width(figure.caption, look), area.width);
    put(figure.caption, look, moved(area, (area.width - wide) / 2, size.height + caption_gap), ops);
  }
  return size.height + caption;
}

double SlideSetter::put_dialogue(const model::Dialogue& dialogue, const SlideArea& area, Ops* ops) {
  double height = 0;
  const double names = name_room(dialogue);
  SlideText speaker = bold(area.size);
  for (const model::Turn& turn : dialogue.turns) {
    if (is_enough(height, area, ops)) return height;
    if (height > 0) height += turn_gap;
    const std::size_t place = place_in_cast(dialogue, turn);
    speaker.color = speaker_color(place, theme_.colors);
    const double indent = (is_indented(place) ? turn_indent : 0) + turn_rule;
    SlideArea left = moved(area, indent, height);
    left.width = names - 16;
    const double name = put(turn.speaker, speaker, left, ops);
    const double own = std::max(name, put(turn.text, text(area.size), moved(area, indent + names, height), ops));
    if (ops != nullptr) {
      fill_box(ops, {area.x + indent - turn_rule, area.y + height, turn_rule_width, own}, speaker.color);
    }
    height += own;
  }
  if (dialogue.caption.empty()) return height;
  const SlideText small{.size = caption_size, .leading = caption_leading, .color = theme_.colors.soft};
  return height + caption_gap + put(dialogue.caption, small, moved(area, 0, height + caption_gap), ops);
}

double SlideSetter::put_box(const model::Box& box, const SlideArea& area, Ops* ops) {
  if (box.frame == model::BoxFrame::group) return put(box.children, area, ops);
  SlideArea inside = moved(area, panel_indent, 0);
  double height = 0;
  if (!box.label.empty()) {
    SlideText look = bold(theme_.slide.small - 2);
    look.color = tone_color(box.tone);
    if (ops != nullptr) {
      fill_box(ops, {inside.x, inside.y + 3, 24, 24}, look.color, 12);
      put(box.label + (box.meta.empty() ? "" : "　" + box.meta), look, moved(inside, 34, 0), ops);
    }
    height += panel_label_height;
  }
  if (!box.title.empty()) height += put(box.title, bold(area.size), moved(inside, 0, height), ops);
  const bool has_body = std::ranges::any_of(box.children, is_drawn);
  if (has_body && height > 0) height += panel_gap;
  if (has_body) height += put(box.children, moved(inside, 0, height), ops);
  fill_box(ops, {area.x, area.y, panel_rule, height}, tone_color(box.tone));
  return height;
}

double SlideSetter::put_columns(const model::Columns& columns, const SlideArea& area, Ops* ops) {
  if (columns.columns.empty()) return 0;
  const bool cards = std::ranges::all_of(columns.columns, is_card);
  const double gap = cards ? card_gap : column_gap;
  const auto count = static_cast<double>(columns.columns.size());
  const double room = area.width - gap * (count - 1);
  const double sum = std::accumulate(columns.widths.begin(), columns.widths.end(), 0.0);
  double x = 0, tallest = 0;
  std::vector<double> widths;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const double share =
        columns.widths.size() == columns.columns.size() && sum > 0 ? columns.widths[i] / sum : 1 / count;
    const double width = room * share;
    SlideArea column = moved(area, x, 0);
    column.width = width;
    if (cards) {
      const auto& box = std::get<model::Box>(columns.columns[i].front().content);
      SlideArea inside = moved(column, card_side, card_top);
      inside.width -= card_side;
      inside.size = area.size * 0.82;
      SlideText name = bold(area.size * 26 / 28);
      name.color = tone_color(box.tone);
      const double named = box.title.empty() ? put(box.label, name, inside, ops) : put(box.title, name, inside, ops);
      inside.y += named + panel_gap;
      tallest = std::max(tallest, 2 * card_top + named + panel_gap + put(box.children, inside, ops));
    } else {
      tallest = std::max(tallest, put(columns.columns[i], column, ops));
    }
    widths.push_back(width);
    x += width + gap;
  }
  x = 0;
  for (const double width : widths) {
    if (cards) stroke_box(ops, {area.x + x, area.y, width, tallest}, theme_.colors.line, 14);
    x += width + gap;
  }
  return tallest;
}

double SlideSetter::put_rubric(const model::Rubric& rubric, const SlideArea& area, Ops* ops) {
  double height = 0;
  for (const model::RubricRow& row : rubric.rows) {
    if (height > 0) height += list_gap;
    height += put(row.criterion, text(area.size), moved(area, list_indent, height), ops);
  }
  return height;
}

double SlideSetter::put_steps(const std::vector<model::Step>& steps, const SlideArea& area, Ops* ops) {
  if (steps.empty()) return 0;
  const auto count = static_cast<double>(steps.size());
  const double width = (area.width - step_gap * (count - 1)) / count;
  double tallest = 0, x = 0;
  SlideText look = text(step_size);
  for (const model::Step& step : steps) {
    text::Inlines line = step.text;
    if (step.time) {
      const std::string time = words::fill(words_.minutes_short, static_cast<int>(step.time->count()));
      line.push_back({Span{}, text::Run{" " + time}});
    }
    fill_box(ops, {area.x + x, area.y, width, step_rule}, theme_.colors.line);
    SlideArea inside = moved(area, x + step_side, step_rule + step_top);
    inside.width = width - 2 * step_side;
    tallest = std::max(tallest, put(line, look, inside, ops));
    x += width + step_gap;
  }
  return step_rule + 2 * step_top + tallest;
}

double SlideSetter::phases_height(const model::Timer& timer, double width) {
  return put_steps(timer.phases, SlideArea{.width = width, .size = body_size()}, nullptr);
}

} // namespace comb::typeset
