// Moodle XML: one element for each thing that Moodle knows, and nothing that stops its importer.
#include "quiz_builder.hpp"

#include <doctest/doctest.h>

namespace comb::emit::quiz_bank::testing {
namespace {
using model::QuestionType;
} // namespace

TEST_CASE("a choice has its points, its id and its fractions") {
  model::Question asked =
      choice("q1", QuestionType::single, "第一步？", {{"微笑", true, 100, "好"}, {"報價", false, 0}});
  asked.points = 2;
  const Written xml = xml_of({asked});
  CHECK(contains(xml.text, "<question type=\"multichoice\">\n<name><text>第一步？</text></name>\n"));
  CHECK(contains(xml.text, "<questiontext format=\"html\"><text><![CDATA[<p>第一步？</p>]]></text></questiontext>"));
  CHECK(contains(xml.text, "<defaultgrade>2</defaultgrade>"));
  CHECK(contains(xml.text, "<idnumber>q1</idnumber>"));
  CHECK(contains(xml.text, "<single>true</single>"));
  CHECK(contains(xml.text,
                 "<answer fraction=\"100\" format=\"html\"><text><![CDATA[<p>微笑</p>]]></text>\n"
                 "<feedback format=\"html\"><text><![CDATA[<p>好</p>]]></text></feedback>\n</answer>"));
}

TEST_CASE("the end of a CDATA section inside a text does not end it") {
  const Written xml = xml_of({short_answer("q1", "a]]>b", {"]]>"})});
  // The `>` of the text is an entity already; CDATA is split for what markup could bring.
  CHECK(contains(xml.text, "<![CDATA[<p>a]]&gt;b</p>]]>"));
  CHECK(contains(xml.text, "<text>]]&gt;</text>"));
}

TEST_CASE("control characters reach no XML") {
  const Written xml = xml_of({choice("q1", QuestionType::single,
                                     "a\x01\x0B\xEF\xBF\xBF"
                                     "b",
                                     {{"x\x1F", true, 100}, {"y", false}})});
  CHECK(contains(xml.text, "<p>ab</p>"));
  CHECK(contains(xml.text, "<p>x</p>"));
}

TEST_CASE("the first and second of a true-false question are Moodle's true and false") {
  const Written xml =
      xml_of({choice("q1", QuestionType::true_false, "?", {{"錯", true, 100, "沒錯"}, {"對", false, 0}})});
  CHECK(contains(xml.text, "<question type=\"truefalse\">"));
  CHECK(contains(xml.text, "<answer fraction=\"0\" format=\"moodle_auto_format\"><text>true</text>"));
  CHECK(contains(xml.text,
                 "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>false</text>\n"
                 "<feedback format=\"html\"><text><![CDATA[<p>沒錯</p>]]></text></feedback>"));
}

TEST_CASE("an option that stays last switches shuffling off") {
  model::Question asked = choice("q1", QuestionType::single, "?", {{"a", true, 100}, {"b", false}});
  std::get<model::Choices>(asked.form).options[1].locked_last = true;
  const Written xml = xml_of({asked});
  CHECK(contains(xml.text, "<shuffleanswers>false</shuffleanswers>"));
  CHECK(has_loss(xml.losses, Loss::lock_by_not_shuffling, "q1"));
}

TEST_CASE("all points or none: any wrong option costs all") {
  model::Question asked =
      choice("q1", QuestionType::multiple, "?", {{"a", true, 50}, {"b", true, 50}, {"c", false, -50}});
  asked.all_or_nothing = true;
  const Written xml = xml_of({asked});
  CHECK(contains(xml.text, "<answer fraction=\"-100\""));
  CHECK(has_loss(xml.losses, Loss::all_or_nothing, "q1"));
}

TEST_CASE("a spare answer of a matching question has an empty left side") {
  const Written xml = xml_of({matching("q1", "?", {{"F", "特點 <b>"}, {"B", "利益"}, {"", "spare"}})});
  CHECK(contains(xml.text,
                 "<subquestion format=\"html\"><text><![CDATA[<p>F</p>]]></text>\n"
                 "<answer><text>特點 &amp;lt;b&amp;gt;</text></answer>"));
  CHECK(contains(xml.text, "<subquestion format=\"html\"><text></text>\n<answer><text>spare</text></answer>"));
}

TEST_CASE("items to put in order stand in their right order, with the element that the importer needs") {
  const Written xml = xml_of({ordering("q1", "?", {"迎接", "成交"})});
  CHECK(contains(xml.text, "<shownumcorrect>1</shownumcorrect>"));
  CHECK(contains(xml.text, "<answer fraction=\"1\" format=\"html\"><text><![CDATA[<p>迎接</p>]]></text></answer>"));
  CHECK(contains(xml.text, "<answer fraction=\"2\" format=\"html\"><text><![CDATA[<p>成交</p>]]></text></answer>"));
}

TEST_CASE("a number has its tolerance and its unit") {
  const Written xml = xml_of({numeric("q1", "?", 1000, 10, "把")});
  CHECK(contains(xml.text,
                 "<text>1000</text><feedback format=\"html\"><text></text></feedback>\n"
                 "<tolerance>10</tolerance>"));
  CHECK(contains(xml.text, "<unit_name>把</unit_name>"));
  CHECK(contains(xml_of({numeric("q1", "?", 1, 0, "")}).text, "<showunits>3</showunits>"));
}

TEST_CASE("gaps become codes whose special characters are entities") {
  const text::Blank typed = typed_gap("a}~#%=\\", {"x*y"});
  Written xml = xml_of({cloze("q1", "{1:SHORTANSWER:=no}", typed, "。")});
  CHECK(contains(xml.text, "<question type=\"cloze\">"));
  CHECK(contains(xml.text,
                 "<p>&#123;1:SHORTANSWER:=no&#125;{1:SHORTANSWER:=a&#125;&#126;&#35;&#37;&#61;&#92;~=x&#92;*y}。</p>"));
  CHECK_FALSE(contains(xml.text, "defaultgrade"));
  text::Blank offered = typed_gap("利益", {});
  offered.options = {"特性", "利益", "優點"};
  xml = xml_of({cloze("q1", "B 是", offered, "")});
  CHECK(contains(xml.text, "{1:MULTICHOICE:特性~=利益~優點}"));
}

TEST_CASE("the points of a gap text are shared by its gaps where they divide") {
  model::Question asked = cloze("q1", "a", typed_gap("b", {}), "");
  asked.points = 3;
  Written xml = xml_of({asked});
  CHECK(contains(xml.text, "{3:SHORTANSWER:=b}"));
  CHECK(xml.losses.all().empty());
  asked.points = 2.5;
  xml = xml_of({asked});
  CHECK(contains(xml.text, "{1:SHORTANSWER:=b}"));
  CHECK(has_loss(xml.losses, Loss::cloze_points, "q1"));
}

TEST_CASE("an essay brings its rubric as a note for graders") {
  model::Question asked = question("q1", QuestionType::essay, "寫一段開場白");
  asked.form = model::FreeText{.lines = 8};
  asked.key->rubric =
      model::Rubric{{{.criterion = words("開放式問題"), .weight = 2, .levels = {{"好", words("三個")}}}}};
  const Written xml = xml_of({asked});
  CHECK(contains(xml.text, "<responsefieldlines>10</responsefieldlines>"));
  CHECK(contains(xml.text,
                 "<graderinfo format=\"html\"><text><![CDATA[<table><tbody><tr><th>開放式問題 (2)</th>"
                 "<td><strong>好</strong> 三個</td></tr></tbody></table>]]></text></graderinfo>"));
  CHECK(has_loss(xml.losses, Loss::rubric_as_note, "q1"));
}

TEST_CASE("a picture of a stem travels inside the text that shows it") {
  model::Question asked = short_answer("q1", "看圖", {"a"});
  auto image = std::make_shared<images::Image>();
  image->media_type = "image/png";
  image->bytes = "PNG";
  image->width = 200;
  model::Part figure;
  figure.content = model::Figure{.image = image, .path = "figures/三 廟.png", .alternative = "三座\"廟\""};
  asked.stem.push_back(figure);
  asked.stem.push_back(figure);
  const Written xml = xml_of({asked});
  CHECK(contains(xml.text, "<img src=\"@@PLUGINFILE@@/"));
  CHECK(contains(xml.text, "alt=\"三座&quot;廟&quot;\" width=\"200\">"));
  CHECK(contains(xml.text, "</text><file name=\""));
  CHECK(contains(xml.text, "path=\"/\" encoding=\"base64\">UE5H</file></questiontext>"));
  CHECK(xml.text.find("UE5H") == xml.text.rfind("UE5H"));
  const Written gift = gift_of({asked});
  CHECK(contains(gift.text, "[三座&quot;廟&quot;]"));
  CHECK(has_loss(gift.losses, Loss::picture, "q1"));
}

} // namespace comb::emit::quiz_bank::testing
