// Total fit by dynamic programming over feasible breaks, and first fit.
#include "typeset/line_breaking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace comb::typeset {

namespace {

// A sum of many widths differs from the measure in its last digits.
constexpr double rounding = 1e-6;
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::size_t no_break = std::numeric_limits<std::size_t>::max();

struct Totals {
  double width = 0, stretch = 0, shrink = 0;

  void add(const Item& item) {
    if (item.kind == Item::Kind::penalty) return;
    width += item.width;
    stretch += item.stretch;
    shrink += item.shrink;
  }
};

bool is_legal_break(std::span<const Item> items, std::size_t at) {
  const Item& item = items[at];
  if (item.kind == Item::Kind::penalty) return item.penalty < forbidden_break;
  return item.kind == Item::Kind::glue && at > 0 && items[at - 1].kind == Item::Kind::box;
}

int penalty_at(const Item& item) {
  return item.kind == Item::Kind::penalty ? item.penalty : 0;
}

/// Glue and penalties at a line's start vanish: the totals as they stand at the next box.
Totals after_break(std::span<const Item> items, std::size_t at, Totals totals) {
  for (std::size_t i = at; i < items.size(); ++i) {
    if (items[i].kind == Item::Kind::box) break;
    if (i > at && penalty_at(items[i]) <= forced_break) break;
    totals.add(items[i]);
  }
  return totals;
}

/// A way to end a line, and the best way to get there.
struct Node {
  std::size_t position = no_break;
  std::size_t line = 0;
  int fitness = 1;
  Totals totals; ///< up to the first box of the next line
  double demerits = 0;
  std::size_t previous = no_break;
};

class TotalFit {
 public:
  TotalFit(std::span<const Item> items, double measure, double tolerance)
      : items_(items), measure_(measure), tolerance_(tolerance) {}

  std::optional<std::vector<std::size_t>> run() {
    nodes_.push_back({});
    active_.push_back(0);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (is_legal_break(items_, i)) {
        try_break(i);
        if (active_.empty()) return std::nullopt;
      }
      totals_.add(items_[i]);
    }
    return trace_back();
  }

 private:
  /// The adjustment ratio of a line from `node` to `at`; below -1 it is too full.
  double ratio(const Node& node, std::size_t at) const {
    const double extra = items_[at].kind == Item::Kind::penalty ? items_[at].width : 0;
    const double missing = measure_ - (totals_.width - node.totals.width + extra);
    if (std::abs(missing) < rounding) return 0;
    const double give = missing > 0 ? totals_.stretch - node.totals.stretch : totals_.shrink - node.totals.shrink;
    if (give <= 0) return missing > 0 ? endless : -endless;
    return missing / give;
  }

  static int fitness_of(double ratio) {
    if (ratio < -0.5) return 0;
    if (ratio <= 0.5) return 1;
    return ratio <= 1 ? 2 : 3;
  }

  double demerits(const Node& node, std::size_t at, double ratio) const {
    const Item& item = items_[at];
    const int penalty = penalty_at(item);
    const double badness = 1 + 100 * std::pow(std::abs(ratio), 3);
    double sum = badness * badness;
    if (penalty >= 0) {
      sum = (badness + penalty) * (badness + penalty);
    } else if (penalty > forced_break) {
      sum -= static_cast<double>(penalty) * penalty;
    }
    if (std::abs(fitness_of(ratio) - node.fitness) > 1) sum += 3000;
    if (item.is_hyphen && node.position != no_break && items_[node.position].is_hyphen) sum += 6000;
    if (penalty <= forced_break) sum += runt_demerits(node);
    const bool is_last_but_one_hyphened = node.position != no_break && items_[node.position].is_hyphen;
    if (penalty <= forced_break && is_last_but_one_hyphened) sum += 8000;
    return sum + node.demerits;
  }

  /// A last line of one character (寡字), with its full stop perhaps, looks like a mistake.
  double runt_demerits(const Node& node) const {
    constexpr double shortest_share = 0.12;
    if (node.position == no_break || totals_.width - node.totals.width > measure_ * shortest_share) return 0;
    std::size_t boxes = 0;
    for (std::size_t i = node.position; i < items_.size() && boxes <= 2; ++i) {
      boxes += items_[i].kind == Item::Kind::box ? 1 : 0;
    }
    return boxes <= 2 ? 200000 : 0;
  }

  void try_break(std::size_t at) {
    struct Best {
      double demerits = endless;
      std::size_t node = no_break;
    };
    std::array<Best, 4> best{};
    const bool is_forced = penalty_at(items_[at]) <= forced_break;
    std::erase_if(active_, [&](std::size_t index) {
      const Node& node = nodes_[index];
      const double r = ratio(node, at);
      if (r >= -1 && r <= tolerance_) {
        const double sum = demerits(node, at, r);
        Best& slot = best[static_cast<std::size_t>(fitness_of(r))];
        if (sum < slot.demerits) slot = {sum, index};
      }
      return r < -1 || is_forced;
    });
    const Totals after = after_break(items_, at, totals_);
    for (std::size_t fitness = 0; fitness < best.size(); ++fitness) {
      if (best[fitness].node == no_break) continue;
      active_.push_back(nodes_.size());
      nodes_.push_back({at, nodes_[best[fitness].node].line + 1, static_cast<int>(fitness), after,
                        best[fitness].demerits, best[fitness].node});
    }
  }

  std::optional<std::vector<std::size_t>> trace_back() const {
    std::size_t best = no_break;
    for (const std::size_t index : active_) {
      if (nodes_[index].position + 1 != items_.size()) continue;
      if (best == no_break || nodes_[index].demerits < nodes_[best].demerits) best = index;
    }
    if (best == no_break) return std::nullopt;
    std::vector<std::size_t> breaks;
    for (; nodes_[best].position != no_break; best = nodes_[best].previous) breaks.push_back(nodes_[best].position);
    std::ranges::reverse(breaks);
    return breaks;
  }

  std::span<const Item> items_;
  double measure_;
  double tolerance_;
  Totals totals_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> active_;
};

} // namespace

std::vector<std::size_t> break_justified(std::span<const Item> items, double measure) {
  for (const double tolerance : {1.5, 6.0}) {
    if (auto breaks = TotalFit(items, measure, tolerance).run()) return *std::move(breaks);
  }
  return break_ragged(items, measure);
}

std::vector<std::size_t> break_ragged(std::span<const Item> items, double measure) {
  std::vector<std::size_t> breaks;
  double width = 0;
  std::size_t last = no_break; ///< the last legal break of this line that still fits
  const auto end_line = [&](std::size_t at) {
    breaks.push_back(at);
    width = 0;
    last = no_break;
    std::size_t next = at + 1;
    while (next < items.size() && items[next].kind != Item::Kind::box && penalty_at(items[next]) > forced_break) {
      ++next;
    }
    return next;
  };
  for (std::size_t i = 0; i < items.size();) {
    const Item& item = items[i];
    if (is_legal_break(items, i)) {
      const double at_break = width + (item.kind == Item::Kind::penalty ? item.width : 0);
      const bool is_forced = penalty_at(item) <= forced_break;
      if (at_break > measure + rounding && last != no_break) {
        i = end_line(last);
        continue;
      }
      if (is_forced) {
        i = end_line(i);
        continue;
      }
      // A hyphen that does not fit is no way out, and a discouraged break only where there is no other.
      const bool is_poor = penalty_at(item) >= 1000 && last != no_break;
      if (at_break <= measure + rounding ? !is_poor : item.width <= 0 || item.kind == Item::Kind::glue) last = i;
    }
    if (item.kind != Item::Kind::penalty) width += item.width;
    ++i;
  }
  return breaks;
}

} // namespace comb::typeset
