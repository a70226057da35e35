// What is refused before, or while, a text is parsed.
#include "parse_support.hpp"

#include <doctest/doctest.h>

namespace {

std::string repeated(const std::string& piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

/// The names of the findings, without places and doubles.
std::string kinds(const std::string& source) {
  std::string out;
  std::string all = findings(source);
  while (!all.empty()) {
    const std::string line = all.substr(0, all.find('\n'));
    all.erase(0, line.size() + 1);
    const std::size_t begin = line.find(' ', line.find(' ') + 1) + 1;
    const std::string name = line.substr(begin, line.find(':', begin) - begin);
    if (out.find(name) == std::string::npos) out += name + " ";
  }
  return out;
}

} // namespace

TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
  CHECK(findings("甲\xff") == "1:2-3 error bad-utf8: this byte is not UTF-8\n");
  CHECK(kinds("\xc0\x80") == "bad-utf8 ");
}

TEST_CASE("control characters and marks that turn the direction of writing are refused") {
  CHECK(findings("a\x01"
                 "b\x1b") ==
        "1:2-3 error control-character: the invisible character U+0001\n"
        "1:4-5 error control-character: the invisible character U+001B\n");
  CHECK(kinds(std::string("a\0b", 3)) == "control-character ");
  CHECK(kinds("a\u202Eb") == "control-character ");
  CHECK(kinds("a\tb\r\nc\n").empty());
}

TEST_CASE("control characters that entities give reach no output") {
  CHECK(outline("a&#1;b&#27;c&#10;d\n") == "paragraph 1:1-19 a b c d\n");
}

TEST_CASE("a byte order mark at the front is not text") {
  CHECK(outline("\xEF\xBB\xBF# 標題\n") == "heading 1:2-6 1 標題\n");
}

TEST_CASE("limits are named when they are met") {
  CHECK(kinds(repeated("x", 16'385)) == "line-too-long ");
  CHECK(kinds(repeated("x", 16'384)).empty());
  CHECK(kinds(repeated("word word word\n", 5000)) == "paragraph-too-long ");
  CHECK(kinds(repeated("[", 1001)) == "paragraph-too-long ");
  CHECK(kinds(repeated("> ", 70) + "x") == "nesting-too-deep ");
  CHECK(kinds(repeated("::: a\n", 33)) == "nesting-too-deep ");
  CHECK(kinds(repeated("::: a\n", 32) + repeated(":::\n", 32)).empty());
  CHECK(kinds(repeated("|a", 65) + "\n" + repeated("|-", 65) + "\n") == "table-too-large ");
  CHECK(kinds("|a|b|\n|-|-|\n" + repeated("|a\n", 10'000)) == "table-too-large ");
  CHECK(kinds(repeated("*a ", 200) + repeated("b*", 200)) == "emphasis-too-deep ");
  CHECK(kinds(repeated("`\n\n", 160'000)) == "too-much-in-file ");
  CHECK(kinds(repeated("# a\n", 200'001)) == "too-much-in-file ");
  CHECK(kinds("[a]: /" + repeated("u", 16'000) + "\n\n" + repeated("[a] [a] [a]\n\n", 2000)) == "too-much-in-file ");
}

TEST_CASE("a file that a limit stops has no blocks, not half of them") {
  CHECK(outline("文字\n\n" + repeated("::: a\n", 40)).empty());
}
