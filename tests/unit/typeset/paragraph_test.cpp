// Paragraphs: where lines break, how wide they are, what copying gives, what is drawn beside the glyphs.
#include "typeset/paragraph.hpp"

#include "base/utf8.hpp"
#include "typeset_support.hpp"

#include <algorithm>

using namespace comb;
using namespace comb::typeset;
using namespace comb::typeset::test;

namespace {

const std::string chinese =
    "學員常把「特色」說成「利益」。特色是產品本身有的東西，利益則是顧客得到的好處；兩者之間，需要一句「所以您……」來連接"
    "。"
    "講師示範時，請先說明情境——例如一位母親替孩子挑選髮梳——再請學員用自己的話，說出三項 "
    "FABE（Feature、Advantage、Benefit、"
    "Evidence）的內容，並於 30 分鐘內完成練習。";
const std::string english =
    "Professional salespeople translate characteristics into benefits: a handmade comb of sandalwood does not only "
    "look "
    "beautiful, it prevents electrostatic charging and therefore protects the customer's hair.";

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

std::string without(std::string text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
  return text;
}

} // namespace

TEST_CASE("no runs give no lines") {
  CHECK(set_paragraph({}, {}, 100_pt, fonts()).value.lines.empty());
  CHECK(lines_of("", 100_pt).empty());
}

TEST_CASE("no line is wider than its measure, and all but the last fill it") {
  for (const double measure : {90.0, 133.0, 210.0, 305.5, 470.0}) {
    for (const std::string& text : {chinese, english, chinese + english + chinese}) {
      const std::vector<StyledRun> runs = {run_of(text)};
      const auto set = set_paragraph(runs, {}, Points{measure}, fonts());
      CHECK(set.diagnostics.empty());
      REQUIRE(set.value.lines.size() > 1);
      for (const Line& line : set.value.lines) CHECK(line.width.value <= measure + 0.01);
      if (measure < 200) continue;
      for (std::size_t i = 0; i + 1 < set.value.lines.size(); ++i) {
        CHECK(set.value.lines[i].width.value == doctest::Approx(measure).epsilon(0.001));
      }
    }
  }
}

TEST_CASE("a paragraph's lines hold its text, each character once") {
  for (const double measure : {90.0, 210.0, 470.0}) {
    CHECK(without(joined(lines_of(chinese, Points{measure})), "\u00AD") == chinese);
    CHECK(without(joined(lines_of(english, Points{measure})), "\u00AD") == english);
  }
}

TEST_CASE("no line begins with a closing mark or ends with an opening one") {
  const std::u32string not_first = U"，。、；：！？」』）》…";
  const std::u32string not_last = U"「『（《";
  for (double measure = 60; measure < 300; measure += 7) {
    for (const TextAlign align : {TextAlign::justify, TextAlign::start}) {
      for (const std::string& line : lines_of(chinese, Points{measure}, align)) {
        const std::u32string characters = to_utf32(line);
        REQUIRE_FALSE(characters.empty());
        CHECK_MESSAGE(not_first.find(characters.front()) == std::u32string::npos, line);
        CHECK_MESSAGE(not_last.find(characters.back()) == std::u32string::npos, line);
      }
    }
  }
}

TEST_CASE("dashes and dots that come in pairs are not parted") {
  for (double measure = 60; measure < 300; measure += 7) {
    for (const std::string& line : lines_of(chinese, Points{measure})) {
      for (const std::string_view mark : {"—", "…"}) {
        std::size_t count = 0;
        for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at + 1)) ++count;
        CHECK_MESSAGE(count % 2 == 0, line);
      }
    }
  }
}

TEST_CASE("a number stays with its unit, and no line begins with a dash, where there is room") {
  for (double measure = 150; measure < 300; measure += 7) {
    for (const std::string& line : lines_of(chinese, Points{measure})) {
      CHECK_FALSE(line.ends_with("30 "));
      CHECK_FALSE_MESSAGE(line.starts_with("—"), line);
    }
  }
}

TEST_CASE("a long English word is hyphenated, also in Chinese text") {
  const std::vector<std::string> lines = lines_of("顧客服務的 characteristics 與 professionalism 同樣重要", 70_pt);
  CHECK(std::ranges::any_of(lines, [](const std::string& line) { return line.ends_with("\u00AD"); }));
}

TEST_CASE("a place for a hyphen that is not taken shows nothing") {
  const StyledRun run = run_of("characteristics");
  const auto set = set_paragraph({&run, 1}, {}, 300_pt, fonts()).value;
  REQUIRE(set.lines.size() == 1);
  REQUIRE(set.lines[0].runs.size() == 1);
  CHECK(set.lines[0].runs[0].glyphs.size() == 15);
}

TEST_CASE("code and words of five letters are not hyphenated") {
  StyledRun code = run_of("characteristics characteristics");
  code.style.family = Family::mono;
  for (const Line& line : set_paragraph({&code, 1}, {}, 120_pt, fonts()).value.lines) {
    CHECK(line_text(line).find("\u00AD") == std::string::npos);
  }
  for (const std::string& line : lines_of("enter enter enter enter enter", 40_pt)) {
    CHECK(line.find("\u00AD") == std::string::npos);
  }
}

TEST_CASE("words and lines are parted by spaces that copy") {
  const std::vector<std::string> lines = lines_of("one two three four five six seven", 60_pt, TextAlign::start);
  REQUIRE(lines.size() > 1);
  CHECK(joined(lines) == "one two three four five six seven");
  CHECK(lines.front().ends_with(' '));
}

TEST_CASE("the last line of a long paragraph is not one character alone") {
  for (double measure = 240; measure < 480; measure += 3) {
    const std::vector<std::string> lines = lines_of(chinese, Points{measure});
    CHECK_MESSAGE(character_count(lines.back()) > 2, measure);
  }
}

TEST_CASE("a mark with its ink in the middle keeps the bracket after it off") {
  const TextStyle style{.size = 10_pt};
  CHECK(text_width("字！」", style, fonts()).value == doctest::Approx(22.5));
}

TEST_CASE("neighbouring marks share their blank halves") {
  const TextStyle style{.size = 10_pt};
  CHECK(text_width("字", style, fonts()).value == doctest::Approx(10));
  CHECK(text_width("「」", style, fonts()).value < 13);
  CHECK(text_width("）」", style, fonts()).value < 13);
  CHECK(text_width("字「字", style, fonts()).value == doctest::Approx(30));
}

TEST_CASE("Latin stands a quarter em off from Chinese, with or without a space in the source") {
  const TextStyle style{.size = 10_pt};
  const double word = text_width("ab", style, fonts()).value;
  CHECK(text_width("字ab", style, fonts()).value == doctest::Approx(12.5 + word));
  CHECK(text_width("字 ab", style, fonts()).value == doctest::Approx(12.5 + word));
}

TEST_CASE("quotation marks are narrow in English and wide in Chinese") {
  const TextStyle style{.size = 10_pt};
  CHECK(text_width("“a”", style, fonts()).value < 17);
  CHECK(text_width("字“字”字", style, fonts()).value > 39);
}

TEST_CASE("a character that no font has is reported once a paragraph, at its run") {
  StyledRun run = run_of("好\U000F0000字\U000F0000");
  run.span = {.file = {}, .begin = 7, .end = 20};
  const auto set = set_paragraph({&run, 1}, {}, 200_pt, fonts());
  REQUIRE(set.diagnostics.size() == 1);
  CHECK(set.diagnostics[0].kind->name == "glyph-missing");
  CHECK(set.diagnostics[0].span == run.span);
  CHECK(set.diagnostics[0].message.find("U+F0000") != std::string::npos);
}

TEST_CASE("what cannot be broken and is too wide is reported") {
  StyledRun run = run_of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1");
  const auto set = set_paragraph({&run, 1}, {}, 80_pt, fonts());
  REQUIRE(set.diagnostics.size() == 1);
  CHECK(set.diagnostics[0].kind->name == "line-overflows");
}

TEST_CASE("a forced break ends a line without stretching it") {
  const std::vector<StyledRun> runs = {run_of("第一行"), {.kind = StyledRun::Kind::line_break}, run_of("第二行")};
  const auto set = set_paragraph(runs, {}, 200_pt, fonts()).value;
  REQUIRE(set.lines.size() == 2);
  CHECK(set.lines[0].width.value == doctest::Approx(30));
  CHECK_FALSE(set.lines[0].ends_paragraph);
  CHECK(set.lines[1].ends_paragraph);
}

TEST_CASE("emphasis puts a dot below each Chinese character and slants Latin") {
  StyledRun run = run_of("重點，note");
  run.style.emphasis = true;
  const auto set = set_paragraph({&run, 1}, {}, 200_pt, fonts()).value;
  REQUIRE(set.lines.size() == 1);
  CHECK(set.lines[0].decorations.size() == 2);
  CHECK(set.lines[0].runs.back().slant == doctest::Approx(0.2));
  CHECK(set.lines[0].runs.front().slant == doctest::Approx(0));
}

TEST_CASE("dots of emphasis stand below Chinese and above Japanese") {
  StyledRun run = run_of("重点");
  run.style.emphasis = true;
  const auto first_dot = [&run](std::string_view lang) {
    const auto loaded = Fonts::load(theme::FontNames{}, lang);
    REQUIRE(static_cast<bool>(loaded));
    const auto set = set_paragraph({&run, 1}, {}, 200_pt, *loaded).value;
    return std::get<FilledRectangle>(set.lines.front().decorations.front().content).box.y;
  };
  CHECK(first_dot("zh-Hant-TW") > 0_pt);
  CHECK(first_dot("ja") < -8_pt); // the characters are 10 pt high, 1.2 of them below the baseline
}

TEST_CASE("code keeps its spaces, each as wide as a letter, also at a line's start") {
  StyledRun run = run_of("  a  b");
  run.style.family = Family::mono;
  const auto set = set_paragraph({&run, 1}, {.align = TextAlign::start}, 200_pt, fonts()).value;
  REQUIRE(set.lines.size() == 1);
  CHECK(test::line_text(set.lines[0]) == "  a  b");
  CHECK(set.lines[0].width.value == doctest::Approx(6 * text_width("a", run.style, fonts()).value));
}

TEST_CASE("gaps, tick boxes, underlines and links are drawn at their places") {
  std::vector<StyledRun> runs = {
      {.kind = StyledRun::Kind::box}, run_of(" 選 "), {.kind = StyledRun::Kind::gap, .gap_width = 40_pt}, run_of("看")};
  runs[3].link_url = "https://example.org/";
  runs[3].style.underline = true;
  const auto set = set_paragraph(runs, {.align = TextAlign::start}, 200_pt, fonts()).value;
  REQUIRE(set.lines.size() == 1);
  const Ops& drawn = set.lines[0].decorations;
  REQUIRE(drawn.size() == 4);
  CHECK(std::holds_alternative<StrokedRectangle>(drawn[0].content));
  const auto& gap = std::get<StrokedLine>(drawn[1].content);
  CHECK((gap.x2 - gap.x1).value == doctest::Approx(40));
  CHECK(std::holds_alternative<StrokedLine>(drawn[2].content));
  CHECK(std::get<LinkArea>(drawn[3].content).url == "https://example.org/");
}

TEST_CASE("setting a paragraph twice gives the same lines") {
  const std::vector<std::string> once = lines_of(chinese + english, 180_pt);
  CHECK(once == lines_of(chinese + english, 180_pt));
}

TEST_CASE("a family that is not installed is a failure, not a stand-in") {
  theme::FontNames names;
  names.serif = "No Such Family";
  const auto loaded = Fonts::load(names, "zh-Hant");
  REQUIRE_FALSE(static_cast<bool>(loaded));
  CHECK(loaded.failure().message.find("No Such Family") != std::string::npos);
  CHECK(loaded.failure().message.find("fonts-noto-cjk") != std::string::npos);
}

TEST_CASE("the language chooses the region's face") {
  const auto name = [](std::string_view lang) {
    const auto loaded = Fonts::load(theme::FontNames{}, lang);
    REQUIRE(static_cast<bool>(loaded));
    return loaded->source(loaded->first_face(Family::serif, Weight::regular)).postscript_name;
  };
  CHECK(name("zh-Hant-TW").find("tc") != std::string::npos);
  CHECK(name("zh-Hans").find("sc") != std::string::npos);
  CHECK(name("zh-Hant-HK") != name("zh-Hans"));
}
