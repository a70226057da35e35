// Every sort of diagram at every length, in Chinese and English, on a slide and in a narrow column: nothing overlaps,
// nothing is cut, all text can be read.
#include "base/overloaded.hpp"
#include "text/inline.hpp"
#include "typeset/deck_diagrams.hpp"
#include "typeset/diagrams/diagram.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace comb::typeset {
namespace {

using model::Diagram;
using model::DiagramNode;
using model::DiagramSort;

enum class Words : std::uint8_t { chinese, english, long_chinese, long_english };
constexpr Words all_words_kinds[] = {Words::chinese, Words::english, Words::long_chinese, Words::long_english};

text::Inlines words(std::string_view text) {
  return text::plain_inlines(text, Span{});
}

std::string label(Words kind, std::size_t index) {
  static const std::vector<std::string> chinese = {"接待顧客", "發掘需求", "介紹", "處理異議", "成交", "售後服務"};
  static const std::vector<std::string> english = {"Greet", "Discover needs", "Present", "Handle objections", "Close"};
  static const std::vector<std::string> long_chinese = {"先觀察三秒，看他的視線停在哪裡，再打招呼", "請他親手試用",
                                                        "聽完他的顧慮，先同意感受，再說明事實"};
  static const std::vector<std::string> long_english = {"Watch for three seconds where they look, then say hello",
                                                        "Let them try it", "Agree with the feeling, then state a fact"};
  const auto& all = kind == Words::chinese        ? chinese
                    : kind == Words::english      ? english
                    : kind == Words::long_chinese ? long_chinese
                                                  : long_english;
  return all[index % all.size()];
}

std::vector<DiagramNode> nodes(Words kind, std::size_t count) {
  std::vector<DiagramNode> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back({.label = words(label(kind, i))});
  return all;
}

Diagram flow(Words kind, std::size_t count, bool loop) {
  Diagram diagram{.sort = DiagramSort::flow, .nodes = nodes(kind, count)};
  diagram.loop = loop;
  return diagram;
}

Diagram cycle(Words kind, std::size_t count) {
  Diagram diagram{.sort = DiagramSort::cycle, .nodes = nodes(kind, count)};
  diagram.center = words(label(kind, 1));
  return diagram;
}

/// A question with `branches`, steps before and behind it; the last branch leads back where there are three.
Diagram branching(Words kind, std::size_t branches) {
  Diagram diagram{.sort = DiagramSort::flow, .nodes = nodes(kind, 4)};
  diagram.nodes[0].id = "start";
  for (std::size_t i = 0; i < branches; ++i) {
    DiagramNode branch{.label = words(label(kind, i + 1)), .aside = words(kind == Words::chinese ? "有" : "yes")};
    if (i == 0) branch.next = {{.label = words(label(kind, 1))}};
    if (i == 2) branch.to = "start";
    diagram.nodes[1].children.push_back(std::move(branch));
  }
  return diagram;
}

Diagram lanes(Words kind, std::size_t lanes, std::size_t rows) {
  Diagram diagram{.sort = DiagramSort::flow};
  for (std::size_t i = 0; i < lanes; ++i) diagram.heads.push_back(words(i % 2 == 0 ? "顧客" : "Shop"));
  for (std::size_t row = 0; row < rows; ++row) {
    diagram.nodes.push_back(
        {.label = words(label(kind, row)), .lane = static_cast<int>(row * 2 % lanes), .row = static_cast<int>(row)});
  }
  return diagram;
}

struct Sample {
  std::string name;
  Diagram diagram;
};

std::vector<Sample> samples() {
  std::vector<Sample> all;
  for (const Words kind : all_words_kinds) {
    const std::string words_name = " in words " + std::to_string(static_cast<int>(kind));
    const bool is_long = kind == Words::long_chinese || kind == Words::long_english;
    for (std::size_t count = 2; count <= 12; ++count) {
      all.push_back({"flow of " + std::to_string(count) + words_name, flow(kind, count, false)});
      all.push_back({"loop of " + std::to_string(count) + words_name, flow(kind, count, true)});
    }
    for (std::size_t count = 3; count <= (is_long ? 6U : 10U); ++count) {
      all.push_back({"cycle of " + std::to_string(count) + words_name, cycle(kind, count)});
    }
    for (const std::size_t count : {2U, 3U}) {
      all.push_back({"branches " + std::to_string(count) + words_name, branching(kind, count)});
      all.push_back({"lanes " + std::to_string(count) + words_name, lanes(kind, count, 5)});
    }
  }
  return all;
}

const theme::Theme& default_theme() {
  static const theme::Theme theme;
  return theme;
}

/// As in a workbook whose column is 100 mm wide.
DiagramLook column_look() {
  DiagramLook look = slide_diagram_look(default_theme(), 378, 560);
  look.text.size = 9.4_pt;
  look.least_size = 7_pt;
  look.stroke = 0.9_pt;
  look.paper = {255, 255, 255};
  look.accent = default_theme().colors.wood_print;
  look.accent_tint = mix(look.accent, look.paper, 0.07);
  return look;
}
DiagramLook slide_look() {
  return slide_diagram_look(default_theme(), 1104, 420);
}

bool overlap(const Box2d& a, const Box2d& b) {
  constexpr Points hair{0.05};
  return a.x + hair < b.x + b.width && b.x + hair < a.x + a.width && a.y + hair < b.y + b.height &&
         b.y + hair < a.y + a.height;
}
bool holds(const Box2d& outer, const Box2d& inner) {
  constexpr Points hair{0.6}; // as lines may be wider than their measure
  return inner.x + hair >= outer.x && inner.y + hair >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width + hair &&
         inner.y + inner.height <= outer.y + outer.height + hair;
}

/// Boxes of all that is drawn.
std::vector<Box2d> drawn_boxes(const DrawnDiagram& drawn) {
  std::vector<Box2d> boxes;
  for (const DiagramLayer& layer : drawn.layers) {
    for (const Op& op : layer.ops) {
      std::visit(Overloaded{
                     [&](const GlyphRun& run) {
                       const Glyph& last = run.glyphs.back();
                       boxes.push_back({run.x, run.y - run.size * 0.88, last.x + last.advance, run.size});
                     },
                     [&](const FilledRectangle& rectangle) { boxes.push_back(rectangle.box); },
                     [&](const StrokedRectangle& rectangle) { boxes.push_back(rectangle.box); },
                     [&](const StrokedLine& line) {
                       boxes.push_back({std::min(line.x1, line.x2), std::min(line.y1, line.y2), {}, {}});
                       boxes.push_back({std::max(line.x1, line.x2), std::max(line.y1, line.y2), {}, {}});
                     },
                     [&](const DrawnPath& path) {
                       for (const images::PathSegment& segment : path.path.segments) {
                         if (segment.kind == images::PathSegment::Kind::close) continue;
                         boxes.push_back({Points{segment.x}, Points{segment.y}, {}, {}});
                       }
                     },
                     [](const auto&) {},
                 },
                 op.content);
    }
  }
  return boxes;
}

/// All text with its places, and all corners, to compare two drawings.
std::string dump_of(const DrawnDiagram& drawn) {
  std::string text;
  for (const DiagramLayer& layer : drawn.layers) {
    text += "step " + std::to_string(layer.step) + "\n";
    for (const Op& op : layer.ops) {
      if (const auto* run = std::get_if<GlyphRun>(&op.content)) text += run->text + " ";
    }
  }
  for (const Box2d& box : drawn_boxes(drawn)) {
    for (const Points value : {box.x, box.y, box.width, box.height}) text += std::to_string(value.value) + " ";
  }
  return text;
}

struct Drawn {
  std::string name;
  DiagramLook look;
  WithDiagnostics<DrawnDiagram> drawn;
};

/// All samples on a slide and in a column, drawn once for all tests.
const std::vector<Drawn>& all_drawn() {
  static const std::vector<Drawn> all = [] {
    std::vector<Drawn> drawn;
    for (const Sample& sample : samples()) {
      for (const DiagramLook& look : {slide_look(), column_look()}) {
        const char* place = look.width.value > 400 ? " on a slide" : " in a column";
        drawn.push_back({sample.name + place, look, draw_diagram(sample.diagram, look, test::fonts(), Span{})});
      }
    }
    return drawn;
  }();
  return all;
}

template <class Check>
void for_all(const Check& check) {
  for (const Drawn& one : all_drawn()) {
    INFO(one.name);
    check(one.drawn.value, one.look);
  }
}

TEST_CASE("every sort of diagram fits a slide and a column of 100 mm") {
  for (const Drawn& one : all_drawn()) {
    INFO(one.name);
    CHECK(one.drawn.diagnostics.empty());
  }
}

TEST_CASE("a diagram stays within its place, and its text does not get too small") {
  for_all([](const DrawnDiagram& drawn, const DiagramLook& look) {
    CHECK(drawn.width.value <= look.width.value + 0.01);
    CHECK(drawn.height.value <= look.height.value + 0.01);
    CHECK(drawn.text_size >= look.least_size);
    const Box2d whole{{}, {}, drawn.width, drawn.height};
    const auto boxes = drawn_boxes(drawn);
    const auto is_outside = [&](const Box2d& box) { return !holds(whole, box); };
    CHECK(std::count_if(boxes.begin(), boxes.end(), is_outside) == 0);
  });
}

TEST_CASE("nodes of a diagram do not overlap, and labels stay in their shapes") {
  for_all([](const DrawnDiagram& drawn, const DiagramLook&) {
    const auto& nodes = drawn.geometry.nodes;
    REQUIRE(!nodes.empty());
    int overlaps = 0, outside = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t j = i + 1; j < nodes.size(); ++j) overlaps += overlap(nodes[i], nodes[j]) ? 1 : 0;
    }
    for (const PutLabel& put : drawn.geometry.labels) {
      outside += holds(put.within, put.box) ? 0 : 1;
      for (const Box2d& node : nodes) overlaps += overlap(put.box, node) && !holds(node, put.box) ? 1 : 0;
      for (const PutLabel& other : drawn.geometry.labels) {
        overlaps += &other != &put && overlap(put.box, other.box) ? 1 : 0;
      }
    }
    CHECK(overlaps == 0);
    CHECK(outside == 0);
  });
}

TEST_CASE("no arrow leads through a node") {
  for_all([](const DrawnDiagram& drawn, const DiagramLook&) {
    int through = 0;
    for (const DiagramRoute& route : drawn.geometry.routes) {
      for (std::size_t i = 1; i < route.corners.size(); ++i) {
        const auto [x1, y1] = route.corners[i - 1];
        const auto [x2, y2] = route.corners[i];
        const Box2d way{std::min(x1, x2), std::min(y1, y2), std::max(x1, x2) - std::min(x1, x2),
                        std::max(y1, y2) - std::min(y1, y2)};
        for (Box2d node : drawn.geometry.nodes) {
          node = {node.x + 0.5_pt, node.y + 0.5_pt, node.width - 1_pt, node.height - 1_pt};
          const bool crosses = way.x < node.x + node.width && node.x < way.x + way.width + 0.01_pt &&
                               way.y < node.y + node.height && node.y < way.y + way.height + 0.01_pt;
          through += crosses ? 1 : 0;
        }
      }
    }
    CHECK(through == 0);
  });
}

TEST_CASE("each label of a diagram has a contrast of at least 4.5 to what it stands on") {
  for_all([](const DrawnDiagram& drawn, const DiagramLook&) {
    for (const PutLabel& put : drawn.geometry.labels) CHECK(contrast_ratio(put.color, put.ground) >= 4.5);
  });
}

TEST_CASE("a diagram is drawn the same each time") {
  const auto all = samples();
  constexpr std::size_t stride = 5; // some of every sort
  for (std::size_t i = 0; i < all.size(); i += stride) {
    INFO(all[i].name);
    const auto again = draw_diagram(all[i].diagram, slide_look(), test::fonts(), Span{});
    CHECK(dump_of(again.value) == dump_of(all_drawn().at(2 * i).drawn.value));
  }
}

TEST_CASE("every node has its step, and steps come in reading order") {
  for_all([](const DrawnDiagram& drawn, const DiagramLook&) {
    for (std::size_t i = 1; i < drawn.layers.size(); ++i) CHECK(drawn.layers[i - 1].step < drawn.layers[i].step);
    CHECK(drawn.layers.back().step == static_cast<int>(drawn.geometry.nodes.size()));
  });
}

TEST_CASE("a diagram with too many words for its place is said, at its place") {
  Diagram diagram{.sort = DiagramSort::flow};
  for (int i = 0; i < 40; ++i) diagram.nodes.push_back({.label = words(label(Words::long_chinese, 0))});
  const Span span{{3}, 10, 20};
  const auto drawn = draw_diagram(diagram, column_look(), test::fonts(), span);
  REQUIRE(drawn.diagnostics.size() == 1);
  CHECK(drawn.diagnostics.front().kind->name == "diagram-overflows");
  CHECK(drawn.diagnostics.front().span == span);
  CHECK(drawn.value.layers.empty());
}

TEST_CASE("branches in branches in branches are refused or drawn, but soon") {
  DiagramNode node{.label = words("問")};
  for (int depth = 0; depth < 60; ++depth) {
    DiagramNode outer{.label = words("問")};
    outer.children = {std::move(node), {.label = words("答")}};
    node = std::move(outer);
  }
  Diagram diagram{.sort = DiagramSort::flow, .nodes = {std::move(node)}};
  const auto drawn = draw_diagram(diagram, column_look(), test::fonts(), Span{});
  CHECK(drawn.diagnostics.size() == 1);
}

TEST_CASE("labels break into lines of about one length, between words where they can") {
  Diagram diagram{.sort = DiagramSort::flow};
  diagram.nodes = {{.label = words("寫下顧客真正說的話")}, {.label = words("只介紹與需要有關的兩個好處")}};
  DiagramLook look = column_look();
  look.width = 120_pt;
  const auto drawn = draw_diagram(diagram, look, test::fonts(), Span{});
  std::vector<std::string> lines;
  for (const DiagramLayer& layer : drawn.value.layers) {
    for (const Op& op : layer.ops) {
      if (const auto* run = std::get_if<GlyphRun>(&op.content)) lines.push_back(run->text);
    }
  }
  for (const std::string& line : lines) CHECK(line.size() > 3); // no character stands alone
}

TEST_CASE("a blank node is an empty box with a dotted line") {
  Diagram diagram = flow(Words::chinese, 3, false);
  diagram.nodes[1].label.clear();
  diagram.nodes[1].is_blank = true;
  const auto drawn = draw_diagram(diagram, column_look(), test::fonts(), Span{});
  CHECK(drawn.value.geometry.nodes.size() == 3);
  int dotted = 0;
  for (const DiagramLayer& layer : drawn.value.layers) {
    for (const Op& op : layer.ops) {
      const auto* path = std::get_if<DrawnPath>(&op.content);
      if (path != nullptr && !path->path.dashes.empty()) ++dotted;
    }
  }
  CHECK(dotted == 1);
}

} // namespace
} // namespace comb::typeset
