// `exams:` of the manifest: what is read, and how its author is told what is wrong.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

namespace {

std::string question(const std::string& id, const std::string& fields) {
  return "::: question {#" + id + " " + fields + "}\nWhat is it?\n\n- [x] One\n- [ ] Two\n- [ ] Three\n:::\n\n";
}

const std::string lesson = "# One\n\n::: objectives\n- Name benefits {#o1a bloom=apply}\n:::\n\n## Questions\n\n" +
                           question("q1", "bloom=remember objective=o1a tags=price") +
                           question("q2", "bloom=apply use=practice") + question("q3", "bloom=apply tags=price") +
                           question("q4", "bloom=analyse use=exam");

test::Assembled with_exams(const std::string& exams, const std::string& run = {}) {
  return test::assembled(
      source::MemoryFileSystem({{"course.yaml",
                                 "language: 1\nid: c\ntitle: Course\nlang: en\nvariables: {client: Acme}\n"
                                 "parts:\n  - title: One\n    lessons: [s01.md, s02.md]\nexams:\n" +
                                     exams},
                                {"s01.md", lesson},
                                {"s02.md", "# Two\n\n## Questions\n\n" + question("q5", "bloom=apply")},
                                {"run.yaml", "drop: [s02]\n"}}),
      {.entry = "course.yaml", .run_path = run});
}

} // namespace

TEST_CASE("an exam is read and drawn") {
  const test::Assembled result = with_exams(
      "  - id: post-test\n    title: Test for {{client}}\n    variants: 2\n    seed: 20140416\n    pass: 80\n"
      "    time: 40\n    draw: {\"lesson:s01\": 2, \"tag:price\": 1}\n    levels: {remember+understand: \"<=1\", "
      "apply: \">= 1\", analyse: 1}\n");
  CHECK(result.findings() == "");
  REQUIRE(result.course.exams.size() == 1);
  const model::Exam& exam = result.course.exams[0];
  CHECK(exam.title == "Test for Acme");
  CHECK(exam.seed == "20140416");
  CHECK(exam.pass == 80);
  CHECK(exam.time == std::chrono::minutes(40));
  REQUIRE(exam.variants.size() == 2);
  CHECK(exam.variants[0].questions.size() == 3);
}

TEST_CASE("a misspelt key of an exam is told with the nearest one") {
  const test::Assembled result =
      with_exams("  - {id: test, title: Test, draws: {\"lesson:s01\": 1}, questions: [q1]}\n");
  CHECK(result.findings() ==
        "course.yaml:10:29 error unknown-field: `draws` is not known in an exam | did you mean `draw`?\n");
}

TEST_CASE("a row of a draw or of levels holds one value") {
  const test::Assembled result = with_exams(
      "  - id: test\n    title: Test\n    draw: {\"lesson:s01\": 1, \"tag:price\": [1]}\n    levels: {apply: {min: "
      "1}}\n");
  CHECK(result.findings() ==
        "course.yaml:12:30 error yaml-shape: the count `tag:price` must be one value\n"
        "course.yaml:13:14 error yaml-shape: the bound `apply` must be one value\n");
  REQUIRE(result.course.exams.size() == 1);
  CHECK(result.course.exams[0].draws.size() == 1);
}

TEST_CASE("questions may be named, and count for the levels") {
  const test::Assembled result = with_exams("  - {id: test, title: Test, questions: [q4, q1]}\n");
  CHECK(result.findings() == "");
  REQUIRE(result.course.exams.at(0).variants.size() == 1);
  CHECK(result.course.exams[0].variants[0].questions.size() == 2);
  CHECK(result.course.exams[0].variants[0].letter.empty());
}

TEST_CASE("a draw that asks for too much says by how much, and why questions are not counted") {
  const test::Assembled result = with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": 5}}\n");
  CHECK(result.findings() ==
        "course.yaml:10:37 error exam-draw-short: `lesson:s01` asks for 5 questions, the bank has 3: 2 are missing | "
        "1 more is for practice only or not written: drop `use=practice`, write more questions, or draw fewer\n");
  CHECK(result.course.exams.at(0).variants.empty());
}

TEST_CASE("draws that share questions are counted together") {
  const test::Assembled result =
      with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": 2, \"tag:price\": 2}}\n");
  CHECK(result.findings() ==
        "course.yaml:10:37 error exam-draw-short: `lesson:s01` and `tag:price` together ask for 4 questions, the bank "
        "has 3 for them: 1 is missing\n");
}

TEST_CASE("a bound on levels that no choice keeps says how near one comes") {
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": 2}, levels: {apply: \">=2\"}}\n").findings() ==
        "course.yaml:10:63 error exam-levels-unmet: `apply` asks for at least 2 questions, with these draws the most "
        "is 1: 1 is missing\n");
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": 3}, levels: {apply: \"<=0\"}}\n").findings() ==
        "course.yaml:10:63 error exam-levels-unmet: `apply` asks for at most 0 questions, with these draws the fewest "
        "is 1: 1 too many\n");
}

TEST_CASE("names that the course does not have are reported with the nearest") {
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s03\": 1}}\n").findings() ==
        "course.yaml:10:37 error exam-name-unknown: there is no lesson `s03` | did you mean `s01`?\n");
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"tag:prise\": 1}}\n").findings() ==
        "course.yaml:10:37 error exam-name-unknown: there is no tag `prise` | did you mean `price`?\n");
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lessen:s01\": 1}}\n").findings() ==
        "course.yaml:10:37 error exam-name-unknown: there is no way to draw by `lessen` | did you mean `lesson`?\n");
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": 1}, levels: {aply: \">=1\"}}\n").findings() ==
        "course.yaml:10:63 error exam-name-unknown: there is no level `aply` | did you mean `apply`?\n");
}

TEST_CASE("what has the wrong form is reported where it stands") {
  CHECK(with_exams("  - {id: test, title: Test}\n").raises("exam-empty"));
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": many}}\n").raises("bad-field-value"));
  CHECK(with_exams("  - {id: test, title: Test, draw: {s01: 1}}\n").raises("exam-name-unknown"));
  CHECK(with_exams("  - {id: test, title: Test, draw: {\"lesson:s01\": [1]}}\n").raises("yaml-shape"));
  CHECK(with_exams("  - {id: test, title: Test, variants: 27, questions: [q1]}\n").raises("bad-field-value"));
  CHECK(with_exams("  - {id: test, title: Test, questions: [q1, q1]}\n").raises("exam-question-unfit"));
  CHECK(with_exams("  - {id: test, title: Test, questions: [q2]}\n").raises("exam-question-unfit"));
  CHECK(with_exams("  - {id: a-key, title: Test, questions: [q1]}\n").raises("exam-id-like-key"));
  CHECK(with_exams("  - {id: test, title: Test, questions: [q1], levels: {remember+apply: \"<=2\", "
                   "apply+create: \"<=2\"}}\n")
            .raises("exam-levels-misfit"));
  CHECK(with_exams("  - {id: test, title: Test, questions: [q1], levels: {apply: [1]}}\n").raises("yaml-shape"));
}

TEST_CASE("an exam of a run without a lesson is shorter, not an error") {
  const std::string exam =
      "  - {id: test, title: Test, draw: {\"lesson:s01\": 2, \"lesson:s02\": 1}, levels: {apply: \">=2\"}}\n";
  const test::Assembled whole = with_exams(exam);
  CHECK(whole.findings() == "");
  CHECK(whole.course.exams.at(0).variants.at(0).questions.size() == 3);
  const test::Assembled run = with_exams(exam, "run.yaml");
  CHECK(run.findings() ==
        "course.yaml:10:54 info exam-draw-left-out: this run leaves out `s02`, so the exam has 1 "
        "question fewer\n");
  CHECK(run.course.exams.at(0).variants.at(0).questions.size() == 2);
}
