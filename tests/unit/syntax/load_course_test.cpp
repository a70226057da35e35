// Courses in memory: what is read, and what is said of what cannot be.
#include "syntax/load_course.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace comb;
using Files = std::map<std::string, std::string>;

struct Loaded {
  std::string findings; ///< `path:line name: message`, sorted
  syntax::LoadedCourse course;
};

Loaded load(const Files& files, const std::string& entry = "course.yaml") {
  const source::MemoryFileSystem disk(files);
  auto result = syntax::load_course(disk, {.entry = entry, .run_path = ""});
  sort_for_report(result.diagnostics);
  Loaded loaded;
  for (const Diagnostic& found : result.diagnostics) {
    if (found.span.file.value < result.value.sources.files().size()) {
      const source::SourceFile& file = result.value.sources.file(found.span.file);
      loaded.findings += file.path() + ":" + std::to_string(file.position_at(found.span.begin).line) + " ";
    }
    loaded.findings +=
        std::string(found.kind->name) + ": " + found.message + (found.help.empty() ? "" : " | " + found.help) + "\n";
  }
  loaded.course = std::move(result.value);
  return loaded;
}

std::string manifest(const std::string& lessons) {
  return "id: x\nparts:\n  - title: 一\n    lessons: [" + lessons + "]\n";
}

} // namespace

TEST_CASE("manifest, lessons, includes, terms and pictures are read") {
  const Loaded loaded = load({
      {"course.yaml", manifest("p/a.md, p/b.md") + "terms: terms.yaml\nlogo: logo.svg\n"},
      {"terms.yaml", "benefit: {use: 利益}\n"},
      {"logo.svg", "<svg/>"},
      {"p/a.md", "# 甲\n\n::include{file=\"../shared/c.md\"}\n\n![圖](../figures/a%20b.svg)\n"},
      {"p/b.md", "# 乙\n\n| ![圖](x.png) |\n|-|\n\n::hotspot{src=\"x.png\"}\n"},
      {"shared/c.md", "- *![](d.png)*\n"},
      {"shared/d.png", "d"},
      {"figures/a b.svg", "a"},
      {"p/x.png", "x"},
  });
  CHECK(loaded.findings.empty());
  CHECK(loaded.course.lesson_paths == std::vector<std::string>{"p/a.md", "p/b.md"});
  CHECK(loaded.course.documents.size() == 3);
  CHECK(loaded.course.assets.size() == 4);
  CHECK(loaded.course.terms.has_value());
}

TEST_CASE("a lesson alone is a course of one lesson") {
  const Loaded loaded = load({{"a.md", "# 甲\n"}}, "a.md");
  CHECK(loaded.findings.empty());
  CHECK(loaded.course.lesson_paths == std::vector<std::string>{"a.md"});
  CHECK(!loaded.course.manifest.has_value());
}

TEST_CASE("missing files are said all at once, with the nearest name") {
  const Loaded loaded = load({
      {"course.yaml", manifest("p/a.md, p/bb.md") + "terms: term.yaml\n"},
      {"terms.yaml", "x: {}\n"},
      {"p/a.md", "![](figs/temple.svg)\n\n![](temple.svg)\n\n::include{file=c.md}\n"},
      {"p/b.md", ""},
      {"p/figs/temples.svg", ""},
  });
  CHECK(loaded.findings ==
        "course.yaml:4 file-not-found: `p/bb.md` is not there | did you mean `p/b.md`?\n"
        "course.yaml:5 file-not-found: `term.yaml` is not there | did you mean `terms.yaml`?\n"
        "p/a.md:1 file-not-found: `p/figs/temple.svg` is not there | did you mean `p/figs/temples.svg`?\n"
        "p/a.md:3 file-not-found: `p/temple.svg` is not there\n"
        "p/a.md:5 file-not-found: `p/c.md` is not there | did you mean `p/a.md`?\n");
}

TEST_CASE("nothing outside the course folder and nothing from the network is read") {
  const Loaded loaded = load({{"a.md",
                               "![](../x.png) ![](/etc/passwd) ![](https://x.tw/a.png) ![](//x.tw/a.png)\n\n"
                               "::include{file=\"../../b.md\"}\n"}},
                             "a.md");
  CHECK(loaded.findings ==
        "a.md:1 file-outside-course: `../x.png` is outside the course folder\n"
        "a.md:1 file-outside-course: `/etc/passwd` is outside the course folder\n"
        "a.md:1 remote-picture: a picture from the network: `https://x.tw/a.png`\n"
        "a.md:1 remote-picture: a picture from the network: `//x.tw/a.png`\n"
        "a.md:3 file-outside-course: `../../b.md` is outside the course folder\n");
}

TEST_CASE("includes that form a cycle are reported where the cycle closes") {
  CHECK(load({{"a.md", "::include{file=a.md}\n"}}, "a.md").findings ==
        "a.md:1 include-cycle: a cycle of includes: `a.md` → `a.md`\n");
  CHECK(load({{"a.md", "::include{file=b.md}\n"}, {"b.md", "::include{file=a.md}\n"}}, "a.md").findings ==
        "b.md:1 include-cycle: a cycle of includes: `a.md` → `b.md` → `a.md`\n");
}

TEST_CASE("a file included twice is read once") {
  const Loaded loaded = load({{"a.md", "::include{file=b.md}\n\n::include{file=b.md}\n"}, {"b.md", "文\n"}}, "a.md");
  CHECK(loaded.findings.empty());
  CHECK(loaded.course.sources.files().size() == 2);
}

TEST_CASE("includes are at most 16 deep") {
  Files files;
  for (int i = 0; i < 20; ++i) {
    files[std::to_string(i) + ".md"] = "::include{file=" + std::to_string(i + 1) + ".md}\n";
  }
  CHECK(load(files, "0.md").findings == "16.md:1 too-many-includes: includes are nested more than 16 deep\n");
}

TEST_CASE("files that include each other many times over end soon") {
  Files files;
  for (int i = 0; i < 15; ++i) {
    const std::string next = "::include{file=" + std::to_string(i + 1) + ".md}\n\n";
    files[std::to_string(i) + ".md"] = next + next + next + next + next + next + next + next;
  }
  files["15.md"] = "文\n";
  CHECK(load(files, "0.md").findings.find("too-many-includes: more than 10,000 includes") != std::string::npos);
}

TEST_CASE("a file past the limit is not read") {
  const Loaded loaded = load({{"a.md", std::string((4U << 20U) + 1, 'x')}}, "a.md");
  CHECK(loaded.findings.starts_with("file-too-large: `a.md` is too large"));
  CHECK(loaded.course.documents.empty());
}

TEST_CASE("a manifest without lessons is an error") {
  CHECK(load({{"course.yaml", "id: x\n"}}).findings == "course.yaml:1 manifest-shape: the manifest has no `parts:`\n");
  CHECK(load({{"course.yaml", "parts: [{title: x}]\n"}}).findings.starts_with("course.yaml:1 manifest-shape"));
  CHECK(load({{"course.yaml", manifest("a.md, a.md")}, {"a.md", ""}}).findings ==
        "course.yaml:4 manifest-shape: lesson `a.md` is listed twice\n");
  CHECK(load({}).findings.find("file-not-found") != std::string::npos);
}

TEST_CASE("each kind of this folder has help and an explanation, and a name of its own") {
  std::vector<std::string_view> names;
  for (const DiagnosticKind* kind : syntax::diagnostic_kinds()) {
    CAPTURE(kind->name);
    CHECK(!kind->help.empty());
    CHECK(!kind->explain.empty());
    CHECK(std::ranges::find(names, kind->name) == names.end());
    names.push_back(kind->name);
  }
  CHECK(names.size() > 40);
}
