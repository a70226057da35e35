// Formatting changes no lesson's meaning, and formatting twice is formatting once.
#include "blocks/block_kind.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <vector>

using namespace comb;
using test::formatted;
using test::meaning_of;

namespace {

void check_formats_soundly(const std::string& text) {
  const auto once = formatted(text);
  CHECK(once.findings.find("format-unsafe") == std::string::npos);
  const bool is_mended = once.findings.find("format-mended") != std::string::npos;
  if (!is_mended) CHECK(meaning_of(once.text) == meaning_of(text));
  const auto twice = formatted(once.text);
  CHECK(twice.text == once.text);
}

std::vector<std::filesystem::path> lessons_below(const std::string& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(COMB_SOURCE_DIR) + folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".md") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// Lines that do something, alone or beside each other.
constexpr std::array<std::string_view, 64> lines = {
    "",
    "",
    "",
    "",
    "text",
    "文字與**「重點」**乙",
    "text with two spaces  ",
    "# Heading",
    "##  Topic   {#t  time=5}",
    "### Sub ##",
    "##標題",
    "＃ 標題",
    "- item",
    "* item {#i}",
    "+   item",
    "  - nested",
    "    more",
    "1. one",
    "2) two",
    "１．先問",
    "- [ ] no",
    "- [X] yes",
    "- []招呼",
    "  > feedback",
    "> quote",
    ">  > deep   ",
    "> - [x] a",
    "> [!TIP]",
    "| a | b |",
    "|---|--:|",
    "|木梳|2|",
    "| 1 | 2 | 3 |",
    "x | y",
    "::: tip",
    ":::  tip   A title  {#a}",
    "：：： 個案 {#c time＝5}",
    "::: case {objective=\"o1 o2\" time=\"5\"  #c}",
    ":::: roleplay R {group=3 reveal time=3+6+6}",
    ":::",
    ":::",
    ":::   ",
    "  :::",
    "::::",
    "::say[hello]{#s   audience=trainer}",
    "  ::break{time=10}",
    "::lines{count=6}",
    "- ::say[in an item]",
    "{#f  width=5}",
    "{ #f =",
    "```",
    "```text",
    "    indented code   ",
    "~~~",
    "---",
    "***",
    "====",
    "____",
    "<!-- a comment -->",
    "<!-- open",
    "-->",
    "[^1]: note",
    "[a]: https://example.org \"t\"",
    "![alt](a.svg){width=50%  #p}",
    "\tafter a tab\t",
};

std::string random_document(std::mt19937& random) {
  std::string text;
  const std::size_t count = 1 + random() % 24;
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 6 == 0) text += std::string(random() % 5, ' ');
    if (random() % 12 == 0) text += "> ";
    text += lines[random() % lines.size()];
    text += random() % 40 == 0 ? "\r\n" : "\n";
  }
  if (random() % 4 == 0) text.pop_back();
  return text;
}

} // namespace

TEST_CASE("the lessons of the demonstration courses") {
  const auto all = lessons_below("/course-src");
  REQUIRE(all.size() > 4);
  for (const auto& path : all) {
    CAPTURE(path.string());
    check_formats_soundly(text_of(path));
  }
}

TEST_CASE("the sources of all diagnostics, and the pages of the documentation") {
  for (const char* folder : {"/tests/diagnostics", "/docs", "/tests/golden"}) {
    for (const auto& path : lessons_below(folder)) {
      CAPTURE(path.string());
      check_formats_soundly(text_of(path));
    }
  }
}

TEST_CASE("the example of each kind") {
  for (const blocks::BlockKind* kind : blocks::all_kinds()) {
    CAPTURE(std::string(kind->name));
    check_formats_soundly(std::string(kind->example));
  }
}

TEST_CASE("random documents") {
  std::mt19937 random(20261123); // fully specified by the standard: the same documents everywhere
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_document(random);
    CAPTURE(text);
    check_formats_soundly(text);
  }
}
