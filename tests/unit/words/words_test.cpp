#include "words/words.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace comb::words;

TEST_CASE("a course's tag finds its language, by region where the script is not named") {
  CHECK(words_for("zh-Hant-TW").lang == "zh-Hant");
  CHECK(words_for("zh-TW").lang == "zh-Hant");
  CHECK(words_for("zh-HK").lang == "zh-Hant");
  CHECK(words_for("zh-CN").lang == "zh-Hans");
  CHECK(words_for("zh-Hans").lang == "zh-Hans");
  CHECK(words_for("en-GB").lang == "en");
  CHECK(words_for("ja").lang == "ja");
  CHECK(words_for("ja-JP").lang == "ja");
  CHECK(words_for("fr").lang == "en");
  CHECK(words_for("").lang == "en");
}

TEST_CASE("a pattern takes its numbers in order") {
  CHECK(fill(fill("第 {} 張，共 {} 張", 3), 12) == "第 3 張，共 12 張");
  CHECK(fill("no gap", 3) == "no gap");
}

TEST_CASE("quotation marks inside those of a pattern are inner ones") {
  CHECK(fill("你選了「{}」", "「請坐。」") == "你選了「『請坐。』」");
  CHECK(fill("You chose “{}”", "Say “sit down”") == "You chose “Say ‘sit down’”");
  CHECK(fill("前往 {}", "「門」") == "前往 「門」");
}

TEST_CASE("no language has an empty word") {
  for (const Words* words : all_words()) {
    CAPTURE(words->lang);
    // The words are a plain run of string views in front of the aliases; an empty one was forgotten.
    const auto* first = reinterpret_cast<const std::string_view*>(words);
    const auto* end = reinterpret_cast<const std::string_view*>(&words->aliases);
    for (const auto* word = first; word != end; ++word) CHECK_FALSE(word->empty());
  }
}

TEST_CASE("an alias means one kind") {
  for (const Words* words : all_words()) {
    CAPTURE(words->lang);
    std::set<std::string_view> seen;
    for (const DirectiveAlias& alias : words->aliases) {
      CAPTURE(alias.alias);
      CHECK(seen.insert(alias.alias).second);
    }
  }
}
