// SVG path data to absolute moves, lines and cubic curves (SVG 1.1, section 8.3).
#include "images/svg_matrix.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace comb::images {

namespace {

constexpr std::size_t most_segments = 200'000;

bool is_relative(char command) {
  return command >= 'a' && command <= 'z';
}
char absolute(char command) {
  return is_relative(command) ? static_cast<char>(command - 'a' + 'A') : command;
}

struct Arc {
  double rx = 0, ry = 0, rotation = 0;
  bool is_large = false, is_sweep = false;
};

double angle_between(Position u, Position v) {
  return std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y);
}

/// A path under construction.
class PathReader {
 public:
  explicit PathReader(std::string_view d) : reader_(d) {}

  std::optional<std::vector<PathSegment>> read() {
    char command = 0;
    while (!reader_.is_at_end()) {
      if (const std::optional<char> letter = reader_.next_letter()) {
        command = *letter;
        if (path_.empty() && absolute(command) != 'M') return std::nullopt;
        if (absolute(command) == 'Z') {
          close();
          continue;
        }
      } else if (command == 0 || absolute(command) == 'Z') {
        return std::nullopt;
      }
      if (!read_one(command) || path_.size() > most_segments) return std::nullopt;
      // More pairs after a move are lines.
      if (command == 'M') command = 'L';
      if (command == 'm') command = 'l';
    }
    return std::move(path_);
  }

 private:
  std::optional<Position> point(char command) {
    const auto x = reader_.next();
    const auto y = x ? reader_.next() : std::nullopt;
    if (!y) return std::nullopt;
    return is_relative(command) ? Position{at_.x + *x, at_.y + *y} : Position{*x, *y};
  }

  void close() {
    path_.push_back({.kind = PathSegment::Kind::close});
    at_ = start_;
    last_ = 'Z';
  }

  void line_to(Position to) {
    begin_if_closed();
    path_.push_back({.kind = PathSegment::Kind::line, .x = to.x, .y = to.y});
    at_ = to;
  }

  void curve_to(Position c1, Position c2, Position to) {
    begin_if_closed();
    path_.push_back(
        {.kind = PathSegment::Kind::cubic, .x1 = c1.x, .y1 = c1.y, .x2 = c2.x, .y2 = c2.y, .x = to.x, .y = to.y});
    at_ = to;
    control_ = c2;
  }

  /// A quadratic curve as a cubic one.
  void quadratic_to(Position c, Position to) {
    const Position c1{at_.x + (c.x - at_.x) * 2 / 3, at_.y + (c.y - at_.y) * 2 / 3};
    const Position c2{to.x + (c.x - to.x) * 2 / 3, to.y + (c.y - to.y) * 2 / 3};
    curve_to(c1, c2, to);
    control_ = c;
  }

  /// After `Z` a subpath goes on at its start, which PDF wants said.
  void begin_if_closed() {
    if (path_.back().kind == PathSegment::Kind::close) {
      path_.push_back({.kind = PathSegment::Kind::move, .x = at_.x, .y = at_.y});
    }
  }

  Position mirrored_control(std::string_view after) const {
    if (after.find(last_) == std::string_view::npos) return at_;
    return {2 * at_.x - control_.x, 2 * at_.y - control_.y};
  }

  bool read_one(char command) {
    const char kind = absolute(command);
    bool is_sound = false;
    switch (kind) {
      case 'M':
        is_sound = read_move(command);
        break;
      case 'L':
        is_sound = read_line(command);
        break;
      case 'H':
      case 'V':
        is_sound = read_straight(command);
        break;
      case 'C':
      case 'S':
        is_sound = read_cubic(command);
        break;
      case 'Q':
      case 'T':
        is_sound = read_quadratic(command);
        break;
      case 'A':
        is_sound = read_arc(command);
        break;
      default:
        return false;
    }
    last_ = kind;
    return is_sound;
  }

  bool read_move(char command) {
    const auto to = point(command);
    if (!to) return false;
    at_ = start_ = *to;
    path_.push_back({.kind = PathSegment::Kind::move, .x = to->x, .y = to->y});
    return true;
  }

  bool read_line(char command) {
    const auto to = point(command);
    if (to) line_to(*to);
    return to.has_value();
  }

  bool read_straight(char command) {
    const auto value = reader_.next();
    if (!value) return false;
    Position to = at_;
    double& changed = absolute(command) == 'H' ? to.x : to.y;
    changed = is_relative(command) ? changed + *value : *value;
    line_to(to);
    return true;
  }

  bool read_cubic(char command) {
    const bool is_smooth = absolute(command) == 'S';
    const auto c1 = is_smooth ? std::optional(mirrored_control("CS")) : point(command);
    const auto c2 = c1 ? point(command) : std::nullopt;
    const auto to = c2 ? point(command) : std::nullopt;
    if (to) curve_to(*c1, *c2, *to);
    return to.has_value();
  }

  bool read_quadratic(char command) {
    const bool is_smooth = absolute(command) == 'T';
    const auto c = is_smooth ? std::optional(mirrored_control("QT")) : point(command);
    const auto to = c ? point(command) : std::nullopt;
    if (to) quadratic_to(*c, *to);
    return to.has_value();
  }

  bool read_arc(char command) {
    const auto rx = reader_.next();
    const auto ry = rx ? reader_.next() : std::nullopt;
    const auto rotation = ry ? reader_.next() : std::nullopt;
    const auto large = rotation ? reader_.next_flag() : std::nullopt;
    const auto sweep = large ? reader_.next_flag() : std::nullopt;
    const auto to = sweep ? point(command) : std::nullopt;
    if (!to) return false;
    arc_to({std::abs(*rx), std::abs(*ry), *rotation, *large, *sweep}, *to);
    return true;
  }

  /// End points to centre, then quarters as curves (SVG 1.1, appendix F.6).
  void arc_to(Arc arc, Position to) {
    if (at_.x == to.x && at_.y == to.y) return;
    if (arc.rx == 0 || arc.ry == 0) return line_to(to);
    const double phi = arc.rotation * std::numbers::pi / 180;
    const double c = std::cos(phi);
    const double s = std::sin(phi);
    const Position half{(at_.x - to.x) / 2, (at_.y - to.y) / 2};
    const Position turned{c * half.x + s * half.y, -s * half.x + c * half.y};
    const double lack = turned.x * turned.x / (arc.rx * arc.rx) + turned.y * turned.y / (arc.ry * arc.ry);
    if (lack > 1) {
      arc.rx *= std::sqrt(lack);
      arc.ry *= std::sqrt(lack);
    }
    const double rx2 = arc.rx * arc.rx;
    const double ry2 = arc.ry * arc.ry;
    const double below = rx2 * turned.y * turned.y + ry2 * turned.x * turned.x;
    double factor = std::sqrt(std::max(0.0, (rx2 * ry2 - below) / below));
    if (arc.is_large == arc.is_sweep) factor = -factor;
    const Position center{factor * arc.rx * turned.y / arc.ry, -factor * arc.ry * turned.x / arc.rx};
    const Position from_unit{(turned.x - center.x) / arc.rx, (turned.y - center.y) / arc.ry};
    const Position to_unit{(-turned.x - center.x) / arc.rx, (-turned.y - center.y) / arc.ry};
    const double first = angle_between({1, 0}, from_unit);
    double extent = angle_between(from_unit, to_unit);
    if (!arc.is_sweep && extent > 0) extent -= 2 * std::numbers::pi;
    if (arc.is_sweep && extent < 0) extent += 2 * std::numbers::pi;
    const Matrix place = translation((at_.x + to.x) / 2, (at_.y + to.y) / 2) * rotation_by(arc.rotation) *
                         translation(center.x, center.y) * scaling(arc.rx, arc.ry);
    add_unit_arc(place, first, extent, to);
  }

  void add_unit_arc(const Matrix& place, double first, double extent, Position to) {
    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(extent) / (std::numbers::pi / 2) - 1e-9)));
    const double step = extent / parts;
    const double reach = 4.0 / 3 * std::tan(step / 4);
    for (int i = 0; i < parts; ++i) {
      const double a = first + step * i;
      const double b = a + step;
      const Position c1{std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)};
      const Position c2{std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)};
      const Position end = i + 1 == parts ? to : place.apply({std::cos(b), std::sin(b)});
      curve_to(place.apply(c1), place.apply(c2), end);
    }
  }

  NumberReader reader_;
  std::vector<PathSegment> path_;
  Position at_;
  Position start_;
  Position control_;
  char last_ = 0;
};

} // namespace

std::optional<std::vector<PathSegment>> read_path_data(std::string_view d) {
  return PathReader(d).read();
}

} // namespace comb::images
