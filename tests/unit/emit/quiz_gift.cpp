// GIFT: what Moodle reads back must be what the author wrote.
#include "quiz_builder.hpp"

#include <doctest/doctest.h>

namespace comb::emit::quiz_bank::testing {
namespace {

using model::QuestionType;

/// The lines of `gift` from the question's name on, without the file's comment and category.
std::string question_text(const std::string& gift) {
  const std::size_t begin = gift.find("\n// [id:");
  return begin == std::string::npos ? gift : gift.substr(begin + 1);
}

} // namespace

TEST_CASE("a single choice has one = and a weight only where part of the points is given") {
  const Written gift =
      gift_of({choice("q1", QuestionType::single, "第一步？",
                      {{"微笑", true, 100, "建立信任"}, {"報價", false, 0, "太早"}, {"推銷", false, 50}})});
  CHECK(question_text(gift.text) ==
        "// [id:q1]\n"
        "::第一步？::[html]<p>第一步？</p>{\n"
        "\t=[html]<p>微笑</p>#[html]<p>建立信任</p>\n"
        "\t~[html]<p>報價</p>#[html]<p>太早</p>\n"
        "\t~%50%[html]<p>推銷</p>\n"
        "}\n");
}

TEST_CASE("several right options have weights and no = anywhere") {
  const Written gift = gift_of(
      {choice("q1", QuestionType::multiple, "x=1？",
              {{"a=b", true, 100.0 / 3}, {"b", true, 100.0 / 3}, {"c", true, 100.0 / 3}, {"d", false, -100.0 / 3}})});
  CHECK(contains(gift.text, "~%33.33333%[html]<p>a\\=b</p>"));
  CHECK(contains(gift.text, "~%-33.33333%[html]<p>d</p>"));
  CHECK_FALSE(contains(gift.text, "\t="));
}

TEST_CASE("weights that Moodle does not know become equal, and the report says so") {
  const Written gift =
      gift_of({choice("q1", QuestionType::multiple, "?", {{"a", true, 45}, {"b", true, 55}, {"c", false, -50}})});
  CHECK(contains(gift.text, "~%50%[html]<p>a</p>"));
  CHECK(contains(gift.text, "~%50%[html]<p>b</p>"));
  CHECK(has_loss(gift.losses, Loss::weights_made_equal, "q1"));
}

TEST_CASE("special characters of GIFT are escaped, percent signs are entities") {
  const Written gift = gift_of(
      {choice("q1", QuestionType::single, "~=#{}:\\ 50% <b> & \"\\neq\"", {{"//a", true, 100}, {"[html]0", false}})});
  CHECK(contains(gift.text, "[html]<p>\\~\\=\\#\\{\\}\\:\\\\ 50&\\#37; &lt;b&gt; &amp; &quot;\\\\neq&quot;</p>{"));
  CHECK(contains(gift.text, "\t=[html]<p>//a</p>"));
  CHECK(contains(gift.text, "\t~[html]<p>[html]0</p>"));
}

TEST_CASE("line breaks and control characters never break a question apart") {
  const Written gift = gift_of({choice("q1", QuestionType::single,
                                       "a\n0\n\n//b\r\x01\x02"
                                       "1\x02 c",
                                       {{"a", true, 100}, {"b", false}})});
  CHECK(contains(gift.text, "[html]<p>a\\n0\\n\\n//b1 c"));
  CHECK_FALSE(contains(gift.text, "\n0\n"));
  CHECK_FALSE(contains(gift.text, "\x02"));
}

TEST_CASE("true and false are Moodle's own words where the options say no more") {
  Written gift =
      gift_of({choice("q1", QuestionType::true_false, "?", {{"對", false, 0, "不然"}, {"錯", true, 100, "沒錯"}})});
  CHECK(contains(gift.text, "{FALSE#[html]<p>不然</p>#[html]<p>沒錯</p>\n}"));
  gift = gift_of({choice("q2", QuestionType::true_false, "?", {{"先問，再推薦", true, 100}, {"先推薦", false, 0}})});
  CHECK(contains(gift.text, "\t=[html]<p>先問，再推薦</p>"));
  CHECK(has_loss(gift.losses, Loss::true_false_as_choice, "q2"));
}

TEST_CASE("matching keeps pairs apart from spare answers and arrows harmless") {
  const Written gift = gift_of({matching("q1", "配對", {{"a->b", "R&D <5"}, {"c", "d->e: 1"}, {"", "spare"}})});
  CHECK(contains(gift.text,
                 "\t=[html]<p>a-&gt;b</p> -> R&D &lt;5\n"
                 "\t=[html]<p>c</p> -> d-&gt;e\\: 1\n"
                 "\t= -> spare\n"));
}

TEST_CASE("putting in order becomes matching places with items") {
  const Written gift = gift_of({ordering("q1", "排序", {"迎接", "推薦", "成交"})});
  CHECK(contains(gift.text,
                 "\t=[html]<p>1</p> -> 迎接\n"
                 "\t=[html]<p>2</p> -> 推薦\n"
                 "\t=[html]<p>3</p> -> 成交\n"));
  CHECK(has_loss(gift.losses, Loss::ordering_as_matching, "q1"));
}

TEST_CASE("a star in a short answer is a star, and an answer with an arrow is left out") {
  const Written gift =
      gift_of({short_answer("q1", "?", {"2*3", "[html]x", "%50%"}), short_answer("q2", "?", {"a->b"})});
  CHECK(contains(gift.text, "\t=%100%2\\\\*3\n"));
  CHECK(contains(gift.text, "\t=%100%[plain][html]x\n"));
  CHECK(contains(gift.text, "\t=%100%%50%\n"));
  CHECK_FALSE(contains(gift.text, "[id:q2]"));
  CHECK(has_loss(gift.losses, Loss::left_out_arrow, "q2"));
}

TEST_CASE("numbers have a decimal point and a tolerance; the unit is reported") {
  const Written gift = gift_of({numeric("q1", "?", -1000.5, 0.25, "把")});
  CHECK(contains(gift.text, "{#\n\t=%100%-1000.5:0.25\n}"));
  CHECK(has_loss(gift.losses, Loss::unit, "q1"));
}

TEST_CASE("gap texts are left out of GIFT and named in the report") {
  const Written gift = gift_of({cloze("q1", "FAB 的 B 是", typed_gap("利益", {}), "。")});
  CHECK_FALSE(contains(gift.text, "q1"));
  CHECK(has_loss(gift.losses, Loss::left_out_cloze, "q1"));
}

TEST_CASE("ids, levels and objectives travel as comments that Moodle reads") {
  model::Question asked = short_answer("q5-2", "?", {"a"});
  asked.bloom = model::BloomLevel::apply;
  asked.objectives = {"o5b"};
  asked.tags = {"clo]sing<"};
  const Written gift = gift_of({asked});
  CHECK(contains(gift.text, "\n// [id:q5-2] [tag:clo\\]sing] [tag:bloom-apply] [tag:objective-o5b]\n::"));
}

TEST_CASE("each lesson is a category, and a slash in a name is doubled") {
  edition::Edition edition = bank_of({short_answer("q1", "?", {"a"})});
  edition.info.title = "門店/銷售";
  Losses losses;
  CHECK(contains(write_gift(make_bank(edition), losses), "\n\n$CATEGORY: $course$/top/門店//銷售/S6 木梳\n\n"));
}

TEST_CASE("an explanation of the key is the general feedback") {
  model::Question asked = short_answer("q1", "?", {"a"});
  asked.key->solution = paragraphs("因為：#1");
  CHECK(contains(gift_of({asked}).text, "\n\t####[html]<p>因為：\\#1</p>\n}"));
  asked.type = QuestionType::essay;
  asked.form = model::FreeText{};
  CHECK(contains(gift_of({asked}).text, "</p>{\n\t####[html]<p>因為：\\#1</p>\n}"));
}

} // namespace comb::emit::quiz_bank::testing
