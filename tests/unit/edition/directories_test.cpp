// The lists that a course makes from itself.
#include "lists_support.hpp"

#include <doctest/doctest.h>

using namespace comb;
using model::EditionKind;

namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* two_days = R"(language: 1
id: two-days
title: Two days
lang: en
group: {min: 16, max: 24}
parts:
  - title: Part one
    lessons: [s01.md, s02.md]
  - title: Part two
    id: second
    lessons: [s03.md]
days:
  - {start: "09:00", minutes: 75, lessons: [s01, s02], breaks: [{after: s01, minutes: 10}]}
  - {start: "13:30", minutes: 30, lessons: [s03]}
)";

Files course(const std::string& last_topic) {
  return {
      {"course.yaml", two_days},
      {"s01.md",
       "---\ntime: 45\n---\n# Needs\n\n## One\n\n::: keypoint\nNeeds come **first**.\n:::\n\n"
       "::: keypoint {audience=trainer}\nHurry here.\n:::\n\n"
       "::: materials\n- sticky notes {per=group count=1 by=trainer}\n- badges {per=learner}\n- projector "
       "{count=1}\n:::\n"},
      {"s02.md",
       "---\ntime: 20\n---\n# Talk\n\n## One\n\n::: keypoint\nListen twice.\n:::\n\n"
       ":::: activity Poster {time=\"2+6+2\" group=5 objective=o1 materials=\"paint; badges\" "
       "output=poster}\nPaint.\n\n"
       "::: materials\n- sticky notes {per=group count=2 by=trainer}\n:::\n::::\n"},
      {"s03.md",
       "---\ntime: 30\n---\n# Close\n\n::: objectives\n- Tell a need from a wish {#o1 bloom=analyse}\n"
       "- Name a need {#o2 bloom=remember}\n:::\n\n"
       "::: question {#q1 objective=o1 bloom=apply}\nWhich is it?\n\n- [x] a\n- [ ] b\n- [ ] c\n:::\n\n## Last\n\n" +
           last_topic},
  };
}

std::string list(const std::string& asked, EditionKind kind) {
  const auto compiled = tests::compile(course(asked), "course.yaml");
  return tests::last_topic(tests::edition_of(compiled, kind), "s03");
}

} // namespace

TEST_CASE("an agenda adds lessons and breaks to the start of each day") {
  CHECK(list("::agenda\n", EditionKind::guide) ==
        "# Day 1\n"
        "When | What | Minutes\n"
        "09:00 | S1　Needs | 45\n"
        "09:45 | Break | 10\n"
        "09:55 | S2　Talk | 20\n"
        "# Day 2\n"
        "When | What | Minutes\n"
        "13:30 | S3　Close | 30\n");
}

TEST_CASE("learners read in the agenda when something begins, not how long it takes") {
  CHECK(list("::agenda{day=2}\n", EditionKind::workbook) == "# Day 2\nWhen | What\n13:30 | S3　Close\n");
  CHECK(list("::agenda{day=2}\n", EditionKind::slides) == "# Day 2\nWhen | What\n13:30 | S3　Close\n");
}

TEST_CASE("a course without days lists its lessons with their minutes") {
  const auto compiled = tests::compile({{"s01.md", "---\ntime: 45\n---\n# Needs\n\n## Plan\n\n::agenda\n"}}, "s01.md");
  CHECK(tests::last_topic(tests::edition_of(compiled, EditionKind::slides), "s01") ==
        "What | Minutes\nS1　Needs | 45\n");
}

TEST_CASE("a recap groups the key points before it by lesson") {
  CHECK(list("::recap\n\n::: keypoint\nToo late.\n:::\n", EditionKind::slides) ==
        "# S1　Needs\n- Needs come first.\n# S2　Talk\n- Listen twice.\n");
}

TEST_CASE("a recap of lessons or parts has theirs alone, wherever they stand") {
  CHECK(list("::recap{of=s02}\n", EditionKind::slides) == "- Listen twice.\n");
  CHECK(list("::recap{of=second}\n\n::: keypoint\nAfter all.\n:::\n", EditionKind::slides) == "- After all.\n");
  CHECK(list("::recap{of=part-1}\n", EditionKind::slides) ==
        "# S1　Needs\n- Needs come first.\n# S2　Talk\n- Listen twice.\n");
}

TEST_CASE("a recap holds no key point that its reader may not see") {
  CHECK(list("::recap\n", EditionKind::guide).find("Hurry here.") != std::string::npos);
  CHECK(list("::recap\n", EditionKind::workbook).find("Hurry here.") == std::string::npos);
}

TEST_CASE("a packing list adds up what the smallest and the largest course need") {
  CHECK(list("::materials\n", EditionKind::guide) ==
        "Materials | Quantity | Used in | Prepared by\n"
        "sticky notes | 1 a group, 2 a group | S1, S2 | trainer\n"
        "badges | 1 a learner · Total 16–24 | S1, S2 | \n"
        "projector | 1 for the room | S1 | \n"
        "paint |  | S2 | \n");
}

TEST_CASE("groups are counted where the activity says how large they are") {
  const std::string asked =
      ":::: activity Cards {time=5 group=5 objective=o1 output=cards}\nSort.\n\n"
      "::: materials\n- envelopes {per=group count=2}\n:::\n::::\n\n::materials\n";
  CHECK(list(asked, EditionKind::guide).find("envelopes | 2 a group · Total 8–10 | S3 | \n") != std::string::npos);
}

TEST_CASE("the alignment says what teaches, practises and assesses each objective") {
  CHECK(list("::alignment\n", EditionKind::guide) ==
        "Learning objectives | Level | Taught | Practised | Assessed\n"
        "Tell a need from a wish | analyse | 10 min | S2 Poster | q1\n"
        "Name a need | remember | – | – | –\n");
}

TEST_CASE("the alignment names a scenario once, however many questions it gives the bank") {
  const std::string node = "- Right {to=n2}\n  > Yes.\n- Wrong {to=n3}\n  > No.\n:::\n\n";
  const std::string scenario = ":::: scenario The door {#door objective=o2}\nIt rings.\n\n::: node One {#n1}\nA.\n\n" +
                               node +
                               "::: node Two {#n2}\nB.\n\n- Right {to=n4}\n  > Yes.\n- Wrong {to=n3}\n  > No.\n:::\n\n"
                               "::: node Out {#n3 end=poor}\nC.\n:::\n\n::: node In {#n4 end=good}\nD.\n:::\n::::\n\n";
  const std::string table = list(scenario + "::alignment\n", EditionKind::guide);
  CHECK(table.find("Name a need | remember | – | S3 The door | The door\n") != std::string::npos);
}

TEST_CASE("minutes in reserve teach no objective") {
  const std::string reserve = "::: activity Again {time=\"1+3+1\" objective=o2 priority=could}\nOnce more.\n:::\n\n";
  const std::string table = list(reserve + "::alignment\n", EditionKind::guide);
  CHECK(table.find("Name a need | remember | – | S3 Again | –\n") != std::string::npos);
}

TEST_CASE("the blueprint counts questions by objective and level") {
  CHECK(list("::blueprint\n", EditionKind::guide) ==
        "Learning objectives | remember | apply | analyse | Total\n"
        "Tell a need from a wish | – | 1 | – | 1\n"
        "Name a need | – | – | – | –\n"
        "Total | – | 1 | – | 1\n");
}

TEST_CASE("trainers' lists are in no learner's edition") {
  for (const EditionKind kind : {EditionKind::slides, EditionKind::workbook, EditionKind::exam}) {
    CAPTURE(model::name_of(kind));
    CHECK(list("::alignment\n\n::blueprint\n\n::materials\n", kind) == "");
  }
}

TEST_CASE("credits name the sources of what an edition shows, and of nothing else") {
  const std::string asked =
      "::: example Diary {source=\"Shop diary, 2019\"}\nA customer came back.\n:::\n\n"
      "::: example Secret {source=\"Trainer's own\" audience=trainer}\nOne never did.\n:::\n\n::credits\n";
  CHECK(list(asked, EditionKind::workbook) == "What | Source\nDiary | Shop diary, 2019\n");
  CHECK(list(asked, EditionKind::guide) == "What | Source\nDiary | Shop diary, 2019\nSecret | Trainer's own\n");
}
