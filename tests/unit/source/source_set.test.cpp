// Lines and columns are counted as people count them.
#include "source/source_set.hpp"

#include <doctest/doctest.h>

using namespace comb;
using namespace comb::source;

TEST_CASE("a line ends with LF, CR LF or CR") {
  const SourceFile file(FileId{0}, "a.md", "one\ntwo\r\nthree\rfour");
  CHECK(file.line_count() == 4);
  CHECK(file.line_text(1) == "one");
  CHECK(file.line_text(2) == "two");
  CHECK(file.line_text(3) == "three");
  CHECK(file.line_text(4) == "four");
  CHECK(file.line_text(5) == "");
  CHECK(file.line_begin(3) == 9);
}

TEST_CASE("columns count characters") {
  const SourceFile file(FileId{0}, "a.md", "甲乙b\nc");
  CHECK(file.position_at(0) == Position{1, 1});
  CHECK(file.position_at(3) == Position{1, 2});
  CHECK(file.position_at(6) == Position{1, 3});
  CHECK(file.position_at(8) == Position{2, 1});
  CHECK(file.position_at(9) == Position{2, 2}); // one past the end
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file(FileId{0}, "a.md", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line_text(1) == "");
  CHECK(file.position_at(0) == Position{1, 1});
}

TEST_CASE("a set finds its files by path and keeps views alive") {
  SourceSet set;
  const FileId first = set.add("a.md", "first");
  const std::string_view view = set.file(first).text();
  for (int count = 0; count < 100; ++count) set.add("more-" + std::to_string(count), "x");
  CHECK(view == "first");
  CHECK(set.find("a.md") == first);
  CHECK(!set.find("b.md"));
  CHECK(set.text({first, 1, 3}) == "ir");
  CHECK(set.text({first, 3, 99}) == "st");
}
