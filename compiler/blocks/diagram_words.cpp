// Diagrams told in words.
#include "blocks/diagram_words.hpp"

#include "base/overloaded.hpp"
#include "model/labels.hpp"

#include <vector>

namespace comb::blocks {

namespace {

using model::Diagram;
using model::DiagramNode;

bool is_chinese_or_japanese(const words::Words& words) {
  return words.lang.substr(0, 2) == "zh" || words.lang.substr(0, 2) == "ja";
}

/// Writes sentences: joins, brackets and stops as the language has them.
class Teller {
 public:
  explicit Teller(const words::Words& words) : words_(words) {}

  std::string tell(const Diagram& diagram) {
    note_names(diagram);
    switch (diagram.sort) {
      case model::DiagramSort::flow:
        return stopped(diagram.heads.empty() ? steps(diagram.nodes) + loop(diagram) : lanes(diagram));
      case model::DiagramSort::cycle:
        return with_center(diagram) + stopped(steps(diagram.nodes) + back_to_first(diagram));
      case model::DiagramSort::pyramid:
        return stopped(words::fill(words_.from_bottom, pairs(diagram.nodes, Order::label_first)));
      case model::DiagramSort::quadrant:
        return quadrant(diagram);
      case model::DiagramSort::timeline:
        return stopped(pairs(diagram.nodes, Order::aside_first));
      case model::DiagramSort::stack:
        return with_center(diagram) + stopped(pairs(diagram.nodes, Order::label_first));
    }
    return {};
  }

 private:
  enum class Order : std::uint8_t { label_first, aside_first };

  std::string stopped(const std::string& sentence) const {
    if (sentence.empty()) return {};
    return sentence + (is_chinese_or_japanese(words_) ? "。" : ".");
  }
  std::string next_sentence() const { return is_chinese_or_japanese(words_) ? "" : " "; }
  std::string bracketed(const std::string& text) const {
    return is_chinese_or_japanese(words_) ? "（" + text + "）" : " (" + text + ")";
  }
  std::string semicolon() const { return is_chinese_or_japanese(words_) ? "；" : "; "; }

  /// The words of `inlines` without what a gap hides and without words for the trainer.
  std::string shown(const text::Inlines& inlines) const {
    std::string all;
    for (const text::Inline& piece : inlines) {
      std::visit(Overloaded{
                     [&](const text::Emphasis& part) { all += shown(part.children); },
                     [&](const text::Strong& part) { all += shown(part.children); },
                     [&](const text::Strikethrough& part) { all += shown(part.children); },
                     [&](const text::Link& part) { all += shown(part.children); },
                     [&](const text::Fill&) { all += words_.empty_to_fill; },
                     [&](const text::Blank&) { all += words_.empty_to_fill; },
                     [](const text::TrainerText&) {},
                     [&](const auto&) { all += text::plain_text({piece}); },
                 },
                 piece.content);
    }
    return all;
  }
  std::string label(const DiagramNode& node) const {
    return node.is_blank ? std::string(words_.empty_to_fill) : shown(node.label);
  }

  void note_names(const Diagram& diagram) {
    model::for_each_diagram_node(diagram, [&](const DiagramNode& node) {
      if (!node.id.empty()) named_.emplace_back(node.id, &node);
    });
  }
  std::string back(const DiagramNode& node) const {
    for (const auto& [id, target] : named_) {
      if (id == node.to) return std::string(words_.leads_to) + words::fill(words_.back_to, label(*target));
    }
    return {};
  }

  /// 「甲，接著乙，接著丙」, branches in brackets.
  std::string steps(const std::vector<DiagramNode>& nodes) const {
    std::string all;
    for (const DiagramNode& node : nodes) {
      if (!all.empty()) all += words_.leads_to;
      all += step(node);
    }
    return all;
  }
  std::string step(const DiagramNode& node) const {
    std::string all = label(node) + back(node);
    std::string branches;
    for (const DiagramNode& branch : node.children) {
      if (!branches.empty()) branches += semicolon();
      if (!branch.aside.empty()) branches += shown(branch.aside) + std::string(words_.colon);
      branches += step(branch);
      if (!branch.next.empty()) branches += std::string(words_.leads_to) + steps(branch.next);
    }
    if (!branches.empty()) all += bracketed(branches);
    return all;
  }
  std::string loop(const Diagram& diagram) const { return diagram.loop ? back_to_first(diagram) : std::string(); }
  std::string back_to_first(const Diagram& diagram) const {
    if (diagram.nodes.empty()) return {};
    return std::string(words_.leads_to) + words::fill(words_.back_to, label(diagram.nodes.front()));
  }

  /// 「業務：拜訪，接著工程：勘查」.
  std::string lanes(const Diagram& diagram) const {
    std::string all;
    for (const DiagramNode& node : diagram.nodes) {
      if (!all.empty()) all += words_.leads_to;
      const auto lane = static_cast<std::size_t>(node.lane);
      if (lane < diagram.heads.size()) all += shown(diagram.heads[lane]) + std::string(words_.colon);
      all += label(node);
    }
    return all + loop(diagram);
  }

  std::string with_center(const Diagram& diagram) const {
    return diagram.center.empty() ? std::string() : shown(diagram.center) + std::string(words_.colon);
  }

  std::string pairs(const std::vector<DiagramNode>& nodes, Order order) const {
    std::string all;
    for (const DiagramNode& node : nodes) {
      if (!all.empty()) all += semicolon();
      const std::string aside = shown(node.aside);
      if (order == Order::aside_first) {
        all += aside + (aside.empty() ? std::string() : std::string(words_.colon)) + label(node);
      } else {
        all += label(node) + (aside.empty() ? std::string() : bracketed(aside));
      }
    }
    return all;
  }

  static std::string dash(const std::string& low, const std::string& high) {
    if (low.empty() || high.empty()) return low + high;
    return low + " → " + high;
  }
  std::string axis(std::string_view pattern, const model::DiagramAxis& axis) const {
    const std::string poles = dash(shown(axis.low), shown(axis.high));
    std::string name = shown(axis.name);
    if (name.empty()) return stopped(words::fill(pattern, poles));
    if (!poles.empty()) name += bracketed(poles);
    return stopped(words::fill(pattern, name));
  }
  /// The two poles of a place, the horizontal one first.
  std::string place(const Diagram& diagram, bool is_right, bool is_high) const {
    const std::string x = shown(is_right ? diagram.x_axis.high : diagram.x_axis.low);
    const std::string y = shown(is_high ? diagram.y_axis.high : diagram.y_axis.low);
    return x + std::string(words_.list_comma) + y;
  }
  std::string quadrant(const Diagram& diagram) const {
    std::string all = axis(words_.axis_of, diagram.x_axis) + next_sentence();
    all += axis(words_.y_axis_of, diagram.y_axis) + next_sentence();
    std::string fields;
    for (std::size_t at = 0; at < diagram.nodes.size(); ++at) {
      if (!fields.empty()) fields += semicolon();
      const bool is_right = at % 2 == 1;
      const bool is_high = at < 2;
      fields += place(diagram, is_right, is_high) + std::string(words_.colon) + label(diagram.nodes[at]);
    }
    all += stopped(fields);
    std::string points;
    constexpr double middle = 0.5;
    for (const DiagramNode& point : diagram.points) {
      if (!points.empty()) points += semicolon();
      const bool is_right = point.x.value_or(0) >= middle;
      const bool is_high = point.y.value_or(0) >= middle;
      points += label(point) + bracketed(place(diagram, is_right, is_high));
    }
    return points.empty() ? all : all + next_sentence() + stopped(points);
  }

  const words::Words& words_;
  std::vector<std::pair<std::string, const DiagramNode*>> named_;
};

} // namespace

std::string told_in_words(const model::Diagram& diagram, const words::Words& words) {
  return Teller(words).tell(diagram);
}

} // namespace comb::blocks
