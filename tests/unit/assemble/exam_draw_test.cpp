// Drawing exams: against every possible choice where there are few, and by what must hold where there are many.
#include "assemble/exam_draw.hpp"
#include "assemble/exam_variants.hpp"
#include "base/shuffle.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace comb;
using assemble::Drawn;
using assemble::Shortage;
using model::BloomLevel;
using model::ExamDraw;
using model::ExamLevels;

namespace {

model::Question question(const std::string& id, const std::string& lesson, BloomLevel level,
                         std::vector<std::string> tags = {}) {
  model::Question made{.id = id, .bloom = level, .tags = std::move(tags), .lesson = lesson};
  model::Choices choices;
  for (const char* option : {"one", "two", "three"})
    choices.options.push_back({.text = text::plain_inlines(option, {})});
  made.form = std::move(choices);
  made.key = model::QuestionKey{.is_key = {true, false, false}, .weights = {100, 0, 0}, .feedback = {{}, {}, {}}};
  return made;
}

/// Whether `questions` can be told off to the draws, each to one (tried out).
bool can_be_told_off(const std::vector<ExamDraw>& draws, std::vector<int> left,
                     const std::vector<const model::Question*>& questions, std::size_t at = 0) {
  if (at == questions.size()) return true;
  for (std::size_t row = 0; row < draws.size(); ++row) {
    if (left[row] == 0 || !assemble::is_drawn_by(draws[row], *questions[at])) continue;
    --left[row];
    if (can_be_told_off(draws, left, questions, at + 1)) return true;
    ++left[row];
  }
  return false;
}

bool keeps_levels(const model::Exam& exam, const std::vector<const model::Question*>& questions) {
  return std::ranges::all_of(exam.levels, [&](const ExamLevels& levels) {
    const auto count = static_cast<int>(std::ranges::count_if(questions, [&](const model::Question* drawn) {
      return drawn->bloom && std::ranges::find(levels.levels, *drawn->bloom) != levels.levels.end();
    }));
    if (levels.bound == ExamLevels::Bound::at_most) return count <= levels.count;
    if (levels.bound == ExamLevels::Bound::at_least) return count >= levels.count;
    return count == levels.count;
  });
}

bool is_solution(const model::Exam& exam, const std::vector<const model::Question*>& questions) {
  std::vector<int> counts;
  std::size_t total = 0;
  for (const ExamDraw& draw : exam.draws) {
    counts.push_back(draw.count);
    total += static_cast<std::size_t>(draw.count);
  }
  return questions.size() == total && keeps_levels(exam, questions) && can_be_told_off(exam.draws, counts, questions);
}

/// Whether any set of questions will do.
bool has_solution(const model::Exam& exam, const std::vector<model::Question>& bank) {
  for (unsigned set = 0; set < (1U << bank.size()); ++set) {
    std::vector<const model::Question*> chosen;
    for (std::size_t i = 0; i < bank.size(); ++i) {
      if ((set & (1U << i)) != 0) chosen.push_back(&bank[i]);
    }
    if (is_solution(exam, chosen)) return true;
  }
  return false;
}

std::vector<const model::Question*> chosen_from(const std::vector<model::Question>& bank, const Drawn& drawn) {
  std::vector<const model::Question*> chosen;
  for (const model::QuestionIndex index : drawn.questions) chosen.push_back(&bank[index.value]);
  return chosen;
}

std::vector<model::Question> random_bank(StableRandom& random, std::size_t size) {
  std::vector<model::Question> bank;
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<std::string> tags;
    if (random.below(2) == 0) tags.emplace_back("blue");
    if (random.below(3) == 0) tags.emplace_back("round");
    bank.push_back(question("q" + std::to_string(i), "s" + std::to_string(random.below(3)),
                            static_cast<BloomLevel>(random.below(4)), std::move(tags)));
  }
  return bank;
}

model::Exam random_exam(StableRandom& random) {
  model::Exam exam{.id = "exam", .seed = std::to_string(random.next())};
  const std::vector<ExamDraw> rows = {{.by = ExamDraw::By::lesson, .name = "s0"},
                                      {.by = ExamDraw::By::lesson, .name = "s1"},
                                      {.by = ExamDraw::By::tag, .name = "blue"},
                                      {.by = ExamDraw::By::tag, .name = "round"}};
  for (ExamDraw row : rows) {
    row.count = static_cast<int>(random.below(3));
    if (row.count > 0) exam.draws.push_back(row);
  }
  const std::vector<std::vector<BloomLevel>> nested = {
      {BloomLevel::remember, BloomLevel::understand}, {BloomLevel::remember}, {BloomLevel::apply}};
  for (const auto& levels : nested) {
    if (random.below(2) == 0) continue;
    exam.levels.push_back({.levels = levels,
                           .bound = static_cast<ExamLevels::Bound>(random.below(3)),
                           .count = static_cast<int>(random.below(4))});
  }
  return exam;
}

std::string ids_of(const model::ExamVariant& variant, const std::vector<model::Question>& bank) {
  std::string ids;
  for (std::size_t i = 0; i < variant.questions.size(); ++i) {
    ids += (ids.empty() ? "" : " ") + bank[variant.questions[i].value].id + ":";
    for (const int option : variant.option_order[i]) ids += std::to_string(option);
  }
  return ids;
}

/// The demonstration's blueprint on a bank of 40.
struct Sample {
  std::vector<model::Question> bank;
  model::Exam exam{.id = "post-test", .variant_count = 2, .seed = "20140416"};

  Sample() {
    for (int i = 0; i < 40; ++i) {
      bank.push_back(question("q" + std::to_string(i), "s" + std::to_string(i / 5), static_cast<BloomLevel>(i % 5)));
    }
    for (int lesson = 0; lesson < 8; ++lesson) {
      exam.draws.push_back({.by = ExamDraw::By::lesson, .name = "s" + std::to_string(lesson), .count = 2});
    }
    exam.levels = {
        {.levels = {BloomLevel::remember, BloomLevel::understand}, .bound = ExamLevels::Bound::at_most, .count = 5},
        {.levels = {BloomLevel::apply}, .bound = ExamLevels::Bound::at_least, .count = 5}};
  }
};

} // namespace

TEST_CASE("a blueprint is met whenever any choice of questions meets it") {
  StableRandom random(seed_hash("blueprints"));
  int met = 0;
  constexpr int tries = 400;
  for (int i = 0; i < tries; ++i) {
    const std::vector<model::Question> bank = random_bank(random, 4 + random.below(5));
    const model::Exam exam = random_exam(random);
    if (exam.draws.empty()) continue;
    CAPTURE(i);
    const Drawn drawn = assemble::draw_questions(exam, bank, {});
    const bool expected = has_solution(exam, bank);
    CHECK(drawn.shortages.empty() == expected);
    if (drawn.shortages.empty()) CHECK(is_solution(exam, chosen_from(bank, drawn)));
    met += expected ? 1 : 0;
  }
  // Both outcomes are common enough for this to mean something.
  CHECK(met > tries / 10);
  CHECK(met < tries * 9 / 10);
}

TEST_CASE("every seed draws a paper that keeps all bounds, and seeds draw different ones") {
  Sample sample;
  std::set<std::vector<model::QuestionIndex>> papers;
  for (int seed = 0; seed < 200; ++seed) {
    sample.exam.seed = std::to_string(seed);
    const Drawn drawn = assemble::draw_questions(sample.exam, sample.bank, {});
    CAPTURE(seed);
    REQUIRE(drawn.shortages.empty());
    CHECK(is_solution(sample.exam, chosen_from(sample.bank, drawn)));
    papers.insert(drawn.questions);
  }
  CHECK(papers.size() > 150);
}

TEST_CASE("the same seed draws the same papers for ever") {
  const Sample sample;
  const Drawn drawn = assemble::draw_questions(sample.exam, sample.bank, {});
  const auto variants = assemble::make_variants(sample.exam, sample.bank, drawn.questions);
  REQUIRE(variants.size() == 2);
  CHECK(ids_of(variants[0], sample.bank) ==
        "q22:021 q32:012 q6:021 q39:012 q24:201 q37:210 q2:120 q10:021 q16:012 q29:102 q11:102 q30:210 q18:120 "
        "q3:021 q8:120 q27:012");
  CHECK(ids_of(variants[1], sample.bank) ==
        "q22:012 q18:012 q2:021 q39:012 q3:021 q16:012 q11:120 q10:102 q27:120 q6:201 q37:102 q32:102 q29:120 "
        "q24:120 q30:210 q8:210");
}

TEST_CASE("a new question in the bank moves few of the others") {
  Sample sample;
  const Drawn before = assemble::draw_questions(sample.exam, sample.bank, {});
  sample.bank.push_back(question("q40", "s7", BloomLevel::apply));
  const Drawn after = assemble::draw_questions(sample.exam, sample.bank, {});
  std::vector<model::QuestionIndex> same;
  std::ranges::set_intersection(before.questions, after.questions, std::back_inserter(same));
  CHECK(same.size() + 2 >= before.questions.size());
}

TEST_CASE("variants ask the same questions in other orders") {
  const Sample sample;
  const Drawn drawn = assemble::draw_questions(sample.exam, sample.bank, {});
  model::Exam exam = sample.exam;
  exam.variant_count = 26;
  const auto variants = assemble::make_variants(exam, sample.bank, drawn.questions);
  REQUIRE(variants.size() == 26);
  std::set<std::vector<model::QuestionIndex>> orders;
  for (const model::ExamVariant& variant : variants) {
    std::vector<model::QuestionIndex> sorted = variant.questions;
    std::ranges::sort(sorted);
    CHECK(sorted == drawn.questions);
    orders.insert(variant.questions);
    for (const std::vector<int>& order : variant.option_order) {
      std::vector<int> options = order;
      std::ranges::sort(options);
      CHECK(options == std::vector<int>{0, 1, 2});
    }
  }
  CHECK(orders.size() == variants.size());
  CHECK(variants[0].letter == "A");
  CHECK(variants[25].letter == "Z");
}

TEST_CASE("no letter is the key of more than half of a paper") {
  const Sample sample; // every key is the first option as written
  const Drawn drawn = assemble::draw_questions(sample.exam, sample.bank, {});
  for (const model::ExamVariant& variant : assemble::make_variants(sample.exam, sample.bank, drawn.questions)) {
    std::vector<int> keys(3, 0);
    for (const std::vector<int>& order : variant.option_order) {
      ++keys[static_cast<std::size_t>(std::ranges::find(order, 0) - order.begin())];
    }
    CHECK(*std::ranges::max_element(keys) * 2 <= static_cast<int>(variant.questions.size()));
  }
}

TEST_CASE("what must keep its order keeps it in every variant") {
  std::vector<model::Question> bank;
  bank.push_back(question("locked", "s0", BloomLevel::apply));
  std::get<model::Choices>(bank[0].form).options[2].locked_last = true;
  bank.push_back(question("kept", "s0", BloomLevel::apply));
  bank[1].shuffle = false;
  bank.push_back(question("numbers", "s0", BloomLevel::apply));
  auto& numbers = std::get<model::Choices>(bank[2].form).options;
  numbers[0].text = text::plain_inlines("10 把", {});
  numbers[1].text = text::plain_inlines("100 把", {});
  numbers[2].text = text::plain_inlines("1,000 把", {});
  bank.push_back(question("ordering", "s0", BloomLevel::apply));
  bank[3].type = model::QuestionType::ordering;
  bank[3].form = model::Ordering{.items = {{}, {}, {}}};
  bank[3].key = model::QuestionKey{.right_order = {2, 0, 1}};
  const std::vector<model::QuestionIndex> questions = {{0}, {1}, {2}, {3}};
  bool is_locked_one_shuffled = false;
  for (int seed = 0; seed < 60; ++seed) {
    const model::Exam exam{.id = "exam", .variant_count = 2, .seed = std::to_string(seed)};
    for (const model::ExamVariant& variant : assemble::make_variants(exam, bank, questions)) {
      for (std::size_t i = 0; i < variant.questions.size(); ++i) {
        const std::vector<int>& order = variant.option_order[i];
        const std::uint32_t index = variant.questions[i].value;
        if (index == 0) CHECK(order.back() == 2);
        if (index == 0 && order.front() == 1) is_locked_one_shuffled = true;
        if (index == 1 || index == 2) CHECK(order == std::vector<int>{0, 1, 2});
        if (index == 3) CHECK(order != std::vector<int>{2, 0, 1}); // that would be the answer
      }
    }
  }
  CHECK(is_locked_one_shuffled);
}

TEST_CASE("questions of one case stay together in the order of the course") {
  Sample sample;
  for (const std::size_t i : {3U, 4U, 17U}) sample.bank[i].stimulus = "combs";
  const std::vector<model::QuestionIndex> questions = {{0}, {3}, {4}, {9}, {17}, {20}, {25}};
  for (int seed = 0; seed < 60; ++seed) {
    sample.exam.seed = std::to_string(seed);
    for (const model::ExamVariant& variant : assemble::make_variants(sample.exam, sample.bank, questions)) {
      const auto first = std::ranges::find(variant.questions, model::QuestionIndex{3});
      REQUIRE(variant.questions.end() - first >= 3);
      CHECK(*(first + 1) == model::QuestionIndex{4});
      CHECK(*(first + 2) == model::QuestionIndex{17});
    }
  }
}

TEST_CASE("what is missing is counted") {
  Sample sample;
  SUBCASE("for one draw") {
    sample.exam.draws[3].count = 7;
    const auto shortages = assemble::draw_questions(sample.exam, sample.bank, {}).shortages;
    REQUIRE(shortages.size() == 1);
    CHECK(shortages[0].what == Shortage::What::draw);
    CHECK(shortages[0].rows == std::vector<std::size_t>{3});
    CHECK(shortages[0].asked - shortages[0].reachable == 2);
  }
  SUBCASE("for draws that share questions") {
    sample.exam.draws = {{.by = ExamDraw::By::lesson, .name = "s0", .count = 4},
                         {.by = ExamDraw::By::lesson, .name = "s1", .count = 1},
                         {.by = ExamDraw::By::lesson, .name = "s0", .count = 3}};
    sample.exam.levels.clear();
    const auto shortages = assemble::draw_questions(sample.exam, sample.bank, {}).shortages;
    REQUIRE(shortages.size() == 1);
    CHECK(shortages[0].what == Shortage::What::draws);
    CHECK(shortages[0].rows == std::vector<std::size_t>{0, 2});
    CHECK(shortages[0].asked == 7);
    CHECK(shortages[0].reachable == 5);
  }
  SUBCASE("for levels") {
    sample.exam.levels = {{.levels = {BloomLevel::apply}, .bound = ExamLevels::Bound::at_least, .count = 10},
                          {.levels = {BloomLevel::remember}, .bound = ExamLevels::Bound::at_least, .count = 8},
                          {.levels = {BloomLevel::understand}, .bound = ExamLevels::Bound::at_least, .count = 9}};
    // Each lesson has one question of each level, and gives two: 8 lessons, 16 questions.
    const auto shortages = assemble::draw_questions(sample.exam, sample.bank, {}).shortages;
    REQUIRE(shortages.size() == 2);
    CHECK(shortages[0].reachable == 8);
    CHECK_FALSE(shortages[0].with_other_bounds);
    CHECK(shortages[1].rows == std::vector<std::size_t>{2});
    CHECK(shortages[1].reachable == 8);
  }
  SUBCASE("for a bound from above") {
    sample.exam.draws = {{.by = ExamDraw::By::level, .name = "apply", .count = 3}};
    sample.exam.levels = {{.levels = {BloomLevel::apply}, .bound = ExamLevels::Bound::at_most, .count = 1}};
    const auto shortages = assemble::draw_questions(sample.exam, sample.bank, {}).shortages;
    REQUIRE(shortages.size() == 1);
    CHECK(shortages[0].asked == 1);
    CHECK(shortages[0].reachable == 3);
  }
}

TEST_CASE("questions for practice and performances are never drawn, named ones count for the levels") {
  Sample sample;
  sample.exam.draws = {{.by = ExamDraw::By::lesson, .name = "s0", .count = 3}};
  sample.exam.levels = {{.levels = {BloomLevel::apply}, .bound = ExamLevels::Bound::exactly, .count = 1}};
  sample.bank[0].purpose = model::QuestionPurpose::practice;
  sample.bank[1].type = model::QuestionType::performance;
  const std::vector<model::QuestionIndex> fixed = {{7}}; // of lesson s1, level apply
  const auto shortages = assemble::draw_questions(sample.exam, sample.bank, fixed).shortages;
  REQUIRE(shortages.size() == 1); // of s0 are left q2 (apply), q3, q4: all three, so that two apply
  CHECK(shortages[0].what == Shortage::What::levels);
  CHECK(shortages[0].reachable == 2);
}
