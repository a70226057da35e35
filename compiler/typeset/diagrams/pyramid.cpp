// Pyramids: levels as wide as they are low, and what stands beside each of them.
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace comb::typeset {

namespace {

// A sharp point has no room for words, so the top is cut off; wider where the words of the upper levels want it.
constexpr std::array<double, 5> top_shares = {0.2, 0.3, 0.42, 0.56, 0.7};
constexpr std::size_t lines_wished = 2;
constexpr double pyramid_share = 0.54; ///< of the width, where something stands beside it
constexpr double widest_pyramid_ems = 40;
constexpr double widest_aside_ems = 26;
constexpr double wished_ems = 3; ///< height of a level, where the canvas has it
constexpr double close_padding_ems = 0.15;
constexpr int most_rounds = 6; ///< of setting labels until their levels keep their heights

struct Level {
  const model::DiagramNode* node = nullptr;
  int step = 0;
  Label label{}, aside{};
  Points top{}, height{};
};

/// Sets the labels of one pyramid, the uppermost level first.
class Pyramid {
 public:
  Pyramid(const model::Diagram& diagram, Canvas& canvas) : diagram_(diagram), canvas_(canvas) {
    for (std::size_t at = diagram.nodes.size(); at-- > 0;) {
      levels_.push_back({.node = &diagram.nodes[at], .step = static_cast<int>(at) + 1});
      has_asides_ = has_asides_ || !diagram.nodes[at].aside.empty();
    }
    gap_ = canvas.em(2);
    base_ = std::min(canvas.width() * (has_asides_ ? pyramid_share : 1), canvas.em(widest_pyramid_ems));
    aside_width_ = has_asides_ ? std::min(canvas.width() - base_ - gap_, canvas.em(widest_aside_ems)) : Points{};
  }

  DrawnDiagram draw() {
    put_heads();
    for (const double share : top_shares) {
      top_share_ = share;
      Canvas trial = canvas_;
      set_levels(trial);
      if (reads_well()) break;
    }
    set_levels(canvas_);
    for (const Level& level : levels_) draw_level(level);
    return canvas_.take(base_ + (has_asides_ ? gap_ + widest_aside() : Points{}), foot());
  }

 private:
  Points between() const { return canvas_.em(0.22); }
  Points aside_left() const { return base_ + gap_; }
  Points least_height() const { return canvas_.text_size() * canvas_.look().leading + padding_ * 2; }

  /// The width of the pyramid at `y`.
  Points width_at(Points y) const {
    const Points whole = foot() - head_height_;
    const double down = whole.value > 0 ? (y - head_height_) / whole : 1;
    return base_ * (top_share_ + (1 - top_share_) * std::clamp(down, 0.0, 1.0));
  }
  /// The room for words of `height` in the middle of `level`: as wide as the level is above them.
  Points room(const Level& level, Points height) const {
    const Points above = level.top + std::max(Points{}, (level.height - height) / 2);
    return std::max(width_at(above) - canvas_.side_padding() * 2, canvas_.em(1));
  }

  void put_heads() {
    if (diagram_.heads.empty()) return;
    const LabelStyle style{.color = canvas_.look().accent, .weight = Weight::bold};
    const Label left = canvas_.label(diagram_.heads.front(), style, base_);
    LabelStyle beside = style;
    beside.align = TextAlign::start;
    Label right{.style = beside};
    if (diagram_.heads.size() > 1 && has_asides_) right = canvas_.label(diagram_.heads[1], beside, aside_width_);
    head_aside_width_ = right.width;
    const Points height = std::max(left.height, right.height);
    if (height.value <= 0) return;
    canvas_.put(left, {Points{}, Points{}, base_, height}, canvas_.look().paper);
    canvas_.put(right, {aside_left(), Points{}, aside_width_, height}, canvas_.look().paper);
    head_height_ = height + canvas_.em(0.5);
  }

  void stack() {
    Points y = head_height_;
    for (Level& level : levels_) {
      level.top = y;
      y += level.height + between();
    }
  }
  /// Of what stands beside the levels: the drawing is no wider, so that it can be centred.
  Points widest_aside() const {
    Points widest = head_aside_width_;
    for (const Level& level : levels_) widest = std::max(widest, level.aside.width);
    return std::min(widest, aside_width_);
  }
  Points foot() const { return levels_.back().top + levels_.back().height; }

  /// All levels as high as the highest, and up to `wished`, where there is room for that.
  void even_out(Points wished) {
    Points highest{};
    for (const Level& level : levels_) highest = std::max(highest, level.height);
    const Points room = (canvas_.height() - head_height_) / static_cast<double>(levels_.size()) - between();
    if (room < highest) return;
    for (Level& level : levels_) level.height = std::max(highest, std::min(room, wished));
  }

  /// Roomy levels, or where that makes the pyramid too high, such as hold their words; and rather close ones than
  /// small type.
  void set_levels(Canvas& canvas) {
    for (const Points padding : {canvas.top_padding(), canvas.em(close_padding_ems)}) {
      padding_ = padding;
      for (const Points wished : {canvas.em(wished_ems), Points{}}) {
        set_levels(canvas, wished);
        if (foot() <= canvas.height()) return;
      }
    }
  }
  void set_levels(Canvas& canvas, Points wished) {
    for (Level& level : levels_) level.height = least_height();
    even_out(wished);
    stack();
    const LabelStyle beside{.color = canvas.look().ink, .align = TextAlign::start};
    for (Level& level : levels_) level.aside = canvas.label(level.node->aside, beside, aside_width_);
    for (int round = 0; round < most_rounds; ++round) {
      bool grown = false;
      for (Level& level : levels_) {
        level.label = set_label(canvas, level);
        const Points wanted = std::max(level.label.height + padding_ * 2, level.aside.height + between());
        if (wanted.value <= level.height.value + 0.01) continue;
        level.height = wanted;
        grown = true;
      }
      if (grown) even_out(wished);
      stack();
      if (!grown) break;
    }
  }
  /// The label in the room that it has itself: one of more lines reaches higher up, where the level is narrower.
  Label set_label(Canvas& canvas, const Level& level) const {
    Canvas trial = canvas;
    const Label first = trial.label_of(*level.node, NodeLook::plain, room(level, canvas.text_size()));
    return canvas.label_of(*level.node, NodeLook::plain, room(level, first.height));
  }

  bool reads_well() const {
    return std::ranges::all_of(levels_, [](const Level& level) {
      return !level.label.overflows && level.label.set.lines.size() <= lines_wished;
    });
  }

  void draw_level(const Level& level) {
    canvas_.begin_step(level.step);
    const Points middle = base_ / 2;
    const Points bottom = level.top + level.height;
    const Points upper = width_at(level.top) / 2, lower = width_at(bottom) / 2;
    const std::array<Position, 4> corners = {Position{middle - upper, level.top}, Position{middle + upper, level.top},
                                             Position{middle + lower, bottom}, Position{middle - lower, bottom}};
    const Points width = std::max(room(level, level.label.height), level.label.width);
    canvas_.node(corners, {middle - width / 2, level.top, width, level.height}, level.label, NodeLook::plain);
    if (level.aside.is_empty()) return;
    const Points y = level.top + level.height / 2;
    const Points edge = middle + width_at(y) / 2 + canvas_.em(0.3);
    canvas_.line({edge, y}, {aside_left() - canvas_.em(0.5), y}, canvas_.look().soft, canvas_.hairline() * 0.6);
    canvas_.put(level.aside, {aside_left(), level.top, aside_width_, level.height}, canvas_.look().paper);
  }

  const model::Diagram& diagram_;
  Canvas& canvas_;
  std::vector<Level> levels_{};
  bool has_asides_ = false;
  double top_share_ = top_shares.front();
  Points gap_{}, base_{}, aside_width_{}, head_height_{}, head_aside_width_{};
  Points padding_{}; ///< above and below the words of a level
};

} // namespace

std::optional<DrawnDiagram> lay_out_pyramid(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.empty()) return canvas.take({}, {});
  return Pyramid(diagram, canvas).draw();
}

} // namespace comb::typeset
