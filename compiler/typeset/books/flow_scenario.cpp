// Scenarios on paper: numbered sections that say where to read on, and for the trainer what each choice leads to.
#include "typeset/books/flow_writer.hpp"
#include "typeset/books/marks.hpp"
#include "typeset/diagrams/scenario_map.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

std::string anchor_of(const model::Branching& branching, const model::ScenarioNode& node) {
  return branching.id + "." + node.id;
}

const model::ScenarioNode* node_called(const model::Branching& branching, std::string_view id) {
  const auto found = std::ranges::find(branching.nodes, id, &model::ScenarioNode::id);
  return found == branching.nodes.end() ? nullptr : &*found;
}

bool is_for_trainers(const Flow& flow) {
  return flow.book.sort == BookSort::guide;
}

model::Part paragraph(text::Inlines content, Span span) {
  return {.span = span, .content = model::Prose{std::move(content)}};
}

text::Inline strong(const std::string& words, Span span) {
  return {span, text::Strong{text::plain_inlines(words, span)}};
}

std::string number_words(const Flow& flow, const model::ScenarioNode& node) {
  return words::fill(flow.words().node, node.number);
}

/// 「→ 前往第 3 段（見第 12 頁）」: the page is put in where books resolve links.
void add_way(const Flow& flow, const model::Branching& branching, const model::ScenarioNode& target, Span span,
             text::Inlines& line) {
  line.push_back({span, text::Run{"→ "}});
  line.push_back({span, text::Reference{.target = anchor_of(branching, target),
                                        .text = words::fill(flow.words().go_to, target.number)}});
}

/// Whether the best path goes from `node` to `target`.
bool is_best(const model::Branching& branching, const model::ScenarioNode& node, std::string_view target) {
  const auto at = std::ranges::find(branching.best_path, node.id);
  return at != branching.best_path.end() && at + 1 != branching.best_path.end() && *(at + 1) == target;
}

std::string ending_words(const Flow& flow, model::Ending ending) {
  switch (ending) {
    case model::Ending::none:
      return {};
    case model::Ending::good:
      return std::string(flow.words().good_end);
    case model::Ending::poor:
      return std::string(flow.words().poor_end);
  }
  return {};
}

model::Tone tone_of(model::Ending ending) {
  return ending == model::Ending::none   ? model::Tone::teal
         : ending == model::Ending::good ? model::Tone::moss
                                         : model::Tone::alert;
}

std::string_view icon_of(model::Ending ending) {
  return ending == model::Ending::good ? "flag" : ending == model::Ending::poor ? "alert" : "";
}

/// 「第 3 段　靜下來」, of an end with its icon and 「好的結局」 behind, so that colour alone says nothing.
void write_head(Flow& flow, const model::ScenarioNode& node) {
  const BookStyle& style = flow.style();
  const Points size = style.page.body;
  TextStyle number = style.sans(size, Weight::bold);
  number.color = ink_of(style, tone_of(node.ending));
  std::vector<StyledRun> runs = {{.text = number_words(flow, node), .style = number}};
  const TextStyle title = style.sans(size, Weight::bold);
  if (!node.title.empty()) runs.push_back({.text = "\u3000", .style = title});
  for (StyledRun& run : style_inlines(node.title, {.base = title})) runs.push_back(std::move(run));
  const std::string ending = ending_words(flow, node.ending);
  if (!ending.empty()) runs.push_back({.text = "\u3000" + ending, .style = number});
  const auto icon = style.icons.find(icon_of(node.ending));
  const bool has_icon = icon != style.icons.end();
  const Points icon_size = 11_pt;
  const Points shift = has_icon ? icon_size + 5_pt : Points{};
  Flow inner = flow.inner(shift, flow.measure - shift);
  const TextLook look{.style = title, .leading = style.page.leading, .align = TextAlign::start};
  push_paragraph(inner, set_runs(inner, runs, look, inner.measure), look, inner.add_node(Role::heading4));
  if (inner.items.empty()) return;
  if (has_icon) {
    const IconPlace place{flow.x, (look.leading - icon_size) / 2, icon_size, number.color};
    draw_icon(icon->second, place, inner.items.front().ops);
  }
  keep_together(inner.items, 0, BreakBefore::forbidden);
  flow.push_all(std::move(inner.items));
  flow.next_break = BreakBefore::forbidden;
}

/// What learners chose to come here, and what it led to: each reads the line of their own choice. It stands here and
/// not beside the choice, so that nobody reads it before choosing.
void write_arrivals(Flow& flow, const model::Branching& branching, const model::ScenarioNode& node) {
  for (const model::ScenarioNode& from : branching.nodes) {
    for (const model::Choice& choice : from.choices) {
      if (choice.to != node.id || choice.feedback.empty()) continue;
      const std::string chosen = words::fill(flow.words().you_chose, text::plain_text(choice.text));
      model::Quote quote;
      quote.children = choice.feedback;
      text::Inlines line = {
          strong(number_words(flow, from) + " → " + chosen + std::string(flow.words().colon), choice.span)};
      if (auto* first = std::get_if<model::Prose>(&quote.children.front().content)) {
        line.insert(line.end(), first->content.begin(), first->content.end());
        first->content = std::move(line);
      } else {
        quote.children.insert(quote.children.begin(), paragraph(std::move(line), choice.span));
      }
      write_parts(flow, {{.span = choice.span, .content = std::move(quote)}});
    }
  }
}

/// The choices as a list. The trainer reads the consequence and which choice is on the best path with each.
void write_choices(Flow& flow, const model::Branching& branching, const model::ScenarioNode& node) {
  model::List list{.tight = !is_for_trainers(flow)};
  for (const model::Choice& choice : node.choices) {
    text::Inlines line = choice.text;
    if (is_best(branching, node, choice.to)) {
      line.push_back({choice.span, text::Run{"\u3000"}});
      line.push_back(strong("★ " + std::string(flow.words().best_path), choice.span));
    }
    line.push_back({choice.span, text::Run{"\u3000"}});
    if (const model::ScenarioNode* target = node_called(branching, choice.to)) {
      add_way(flow, branching, *target, choice.span, line);
    }
    model::ListItem item;
    item.children.push_back(paragraph(std::move(line), choice.span));
    if (is_for_trainers(flow) && !choice.feedback.empty()) {
      item.children.push_back({.span = choice.span, .content = model::Quote{choice.feedback}});
    }
    list.items.push_back(std::move(item));
  }
  if (!list.items.empty()) write_list(flow, list);
}

/// 「最佳路徑：第 1 段 → 第 3 段」.
void write_best_path(Flow& flow, const model::Branching& branching) {
  if (branching.best_path.empty()) return;
  text::Inlines line = {strong("★ " + std::string(flow.words().best_path) + std::string(flow.words().colon), {})};
  std::string path;
  for (const std::string& id : branching.best_path) {
    const model::ScenarioNode* node = node_called(branching, id);
    if (node == nullptr) continue;
    if (!path.empty()) path += " → ";
    path += number_words(flow, *node);
    if (node->ending != model::Ending::none) path += " " + ending_words(flow, node->ending);
  }
  line.push_back({{}, text::Run{std::move(path)}});
  flow.next_break = BreakBefore::forbidden; // it is read off the map
  write_parts(flow, {paragraph(std::move(line), {})});
  flow.want_space(flow.style().half);
}

/// The map as a reader hears it: each node and where its choices lead.
std::string map_in_words(const Flow& flow, const model::Branching& branching) {
  std::string all(flow.words().whole_map);
  all += flow.words().colon;
  for (const model::ScenarioNode& node : branching.nodes) {
    if (&node != &branching.nodes.front()) all += "; ";
    all += number_words(flow, node);
    if (node.ending != model::Ending::none) all += " " + ending_words(flow, node.ending);
    for (const model::Choice& choice : node.choices) {
      const model::ScenarioNode* target = node_called(branching, choice.to);
      if (target != nullptr) all += " → " + number_words(flow, *target);
    }
  }
  return all;
}

/// All nodes on one drawing. A scenario too broad for the page goes without: the sections say all that it shows.
void write_map(Flow& flow, const model::Branching& branching) {
  const BookStyle& style = flow.style();
  constexpr double label_share = 0.9;
  constexpr double highest_share = 0.6;
  constexpr double tint = 0.08;
  constexpr Rgb paper{255, 255, 255};
  DiagramLook look{.text = style.sans(style.page.body * label_share), .least_size = 7_pt};
  look.width = flow.measure;
  look.height = style.text_height * highest_share;
  look.stroke = 0.9_pt;
  look.ink = style.ink;
  look.soft = style.soft;
  look.line = style.line;
  look.paper = paper;
  look.accent = style.teal;
  look.accent_tint = mix(style.teal, paper, tint);
  const auto drawn = draw_scenario_map(branching, look, flow.words(), flow.fonts());
  if (!drawn) return;
  flow.want_space(style.half);
  push_line(flow, flow.words().whole_map, style.sans(style.page.body * 0.97, Weight::bold), style.page.leading,
            Role::heading4);
  flow.next_break = BreakBefore::forbidden;
  const NodeId node = flow.chapter.structure.add(
      {.role = Role::figure, .parent = flow.node, .alternative = map_in_words(flow, branching)});
  flow.want_space(style.half);
  FlowItem item{.height = drawn->height};
  place_diagram(*drawn, flow.x, Points{}, node, item.ops);
  flow.push(std::move(item));
  flow.want_space(style.half);
}

void note_slide(Flow& flow, const std::string& anchor) {
  if (flow.clock == nullptr) return;
  const auto found = flow.book.context.locations.slide.find(anchor);
  if (found != flow.book.context.locations.slide.end()) flow.clock->slide = found->second;
}

void write_node(Flow& flow, const model::Branching& branching, const model::ScenarioNode& node) {
  const std::string anchor = anchor_of(branching, node);
  note_slide(flow, anchor);
  flow.want_space(flow.style().page.leading);
  push_hairline(flow, 1_pt);
  flow.next_break = BreakBefore::forbidden;
  flow.want_space(flow.style().half);
  flow.anchors.push_back(anchor);
  const std::size_t first = flow.items.size();
  write_head(flow, node);
  if (!is_for_trainers(flow)) write_arrivals(flow, branching, node);
  write_parts(flow, node.body);
  write_choices(flow, branching, node);
  // Who comes here by a page number wants to find all of it there.
  keep_together(flow.items, first, BreakBefore::avoided);
}

} // namespace

void write_scenario(Flow& flow, const model::Branching& branching) {
  if (is_for_trainers(flow)) {
    write_map(flow, branching);
    write_best_path(flow, branching);
  }
  for (const model::ScenarioNode& node : branching.nodes) write_node(flow, branching, node);
}

} // namespace comb::typeset::books
