// Named values: what fits their declarations, and what is said of what does not.
#include "schema/field.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>

using namespace comb;
using namespace comb::schema;

namespace {

const std::vector<FieldSpec> specs = {
    {.name = "id", .type = FieldType::id},
    {.name = "time", .type = FieldType::split, .help = "minutes"},
    {.name = "objective", .type = FieldType::ids},
    {.name = "also", .type = FieldType::list},
    {.name = "type", .type = FieldType::choice, .choices = {"single", "multiple"}},
    {.name = "again", .type = FieldType::flag},
    {.name = "points", .type = FieldType::number, .min_value = 0, .max_value = 10},
    {.name = "weight", .type = FieldType::percent},
    {.name = "allow", .repeatable = true},
};

/// A value whose text begins at byte `begin` of file 0, its name standing right before it.
RawValue raw(std::string name, std::string text, std::uint32_t begin = 100) {
  const auto name_begin = begin - static_cast<std::uint32_t>(name.size()) - 1;
  RawValue value;
  value.name_span = {.begin = name_begin, .end = begin - 1};
  value.value_span = {.begin = begin, .end = begin + static_cast<std::uint32_t>(text.size())};
  value.name = std::move(name);
  value.text = std::move(text);
  return value;
}

RawValue flag(std::string name) {
  RawValue value = raw(std::move(name), "");
  value.value_span = value.name_span;
  value.is_flag = true;
  return value;
}

/// Each finding on a line: kind, span, message, help.
std::string findings(std::vector<RawValue> written, std::span<const FieldSpec> declared = specs) {
  std::string all;
  for (const Diagnostic& found :
       check_values(std::move(written), declared, "`case`", {.begin = 1, .end = 9}).diagnostics) {
    all += std::string(found.kind->name) + " " + std::to_string(found.span.begin) + "-" +
           std::to_string(found.span.end) + ": " + found.message + " | " + found.help + "\n";
  }
  return all;
}

Values values(std::vector<RawValue> written) {
  auto checked = check_values(std::move(written), specs, "`case`", {});
  CHECK(checked.diagnostics.empty());
  return std::move(checked.value);
}

} // namespace

TEST_CASE("an unknown field is reported at its name with the nearest known one") {
  CHECK(findings({raw("tiem", "40")}) == "unknown-field 95-99: `tiem` is not known in `case` | did you mean `time`?\n");
}

TEST_CASE("an unknown field that resembles none lists the known ones") {
  CHECK(findings({raw("colour", "red")}).find("known here: `id`, `time`") != std::string::npos);
}

TEST_CASE("the second of two values is reported and the first holds") {
  const auto checked = check_values({raw("time", "4"), raw("time", "5", 200)}, specs, "`case`", {});
  REQUIRE(checked.diagnostics.size() == 1);
  CHECK(checked.diagnostics[0].kind->name == "doubled-field");
  CHECK(checked.diagnostics[0].span.begin == 195);
  CHECK(checked.diagnostics[0].notes[0].span.begin == 95);
  CHECK(checked.value.time("time")->total == std::chrono::minutes(4));
}

TEST_CASE("an id sign and a field `id` are the same field") {
  CHECK(values({raw("#", "combs")}).text("id") == "combs");
  CHECK(findings({raw("#", "combs"), raw("id", "monks", 200)}).find("doubled-field") == 0);
}

TEST_CASE("a missing field is reported at its owner, an ill-typed one is not missing too") {
  const std::array<FieldSpec, 1> declared = {
      FieldSpec{.name = "lines", .type = FieldType::integer, .help = "how many", .required = true}};
  CHECK(findings({}, declared) == "missing-field 1-9: `case` needs `lines` | `lines`: how many\n");
  CHECK(findings({raw("lines", "x")}, declared).find("missing-field") == std::string::npos);
}

TEST_CASE("an ill-typed value is reported at the value") {
  CHECK(findings({raw("time", "十分鐘")}) ==
        "bad-field-value 100-109: `time`: `十分鐘` is not a number of minutes or a split of them | write minutes as "
        "`12`, `1h30`, or brief, do and debrief as `3+6+6`\n");
  CHECK(findings({raw("points", "1,5")}).find("is not a number") != std::string::npos);
  CHECK(findings({raw("points", "11")}).find("is more than 10") != std::string::npos);
  CHECK(findings({raw("type", "cloze")}).find("is not one of `single`, `multiple`") != std::string::npos);
  CHECK(findings({raw("objective", "o6a O6B")}).find("holds `O6B`, which is not an id") != std::string::npos);
  CHECK(findings({flag("time")}).find("`time` needs a value") != std::string::npos);
}

TEST_CASE("a class is unknown unless it is declared") {
  CHECK(findings({raw(".", "big")}).find("unknown-class 100-103: `.big`") == 0);
}

TEST_CASE("ids are split on spaces and commas, each with its own span") {
  const auto elements = values({raw("objective", "o6a, o6b")}).elements("objective");
  REQUIRE(elements.size() == 2);
  CHECK(elements[1].text == "o6b");
  CHECK(elements[1].value_span == Span{.begin = 105, .end = 108});
}

TEST_CASE("alternatives are split on semicolons and may hold an escaped one") {
  CHECK(values({raw("also", "甲；乙; 丙\\；丁")}).list("also") == std::vector<std::string>{"甲", "乙", "丙；丁"});
  CHECK(values({raw("also", R"(一千把; 1,000;a\;b)")}).list("also") ==
        std::vector<std::string>{"一千把", "1,000", "a;b"});
}

TEST_CASE("a flag is on when it stands alone and off when it says no") {
  CHECK(values({flag("again")}).flag("again"));
  CHECK(values({raw("again", "yes")}).flag("again"));
  CHECK_FALSE(values({raw("again", "no")}).flag("again"));
  CHECK_FALSE(values({}).flag("again"));
}

TEST_CASE("a percentage is read as a share") {
  CHECK(values({raw("weight", "50%")}).percent("weight") == 0.5);
  CHECK(values({raw("weight", "-25")}).percent("weight") == -0.25);
}

TEST_CASE("a repeatable field keeps all its values") {
  CHECK(values({raw("allow", "a: b"), raw("allow", "c: d", 200)}).all("allow").size() == 2);
}

TEST_CASE("minutes are numbers, hours with minutes, or a split of up to three") {
  using std::chrono::minutes;
  CHECK(read_time("12") == TimeSplit{.total = minutes(12), .pieces = {}});
  CHECK(read_time("1h30")->total == minutes(90));
  CHECK(read_time("2h")->total == minutes(120));
  CHECK(read_time("3+6+6") == TimeSplit{.total = minutes(15), .pieces = {minutes(3), minutes(6), minutes(6)}});
  for (const char* text : {"", "h", "-3", "1.5", "3+", "+3", "1+2+3+4", "99999999999", "12 分"}) {
    CAPTURE(text);
    CHECK_FALSE(read_time(text).has_value());
  }
}

TEST_CASE("numbers have a point, no comma, no exponent") {
  CHECK(read_number("0.6") == 0.6);
  CHECK(read_number("-2") == -2);
  CHECK(read_number(".5") == 0.5);
  for (const char* text : {"", "1,5", "1e3", "inf", "nan", "0x10", "1 2", "-"}) {
    CAPTURE(text);
    CHECK_FALSE(read_number(text).has_value());
  }
}

TEST_CASE("ids are lower-case letters, digits and hyphens, a letter first") {
  CHECK(is_id("o6a"));
  CHECK(is_id("q5-2"));
  for (const char* text : {"", "6a", "O6a", "-a", "a_b", "課", "a b"}) {
    CAPTURE(text);
    CHECK_FALSE(is_id(text));
  }
}
