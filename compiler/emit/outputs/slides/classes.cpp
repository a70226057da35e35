// Rules for widths, gaps and scales.
#include "emit/outputs/slides/classes.hpp"

#include <algorithm>
#include <cmath>

namespace comb::emit::slides {
namespace {

/// `value` thousandths, tenths or the like as a decimal number without a locale.
std::string decimal(int value, int divisor) {
  std::string text = std::to_string(value / divisor);
  int rest = value % divisor;
  if (rest == 0) return text;
  text += '.';
  for (int step = divisor / 10; step > 0 && rest > 0; step /= 10) {
    text += std::to_string(rest / step);
    rest %= step;
  }
  return text;
}

} // namespace

std::string Classes::width(double share) {
  const int thousandths = std::clamp(static_cast<int>(share * 1000 + 1e-6), 1, 1000);
  widths_.insert(thousandths);
  return "w" + std::to_string(thousandths);
}

std::string Classes::gap(int cells) {
  constexpr int most = 60;
  const int clamped = std::clamp(cells, 8, most);
  gaps_.insert(clamped);
  return "g" + std::to_string(clamped);
}

std::string Classes::scale(double scale) {
  const int percent = std::clamp(static_cast<int>(std::lround(scale * 100)), 50, 200);
  scales_.insert(percent);
  return "s" + std::to_string(percent);
}

void Classes::add(const Classes& other) {
  widths_.insert(other.widths_.begin(), other.widths_.end());
  gaps_.insert(other.gaps_.begin(), other.gaps_.end());
  scales_.insert(other.scales_.begin(), other.scales_.end());
}

std::string Classes::rules() const {
  std::string css;
  for (const int width : widths_) css += ".w" + std::to_string(width) + "{width:" + decimal(width, 10) + "%}\n";
  for (const int gap : gaps_) css += ".g" + std::to_string(gap) + "{width:" + decimal(gap * 5, 10) + "em}\n";
  for (const int scale : scales_) {
    const std::string name = ".s" + std::to_string(scale);
    const std::string factor = decimal(scale, 100);
    // Zoom scales a body's own widths, too, so that one beside a countdown takes back what it lost.
    css += name + " .body{zoom:" + factor + "}\n.timed" + name + " .body{max-width:calc(784px/" + factor + ")}\n";
  }
  return css;
}

} // namespace comb::emit::slides
