// Scenarios on slides: which slide a node gets, and its choices as boxes to click.
#include "typeset/deck_scenario.hpp"

#include "typeset/deck_layout.hpp"
#include "typeset/deck_metrics.hpp"

#include <algorithm>

namespace comb::typeset {

using namespace metrics;

namespace {

std::string place_words(const words::Words& words, const model::Branching& branching, std::string_view id) {
  const auto node = std::ranges::find(branching.nodes, id, &model::ScenarioNode::id);
  return node == branching.nodes.end() ? std::string() : words::fill(words.node, node->number);
}

model::Part note_with(std::string_view label, model::Parts children, Span span) {
  return {.span = span,
          .editions = model::trainer_only,
          .placement = model::Placement::notes,
          .content = model::Note{.label = std::string(label), .children = std::move(children)}};
}

model::Part line_of(const std::string& words, Span span) {
  return {.span = span, .content = model::Prose{text::plain_inlines(words, span)}};
}

} // namespace

model::Part choices_of(const model::Branching& branching, const model::ScenarioNode& node) {
  model::Branching alone{.id = branching.id};
  alone.nodes.push_back(node);
  alone.nodes.front().body.clear();
  return {.span = node.span, .content = std::move(alone)};
}

std::string node_slide_id(const model::Branching& branching, const model::ScenarioNode& node) {
  return branching.id + "." + node.id;
}

void dress_as_end(Slide& slide, model::Ending ending, const words::Words& words) {
  if (ending == model::Ending::none) return;
  const bool is_good = ending == model::Ending::good;
  slide.kicker = is_good ? words.good_end : words.poor_end;
  slide.icon = is_good ? "flag" : "alert";
  slide.tone = is_good ? model::Tone::moss : model::Tone::alert;
}

model::Part best_path_note(const model::Branching& branching, const words::Words& words, Span span) {
  std::string path;
  for (const std::string& id : branching.best_path) {
    path += (path.empty() ? "" : " → ") + place_words(words, branching, id);
  }
  return note_with(words.best_path, {line_of(path, span)}, span);
}

model::Part choices_note(const model::Branching& branching, const model::ScenarioNode& node,
                         const words::Words& words) {
  model::List list;
  for (const model::Choice& choice : node.choices) {
    text::Inlines line = choice.text;
    line.push_back({choice.span, text::Run{" → " + place_words(words, branching, choice.to)}});
    const auto target = std::ranges::find(branching.nodes, choice.to, &model::ScenarioNode::id);
    if (target != branching.nodes.end() && !target->title.empty()) {
      line.push_back({choice.span, text::Run{"\u3000" + text::plain_text(target->title)}});
    }
    model::ListItem item;
    item.children.push_back({.span = choice.span, .content = model::Prose{std::move(line)}});
    if (!choice.feedback.empty()) {
      item.children.push_back({.span = choice.span, .content = model::Quote{choice.feedback}});
    }
    list.items.push_back(std::move(item));
  }
  return note_with(words::fill(words.node, node.number), {{.span = node.span, .content = std::move(list)}}, node.span);
}

model::Part whole_map_note(const model::Branching& branching, const words::Words& words, Span span) {
  model::List list;
  for (const model::ScenarioNode& node : branching.nodes) {
    std::string head = words::fill(words.node, node.number);
    if (!node.title.empty()) head += "　" + text::plain_text(node.title);
    if (node.ending == model::Ending::good) head += "　" + std::string(words.good_end);
    if (node.ending == model::Ending::poor) head += "　" + std::string(words.poor_end);
    model::ListItem item;
    item.children.push_back(line_of(head, node.span));
    model::List ways;
    for (const model::Choice& choice : node.choices) {
      model::ListItem way;
      way.children.push_back(
          line_of(text::plain_text(choice.text) + " → " + place_words(words, branching, choice.to), choice.span));
      ways.items.push_back(std::move(way));
    }
    if (!ways.items.empty()) item.children.push_back({.span = node.span, .content = std::move(ways)});
    list.items.push_back(std::move(item));
  }
  return note_with(words.whole_map, {{.span = span, .content = std::move(list)}}, span);
}

double SlideSetter::put_choice(const model::Choice& choice, std::size_t index, const SlideArea& area, Ops* ops) {
  const double left = option_border + option_side + option_circle + option_letter_gap;
  const SlideArea inside{area.x + left, area.y + option_border + option_top,
                         area.width - left - option_side - option_border, area.size};
  const double words = std::max(option_circle, put(choice.text, text(area.size), inside, ops));
  const double box = words + 2 * (option_border + option_top);
  if (ops == nullptr) return box;
  const Rgb color = theme_.colors.teal;
  stroke_box(ops, {area.x, area.y, area.width, box}, theme_.colors.line, 12);
  const double top = area.y + (box - option_circle) / 2;
  stroke_box(ops, {area.x + option_side, top, option_circle, option_circle}, color, option_circle / 2);
  SlideText look = bold(theme_.slide.small);
  look.color = color;
  const std::string number = std::to_string(index + 1);
  const double shift = (option_circle - ruler_.width(number, look)) / 2;
  put(number, look, SlideArea{area.x + option_side + shift, top + 4, option_circle, area.size}, ops);
  return box;
}

/// As high as the list of choices, or as one choice with its consequence and the button that leads on, whichever is
/// higher: the slide must hold both.
double SlideSetter::put_choices(const model::Branching& branching, const SlideArea& area, Ops* ops) {
  if (branching.nodes.empty()) return 0;
  double all = 0;
  double chosen = 0;
  for (std::size_t i = 0; i < branching.nodes.front().choices.size(); ++i) {
    const model::Choice& choice = branching.nodes.front().choices[i];
    if (all > 0) all += option_gap;
    SlideArea place = area;
    place.y += all;
    const double box = put_choice(choice, i, place, ops);
    all += box;
    const SlideArea inside{.width = area.width - consequence_indent, .size = area.size};
    const double told = choice.feedback.empty() ? 0 : option_gap + put(choice.feedback, inside, nullptr);
    chosen = std::max(chosen, box + told + block_gap + follow_height);
  }
  return std::max(all, chosen);
}

} // namespace comb::typeset
