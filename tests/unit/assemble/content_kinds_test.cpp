// How lists and tables become diagrams, matrices, comparisons and dialogues, and what is told of them in words.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

/// Findings first, if any, then the parts.
std::string parts(const std::string& body) {
  const test::Assembled result = test::lesson(body);
  return result.findings() + result.parts();
}

bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("a flow has branches with words on their arrows, further steps, and ways back") {
  const std::string found = parts(
      "::: flow 第一分鐘\n"
      "1. 打招呼\n"
      "2. 提問 {#ask}\n"
      "   - 回答：聆聽\n"
      "     1. 複述\n"
      "   - 不答：等一下 {to=ask}\n"
      "3. 示範\n"
      ":::\n");
  CHECK(found ==
        "flow\n"
        "  caption 第一分鐘\n"
        "  alternative 打招呼，接著提問（回答：聆聽，接著複述；不答：等一下，接著回到「提問」），接著示範。\n"
        "  node 打招呼\n"
        "  node 提問\n"
        "    branches\n"
        "      node 聆聽 aside 回答\n"
        "        next\n"
        "          node 複述\n"
        "      node 等一下 aside 不答 back to ask\n"
        "  node 示範\n");
}

TEST_CASE("lanes of a flow take the filled cells row by row") {
  const std::string found = parts("::: flow\n| 業務 | 工程 |\n| --- | --- |\n| 拜訪 | |\n| | 勘查 |\n:::\n");
  CHECK(has(found, "  alternative 業務：拜訪，接著工程：勘查。\n"));
  CHECK(has(found, "  head 業務\n  head 工程\n  node 拜訪\n  node 勘查 lane=1 row=1\n"));
}

TEST_CASE("a cycle tells that its last step leads to the first") {
  const std::string found =
      parts("::: cycle 從陌生到熟悉 {center=顧客的需求}\n1. 提出問題\n2. 仔細聆聽\n3. 說聲謝謝\n:::\n");
  CHECK(has(
      found,
      "  alternative 顧客的需求：提出問題，接著仔細聆聽，接著說聲謝謝，接著回到「提出問題」。\n  center 顧客的需求\n"));
}

TEST_CASE("a pyramid stands on its first level, and a second column is its right side") {
  const std::string found =
      parts("::: pyramid\n| 喜歡的 | 能力 |\n| --- | --- |\n| 儀容 | 形象 |\n| 態度 | 熱愛 |\n:::\n");
  CHECK(has(found, "  alternative 由下而上：儀容（形象）；態度（熱愛）。\n"));
  CHECK(has(found, "  head 喜歡的\n  head 能力\n  node 儀容 aside 形象\n  node 態度 aside 熱愛\n"));
}

TEST_CASE("a quadrant reads its poles from the header row and the first column") {
  const std::string found = parts(
      "::: quadrant {x-axis=忠誠 y-axis=客單}\n"
      "| | 低 | 高 |\n| --- | --- | --- |\n| 多 | 專案 | 夥伴 |\n| 少 | 過客 | 常客 |\n\n"
      "- 甲 {x=0.7 y=0.2}\n:::\n");
  CHECK(found ==
        "quadrant\n"
        "  alternative 橫軸：忠誠（低 → 高）。縱軸：客單（少 → 多）。"
        "低、多：專案；高、多：夥伴；低、少：過客；高、少：常客。甲（高、少）。\n"
        "  x-axis 忠誠 from 低 to 高\n"
        "  y-axis 客單 from 少 to 多\n"
        "  node 專案\n  node 夥伴\n  node 過客\n  node 常客\n"
        "  points\n    node 甲 at 0.7 0.2\n");
}

TEST_CASE("amounts of a stack are the numbers in its first column") {
  const std::string found = parts(
      "::: stack {whole=\"10 元\"}\n| 多少 | 什麼 |\n| --- | --- |\n"
      "| $1,200.5 | 材料 |\n| 約 4 元 | 人工 |\n:::\n");
  CHECK(has(found, "  node 材料 aside $1,200.5 amount=1200.5\n  node 人工 aside 約 4 元 amount=4\n"));
  CHECK(has(found, "  alternative 10 元：材料（$1,200.5）；人工（約 4 元）。\n"));
}

TEST_CASE("what a blank or a gap hides is never told in words") {
  const std::string blank =
      parts("::: timeline {blank=2}\n| 何時 | 何事 |\n| --- | --- |\n| 一月 | 簽約 |\n| 二月 | 裝設 |\n:::\n");
  CHECK(has(blank, "alternative 一月：簽約；二月：待填。\n"));
  CHECK(has(blank, "node 裝設 aside 二月 (blank)\n"));
  const std::string gap = parts("::: cycle 從陌生到熟悉\n1. 先:fill[提問]\n2. 再仔細聽顧客說\n:::\n");
  CHECK(has(gap, "alternative 先待填，接著再仔細聽"));
  const std::string trainer = parts("::: cycle\n1. 先問:trainer[問三次以上]\n2. 再聽\n:::\n");
  CHECK(has(trainer, "alternative 先問，接著再聽"));
}

TEST_CASE("an author's own words replace those made from the body") {
  CHECK(has(parts("::: cycle {alt=\"兩個人輪流\"}\n1. 問\n2. 答\n:::\n"), "alternative 兩個人輪流\n"));
}

TEST_CASE("reveal is kept on the diagram itself") {
  CHECK(parts("::: cycle {reveal}\n1. 問\n2. 答\n:::\n").rfind("cycle reveal\n", 0) == 0);
}

TEST_CASE("what else stands in the body follows the diagram") {
  const std::string found = parts("::: cycle\n1. 問\n2. 答\n\n說明。\n:::\n");
  CHECK(found.find("cycle\n") < found.find("prose 說明。"));
}

TEST_CASE("bodies of another shape are reported where they stand") {
  struct Case {
    const char* body;
    const char* kind;
  };
  const Case cases[] = {
      {"::: flow\n- 一\n- 二\n:::\n", "diagram-shape"},
      {"::: flow\n文字\n:::\n", "diagram-shape"},
      {"::: timeline\n| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n:::\n", "diagram-shape"},
      {"::: pyramid\n:::\n", "diagram-shape"},
      {"::: cycle\n1. 一\n2. `x`\n\n   ```\n   y\n   ```\n:::\n", "diagram-node-not-text"},
      {"::: cycle {blank=0}\n1. 一\n2. 二\n:::\n", "diagram-blank-unknown"},
      {"::: cycle {blank=x}\n1. 一\n2. 二\n:::\n", "diagram-blank-unknown"},
      {"::: stack\n| a | b |\n| --- | --- |\n| -4 | x |\n| 2 | y |\n:::\n", "stack-amount-misfit"},
      {"::: stack\n| a | b |\n| --- | --- |\n| 0 | x |\n| 2 | y |\n:::\n", "stack-amount-misfit"},
      {"::: quadrant\n| | a | b |\n| --- | --- | --- |\n| c | 1 | 2 |\n:::\n", "quadrant-misfit"},
      {"::: quadrant\n| | a | |\n| --- | --- | --- |\n| c | 1 | 2 |\n| d | 3 | 4 |\n:::\n", "quadrant-misfit"},
      {"::: dialogue\n- 甲：\n- 乙：好\n:::\n", "dialogue-without-speaker"},
  };
  for (const Case& wrong : cases) {
    CAPTURE(wrong.body);
    CHECK(test::lesson(wrong.body).raises(wrong.kind));
  }
}

TEST_CASE("a time or an address in a node is no branch's name") {
  const std::string found = parts("::: flow\n1. 開始\n   - 9:30 開會\n   - 另:約\n2. 結束\n:::\n");
  CHECK(has(found, "node 9:30 開會\n"));
  CHECK(has(found, "node 約 aside 另\n"));
}

TEST_CASE("a matrix and a comparison are tables with a look, their first column heads") {
  CHECK(parts("::: matrix {marks=\"● 是\"}\n| | a |\n| --- | --- |\n| b | ● |\n:::\n").rfind("table as matrix\n", 0) ==
        0);
  CHECK(parts("::: compare\n| | a | b |\n| --- | --- | --- |\n| c | 1 | 2 |\n:::\n").rfind("table as compare\n", 0) ==
        0);
}

TEST_CASE("a cell that is one gap is left to fill in as a whole") {
  const std::string found = parts("::: table\n| a | b |\n| --- | --- |\n| :fill[x] | 甲:fill[y] |\n:::\n");
  CHECK(has(found, "(blank)"));
  CHECK(found.find("(blank)") == found.rfind("(blank)"));
}

TEST_CASE("dashes and words are no marks") {
  CHECK_FALSE(test::lesson("::: matrix\n| | a |\n| --- | --- |\n| b | – |\n| c | 5 |\n| d | 高 |\n:::\n")
                  .raises("table-mark-unexplained"));
  CHECK(test::lesson("::: matrix\n| | a |\n| --- | --- |\n| b | ✓ |\n:::\n").raises("table-mark-unexplained"));
}

TEST_CASE("a dialogue has turns, a cast, and notes for the trainer alone") {
  const test::Assembled result = test::lesson(
      "::: dialogue {cast=\"店員; 顧客\"}\n"
      "- 顧客：看看。\n  > 停三秒。\n"
      "- **店員**：好，9:30 關門。\n:::\n");
  CHECK(result.findings().empty());
  const auto& part = result.course.parts.front().lessons.front().topics.front().parts.front();
  const auto& dialogue = std::get<model::Dialogue>(part.content);
  CHECK(dialogue.cast == std::vector<std::string>{"店員", "顧客"});
  CHECK(dialogue.turns.at(0).speaker == "顧客");
  CHECK(dialogue.turns.at(1).speaker == "店員");
  CHECK(text::plain_text(dialogue.turns.at(1).text) == "好，9:30 關門。");
  REQUIRE(dialogue.turns.at(0).notes.size() == 1);
  CHECK((dialogue.turns.at(0).notes.front().editions & model::learner_editions).is_empty());
}

TEST_CASE("`handbook=blank` empties the nodes of a diagram and the cells of a table beside the names of its rows") {
  const std::string flow = parts("::: flow {handbook=blank}\n1. 打招呼\n2. 提問\n:::\n");
  CHECK(has(flow, "node 打招呼 (blank)\n"));
  CHECK(has(flow, "node 提問 (blank)\n"));
  const std::string table = parts("::: table {handbook=blank}\n| 誰 | 要什麼 |\n| --- | --- |\n| 和尚 | 止癢 |\n:::\n");
  CHECK(table == parts("::: table {blank=2}\n| 誰 | 要什麼 |\n| --- | --- |\n| 和尚 | 止癢 |\n:::\n"));
}
