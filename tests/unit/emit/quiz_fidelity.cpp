// The report: what each file lost, in the language of the course.
#include "emit/outputs/quiz_bank/fidelity_words.hpp"
#include "quiz_builder.hpp"

#include <doctest/doctest.h>

namespace comb::emit::quiz_bank::testing {

TEST_CASE("every loss is explained in every language") {
  for (int loss = 0; loss <= static_cast<int>(Loss::formula_guard); ++loss)
    for (const char* lang : {"en", "zh-Hant-TW", "zh-CN"}) CHECK_FALSE(explain(static_cast<Loss>(loss), lang).empty());
}

TEST_CASE("the report names the questions under what they lost") {
  const edition::Edition edition = bank_of({numeric("q1", "?", 1, 0, "把"), short_answer("q2", "?", {"a"})});
  const Bank bank = make_bank(edition);
  std::map<Format, Losses> losses;
  static_cast<void>(write_gift(bank, losses[Format::gift]));
  const std::string report = write_fidelity_report(bank, losses);
  CHECK(contains(report, "# 「門店銷售」題庫：每個檔案帶了什麼\n"));
  CHECK(contains(report, "| `bank.gift` | Moodle 與小工具；只有文字 | 1 | 1 | 0 |"));
  CHECK(contains(report, "- 不帶單位，學員只填數字：`q1`（1 題）\n"));
}

TEST_CASE("a lossless file is called complete") {
  const edition::Edition edition = bank_of({short_answer("q2", "?", {"a"})});
  const std::string report = write_fidelity_report(make_bank(edition), {});
  CHECK(contains(report, "## bank.json\n\n內容完整，沒有遺漏。\n"));
}

} // namespace comb::emit::quiz_bank::testing
