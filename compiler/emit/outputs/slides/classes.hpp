// Classes that stand for numbers, since the content security policy allows no `style` attribute.
#pragma once

#include <set>
#include <string>

namespace comb::emit::slides {

/// Gathers the classes that a deck uses; each gets a rule in its style sheet.
class Classes {
 public:
  /// `w437`: 43.7 percent wide. `share` is 0 to 1.
  std::string width(double share);
  /// `g24`: a gap twelve em wide, half an em a display cell.
  std::string gap(int cells);
  /// `s90`: the body at nine tenths of its size.
  std::string scale(double scale);
  /// The rules of all classes asked for, in a fixed order.
  std::string rules() const;
  /// Takes in what `other` was asked for.
  void add(const Classes& other);

 private:
  std::set<int> widths_, gaps_, scales_;
};

} // namespace comb::emit::slides
