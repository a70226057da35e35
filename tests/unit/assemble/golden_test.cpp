// Courses as outlines: every lesson and course folder of tests/golden/course against its text file.
// `COMB_BLESS=1` rewrites the text files; the diff is the change that is claimed.
#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

using namespace comb;

namespace {

const std::filesystem::path folder = std::filesystem::path(COMB_SOURCE_DIR) / "tests/golden/course";

std::string text_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string outline(const std::filesystem::path& entry) {
  const bool is_course = std::filesystem::is_directory(entry);
  const std::filesystem::path root = is_course ? entry : entry.parent_path();
  auto files = source::DiskFileSystem::open(root.string());
  REQUIRE(files);
  syntax::LoadOptions options;
  if (!is_course) options.entry = entry.filename().string();
  if (is_course && std::filesystem::exists(entry / "run.yaml")) options.run_path = "run.yaml";
  const test::Assembled result = test::assembled(*files, options);
  const std::string findings = result.findings();
  return model::dump(result.course) + (findings.empty() ? "" : "\nfindings\n" + findings);
}

} // namespace

TEST_CASE("each golden course gives its outline") {
  std::vector<std::filesystem::path> entries;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory() || entry.path().extension() == ".md") entries.push_back(entry.path());
  }
  std::ranges::sort(entries);
  CHECK(entries.size() > 5);
  for (const std::filesystem::path& entry : entries) {
    CAPTURE(entry.filename().string());
    const std::filesystem::path golden = std::filesystem::path(entry).replace_extension(".txt");
    const std::string made = outline(entry);
    if (std::getenv("COMB_BLESS") != nullptr) std::ofstream(golden, std::ios::binary) << made;
    CHECK(made == text_of(golden));
  }
}
