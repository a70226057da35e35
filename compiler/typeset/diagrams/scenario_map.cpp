// Rows by distance from the start: as distances are the shortest ones, no choice leads down by more than one row.
#include "typeset/diagrams/scenario_map.hpp"

#include "typeset/diagrams/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace comb::typeset {

namespace {

constexpr std::size_t most_in_a_row = 8;
constexpr double size_step = 0.5;

struct MapNode {
  const model::ScenarioNode* node = nullptr;
  std::size_t row = 0;
  double place = 0; ///< in its row: the middle of those that lead to it
  Box2d box{};
  Label label{};
  std::string back{};                 ///< 「↩ 1　→ 4」: nodes above or beside it that it leads to
  std::vector<std::size_t> below{};   ///< indices of nodes in the next row that it leads to
  std::vector<std::size_t> parents{}; ///< of nodes in the row above that lead to it
};

using MapRow = std::vector<std::size_t>;

std::size_t index_of(const model::Branching& branching, const std::string& id) {
  const auto found = std::ranges::find(branching.nodes, id, &model::ScenarioNode::id);
  return static_cast<std::size_t>(found - branching.nodes.begin());
}

/// Indices of the nodes by rows, first to last, in the order in which choices name them.
std::vector<MapRow> rows_of(const model::Branching& branching) {
  std::vector<MapRow> rows = {{0}};
  std::set<std::size_t> seen = {0};
  while (!rows.back().empty()) {
    MapRow next;
    for (const std::size_t from : rows.back()) {
      for (const model::Choice& choice : branching.nodes[from].choices) {
        const std::size_t to = index_of(branching, choice.to);
        if (to < branching.nodes.size() && seen.insert(to).second) next.push_back(to);
      }
    }
    rows.push_back(std::move(next));
  }
  rows.pop_back();
  return rows;
}

class ScenarioMap {
 public:
  ScenarioMap(const model::Branching& branching, const words::Words& words, Canvas& canvas)
      : branching_(branching), words_(words), canvas_(canvas), rows_(rows_of(branching)) {
    nodes_.resize(branching.nodes.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i].node = &branching.nodes[i];
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (const std::size_t i : rows_[row]) nodes_[i].row = row;
    }
    for (const MapRow& row : rows_) {
      for (const std::size_t i : row) join(i);
    }
  }

  std::optional<DrawnDiagram> draw() {
    sort_rows();
    Points y;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (rows_[row].size() > most_in_a_row) return std::nullopt;
      if (row > 0) y += gap_above(row);
      y = place_row(rows_[row], y);
    }
    for (std::size_t row = 0; row + 1 < rows_.size(); ++row) draw_arrows(rows_[row]);
    for (const MapRow& row : rows_) {
      for (const std::size_t i : row) draw_node(nodes_[i]);
    }
    if (!canvas_.fits() || y.value > canvas_.height().value) return std::nullopt;
    return canvas_.take(canvas_.width(), y);
  }

 private:
  bool is_best(const model::ScenarioNode& node) const {
    return std::ranges::find(branching_.best_path, node.id) != branching_.best_path.end();
  }

  void join(std::size_t from) {
    MapNode& node = nodes_[from];
    std::set<std::size_t> joined;
    for (const model::Choice& choice : node.node->choices) {
      const std::size_t to = index_of(branching_, choice.to);
      if (to >= nodes_.size() || !joined.insert(to).second) continue;
      if (nodes_[to].row == node.row + 1) {
        node.below.push_back(to);
        nodes_[to].parents.push_back(from);
      } else {
        const bool leads_back = nodes_[to].row < node.row || to == from;
        node.back +=
            std::string(node.back.empty() ? "" : "\u3000") + (leads_back ? "↩ " : "→ ") + nodes_[to].node->number;
      }
    }
  }

  /// Each row in the order of those that lead to it, so that few arrows cross.
  void sort_rows() {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (const std::size_t i : rows_[row]) {
        double sum = 0;
        for (const std::size_t parent : nodes_[i].parents) sum += nodes_[parent].place;
        if (row > 0) nodes_[i].place = sum / static_cast<double>(nodes_[i].parents.size());
      }
      std::ranges::stable_sort(rows_[row], {}, [this](std::size_t i) { return nodes_[i].place; });
      // Positions count from the middle of the row.
      const double middle = static_cast<double>(rows_[row].size() - 1) / 2;
      for (std::size_t i = 0; i < rows_[row].size(); ++i) nodes_[rows_[row][i]].place = static_cast<double>(i) - middle;
    }
  }

  NodeLook look_of(const MapNode& node) const {
    if (node.node->ending == model::Ending::good) return NodeLook::strong;
    return node.node->ending == model::Ending::poor ? NodeLook::open : NodeLook::plain;
  }

  /// 「★ 3 開始談話」, below it the end's name or where it leads back to.
  text::Inlines words_of(const MapNode& node) const {
    const model::ScenarioNode& shown = *node.node;
    text::Inlines line;
    if (is_best(shown)) line.push_back({shown.span, text::Run{"★ "}});
    line.push_back({shown.span, text::Strong{text::plain_inlines(shown.number, shown.span)}});
    if (!shown.title.empty()) line.push_back({shown.span, text::Run{" "}});
    line.insert(line.end(), shown.title.begin(), shown.title.end());
    std::string below = node.back;
    if (shown.ending == model::Ending::good) below = words_.good_end;
    if (shown.ending == model::Ending::poor) below = words_.poor_end;
    if (!below.empty()) {
      line.push_back({shown.span, text::LineBreak{}});
      line.push_back({shown.span, text::Run{below}});
    }
    return line;
  }

  Points place_row(const MapRow& row, Points y) {
    const auto count = static_cast<double>(row.size());
    const Points gap = canvas_.em(1.4);
    const Points width = std::min((canvas_.width() - gap * (count - 1)) / count, canvas_.em(12));
    Points height;
    for (const std::size_t i : row) {
      const NodeLook look = look_of(nodes_[i]);
      nodes_[i].label =
          canvas_.label(words_of(nodes_[i]), {.color = canvas_.ink_on(look)}, width - canvas_.side_padding() * 2);
      height = std::max(height, nodes_[i].label.height + canvas_.top_padding() * 2);
    }
    Points x = (canvas_.width() - width * count - gap * (count - 1)) / 2;
    for (const std::size_t i : row) {
      nodes_[i].box = {x, y, width, height};
      x += width + gap;
    }
    return y + height;
  }

  Points channel_step() const { return canvas_.em(0.6); }

  /// Room for one level a node of the row above from which arrows turn aside.
  Points gap_above(std::size_t row) const {
    const auto sources = static_cast<double>(rows_[row - 1].size());
    return canvas_.em(1.2) + channel_step() * sources + canvas_.head_length();
  }

  static Points middle_of(const MapNode& node) { return node.box.x + node.box.width / 2; }

  /// Where the arrow from `from` meets the top of `to`: arrows that meet one node stand apart.
  Points port(const MapNode& to, std::size_t from) const {
    std::vector<std::size_t> parents = to.parents;
    std::ranges::stable_sort(parents, {}, [this](std::size_t i) { return middle_of(nodes_[i]); });
    const auto at = static_cast<double>(std::ranges::find(parents, from) - parents.begin());
    const double middle = static_cast<double>(parents.size() - 1) / 2;
    const Points shift = std::min(canvas_.em(1.6), to.box.width * 0.8 / static_cast<double>(parents.size()));
    Points x = middle_of(to) + shift * (at - middle);
    // Straight below another node the arrow would run along that node's own.
    const bool is_taken = std::ranges::any_of(rows_[nodes_[from].row], [&](std::size_t other) {
      const double apart = std::abs(middle_of(nodes_[other]).value - x.value);
      return other != from && !nodes_[other].below.empty() && apart < canvas_.em(0.5).value;
    });
    if (is_taken) x += middle_of(nodes_[from]) < x ? -canvas_.em(0.8) : canvas_.em(0.8);
    return x;
  }

  void draw_arrows(const MapRow& row) {
    Points channel = canvas_.em(0.7);
    for (const std::size_t from : row) {
      const MapNode& source = nodes_[from];
      const Points bottom = source.box.y + source.box.height;
      for (const std::size_t to : source.below) {
        const Points top = nodes_[to].box.y;
        const Points x = port(nodes_[to], from);
        const Points start = middle_of(source);
        const bool is_straight = std::abs((x - start).value) < 1;
        std::vector<Position> route = {{start, bottom}};
        if (!is_straight) {
          route.push_back({start, bottom + channel});
          route.push_back({x, bottom + channel});
        }
        route.push_back({is_straight ? start : x, top});
        canvas_.arrow(route);
      }
      channel += channel_step();
    }
  }

  void draw_node(const MapNode& node) { canvas_.node(node.box, node.label, look_of(node)); }

  const model::Branching& branching_;
  const words::Words& words_;
  Canvas& canvas_;
  std::vector<MapRow> rows_;
  std::vector<MapNode> nodes_{};
};

} // namespace

std::optional<DrawnDiagram> draw_scenario_map(const model::Branching& branching, const DiagramLook& look,
                                              const words::Words& words, const Fonts& fonts) {
  if (branching.nodes.empty()) return std::nullopt;
  for (Points size = look.text.size; size >= look.least_size; size -= Points{size_step}) {
    Canvas canvas(look, size, fonts);
    if (std::optional<DrawnDiagram> drawn = ScenarioMap(branching, words, canvas).draw()) return drawn;
  }
  return std::nullopt;
}

} // namespace comb::typeset
