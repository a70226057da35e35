// Canaries planted where only trainers look, and files that let them out.
#include "leak/leak.hpp"
#include "base/utf8.hpp"
#include "support/pipeline.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

constexpr const char* lesson = R"(# 木梳

## 一個主題

學員看得到的一段文字，不是祕密。

::say[先講故事，不急著給答案，這句話只有講師知道。]

:::: question {#q1}
哪一句說的是利益？

- [ ] 機殼採鎂合金
  > 這只是材料上的特性，還沒有說到顧客。
- [x] 背一整天肩不痠
  > 這才是顧客真正得到的結果與感受。
::::
)";

std::vector<leak::Secret> secrets_of(const std::string& source) {
  const auto compiled = tests::compile_lesson(source);
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  return leak::find_secrets(compiled.result.checked->course()).value;
}

std::size_t leaks(const std::string& path, const std::string& bytes, model::EditionKind edition) {
  const std::vector<leak::Secret> secrets = secrets_of(lesson);
  const std::vector<emit::Artifact> artifacts = {{.path = path, .bytes = bytes, .edition = edition}};
  return leak::scan(artifacts, secrets).size();
}

constexpr auto learners = model::EditionKind::slides;

} // namespace

TEST_CASE("notes and rationales are secrets, learners' text is none") {
  std::string all;
  for (const leak::Secret& secret : secrets_of(lesson)) all += secret.text + "\n";
  CHECK(all.find("先講故事不急著給答案這句") != std::string::npos);
  CHECK(all.find("這才是顧客真正得到的結果") != std::string::npos);
  CHECK(all.find("學員看得到") == std::string::npos);
}

TEST_CASE("a secret is found wherever a reader could find it") {
  CHECK(leaks("a.html", "<p>先講故事，不急著給答案，這句話只有講師知道。</p>", learners) == 1);
  CHECK(leaks("a.html", "<p>先講<b>故事</b>，不急著\n給答案，這句話</p>", learners) == 1);
  CHECK(leaks("a.html", "<p title='先講故事不急著給答案這句話'>x</p>", learners) == 1);
  CHECK(leaks("a.html", "<!-- 這才是顧客真正得到的結果與感受 -->", learners) == 1);
  CHECK(
      leaks("a.html",
            "<script>\"\\u5148\\u8b1b\\u6545\\u4e8b\\u4e0d\\u6025\\u8457\\u7d66\\u7b54\\u6848\\u9019\\u53e5\"</script>",
            learners) == 1);
  CHECK(leaks("a.html", "&#x5148;&#x8b1b;故事，不急著給答案，這句話", learners) == 1);
  CHECK(leaks("learner/先講故事不急著給答案這句話.html", "", learners) == 1);
}

TEST_CASE("what holds no secret, or is for trainers, is let through") {
  CHECK(leaks("a.html", "<p>學員看得到的一段文字，不是祕密。</p>", learners) == 0);
  CHECK(leaks("a.html", "<p>先講故事，不急著給答案，這句話只有講師知道。</p>", model::EditionKind::presenter) == 0);
}

TEST_CASE("a sentence that the author wrote for both is reported and not hunted") {
  const auto compiled = tests::compile_lesson(
      "# A\n\n## B\n\n這一句話寫給所有的人看也沒有關係。\n\n::say[這一句話寫給所有的人看也沒有關係。]\n");
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  const auto found = leak::find_secrets(compiled.result.checked->course());
  CHECK(found.value.empty());
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics.front().kind->name == "trainer-text-repeated");
}

TEST_CASE("letters and digits count, marks and case do not") {
  CHECK(leak::normalised("Ab-C，1 二。") == "abc1二");
}

TEST_CASE("what a choice of a scenario led to is told to learners, so it is no secret in the bank") {
  const auto compiled = tests::compile_lesson(
      "# A\n\n## B\n\n:::: scenario C {#c}\n"
      "::: node D {#n1}\n- 上前招呼 {to=n2}\n  > 顧客點點頭，慢慢往店裡面走了進去。\n"
      "- 視而不見 {to=n3}\n  > 顧客看了一眼，轉過身走出了店門口。\n:::\n"
      "::: node E {#n2 end=good}\n好。\n:::\n::: node F {#n3 end=poor}\n壞。\n:::\n::::\n");
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  REQUIRE(compiled.result.checked->course().questions.size() == 1);
  const auto found = leak::find_secrets(compiled.result.checked->course());
  CHECK(found.value.empty());
  CHECK(found.diagnostics.empty());
}

TEST_CASE("what the seam of two cells spells is no secret") {
  const auto compiled = tests::compile_lesson(
      "# A\n\n## B\n\n| 角色 | 賣什麼 |\n| --- | --- |\n| 顧問 | 把標準產品配成一套；看收入 |\n\n"
      "::say[顧問把標準產品配成一套。]\n");
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  const auto found = leak::find_secrets(compiled.result.checked->course());
  CHECK(found.value.empty());
  CHECK(found.diagnostics.empty());
}

TEST_CASE("a note that is called as the compiler calls a block is no secret") {
  const auto compiled = tests::compile_lesson(
      "# A\n\n## B\n\n::: prereq\nYou have built one lesson.\n:::\n\n"
      "::: trainer-note Before you start {kind=setup}\nPut the chairs into pairs before anybody comes.\n:::\n");
  REQUIRE_MESSAGE(compiled.result.checked.has_value(), compiled.findings());
  const auto found = leak::find_secrets(compiled.result.checked->course());
  CHECK(found.diagnostics.empty());
  for (const leak::Secret& secret : found.value) CHECK(secret.text != "beforeyoustart");
  CHECK_FALSE(found.value.empty());
}

TEST_CASE("some Latin words in a Chinese text are no secret by themselves") {
  // 「Microsoft Word」 alone could be spelt by the end of one line and the beginning of the next.
  for (const leak::Secret& secret :
       secrets_of("# A\n\n## B\n\n::say[打開 Microsoft PowerPoint 給大家看第一頁就好，再收起來。]\n")) {
    CAPTURE(secret.text);
    CHECK(display_width(secret.text) >= 24);
  }
}
