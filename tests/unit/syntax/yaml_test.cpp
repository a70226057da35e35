// YAML is a tree of texts with places; all that could surprise is refused.
#include "parse_support.hpp"

#include <doctest/doctest.h>

namespace {

std::string front(const std::string& yaml) {
  return parsed("---\n" + yaml + "---\n");
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

} // namespace

TEST_CASE("every scalar stays the text that was written") {
  CHECK(front("a: no\nb: 09:00\nc: 1.0\nd: ~\ne: 'x '\n") ==
        "front-matter 2:1-6:7\n  a: 2:4-6 \"no\"\n  b: 3:4-9 \"09:00\"\n  c: 4:4-7 \"1.0\"\n  d: 5:4-5 \"~\"\n  e: "
        "6:5-7 \"x \"\n");
}

TEST_CASE("places count characters behind wide ones") {
  CHECK(front("標題: {甲: 乙, 丙: \"丁\"}\n") ==
        "front-matter 2:1-17\n  標題: 2:5-17\n    甲: 2:9-10 \"乙\"\n    丙: 2:16-17 \"丁\"\n");
}

TEST_CASE("anchors, aliases, tags and doubled keys are refused") {
  CHECK(front("a: &x 1\n").ends_with("2:4-5 error yaml-not-allowed: an anchor\n"));
  CHECK(front("a: !!int 1\n").find("yaml-not-allowed: a tag") != std::string::npos);
  CHECK(front("a: 1\na: 2\n").ends_with("3:1-2 error yaml-duplicate-key: `a` is there twice\n"));
  CHECK(front("? [a]\n: b\n").find("a key that is no plain text") != std::string::npos);
  CHECK(front("a: b: c\n").find("error yaml-syntax") != std::string::npos);
}

TEST_CASE("a billion laughs are refused at the first") {
  CHECK(front("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n").find("yaml-not-allowed") != std::string::npos);
}

TEST_CASE("YAML has at most 64 KiB and 16 levels") {
  CHECK(front(repeated("[", 500) + "\n").find("yaml-too-large") != std::string::npos);
  CHECK(front("a: " + repeated("[", 20) + repeated("]", 20) + "\n").find("yaml-too-large") != std::string::npos);
  CHECK(front(repeated("- ", 300) + "x\n").find("yaml-too-large") != std::string::npos);
  CHECK(front(repeated("# comment\n", 7000)).find("yaml-too-large") != std::string::npos);
  CHECK(front("a: " + repeated("[", 14) + repeated("]", 14) + "\n").find("error") == std::string::npos);
}

TEST_CASE("front matter that is not closed is an error, a later rule is not front matter") {
  CHECK(findings("---\nid: a\n").starts_with("1:1-4 error unclosed-front-matter"));
  CHECK(findings("\n---\n").empty());
}
