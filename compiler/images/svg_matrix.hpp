// Transforms of SVG (SVG 1.1, section 7).
#pragma once

#include "images/image.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace comb::images {

struct Position {
  double x = 0, y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Position apply(Position p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// What the square root of an area grows by: for stroke widths and type sizes.
  double scale() const;
  /// Degrees, clockwise on the screen, that the x axis is turned by.
  double rotation() const;
};
/// First `inner`, then `outer`.
Matrix operator*(const Matrix& outer, const Matrix& inner);
Matrix translation(double x, double y);
Matrix scaling(double x, double y);
Matrix rotation_by(double degrees);

/// The attribute `transform`: a list of functions; none where it is malformed.
std::optional<Matrix> read_transform(std::string_view text);
/// Applies `matrix` to every point.
std::vector<PathSegment> transformed(std::vector<PathSegment> segments, const Matrix& matrix);

/// Reads numbers parted by spaces and commas; stops at the first thing that is none.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}
  /// The next number; none at the end or at something else.
  std::optional<double> next();
  /// The next `0` or `1`, which may stand against what follows, as the flags of an arc do.
  std::optional<bool> next_flag();
  /// The next letter, after white space and commas.
  std::optional<char> next_letter();
  bool is_at_end();

 private:
  void skip_separators();
  std::string_view text_;
  std::size_t at_ = 0;
};

} // namespace comb::images
