// Manifests, runs, numbers and references.
#include "assemble/manifest.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

const std::string manifest =
    "language: 1\nid: c\ntitle: Course\nlang: en\n"
    "parts:\n  - title: One\n    lessons: [s01.md, s02.md]\n";

test::Assembled course(std::map<std::string, std::string> files, const std::string& run = {}) {
  return test::assembled(source::MemoryFileSystem(std::move(files)), {.entry = "course.yaml", .run_path = run});
}

} // namespace

TEST_CASE("a run leaves lessons out and sets variables over those of the manifest") {
  const test::Assembled result = course({{"course.yaml", manifest + "variables: {client: nobody}\n"},
                                         {"s01.md", "# For {{client}}\n"},
                                         {"s02.md", "# Two\n"},
                                         {"run.yaml", "client: Acme\ndrop: [s02]\n"}},
                                        "run.yaml");
  CHECK(result.findings() == "");
  REQUIRE(result.course.parts.size() == 1);
  REQUIRE(result.course.parts[0].lessons.size() == 1);
  CHECK(text::plain_text(result.course.parts[0].lessons[0].title) == "For Acme");
}

TEST_CASE("lessons of a day begin one after the other, breaks between them") {
  const test::Assembled result = course({{"course.yaml", manifest + "days:\n  - start: \"09:30\"\n    minutes: 60\n"
                                                                    "    lessons: [s01, s02]\n"
                                                                    "    breaks: [{after: s01, minutes: 10}]\n"},
                                         {"s01.md", "---\ntime: 40\n---\n# One\n"},
                                         {"s02.md", "---\ntime: 20\n---\n# Two\n"}});
  CHECK(result.findings() == "");
  const auto& lessons = result.course.parts.at(0).lessons;
  CHECK(lessons.at(0).starts_at == std::chrono::minutes(9 * 60 + 30));
  CHECK(lessons.at(1).starts_at == std::chrono::minutes(10 * 60 + 20));
  CHECK(lessons.at(1).day == 1);
}

TEST_CASE("an unknown key of the manifest is reported with the nearest known one") {
  const test::Assembled result =
      course({{"course.yaml", manifest + "titel: Course\n"}, {"s01.md", "# One\n"}, {"s02.md", "# Two\n"}});
  CHECK(result.findings() ==
        "course.yaml:8:1 error unknown-field: `titel` is not known in course.yaml | did you mean `title`?\n");
}

TEST_CASE("a reference shows the title of what it points to, in another lesson too") {
  const test::Assembled result = course({{"course.yaml", manifest},
                                         {"s01.md", "# One\n\n## A\n\nSee :ref[s02] and :ref[combs].\n"},
                                         {"s02.md", "# Two\n\n## B\n\n::: case Combs {#combs}\nText.\n:::\n"}});
  CHECK(result.findings() == "");
  CHECK(result.parts().find("See ref<s02>(S2 Two) and ref<combs>(Combs).") != std::string::npos);
}

TEST_CASE("the language of a text without a manifest is told by its characters") {
  CHECK(assemble::guess_language("Sell the benefit, 利益") == "en");
  CHECK(assemble::guess_language("先講故事，不急著給答案") == "zh-Hant");
  CHECK(assemble::guess_language("先讲故事，这个问题") == "zh-Hans");
}

TEST_CASE("Chinese names of blocks are those of the course's language") {
  CHECK(test::lesson("::: 個案 把木梳賣給和尚\n這是一個發生在寺院裡的故事，說的是需要。\n:::\n")
            .parts()
            .find("box panel case") == 0);
}

TEST_CASE("what is in columns still belongs to its role play") {
  const test::Assembled result = test::lesson(
      "::::: roleplay Silent\nText.\n\n:::: columns\n::: column\n::: role A\nSecret.\n:::\n:::\n"
      "::: column\n::: role B\nSecret.\n:::\n:::\n::::\n:::::\n");
  CHECK(result.findings() == "");
  for (const model::BlockInfo& block : result.course.blocks) {
    if (block.kind == "role") CHECK(block.parent == 0);
  }
}

TEST_CASE("trainer's text in a block for one edition stays within it") {
  const test::Assembled result = test::lesson("::: only {edition=\"workbook\"}\nText.\n\n::say[canary]\n:::\n");
  CHECK(result.parts() == "prose Text. <workbook>\n");
}
