// Pyramids, quadrants, timelines and stacks: nothing overlaps, nothing is cut, whatever the words and the width.
#include "typeset/diagrams/diagram.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace comb;
using namespace comb::typeset;

namespace {

constexpr double hair = 0.5;

model::DiagramNode node_of(const std::string& label, const std::string& aside = {}) {
  return {.label = text::plain_inlines(label, {}), .aside = text::plain_inlines(aside, {})};
}

struct Sample {
  const char* lang;
  const char* label;
  const char* aside;
};
constexpr Sample samples[] = {
    {"short Chinese", "聆聽", "三月"},
    {"long Chinese", "態度：有禮、溫暖、友善、自信，記得每一位顧客", "二〇一四年第三季"},
    {"short English", "listen", "May"},
    {"long English", "understands the request and gives accurate information", "September 2014"},
};

model::Diagram diagram_of(model::DiagramSort sort, const Sample& sample, int count) {
  model::Diagram diagram{.sort = sort};
  for (int i = 0; i < count; ++i) {
    model::DiagramNode node = node_of(sample.label, sample.aside);
    node.amount = i == 0 ? 100 : 1 + i;
    diagram.nodes.push_back(std::move(node));
  }
  return diagram;
}

DiagramLook look_of(Points width, Points height) {
  return {.text = {.size = 18_pt, .color = {35, 33, 30}},
          .least_size = 7_pt,
          .width = width,
          .height = height,
          .ink = {35, 33, 30},
          .soft = {107, 101, 92},
          .line = {221, 213, 199},
          .paper = {251, 248, 242},
          .accent = {164, 80, 31},
          .accent_tint = {245, 236, 227}};
}
DiagramLook slide() {
  return look_of(850_pt, 350_pt);
}
DiagramLook column() {
  DiagramLook look = look_of(100_mm, 430_pt);
  look.text.size = 9.5_pt;
  return look;
}

bool overlap(const Box2d& a, const Box2d& b) {
  return a.x.value + hair < (b.x + b.width).value && b.x.value + hair < (a.x + a.width).value &&
         a.y.value + hair < (b.y + b.height).value && b.y.value + hair < (a.y + a.height).value;
}
bool holds(const Box2d& outer, const Box2d& inner) {
  return inner.x.value + hair >= outer.x.value && inner.y.value + hair >= outer.y.value &&
         (inner.x + inner.width).value <= (outer.x + outer.width).value + hair &&
         (inner.y + inner.height).value <= (outer.y + outer.height).value + hair;
}

/// What is wrong with a drawing; empty for a good one.
std::string faults(const model::Diagram& diagram, const DiagramLook& look) {
  const auto drawn = draw_diagram(diagram, look, test::fonts(), {});
  std::string found;
  for (const Diagnostic& diagnostic : drawn.diagnostics) found += diagnostic.message + "\n";
  const DrawnDiagram& value = drawn.value;
  if (value.layers.empty()) return found + "nothing drawn\n";
  const Box2d whole{Points{}, Points{}, value.width, value.height};
  if (value.width.value > look.width.value + hair || value.height.value > look.height.value + hair)
    found += "too big\n";
  const std::vector<PutLabel>& labels = value.geometry.labels;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!holds(whole, labels[i].box)) found += "label " + std::to_string(i) + " is cut\n";
    if (!holds(labels[i].within, labels[i].box)) found += "label " + std::to_string(i) + " leaves its shape\n";
    if (contrast_ratio(labels[i].color, labels[i].ground) < 4.5) found += "label " + std::to_string(i) + " is pale\n";
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(labels[i].box, labels[j].box)) {
        found += "labels " + std::to_string(j) + " and " + std::to_string(i) + " overlap\n";
      }
    }
  }
  for (std::size_t i = 0; i < value.geometry.nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(value.geometry.nodes[i], value.geometry.nodes[j])) found += "nodes overlap\n";
    }
  }
  return found;
}

void check_all(const model::Diagram& diagram, const std::string& what) {
  CAPTURE(what);
  const std::string wide = faults(diagram, slide());
  const std::string narrow = faults(diagram, column());
  CHECK(wide == "");
  CHECK(narrow == "");
}

model::Diagram quadrant_of(const Sample& sample, const std::vector<std::pair<double, double>>& places) {
  model::Diagram diagram = diagram_of(model::DiagramSort::quadrant, sample, 4);
  diagram.x_axis = {text::plain_inlines(sample.aside, {}), text::plain_inlines("低", {}),
                    text::plain_inlines("高", {})};
  diagram.y_axis = diagram.x_axis;
  for (const auto& [x, y] : places) {
    model::DiagramNode point = node_of(sample.aside);
    point.x = x;
    point.y = y;
    diagram.points.push_back(std::move(point));
  }
  return diagram;
}

} // namespace

TEST_CASE("a pyramid with short words beside it is no wider than they are, so that it stands in the middle") {
  const model::Diagram diagram = diagram_of(model::DiagramSort::pyramid, samples[0], 5);
  const DrawnDiagram drawn = draw_diagram(diagram, slide(), test::fonts(), {}).value;
  double right = 0;
  for (const PutLabel& label : drawn.geometry.labels) right = std::max(right, (label.box.x + label.box.width).value);
  CHECK(drawn.width.value == doctest::Approx(right));
}

TEST_CASE("smaller type keeps words whole in narrow boxes") {
  model::Diagram diagram{.sort = model::DiagramSort::flow};
  diagram.heads = {text::plain_inlines("分工制", {}), text::plain_inlines("混合團隊", {})};
  for (int i = 0; i < 12; ++i) {
    diagram.nodes.push_back(node_of("客戶經理轉達"));
    diagram.nodes.back().lane = i % 2;
    diagram.nodes.back().row = i / 2;
  }
  const DrawnDiagram drawn = draw_diagram(diagram, look_of(740_pt, 350_pt), test::fonts(), {}).value;
  // Four characters a line, 「客戶經理」, where three of the largest type would fit.
  CHECK(drawn.geometry.labels.back().box.width.value >= 4 * 0.75 * 18);
  CHECK(drawn.geometry.labels.back().box.width.value < 4 * 18);
}

TEST_CASE("pyramids of two to eight levels keep their words inside, with one side or two") {
  for (const Sample& sample : samples) {
    for (const int count : {2, 4, 6, 8}) {
      model::Diagram both = diagram_of(model::DiagramSort::pyramid, sample, count);
      both.heads = {text::plain_inlines("顧客喜歡的", {}), text::plain_inlines("背後的能力", {})};
      check_all(both, std::string(sample.lang) + ", two sides, " + std::to_string(count));
      model::Diagram one = diagram_of(model::DiagramSort::pyramid, {sample.lang, sample.label, ""}, count);
      check_all(one, std::string(sample.lang) + ", one side, " + std::to_string(count));
    }
  }
}

TEST_CASE("timelines of two to twelve events keep their words apart") {
  for (const Sample& sample : samples) {
    for (const int count : {2, 4, 7, 12}) {
      check_all(diagram_of(model::DiagramSort::timeline, sample, count),
                std::string(sample.lang) + " " + std::to_string(count));
    }
  }
}

TEST_CASE("stacks show the smallest part as readably as the largest") {
  for (const Sample& sample : samples) {
    for (const int count : {2, 5, 12}) {
      model::Diagram stack = diagram_of(model::DiagramSort::stack, sample, count);
      check_all(stack, std::string(sample.lang) + " " + std::to_string(count));
      stack.center = text::plain_inlines("成交價 10 元", {});
      check_all(stack, std::string(sample.lang) + " with its whole, " + std::to_string(count));
    }
  }
}

TEST_CASE("parts of a stack are as high as their amounts where there is room") {
  model::Diagram stack{.sort = model::DiagramSort::stack};
  for (const double amount : {4.0, 2.0, 2.0}) {
    stack.nodes.push_back(node_of("材料", "4"));
    stack.nodes.back().amount = amount;
  }
  const auto drawn = draw_diagram(stack, slide(), test::fonts(), {});
  const auto& bars = drawn.value.geometry.nodes;
  REQUIRE(bars.size() == 3);
  const double gap = (bars[1].y - bars[0].y - bars[0].height).value;
  CHECK((bars[0].height.value + gap) / (bars[1].height.value + gap) == doctest::Approx(2));
}

TEST_CASE("names of points stand on nothing, wherever the points are") {
  const std::vector<std::vector<std::pair<double, double>>> plots = {
      {},
      {{0.7, 0.2}},
      {{0, 0}, {1, 1}, {0, 1}, {1, 0}},
      {{0.5, 0.5}, {0.5, 0.5}, {0.52, 0.5}, {0.5, 0.53}, {0.48, 0.5}, {0.51, 0.49}},
      {{0.1, 0.9},
       {0.12, 0.9},
       {0.14, 0.9},
       {0.9, 0.1},
       {0.9, 0.12},
       {0.2, 0.2},
       {0.22, 0.2},
       {0.24, 0.2},
       {0.8, 0.8},
       {0.82, 0.82},
       {0.6, 0.6},
       {0.4, 0.4}},
  };
  for (const Sample& sample : samples) {
    for (const auto& places : plots) {
      check_all(quadrant_of(sample, places), std::string(sample.lang) + " " + std::to_string(places.size()));
    }
  }
}

TEST_CASE("a blank node is room to write in, on every sort") {
  using model::DiagramSort;
  for (const DiagramSort sort : {DiagramSort::pyramid, DiagramSort::timeline, DiagramSort::stack}) {
    model::Diagram diagram = diagram_of(sort, samples[0], 4);
    for (model::DiagramNode& node : diagram.nodes) {
      node.is_blank = true;
      node.label.clear();
    }
    check_all(diagram, std::string(model::name_of(sort)));
  }
}

TEST_CASE("each node of a diagram comes with its own step") {
  using model::DiagramSort;
  for (const DiagramSort sort : {DiagramSort::pyramid, DiagramSort::timeline, DiagramSort::stack}) {
    const auto drawn = draw_diagram(diagram_of(sort, samples[0], 4), slide(), test::fonts(), {});
    CAPTURE(std::string(model::name_of(sort)));
    CHECK(drawn.value.layers.back().step == 4);
  }
  const auto quadrant = draw_diagram(quadrant_of(samples[0], {{0.2, 0.3}}), slide(), test::fonts(), {});
  CHECK(quadrant.value.layers.back().step == 5);
}
