// Transforms and numbers of SVG.
#include "images/svg_matrix.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace comb::images {

namespace {

constexpr double radians_a_degree = std::numbers::pi / 180;
// Beyond this a drawing is a mistake, and arithmetic would lose its digits.
constexpr double largest_number = 1e9;

Matrix skewing(double x_degrees, double y_degrees) {
  return {.b = std::tan(y_degrees * radians_a_degree), .c = std::tan(x_degrees * radians_a_degree)};
}

std::optional<Matrix> read_function(std::string_view name, const std::vector<double>& n) {
  if (name == "matrix" && n.size() == 6) return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate" && n.size() == 1) return translation(n[0], 0);
  if (name == "translate" && n.size() == 2) return translation(n[0], n[1]);
  if (name == "scale" && n.size() == 1) return scaling(n[0], n[0]);
  if (name == "scale" && n.size() == 2) return scaling(n[0], n[1]);
  if (name == "rotate" && n.size() == 1) return rotation_by(n[0]);
  if (name == "rotate" && n.size() == 3) {
    return translation(n[1], n[2]) * rotation_by(n[0]) * translation(-n[1], -n[2]);
  }
  if (name == "skewX" && n.size() == 1) return skewing(n[0], 0);
  if (name == "skewY" && n.size() == 1) return skewing(0, n[0]);
  return std::nullopt;
}

} // namespace

double Matrix::scale() const {
  return std::sqrt(std::abs(a * d - b * c));
}

double Matrix::rotation() const {
  return std::atan2(b, a) / radians_a_degree;
}

Matrix operator*(const Matrix& outer, const Matrix& inner) {
  return {.a = outer.a * inner.a + outer.c * inner.b,
          .b = outer.b * inner.a + outer.d * inner.b,
          .c = outer.a * inner.c + outer.c * inner.d,
          .d = outer.b * inner.c + outer.d * inner.d,
          .e = outer.a * inner.e + outer.c * inner.f + outer.e,
          .f = outer.b * inner.e + outer.d * inner.f + outer.f};
}

Matrix translation(double x, double y) {
  return {.e = x, .f = y};
}

Matrix scaling(double x, double y) {
  return {.a = x, .d = y};
}

Matrix rotation_by(double degrees) {
  const double c = std::cos(degrees * radians_a_degree);
  const double s = std::sin(degrees * radians_a_degree);
  return {c, s, -s, c, 0, 0};
}

std::optional<Matrix> read_transform(std::string_view text) {
  Matrix all;
  constexpr std::string_view separators = " \t\r\n,";
  while (true) {
    const std::size_t start = text.find_first_not_of(separators);
    if (start == std::string_view::npos) return all;
    const std::size_t open = text.find('(', start);
    const std::size_t close = text.find(')', start);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    std::string_view name = text.substr(start, open - start);
    name = name.substr(0, name.find_last_not_of(separators) + 1);
    NumberReader reader(text.substr(open + 1, close - open - 1));
    std::vector<double> numbers;
    while (const auto number = reader.next()) numbers.push_back(*number);
    if (!reader.is_at_end()) return std::nullopt;
    const std::optional<Matrix> one = read_function(name, numbers);
    if (!one) return std::nullopt;
    all = all * *one;
    text.remove_prefix(close + 1);
  }
}

std::vector<PathSegment> transformed(std::vector<PathSegment> segments, const Matrix& matrix) {
  const auto move = [&](double& x, double& y) {
    const Position moved = matrix.apply({x, y});
    x = moved.x;
    y = moved.y;
  };
  for (PathSegment& segment : segments) {
    if (segment.kind == PathSegment::Kind::close) continue;
    move(segment.x, segment.y);
    if (segment.kind != PathSegment::Kind::cubic) continue;
    move(segment.x1, segment.y1);
    move(segment.x2, segment.y2);
  }
  return segments;
}

void NumberReader::skip_separators() {
  while (at_ < text_.size() && std::string_view(" \t\r\n\f,").find(text_[at_]) != std::string_view::npos) ++at_;
}

std::optional<double> NumberReader::next() {
  skip_separators();
  std::size_t begin = at_;
  if (begin < text_.size() && text_[begin] == '+') ++begin;
  double value = 0;
  const char* first = text_.data() + begin;
  const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), value);
  // `inf` and `nan` are no numbers of SVG, but from_chars reads them.
  if (error != std::errc() || !std::isfinite(value) || std::abs(value) > largest_number) return std::nullopt;
  at_ = static_cast<std::size_t>(end - text_.data());
  return value;
}

std::optional<bool> NumberReader::next_flag() {
  skip_separators();
  if (at_ >= text_.size() || (text_[at_] != '0' && text_[at_] != '1')) return std::nullopt;
  return text_[at_++] == '1';
}

std::optional<char> NumberReader::next_letter() {
  skip_separators();
  if (at_ >= text_.size()) return std::nullopt;
  const char c = text_[at_];
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (!is_letter) return std::nullopt;
  ++at_;
  return c;
}

bool NumberReader::is_at_end() {
  skip_separators();
  return at_ >= text_.size();
}

} // namespace comb::images
