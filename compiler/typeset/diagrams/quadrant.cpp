// Quadrants: two axes with their poles, four fields, and points among them.
#include "typeset/diagrams/quadrant_points.hpp"
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace comb::typeset {

namespace {

constexpr double pole_share = 0.18; ///< of the width, for the poles of the upright axis
constexpr double widest_plot_ems = 44;
constexpr double height_share = 0.58; ///< of the plot's width
constexpr double least_field_ems = 3.4;
constexpr double beside_share = 0.3;     ///< of the width, for the key of numbered points
constexpr double widest_above_key = 1.6; ///< of its height: a wider canvas has the key beside the plot
constexpr double name_share = 0.42;      ///< of the plot's width: the longest line of a point's name

/// A field, its label and the corners where the label may stand, the outer one first.
struct Field {
  const model::DiagramNode* node = nullptr;
  Box2d box{};
  Label label{};
  Box2d label_box{};
};

class Quadrant {
 public:
  Quadrant(const model::Diagram& diagram, Canvas& canvas) : diagram_(diagram), canvas_(canvas) {}

  std::optional<DrawnDiagram> draw() {
    set_axes();
    if (!set_plot()) return std::nullopt;
    set_fields();
    set_points();
    if (!place_all()) return std::nullopt;
    draw_axes();
    draw_fields();
    draw_points();
    const Points foot = foot_height();
    const Points bottom = plot_.y + plot_.height + foot;
    const Points right = plot_.x + plot_.width + canvas_.em(0.3);
    if (!is_numbered_) return canvas_.take(right, bottom);
    if (key_is_beside_) {
      const Points key = draw_key({right + canvas_.em(1.2), plot_.y});
      return canvas_.take(right + canvas_.em(1.2) + key_width(), std::max(bottom, key));
    }
    return canvas_.take(right, draw_key({plot_.x, bottom + canvas_.em(0.7)}));
  }

 private:
  void set_axes() {
    const LabelStyle pole{.color = canvas_.look().soft};
    const LabelStyle name{.color = canvas_.look().accent, .weight = Weight::bold, .align = TextAlign::start};
    LabelStyle upright = pole;
    upright.align = TextAlign::end;
    const Points pole_width = std::min(canvas_.width() * pole_share, canvas_.em(8));
    y_low_ = canvas_.label(diagram_.y_axis.low, upright, pole_width);
    y_high_ = canvas_.label(diagram_.y_axis.high, upright, pole_width);
    left_ = std::max(y_low_.width, y_high_.width) + canvas_.em(0.8);
    const Points width = std::min(canvas_.width() - left_ - canvas_.em(0.3), canvas_.em(widest_plot_ems));
    plot_ = {left_, Points{}, width, Points{}};
    y_name_ = canvas_.label(diagram_.y_axis.name, name, left_ + width * 0.6);
    set_x_axis();
  }

  void set_x_axis() {
    const LabelStyle pole{.color = canvas_.look().soft};
    const LabelStyle middle{.color = canvas_.look().accent, .weight = Weight::bold};
    const Points width = plot_.width;
    // The name of the level axis stands between its poles, as wide as they leave it.
    x_low_ = canvas_.label(diagram_.x_axis.low, pole, width * 0.3);
    x_high_ = canvas_.label(diagram_.x_axis.high, pole, width * 0.3);
    x_name_ = canvas_.label(diagram_.x_axis.name, middle, width * 0.36);
  }

  Points foot_height() const { return std::max({x_low_.height, x_high_.height, x_name_.height}) + canvas_.em(0.6); }

  bool set_plot() {
    const Points head = y_name_.is_empty() ? canvas_.em(0.6) : y_name_.height + canvas_.em(0.6);
    plot_.y = head;
    const Points room = canvas_.height() - head - foot_height();
    plot_.height = std::min(std::max(plot_.width * height_share, canvas_.em(least_field_ems) * 2), room);
    return plot_.height >= canvas_.em(least_field_ems) * 2;
  }

  void set_fields() {
    const Points gap = canvas_.em(0.2);
    const Points width = (plot_.width - gap) / 2, height = (plot_.height - gap) / 2;
    for (std::size_t at = 0; at < diagram_.nodes.size() && at < 4; ++at) {
      Field field{.node = &diagram_.nodes[at]};
      field.box = {plot_.x + (at % 2 == 1 ? width + gap : Points{}), plot_.y + (at >= 2 ? height + gap : Points{}),
                   width, height};
      field.label = canvas_.label_of(*field.node, NodeLook::plain, width - canvas_.side_padding() * 2);
      fields_.push_back(std::move(field));
    }
  }

  void set_points() {
    const LabelStyle name{.color = canvas_.look().ink, .size = 0.9, .align = TextAlign::start};
    for (const model::DiagramNode& point : diagram_.points) {
      names_.push_back(canvas_.label(point.label, name, plot_.width * name_share));
      const double across = point.x.value_or(0), up = point.y.value_or(0);
      const Points edge = radius() + canvas_.em(0.1);
      const Points width = plot_.width - edge * 2, height = plot_.height - edge * 2;
      points_.push_back({.dot = {plot_.x + edge + width * across, plot_.y + edge + height * (1 - up)},
                         .width = names_.back().width,
                         .height = names_.back().height});
    }
    part_dots(points_, plot_, radius() * 2.4);
  }

  Points radius() const { return canvas_.em(is_numbered_ ? 0.72 : 0.32); }

  /// The corners of a field for its label, the outermost first; without points its middle.
  std::vector<Box2d> places_of(const Field& field, std::size_t at) const {
    const Points side = canvas_.side_padding(), top = canvas_.top_padding();
    const Points width = field.label.width, height = field.label.height;
    const Box2d& box = field.box;
    const Points left = box.x + side, right = box.x + box.width - side - width;
    const Points upper = box.y + top, lower = box.y + box.height - top - height;
    const Points middle = box.x + (box.width - width) / 2;
    const Points center = box.y + (box.height - height) / 2;
    if (points_.empty()) return {{middle, center, width, height}};
    const bool is_right = at % 2 == 1, is_low = at >= 2;
    const Points outer_x = is_right ? right : left, inner_x = is_right ? left : right;
    const Points outer_y = is_low ? lower : upper, inner_y = is_low ? upper : lower;
    std::vector<Box2d> places;
    for (const Points y : {outer_y, inner_y, center}) {
      for (const Points x : {outer_x, middle, inner_x}) places.push_back({x, y, width, height});
    }
    return places;
  }

  bool place_fields() {
    std::vector<Box2d> dots;
    for (const PlottedPoint& point : points_) {
      const Points reach = radius() + canvas_.em(0.15);
      dots.push_back({point.dot.x - reach, point.dot.y - reach, reach * 2, reach * 2});
    }
    for (std::size_t at = 0; at < fields_.size(); ++at) {
      Field& field = fields_[at];
      if (field.label.height + canvas_.top_padding() * 2 > field.box.height) return false;
      const std::vector<Box2d> places = places_of(field, at);
      const auto is_free = [&](const Box2d& place) {
        return std::ranges::none_of(dots, [&](const Box2d& dot) { return overlap(place, dot); });
      };
      const auto found = std::ranges::find_if(places, is_free);
      if (found == places.end()) return false;
      field.label_box = *found;
    }
    return true;
  }

  /// Names beside their dots; where they are too many, numbers in the dots and the names below.
  bool place_all() {
    if (place_fields()) {
      std::vector<Box2d> taken;
      for (const Field& field : fields_) taken.push_back(field.label_box);
      const PointSpacing spacing{.radius = radius(), .gap = canvas_.em(0.3)};
      if (place_point_labels(points_, taken, plot_, spacing)) return true;
    }
    is_numbered_ = true;
    points_.clear();
    names_.clear();
    make_room_for_key();
    if (plot_.height < canvas_.em(least_field_ems) * 2) return false;
    fields_.clear();
    set_fields();
    set_points();
    return place_fields();
  }

  // The key of numbered points: one column beside the plot where that is wide, else two below it.

  std::size_t key_columns() const { return key_is_beside_ ? 1 : 2; }
  Points key_width() const {
    return key_is_beside_ ? canvas_.width() * beside_share : (plot_.width - canvas_.em(1.5)) / 2;
  }
  Label key_label(std::size_t at) const {
    const LabelStyle style{.color = canvas_.look().ink, .size = 0.9, .align = TextAlign::start};
    return canvas_.label(diagram_.points[at].label, style, key_width() - canvas_.em(2.2));
  }
  std::size_t row_end(std::size_t row) const { return std::min((row + 1) * key_columns(), diagram_.points.size()); }
  Points key_row_height(std::size_t row) const {
    Points height = canvas_.em(1.7);
    for (std::size_t at = row * key_columns(); at < row_end(row); ++at) {
      height = std::max(height, key_label(at).height + canvas_.em(0.3));
    }
    return height;
  }
  std::size_t key_rows() const { return (diagram_.points.size() + key_columns() - 1) / key_columns(); }

  void make_room_for_key() {
    key_is_beside_ = canvas_.width() > canvas_.height() * widest_above_key;
    if (key_is_beside_) {
      // All of it again, as if the canvas were narrower.
      const Points beside = key_width() + canvas_.em(1.5);
      plot_.width = std::min(plot_.width, canvas_.width() - left_ - beside);
      set_x_axis();
      set_plot();
      return;
    }
    Points key = canvas_.em(0.7);
    for (std::size_t row = 0; row < key_rows(); ++row) key += key_row_height(row);
    plot_.height = std::min(plot_.height, canvas_.height() - plot_.y - foot_height() - key);
  }

  Points draw_key(Position place) {
    for (std::size_t row = 0; row < key_rows(); ++row) {
      const Points height = key_row_height(row);
      Points left = place.x;
      for (std::size_t at = row * key_columns(); at < row_end(row); ++at) {
        canvas_.begin_step(step_of_point(at));
        draw_number(at, {left + radius(), place.y + height / 2});
        canvas_.put(key_label(at), {left + canvas_.em(2.2), place.y, key_width() - canvas_.em(2.2), height},
                    canvas_.look().paper);
        left += key_width() + canvas_.em(1.5);
      }
      place.y += height;
    }
    return place.y;
  }

  void draw_number(std::size_t at, Position center) {
    canvas_.dot(center, radius(), {.fill = canvas_.look().accent});
    const LabelStyle style{.color = canvas_.look().on_accent, .weight = Weight::bold, .size = 0.8};
    const Label number = canvas_.label(std::to_string(at + 1), style, radius() * 2);
    canvas_.put(number, {center.x - radius(), center.y - radius(), radius() * 2, radius() * 2}, canvas_.look().accent);
  }

  // Drawing

  static int step_of_field(std::size_t at) { return static_cast<int>(at) + 1; }
  int step_of_point(std::size_t at) const { return static_cast<int>(fields_.size() + at) + 1; }

  void draw_axes() {
    canvas_.begin_step(0);
    const Rgb paper = canvas_.look().paper;
    const Points foot = plot_.y + plot_.height;
    const Points reach = canvas_.em(0.3);
    const ArrowLook look{.color = canvas_.look().soft};
    const Points axis_x = plot_.x - reach * 0.7, axis_y = foot + reach * 0.7;
    canvas_.arrow(std::vector<Position>{{axis_x, axis_y}, {axis_x, plot_.y - reach}}, look);
    canvas_.arrow(std::vector<Position>{{axis_x, axis_y}, {plot_.x + plot_.width + reach, axis_y}}, look);
    const Points half = plot_.height / 2;
    const Points pole_width = left_ - canvas_.em(0.8);
    canvas_.put(y_high_, {Points{}, plot_.y, pole_width, half}, paper);
    canvas_.put(y_low_, {Points{}, plot_.y + half, pole_width, half}, paper);
    const Points under = foot + canvas_.em(0.6);
    const auto put_below = [&](const Label& label, Points center) {
      canvas_.put(label, {center - label.width / 2, under, label.width, label.height}, paper);
    };
    put_below(x_low_, plot_.x + std::max(plot_.width * 0.16, x_low_.width / 2));
    put_below(x_high_, plot_.x + plot_.width - std::max(plot_.width * 0.16, x_high_.width / 2));
    put_below(x_name_, plot_.x + plot_.width / 2);
    canvas_.put(y_name_, {Points{}, Points{}, y_name_.width, y_name_.height}, paper);
  }

  void draw_fields() {
    for (std::size_t at = 0; at < fields_.size(); ++at) {
      const Field& field = fields_[at];
      canvas_.begin_step(step_of_field(at));
      if (field.label.is_blank) {
        canvas_.node(field.box, field.label, NodeLook::plain);
        continue;
      }
      canvas_.node_frame(field.box, NodeLook::plain, false);
      canvas_.put(field.label, field.label_box, canvas_.ground_of(NodeLook::plain));
    }
  }

  void draw_points() {
    for (std::size_t at = 0; at < points_.size(); ++at) {
      canvas_.begin_step(step_of_point(at));
      if (is_numbered_) {
        draw_number(at, points_[at].dot);
        continue;
      }
      canvas_.dot(points_[at].dot, radius(), {.fill = canvas_.look().accent, .outline = canvas_.look().paper});
      canvas_.put(names_[at], points_[at].box, canvas_.ground_of(NodeLook::plain));
    }
  }

  const model::Diagram& diagram_;
  Canvas& canvas_;
  Points left_{};
  Box2d plot_{};
  Label x_name_{}, x_low_{}, x_high_{}, y_name_{}, y_low_{}, y_high_{};
  std::vector<Field> fields_{};
  std::vector<Label> names_{};
  std::vector<PlottedPoint> points_{};
  bool is_numbered_ = false;
  bool key_is_beside_ = false;
};

} // namespace

std::optional<DrawnDiagram> lay_out_quadrant(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.size() != 4) return canvas.take({}, {});
  return Quadrant(diagram, canvas).draw();
}

} // namespace comb::typeset
