// What the canonical layout looks like.
#include "support.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace comb;
using test::formatted;

namespace {

struct Example {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};

constexpr std::array layouts = {
    Example{"blocks stand apart, their bodies close to the fences",
            "# T\n::: tip A\n\none\n\n\n\ntwo\n\n:::\n::: warning\n\nx\n\n:::\nend",
            "# T\n\n::: tip A\none\n\ntwo\n:::\n\n::: warning\nx\n:::\n\nend\n"},
    Example{
        "blocks in blocks, too",
        ":::: case C {#c}\nA shop.\n::: exhibit E\nx\n:::\n::: discuss\n1. Why?\n::: solution\nSo.\n:::\n:::\n::::\n",
        ":::: case C {#c}\nA shop.\n\n::: exhibit E\nx\n:::\n\n::: discuss\n1. Why?\n\n::: solution\nSo.\n:::\n"
        ":::\n::::\n"},
    Example{"opening lines have single spaces", ":::   tip    Short  sentences   {#a}  \nx\n  :::\n",
            "::: tip Short  sentences {#a}\nx\n:::\n"},
    Example{"a leaf keeps its bracket close", "  ::say[Ask: why?]{audience=trainer   #s}\n",
            "::say[Ask: why?]{#s audience=trainer}\n"},
    Example{"leaves and paragraphs may stand close", "Text.\n::say[a]\n::ask[b]\n", "Text.\n::say[a]\n::ask[b]\n"},
    Example{"fields: id, class, declared keys, flags",
            "::: roleplay R {reveal group=3 .big time=\"3+6+6\" rounds=\"3\" objective=\"o1 o2\" #r1}\nx\n:::\n",
            "::: roleplay R {#r1 .big objective=\"o1 o2\" time=3+6+6 rounds=3 group=3 reveal}\nx\n:::\n"},
    Example{"unknown keys come after the known ones, an allowance after them",
            "::: tip T {allow=\"x: y\" colour=red time=5}\nx\n:::\n",
            "::: tip T {time=5 allow=\"x: y\" colour=red}\nx\n:::\n"},
    Example{"a kind's alias knows its fields", "::: 角色扮演 R {rounds=2 time=6}\nx\n:::\n",
            "::: 角色扮演 R {time=6 rounds=2}\nx\n:::\n"},
    Example{"full-width signs become half-width", "：：： tip 題 {＃a　time＝5 source＝“甲；乙”}\nx\n：：：\n",
            "::: tip 題 {#a time=5 source=\"甲；乙\"}\nx\n:::\n"},
    Example{
        "columns are as wide as their widest cell", "|甲|Long head|n|\n|---|:-:|--:|\n|木梳十把|b|1|\n|x|\n",
        "| 甲       | Long head |   n |\n| -------- | :-------: | --: |\n| 木梳十把 |     b     |   1 |\n| x        | "
        "          |     |\n"},
    Example{"a table in a list keeps its place", "- a\n\n  |x|y|\n  |-|-|\n  |1|2|\n",
            "- a\n\n  | x   | y   |\n  | --- | --- |\n  | 1   | 2   |\n"},
    Example{"a pipe that is text stays text", "|a|\n|-|\n|x \\| y `c\\|d`|\n",
            "| a             |\n| ------------- |\n| x \\| y `c\\|d` |\n"},
    Example{"headings", "##   Title   ##  \ntext\n###  Sub {time=5   #s}\n",
            "## Title\n\ntext\n\n### Sub {#s time=5}\n"},
    Example{"list markers", "*   one\n*   two {b=2 #x}\n\ntext\n\n1)  first\n2)  second\n",
            "- one\n- two {#x b=2}\n\ntext\n\n1. first\n2. second\n"},
    Example{"boxes", "+ [X] yes\n+ [ ] no\n", "- [x] yes\n- [ ] no\n"},
    Example{"two lists in a row keep their markers", "- a\n\n* b\n", "- a\n\n* b\n"},
    Example{"items of several lines keep their indent", "*   one\n\n    more\n", "-   one\n\n    more\n"},
    Example{"a quote under an option stays its feedback", "- [x] a\n> because\n- [ ] b\n\n> after\n",
            "- [x] a\n> because\n- [ ] b\n\n> after\n"},
    Example{"spaces at line ends go, a line break stays", "one   \ntwo \nthree  \n", "one  \ntwo\nthree\n"},
    Example{"empty lines in a row become one", "\n\na\n\n\n\nb\n\n\n", "a\n\nb\n"},
    Example{"every line end is a line feed", "a\r\n\r\nb\r\n", "a\n\nb\n"},
    Example{"fields on a line of their own", "{width=5   #a}\n| a |\n| - |\n", "{#a width=5}\n| a   |\n| --- |\n"},
    Example{"front matter stays", "---\nid:   s1\nallow: {a:  b}\n---\n\n\n\n# T\n",
            "---\nid:   s1\nallow: {a:  b}\n---\n\n# T\n"},
    Example{"code stays", "```text  \n:::   tip\n\n\n|a|  \n```\n\n    |x|   \n\n\n    y\n",
            "```text  \n:::   tip\n\n\n|a|  \n```\n\n    |x|   \n\n\n    y\n"},
    Example{"comments stay", "a <!--  x  \n\n\n  y -->\n\n<!-- | a   | -->  \n",
            "a <!--  x  \n\n\n  y -->\n\n<!-- | a   | -->  \n"},
    Example{"an empty file is empty", "\n \n\n", ""},
};

constexpr std::array slips = {
    Example{"heading", "##標題\n\n＃＃ 二\n", "## 標題\n\n## 二\n"},
    Example{"list", "１．先問\n２．再說\n", "1. 先問\n2. 再說\n"},
    Example{"box", "- []招呼\n- 【x】問\n", "- [ ] 招呼\n- [x] 問\n"},
};

} // namespace

TEST_CASE("each layout is as designed") {
  for (const Example& example : layouts) {
    CAPTURE(std::string(example.name));
    const auto result = formatted(std::string(example.before));
    CHECK(result.text == example.after);
    CHECK(result.findings == "");
    CHECK(formatted(result.text).text == result.text);
  }
}

TEST_CASE("slips become what they look like, and are named") {
  for (const Example& example : slips) {
    CAPTURE(std::string(example.name));
    const auto result = formatted(std::string(example.before));
    CHECK(result.text == example.after);
    CHECK(result.findings == "format-mended\nformat-mended\n");
    CHECK(formatted(result.text).findings == "");
  }
}

TEST_CASE("what only looks like a slip stays") {
  for (const std::string text : {"１．５ 倍\n", "先說\n２．再問\n"}) {
    CAPTURE(text);
    CHECK(formatted(text).text == text);
    CHECK(formatted(text).findings == "");
  }
}

TEST_CASE("what is wrong stays as it was typed") {
  for (const std::string text : {"::: tip {time=4 minutes now=}\nx\n:::\n", "::: tip A {#a\nx\n:::\n",
                                 "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n", "::: tip\nx\n", ":::\n", "Text\n---\n"}) {
    CAPTURE(text);
    CHECK(formatted(text).text == text);
  }
}

TEST_CASE("a text that cannot be parsed comes back with its errors") {
  const auto result = formatted("a \xff\n\n\n");
  CHECK(result.text == "a \xff\n\n\n");
  CHECK(result.findings == "bad-utf8\n");
}
