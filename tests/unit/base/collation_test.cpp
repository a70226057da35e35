// Words in the order of a language's dictionaries.
#include "base/collation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using comb::Collation;

namespace {

std::string sorted(std::vector<std::string> words, const std::string& lang) {
  const Collation collation(lang);
  std::ranges::sort(words, {}, [&](const std::string& word) { return collation.key(word); });
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

} // namespace

TEST_CASE("English words sort by letters, capitals beside small ones") {
  CHECK(sorted({"benefit", "Advantage", "feature", "Éclair"}, "en-GB") == "Advantage benefit Éclair feature ");
}

TEST_CASE("Traditional Chinese sorts by strokes, Simplified by pinyin") {
  CHECK(sorted({"優點", "人脈", "利益"}, "zh-Hant-TW") == "人脈 利益 優點 ");
  CHECK(sorted({"优点", "人脉", "利益"}, "zh-Hans") == "利益 人脉 优点 ");
}

TEST_CASE("bad bytes and empty words sort somewhere, always the same") {
  CHECK(sorted({"\xff", "", "a"}, "en") == sorted({"a", "\xff", ""}, "en"));
}
