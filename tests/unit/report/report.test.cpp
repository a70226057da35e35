// What people and machines read about a course's mistakes, to the letter.
#include "report/report.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace comb;
using namespace comb::report;

namespace {

constexpr DiagnosticKind field_unknown{
    .name = "field-unknown", .severity = Severity::error, .help = "see `comb blocks` for the fields of a block"};
constexpr DiagnosticKind slide_continued{.name = "slide-continued", .severity = Severity::info, .help = "say less"};
constexpr DiagnosticKind time_odd{.name = "time-odd", .severity = Severity::warning, .help = ""};

/// One text and findings at places in it.
class Example {
 public:
  explicit Example(std::string text) : text_(text) { sources_.add("part-1/s06.md", std::move(text)); }

  Span at(std::string_view piece) const {
    const std::size_t begin = text_.find(piece);
    REQUIRE(begin != std::string::npos);
    return {FileId{0}, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + piece.size())};
  }
  std::string shown(const Diagnostics& found, Format format = Format::human, Colors colors = Colors::off) const {
    return render(found, sources_, format, colors);
  }

 private:
  std::string text_;
  source::SourceSet sources_;
};

Diagnostic unknown_field(Span span, std::string message) {
  return {.kind = &field_unknown, .span = span, .message = std::move(message)};
}

} // namespace

TEST_CASE("the caret stands under the span, a wide character taking two cells") {
  const Example example("# 標題\n::: case 把木梳賣給和尚 {#combs tiem=40}\n");
  Diagnostic diagnostic = unknown_field(example.at("tiem"), "`case` has no field `tiem`");
  diagnostic.help = "write `time`";
  CHECK(example.shown({diagnostic}) ==
        "part-1/s06.md:2:26: error: `case` has no field `tiem`\n"
        "    2 | ::: case 把木梳賣給和尚 {#combs tiem=40}\n"
        "      |                                 ^^^^\n"
        "  help: write `time`\n"
        "  more: comb explain field-unknown\n");
}

TEST_CASE("a wide span has a caret of twice its characters") {
  const Example example("甲「重點」乙\n");
  CHECK(example.shown({{.kind = &time_odd, .span = example.at("重點"), .message = "odd"}}) ==
        "part-1/s06.md:1:3: warning: odd\n"
        "    1 | 甲「重點」乙\n"
        "      |     ^^^^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("a tab fills up to the next stop and the caret follows") {
  const Example example("a\tbad\n");
  CHECK(example.shown({{.kind = &time_odd, .span = example.at("bad"), .message = "odd"}}) ==
        "part-1/s06.md:1:3: warning: odd\n"
        "    1 | a   bad\n"
        "      |     ^^^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("control characters are shown and never sent to the terminal") {
  const Example example("x\x1b[2Jbad\u202Ey\n");
  const std::string shown =
      example.shown({{.kind = &time_odd, .span = example.at("bad"), .message = "found `\x1b[0m`"}});
  CHECK(shown ==
        "part-1/s06.md:1:6: warning: found `\\x1b[0m`\n"
        "    1 | x\\x1b[2Jbad\\u202ey\n"
        "      |         ^^^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("a long line is cut around the span and the report stays within 80 cells") {
  std::string text;
  for (int count = 0; count < 100; ++count) text += "很長的一行 ";
  text += "bad ";
  for (int count = 0; count < 100; ++count) text += "後面也長 ";
  const Example example(text + "\n");
  const std::string shown = example.shown({{.kind = &time_odd, .span = example.at("bad"), .message = "odd"}});
  CHECK(shown ==
        "part-1/s06.md:1:601: warning: odd\n"
        "    1 | … 很長的一行 很長的一行 bad 後面也長 後面也長 後面也長 後面也長 後面也…\n"
        "      |                         ^^^\n"
        "  more: comb explain time-odd\n");
  for (std::size_t begin = 0; begin < shown.size(); begin = shown.find('\n', begin) + 1) {
    CHECK(display_width(shown.substr(begin, shown.find('\n', begin) - begin)) <= 80);
  }
}

TEST_CASE("a span over several lines is shown by its first") {
  const Example example("one\ntwo\nthree\n");
  CHECK(example.shown({{.kind = &time_odd, .span = example.at("ne\ntwo\nth"), .message = "odd"}}) ==
        "part-1/s06.md:1:2: warning: odd\n"
        "    1 | one\n"
        "      |  ^^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("an empty span and one at the end of the file have a caret of one cell") {
  const Example example("one");
  CHECK(example.shown({{.kind = &time_odd, .span = {FileId{0}, 3, 3}, .message = "odd"}}) ==
        "part-1/s06.md:1:4: warning: odd\n"
        "    1 | one\n"
        "      |    ^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("a long message wraps at 80 cells, also in Chinese") {
  const Example example("x\n");
  const std::string shown =
      example.shown({unknown_field(example.at("x"),
                                   "the block `case` has no field `目標`, it has these, and this sentence is long "
                                   "enough；很長的訊息也會在寬字元之間換行，標點不會落在行首。")});
  CHECK(shown ==
        "part-1/s06.md:1:1: error: the block `case` has no field `目標`, it has these,\n"
        "    and this sentence is long enough；很長的訊息也會在寬字元之間換行，標點不會落\n"
        "    在行首。\n"
        "    1 | x\n"
        "      | ^\n"
        "  help: see `comb blocks` for the fields of a block\n"
        "  more: comb explain field-unknown\n");
}

TEST_CASE("notes point at their own places") {
  const Example example("first\nsecond\n");
  Diagnostic diagnostic = unknown_field(example.at("second"), "the id `a` is there twice");
  diagnostic.notes.push_back({example.at("first"), "it was given first here"});
  diagnostic.help = "give one of them another id";
  CHECK(example.shown({diagnostic}) ==
        "part-1/s06.md:2:1: error: the id `a` is there twice\n"
        "    2 | second\n"
        "      | ^^^^^^\n"
        "  note: part-1/s06.md:1:1: it was given first here\n"
        "    1 | first\n"
        "      | ^^^^^\n"
        "  help: give one of them another id\n"
        "  more: comb explain field-unknown\n");
}

TEST_CASE("an info is one line, and infos stand together") {
  const Example example("one\n");
  const Diagnostic info{.kind = &slide_continued, .span = example.at("one"), .message = "two slides"};
  const Diagnostic warning{.kind = &time_odd, .span = example.at("one"), .message = "odd"};
  CHECK(example.shown({info, info, warning}) ==
        "part-1/s06.md:1:1: info: two slides\n"
        "part-1/s06.md:1:1: info: two slides\n"
        "\n"
        "part-1/s06.md:1:1: warning: odd\n"
        "    1 | one\n"
        "      | ^^^\n"
        "  more: comb explain time-odd\n");
}

TEST_CASE("a finding without a place has none") {
  const Example example("x\n");
  CHECK(example.shown({unknown_field({FileId{7}, 0, 0}, "no place")}) ==
        "error: no place\n"
        "  help: see `comb blocks` for the fields of a block\n"
        "  more: comb explain field-unknown\n");
}

TEST_CASE("colours change no letter") {
  const Example example("# 標題 bad\n");
  const Diagnostics found = {unknown_field(example.at("bad"), "odd")};
  std::string painted = example.shown(found, Format::human, Colors::on);
  CHECK(painted.find("\x1b[1;31m") != std::string::npos);
  for (std::size_t at = painted.find('\x1b'); at != std::string::npos; at = painted.find('\x1b')) {
    painted.erase(at, painted.find('m', at) - at + 1);
  }
  CHECK(painted == example.shown(found));
}

TEST_CASE("past a thousand findings people are told how many are left, machines get all") {
  const Example example("x\n");
  const Diagnostics found(1002, unknown_field(example.at("x"), "odd"));
  CHECK(example.shown(found).ends_with("\nand 2 more, which `--diagnostics json` lists\n"));
}

TEST_CASE("JSON has one object for each finding") {
  const Example example("甲乙\n");
  Diagnostic diagnostic = unknown_field(example.at("乙"), "a \"quoted\" message");
  diagnostic.fixes.push_back({example.at("乙"), "丙"});
  CHECK(example.shown({diagnostic}, Format::json) == R"([
  {
    "name": "field-unknown",
    "severity": "error",
    "file": "part-1/s06.md",
    "line": 1,
    "column": 2,
    "end_line": 1,
    "end_column": 3,
    "message": "a \"quoted\" message",
    "help": "see `comb blocks` for the fields of a block",
    "notes": [],
    "fixes": [
      {
        "file": "part-1/s06.md",
        "line": 1,
        "column": 2,
        "end_line": 1,
        "end_column": 3,
        "replacement": "丙"
      }
    ]
  }
]
)");
  CHECK(example.shown({}, Format::json) == "[]\n");
}

TEST_CASE("GitHub's annotations escape what would end a property or a line") {
  const Example example("x\n");
  Diagnostic diagnostic = unknown_field(example.at("x"), "100% wrong\nsecond line");
  diagnostic.help = "a: b, c";
  CHECK(example.shown({diagnostic}, Format::github) ==
        "::error file=part-1/s06.md,line=1,endLine=1,col=1,endColumn=2,title=field-unknown::"
        "100%25 wrong\\x0asecond line%0Ahelp: a: b, c\n");
}

TEST_CASE("SARIF names its rules and percent-encodes paths") {
  source::SourceSet sources;
  sources.add("第一部/s 1.md", "x\n");
  const Diagnostics found = {{.kind = &field_unknown, .span = {FileId{0}, 0, 1}, .message = "odd"}};
  const std::string log = render(found, sources, Format::sarif, Colors::off);
  CHECK(log.find(R"("version": "2.1.0")") != std::string::npos);
  CHECK(log.find(R"("uri": "%E7%AC%AC%E4%B8%80%E9%83%A8/s%201.md")") != std::string::npos);
  CHECK(log.find(R"("ruleId": "field-unknown")") != std::string::npos);
  CHECK(log.find(R"("columnKind": "unicodeCodePoints")") != std::string::npos);
}
