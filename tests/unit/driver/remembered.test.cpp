// What a run leaves to the next one makes it faster and changes nothing.
#include "driver/compile.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

using namespace comb;
using namespace comb::driver;

namespace {

using Files = std::map<std::string, std::string>;

Files read_tutorial() {
  const std::filesystem::path root = COMB_SOURCE_DIR "/course-src/tutorial";
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(root).generic_string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  text.replace(at, from.size(), to);
}

Compiled compiled(const Files& files, model::EditionKind kind, Memory* memory, const char* output = "slides") {
  BuildOptions options;
  options.only = {output};
  options.editions = {kind};
  options.threads = 2;
  Result<Compiled> result = compile(source::MemoryFileSystem(files), "course.yaml", options, memory);
  REQUIRE(result);
  return std::move(*result);
}

std::vector<std::string> said(const Compiled& run) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : run.diagnostics) {
    const Span& span = finding.span;
    lines.push_back(std::string(finding.kind->name) + " " + std::to_string(span.file.value) + ":" +
                    std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + finding.message);
  }
  return lines;
}

/// Both runs say and make the same.
void check_same(const Compiled& run, const Compiled& fresh) {
  CHECK(said(run) == said(fresh));
  REQUIRE(run.artifacts.size() == fresh.artifacts.size());
  for (std::size_t i = 0; i < run.artifacts.size(); ++i) {
    CHECK(run.artifacts[i].path == fresh.artifacts[i].path);
    CHECK(run.artifacts[i].count == fresh.artifacts[i].count);
    CHECK_MESSAGE(run.artifacts[i].bytes == fresh.artifacts[i].bytes, run.artifacts[i].path);
  }
}

/// How many lessons the last run took from the one before.
std::ptrdiff_t kept_lessons(const Memory& memory, model::EditionKind kind) {
  const auto deck = memory.slides.decks.find(kind);
  if (deck == memory.slides.decks.end()) return -1;
  return std::ranges::count_if(deck->second.deck.stretches,
                               [](const typeset::DeckStretch& stretch) { return stretch.is_kept; });
}

struct Edit {
  const char* what;
  std::function<void(Files&)> make;
  /// Lessons whose slides for learners need not be made anew; -1: no slides are made. The third lesson lists all
  /// lessons and is never among them; it also shows a block of the second, and the last one recalls topics.
  std::ptrdiff_t kept = -1;
};

const std::vector<Edit>& edits() {
  static const std::vector<Edit> all = {
      {"nothing", [](Files&) {}, 5},
      {"a topic's title",
       [](Files& files) { replace(files["lessons/l2-practise.md"], "## A case gives", "## Every case gives"); }, 3},
      {"a slide more",
       [](Files& files) {
         replace(files["lessons/l2-practise.md"], "## Role cards", "## New\n\n- one\n\n## Role cards");
       },
       3},
      {"the end of the first lesson", [](Files& files) { files["lessons/l1-write.md"] += "\n## More\n\n- two\n"; }, 4},
      {"an option",
       [](Files& files) { replace(files["lessons/l2-practise.md"], "the question look longer", "it look longer"); }, 4},
      {"a choice of a scenario",
       [](Files& files) { replace(files["lessons/l5-choose.md"], "You could have begun", "He could have begun"); }, 4},
      {"an objective",
       [](Files& files) { replace(files["lessons/l5-choose.md"], "has a consequence", "has its consequence"); }, 4},
      {"a lesson's title, which the agenda shows",
       [](Files& files) { replace(files["lessons/l4-draw.md"], "\n# ", "\n# Now "); }, 3},
      {"a picture", [](Files& files) { replace(files["figures/one-source.svg"], "<svg", "<svg id=\"a\""); }, 3},
      {"a term",
       [](Files& files) { replace(files["terms.yaml"], "gloss: a block with a name", "gloss: a named block"); }, 4},
      {"an error", [](Files& files) { files["lessons/l3-build.md"] += "\n::nothing-like-it\n"; }, -1},
      {"the error mended",
       [](Files& files) { replace(files["lessons/l3-build.md"], "\n::nothing-like-it\n", "\n## Mended\n\n- three\n"); },
       5},
      {"lessons in another order",
       [](Files& files) {
         replace(files["course.yaml"], "      - lessons/l4-draw.md\n      - lessons/l5-choose.md\n",
                 "      - lessons/l5-choose.md\n      - lessons/l4-draw.md\n");
       },
       3},
  };
  return all;
}

} // namespace

TEST_CASE("an edit after a run gives what a first run gives, from fewer lessons") {
  Files files = read_tutorial();
  Memory memory;
  for (const model::EditionKind kind : {model::EditionKind::slides, model::EditionKind::presenter}) {
    compiled(files, kind, &memory);
  }
  for (const Edit& edit : edits()) {
    INFO(std::string(edit.what));
    edit.make(files);
    for (const model::EditionKind kind : {model::EditionKind::slides, model::EditionKind::presenter}) {
      const Compiled run = compiled(files, kind, &memory);
      check_same(run, compiled(files, kind, nullptr));
      CHECK(run.artifacts.empty() == (edit.kept < 0));
      if (kind == model::EditionKind::slides && edit.kept >= 0) CHECK(kept_lessons(memory, kind) == edit.kept);
    }
  }
}

TEST_CASE("slides that were laid out for the guide alone do not bring back older files") {
  Files files = read_tutorial();
  Memory memory;
  compiled(files, model::EditionKind::presenter, &memory);
  replace(files["lessons/l2-practise.md"], "Write a case whose", "Write the case whose");
  compiled(files, model::EditionKind::guide, &memory, "handbook");
  const Compiled run = compiled(files, model::EditionKind::presenter, &memory);
  check_same(run, compiled(files, model::EditionKind::presenter, nullptr));
}
