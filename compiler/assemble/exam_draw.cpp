// Questions that count for the same draws and have the same level are alike to a blueprint, so they form a class. A
// choice is then a flow: from each draw through classes to levels, with bounds on the way. Which classes are open to
// one more question is asked of the network again each time; that is a few hundred small networks for a large exam.
#include "assemble/exam_draw.hpp"

#include "base/flow_network.hpp"
#include "base/shuffle.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace comb::assemble {

namespace {

using model::BloomLevel;
using model::QuestionIndex;

constexpr int no_bound = 1'000'000;

/// The levels of a bound as bits.
unsigned bits_of(std::span<const BloomLevel> levels) {
  unsigned bits = 0;
  for (const BloomLevel level : levels) bits |= 1U << static_cast<unsigned>(level);
  return bits;
}

/// How many drawn questions may have one of some levels.
struct Bound {
  unsigned levels = 0;
  int least = 0;
  int most = no_bound;
};

/// Questions that are alike to the blueprint.
struct Class {
  std::vector<std::size_t> draws{}; ///< that they count for
  unsigned level = 0;               ///< one bit; none for a question without a level
  int size = 0;
  int chosen = 0;
};

struct Candidate {
  std::uint64_t lot = 0;
  QuestionIndex question{};
  std::size_t of_class = 0;
};

/// A network with edges that must carry some flow (the usual reduction: what must flow is fed in and drawn off
/// aside, and a full push shows that all of it can).
class BoundedNetwork {
 public:
  explicit BoundedNetwork(std::size_t nodes) : flow_(nodes + 2), feed_(nodes), drain_(nodes + 1) {}

  void add_edge(std::size_t from, std::size_t to, int least, int most) {
    if (least > most) {
      is_contradicted_ = true;
      return;
    }
    flow_.add_edge(from, to, most - least);
    if (least == 0) return;
    flow_.add_edge(feed_, to, least);
    flow_.add_edge(from, drain_, least);
    must_flow_ += least;
  }
  bool is_feasible() { return !is_contradicted_ && flow_.push(feed_, drain_) == must_flow_; }

 private:
  FlowNetwork flow_;
  std::size_t feed_, drain_;
  int must_flow_ = 0;
  bool is_contradicted_ = false;
};

/// A blueprint beside a bank.
class Lottery {
 public:
  Lottery(const model::Exam& exam, std::span<const model::Question> bank, std::span<const QuestionIndex> fixed)
      : exam_(exam) {
    std::set<std::uint32_t> taken;
    for (const QuestionIndex index : fixed) taken.insert(index.value);
    std::map<std::pair<std::vector<std::size_t>, unsigned>, std::size_t> known;
    for (std::uint32_t index = 0; index < bank.size(); ++index) {
      if (taken.contains(index) || !may_be_drawn(bank[index])) continue;
      std::vector<std::size_t> draws = draws_for(bank[index]);
      if (draws.empty()) continue;
      const unsigned level = bank[index].bloom ? 1U << static_cast<unsigned>(*bank[index].bloom) : 0;
      const auto [place, is_new] = known.try_emplace({draws, level}, classes_.size());
      if (is_new) classes_.push_back({.draws = std::move(draws), .level = level});
      ++classes_[place->second].size;
      StableRandom lots(seed_hash(exam.seed + "\n" + exam.id + "\n" + bank[index].id));
      candidates_.push_back({.lot = lots.next(), .question = {index}, .of_class = place->second});
    }
    std::ranges::sort(candidates_, {}, [](const Candidate& candidate) {
      return std::pair{candidate.lot, candidate.question};
    });
    for (const model::ExamDraw& draw : exam.draws) total_ += draw.count;
    read_bounds(bank, fixed);
  }

  Drawn draw() {
    Drawn drawn{.questions = {}, .shortages = draw_shortages()};
    if (drawn.shortages.empty()) drawn.shortages = joint_shortages();
    if (drawn.shortages.empty()) drawn.shortages = level_shortages();
    if (drawn.shortages.empty()) drawn.questions = take_lots();
    return drawn;
  }

 private:
  std::vector<std::size_t> draws_for(const model::Question& question) const {
    std::vector<std::size_t> draws;
    for (std::size_t row = 0; row < exam_.draws.size(); ++row) {
      if (is_drawn_by(exam_.draws[row], question)) draws.push_back(row);
    }
    return draws;
  }

  void read_bounds(std::span<const model::Question> bank, std::span<const QuestionIndex> fixed) {
    for (const model::ExamLevels& written : exam_.levels) {
      Bound bound{.levels = bits_of(written.levels)};
      if (written.bound != model::ExamLevels::Bound::at_most) bound.least = written.count;
      if (written.bound != model::ExamLevels::Bound::at_least) bound.most = written.count;
      int already = 0;
      for (const QuestionIndex index : fixed) {
        const std::optional<BloomLevel> level = bank[index.value].bloom;
        if (level && (bound.levels & (1U << static_cast<unsigned>(*level))) != 0) ++already;
      }
      already_.push_back(already);
      bound.least = std::max(0, bound.least - already);
      if (bound.most != no_bound) bound.most -= already;
      bounds_.push_back(bound);
    }
  }

  int questions_for(std::size_t row) const {
    int count = 0;
    for (const Class& one : classes_) {
      if (std::ranges::find(one.draws, row) != one.draws.end()) count += one.size;
    }
    return count;
  }

  std::vector<Shortage> draw_shortages() const {
    std::vector<Shortage> found;
    for (std::size_t row = 0; row < exam_.draws.size(); ++row) {
      const int there = questions_for(row);
      if (there >= exam_.draws[row].count) continue;
      found.push_back(
          {.what = Shortage::What::draw, .rows = {row}, .asked = exam_.draws[row].count, .reachable = there});
    }
    return found;
  }

  /// Draws that share questions may ask for more together than any of them alone. The cut names them (Hall 1935).
  std::vector<Shortage> joint_shortages() const {
    const std::size_t rows = exam_.draws.size();
    const std::size_t source = 0, sink = 1, first_row = 2, first_class = 2 + rows;
    FlowNetwork network(first_class + classes_.size());
    for (std::size_t row = 0; row < rows; ++row) network.add_edge(source, first_row + row, exam_.draws[row].count);
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      for (const std::size_t row : classes_[i].draws) network.add_edge(first_row + row, first_class + i, no_bound);
      network.add_edge(first_class + i, sink, classes_[i].size);
    }
    if (network.push(source, sink) == total_) return {};
    const std::vector<bool> is_short = network.reachable_from(source);
    Shortage shortage{.what = Shortage::What::draws};
    for (std::size_t row = 0; row < rows; ++row) {
      if (!is_short[first_row + row]) continue;
      shortage.rows.push_back(row);
      shortage.asked += exam_.draws[row].count;
    }
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      if (is_short[first_class + i]) shortage.reachable += classes_[i].size;
    }
    return {shortage};
  }

  /// Adds one bound after the other and looks which can no longer be kept.
  std::vector<Shortage> level_shortages() const {
    std::vector<Shortage> found;
    std::vector<Bound> kept;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
      const Bound& bound = bounds_[i];
      const Bound from_below{.levels = bound.levels, .least = bound.least};
      const Bound from_above{.levels = bound.levels, .most = bound.most};
      const bool reaches = is_feasible(kept, from_below);
      const bool stays = is_feasible(kept, from_above);
      if (reaches && stays) {
        kept.push_back(bound);
        continue;
      }
      Shortage shortage{.what = Shortage::What::levels, .rows = {i}, .asked = exam_.levels[i].count};
      shortage.reachable = (reaches ? fewest(kept, bound) : most(kept, bound)) + already_[i];
      shortage.with_other_bounds = is_feasible({}, reaches ? from_above : from_below);
      found.push_back(std::move(shortage));
    }
    return found;
  }

  int most(const std::vector<Bound>& kept, const Bound& bound) const {
    int count = bound.least;
    while (count > 0 && !is_feasible(kept, {.levels = bound.levels, .least = count})) --count;
    return count;
  }
  int fewest(const std::vector<Bound>& kept, const Bound& bound) const {
    int count = std::max(0, bound.most);
    while (count < total_ && !is_feasible(kept, {.levels = bound.levels, .most = count})) ++count;
    return count;
  }

  bool is_feasible(std::vector<Bound> kept, const Bound& more) const {
    kept.push_back(more);
    return is_feasible(kept);
  }

  /// Whether some choice holds all that is chosen so far and keeps `bounds`.
  bool is_feasible(std::vector<Bound> bounds) const {
    // Larger sets of levels first, so that each one's parent stands before it.
    std::ranges::stable_sort(bounds, std::ranges::greater{},
                             [](const Bound& bound) { return std::popcount(bound.levels); });
    const std::size_t rows = exam_.draws.size();
    const std::size_t source = 0, sink = 1, first_row = 2, first_class = 2 + rows;
    const std::size_t first_bound = first_class + 2 * classes_.size();
    BoundedNetwork network(first_bound + bounds.size());
    /// The innermost of the first `before` bounds that holds all of `levels`.
    const auto inside = [&](unsigned levels, std::size_t before) {
      for (std::size_t i = before; i > 0 && levels != 0; --i) {
        if ((levels & ~bounds[i - 1].levels) == 0) return first_bound + i - 1;
      }
      return sink;
    };
    for (std::size_t row = 0; row < rows; ++row) {
      network.add_edge(source, first_row + row, exam_.draws[row].count, exam_.draws[row].count);
    }
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      const std::size_t entry = first_class + 2 * i;
      for (const std::size_t row : classes_[i].draws) network.add_edge(first_row + row, entry, 0, no_bound);
      network.add_edge(entry, entry + 1, classes_[i].chosen, classes_[i].size);
      network.add_edge(entry + 1, inside(classes_[i].level, bounds.size()), 0, no_bound);
    }
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      network.add_edge(first_bound + i, inside(bounds[i].levels, i), bounds[i].least, bounds[i].most);
    }
    network.add_edge(sink, source, 0, no_bound);
    return network.is_feasible();
  }

  /// Takes candidates in the order of their lots, each one with which the rest can still be found.
  std::vector<QuestionIndex> take_lots() {
    std::vector<QuestionIndex> taken;
    std::vector<bool> is_full(classes_.size(), false); // once full, full for good: the others only grow
    for (const Candidate& candidate : candidates_) {
      if (static_cast<int>(taken.size()) == total_) break;
      if (is_full[candidate.of_class]) continue;
      ++classes_[candidate.of_class].chosen;
      if (is_feasible(bounds_)) {
        taken.push_back(candidate.question);
      } else {
        --classes_[candidate.of_class].chosen;
        is_full[candidate.of_class] = true;
      }
    }
    std::ranges::sort(taken);
    return taken;
  }

  const model::Exam& exam_;
  std::vector<Class> classes_;
  std::vector<Candidate> candidates_; ///< by lot
  std::vector<Bound> bounds_;         ///< one for each of the exam's, what is fixed taken off
  std::vector<int> already_;          ///< fixed questions that count for each bound
  int total_ = 0;
};

} // namespace

bool may_be_drawn(const model::Question& question) {
  return question.purpose != model::QuestionPurpose::practice && question.type != model::QuestionType::performance &&
         question.type != model::QuestionType::description;
}

bool is_drawn_by(const model::ExamDraw& draw, const model::Question& question) {
  switch (draw.by) {
    case model::ExamDraw::By::lesson:
      return question.lesson == draw.name;
    case model::ExamDraw::By::tag:
      return std::ranges::find(question.tags, draw.name) != question.tags.end();
    case model::ExamDraw::By::objective:
      return std::ranges::find(question.objectives, draw.name) != question.objectives.end();
    case model::ExamDraw::By::level:
      return question.bloom && model::name_of(*question.bloom) == draw.name;
  }
  return false;
}

Drawn draw_questions(const model::Exam& exam, std::span<const model::Question> bank,
                     std::span<const QuestionIndex> fixed) {
  return Lottery(exam, bank, fixed).draw();
}

} // namespace comb::assemble
