// Dealing is fair (Fisher and Yates), unlike `shuffled_order`, which must never show what was written.
#include "assemble/exam_variants.hpp"

#include "base/overloaded.hpp"
#include "base/shuffle.hpp"
#include "base/written_number.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>

namespace comb::assemble {

namespace {

using model::QuestionIndex;

constexpr int most_dealings = 40;
constexpr std::size_t fewest_to_balance = 6;

std::vector<int> in_order(std::size_t count) {
  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

template <class Values>
void deal(Values& values, std::size_t count, const std::string& seed) {
  StableRandom random(seed_hash(seed));
  for (std::size_t left = count; left > 1; --left) std::swap(values[left - 1], values[random.below(left)]);
}

bool are_sorted_numbers(const model::Choices& choices) {
  std::vector<double> numbers;
  for (const model::Option& option : choices.options) {
    const std::optional<double> number = written_number(text::plain_text(option.text));
    if (!number) return false;
    numbers.push_back(*number);
  }
  return std::ranges::is_sorted(numbers) || std::ranges::is_sorted(numbers, std::ranges::greater{});
}

std::vector<int> choices_order(const model::Choices& choices, const model::Question& question,
                               const std::string& seed) {
  std::vector<int> order = in_order(choices.options.size());
  const bool keeps = !question.shuffle || question.type == model::QuestionType::true_false;
  if (keeps || are_sorted_numbers(choices)) return order;
  const auto is_free = [&](int option) { return !choices.options[static_cast<std::size_t>(option)].locked_last; };
  const auto locked = std::stable_partition(order.begin(), order.end(), is_free);
  deal(order, static_cast<std::size_t>(locked - order.begin()), seed);
  return order;
}

/// An order of what learners must sort, which is never the right one.
std::vector<int> riddle_order(std::size_t count, const std::vector<int>& right, const std::string& seed) {
  std::vector<int> order = in_order(count);
  deal(order, count, seed);
  if (order == right && count > 1) std::rotate(order.begin(), order.begin() + 1, order.end());
  return order;
}

std::vector<int> option_order(const model::Question& question, const std::string& seed) {
  const model::QuestionKey none;
  const model::QuestionKey& key = question.key ? *question.key : none;
  return std::visit(
      Overloaded{
          [&](const model::Choices& choices) { return choices_order(choices, question, seed); },
          [&](const model::Matching& matching) { return riddle_order(matching.right.size(), key.right_of_left, seed); },
          [&](const model::Ordering& ordering) { return riddle_order(ordering.items.size(), key.right_order, seed); },
          [](const model::Hotspot& hotspot) { return in_order(hotspot.regions.size()); },
          [](const auto&) { return std::vector<int>(); }, // has nothing to choose from
      },
      question.form);
}

/// Questions that must stand together: those of one case, or a single one.
using Block = std::vector<QuestionIndex>;

std::vector<Block> blocks_of(std::span<const model::Question> bank, std::span<const QuestionIndex> questions) {
  std::vector<Block> blocks;
  std::map<std::string, std::size_t> by_case;
  for (const QuestionIndex index : questions) {
    const std::string& stimulus = bank[index.value].stimulus;
    if (!stimulus.empty()) {
      const auto [place, is_new] = by_case.try_emplace(stimulus, blocks.size());
      if (!is_new) {
        blocks[place->second].push_back(index);
        continue;
      }
    }
    blocks.push_back({index});
  }
  return blocks;
}

/// Of the questions with one key, how many too many have the same letter; 0 where no letter has more than half.
std::size_t imbalance(const model::ExamVariant& variant, std::span<const model::Question> bank) {
  std::map<std::size_t, std::size_t> by_place;
  std::size_t total = 0;
  for (std::size_t i = 0; i < variant.questions.size(); ++i) {
    const model::Question& question = bank[variant.questions[i].value];
    if (question.type != model::QuestionType::single || !question.key) continue;
    const auto key = std::ranges::find(question.key->is_key, true) - question.key->is_key.begin();
    const auto& order = variant.option_order[i];
    ++by_place[static_cast<std::size_t>(std::ranges::find(order, static_cast<int>(key)) - order.begin())];
    ++total;
  }
  std::size_t most = 0;
  for (const auto& [place, count] : by_place) most = std::max(most, count);
  return total < fewest_to_balance || most * 2 <= total ? 0 : most - total / 2;
}

model::ExamVariant deal_variant(const std::string& seed, std::span<const model::Question> bank,
                                std::vector<Block> blocks) {
  deal(blocks, blocks.size(), seed);
  model::ExamVariant variant;
  for (const Block& block : blocks) {
    variant.questions.insert(variant.questions.end(), block.begin(), block.end());
  }
  for (const QuestionIndex index : variant.questions) {
    variant.option_order.push_back(option_order(bank[index.value], seed + "\n" + bank[index.value].id));
  }
  return variant;
}

/// How far `variant` is from what we want; 0 is best.
std::size_t flaws(const model::ExamVariant& variant, const std::vector<model::ExamVariant>& earlier,
                  std::span<const model::Question> bank) {
  const auto is_like = [&](const model::ExamVariant& other) { return other.questions == variant.questions; };
  const std::size_t repeats = std::ranges::any_of(earlier, is_like) ? variant.questions.size() : 0;
  return repeats + imbalance(variant, bank);
}

} // namespace

std::vector<model::ExamVariant> make_variants(const model::Exam& exam, std::span<const model::Question> bank,
                                              std::span<const QuestionIndex> questions) {
  const std::vector<Block> blocks = blocks_of(bank, questions);
  std::vector<model::ExamVariant> variants;
  for (int number = 0; number < exam.variant_count; ++number) {
    const std::string letter(1, static_cast<char>('A' + number));
    const std::string seed = exam.seed + "\n" + exam.id + "\n" + letter;
    model::ExamVariant best;
    std::size_t fewest = 0;
    for (int dealing = 0; dealing < most_dealings; ++dealing) {
      model::ExamVariant dealt = deal_variant(seed + "\n" + std::to_string(dealing), bank, blocks);
      const std::size_t found = flaws(dealt, variants, bank);
      if (dealing > 0 && found >= fewest) continue;
      fewest = found;
      best = std::move(dealt);
      if (found == 0) break;
    }
    best.letter = exam.variant_count > 1 ? letter : std::string();
    variants.push_back(std::move(best));
  }
  return variants;
}

} // namespace comb::assemble
