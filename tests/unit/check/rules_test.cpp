// Rules over whole courses: what is said, and where.
#include "support/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace comb;

namespace {

bool raises(const std::string& lesson, const std::string& finding) {
  const std::string findings = tests::compile_lesson(lesson).findings();
  INFO(findings);
  return findings.find(finding) != std::string::npos;
}

} // namespace

TEST_CASE("an objective that nothing assesses is named at its place") {
  CHECK(raises("# A\n\n::: objectives\n- Name three combs {#o1}\n:::\n", "objective-unassessed 4:"));
  CHECK_FALSE(
      raises("# A\n\n::: objectives\n- Name three combs {#o1}\n:::\n\n::: activity Try {objective=o1 "
             "time=\"1+2+3\"}\nGo.\n:::\n",
             "objective-unassessed"));
}

TEST_CASE("a verb that nobody can observe is a warning") {
  CHECK(raises("# A\n\n::: objectives\n- Understand combs {#o1}\n:::\n", "objective-verb-vague 4:"));
  CHECK(raises("# A\n\n::: objectives\n- 了解木梳 {#o1}\n:::\n", "objective-verb-vague 4:"));
}

TEST_CASE("an id may be defined once") {
  CHECK(raises("# A\n\n## B {#x}\n\n## C {#x}\n", "id-duplicate 5:"));
}

TEST_CASE("a reference to nothing suggests what is near") {
  const auto compiled = tests::compile_lesson("# A\n\n## B {#combs}\n\nSee :ref[comps].\n");
  REQUIRE(compiled.result.diagnostics.size() >= 1);
  const auto& found = compiled.result.diagnostics.front();
  CHECK(found.kind->name == "reference-unknown");
  CHECK(found.help == "did you mean `combs`?");
}

TEST_CASE("what is inside may not take longer than what holds it") {
  const std::string front = "---\ntime: 10\n---\n\n# A\n\n";
  CHECK(raises(front + "::: activity Try {time=\"2+8+2\"}\nGo.\n:::\n", "time-overrun"));
  CHECK_FALSE(raises(front + "::: activity Try {time=\"2+6+2\"}\nGo.\n:::\n", "time-overrun"));
  CHECK_FALSE(raises(front + "::: activity Try {time=\"2+8+2\" priority=could}\nGo.\n:::\n", "time-overrun"));
}

TEST_CASE("a lesson that takes too long is told what may go first") {
  const auto compiled = tests::compile_lesson(
      "---\ntime: 20\n---\n\n# A\n\n::: activity Must {time=\"2+10+2\"}\nGo.\n:::\n\n"
      "::: activity Should {time=\"2+5+2\" priority=should}\nGo.\n:::\n\n"
      "::: activity Could {time=\"2+5+2\" priority=could}\nGo.\n:::\n");
  const Diagnostics& found = compiled.result.diagnostics;
  const auto overrun =
      std::ranges::find_if(found, [](const Diagnostic& one) { return one.kind->name == "time-overrun"; });
  REQUIRE(bool(overrun != found.end()));
  REQUIRE(overrun->notes.size() == 1);
  CHECK(overrun->notes[0].message == "may go first, as `should`: 9 minutes");
}

TEST_CASE("a role play wants roles, an observer and a debrief") {
  const std::string lesson = "# A\n\n::: roleplay Silent {#r1 time=\"3+6+6\"}\nA shop.\n:::\n";
  CHECK(raises(lesson, "roleplay-without-observer 3:"));
  CHECK(raises(lesson, "roleplay-without-roles 3:"));
  CHECK(raises(lesson, "roleplay-without-debrief 3:"));
}

TEST_CASE("a form to avoid is found at its very place, but not where it is excused") {
  const auto compiled =
      tests::compile({{"course.yaml",
                       "language: 1\nid: c\ntitle: C\nlang: zh-Hant-TW\nterms: terms.yaml\nparts:\n  - title: P\n    "
                       "lessons: [s01.md]\n"},
                      {"terms.yaml", "after: {use: 購後服務, avoid: [售後, 售後服務], except: [售後條款]}\n"},
                      {"s01.md", "# 一\n\n## 二\n\n說明售後條款與**售後**的事。\n"}},
                     "course.yaml");
  const std::string findings = compiled.findings();
  INFO(findings);
  CHECK(findings.find("term-to-avoid 5:10 `售後` is to be avoided") != std::string::npos);
  CHECK(findings.find("term-to-avoid 5:3") == std::string::npos);
}

TEST_CASE("a warning can be allowed with a reason, an error never") {
  CHECK_FALSE(raises(
      "---\nallow: {roleplay-without-observer: pairs only}\n---\n\n# A\n\n::: roleplay R {time=\"3+6+6\"}\nx\n:::\n",
      "roleplay-without-observer"));
  CHECK(raises("# A\n\n::: roleplay R {time=\"3+6+6\" allow=\"roleplay-without-observer\"}\nx\n:::\n",
               "allow-without-reason"));
  CHECK(raises("# A\n\n::: tip {allow=\"time-overrun: because\"}\nx\n:::\n", "allow-unused"));
}
