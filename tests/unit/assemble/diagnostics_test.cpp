// Each diagnostic of schema, blocks and assemble has a source under tests/diagnostics that raises it.
#include "schema/field.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace comb;

namespace {

/// Those that no plain source can raise; tests/diagnostics/README.md says why.
std::string excused_names() {
  std::ifstream page(std::string(COMB_SOURCE_DIR) + "/tests/diagnostics/README.md");
  return {std::istreambuf_iterator<char>(page), {}};
}

std::vector<const DiagnosticKind*> all_kinds_of_findings() {
  const std::string excused = excused_names();
  std::vector<const DiagnosticKind*> all;
  const auto add = [&](std::span<const DiagnosticKind* const> more) {
    for (const DiagnosticKind* kind : more) {
      if (excused.find("`" + std::string(kind->name) + "`") == std::string::npos) all.push_back(kind);
    }
  };
  add(schema::diagnostic_kinds());
  add(assemble::diagnostic_kinds());
  for (const blocks::BlockKind* kind : blocks::all_kinds()) add(kind->diagnostics);
  return all;
}

test::Assembled assembled_source(const std::string& name) {
  const std::filesystem::path sources = std::filesystem::path(COMB_SOURCE_DIR) / "tests/diagnostics";
  const bool is_course = std::filesystem::is_directory(sources / name);
  auto files = source::DiskFileSystem::open((is_course ? sources / name : sources).string());
  REQUIRE(files);
  return test::assembled(*files, is_course ? syntax::LoadOptions{} : syntax::LoadOptions{.entry = name + ".md"});
}

} // namespace

TEST_CASE("the source of each diagnostic raises it") {
  for (const DiagnosticKind* kind : all_kinds_of_findings()) {
    CAPTURE(std::string(kind->name));
    const test::Assembled result = assembled_source(std::string(kind->name));
    CAPTURE(result.findings());
    CHECK(result.raises(kind->name));
  }
}

TEST_CASE("each message speaks as the style guide asks") {
  for (const DiagnosticKind* kind : all_kinds_of_findings()) {
    for (const Diagnostic& found : assembled_source(std::string(kind->name)).diagnostics) {
      CAPTURE(found.message);
      REQUIRE_FALSE(found.message.empty());
      CHECK_FALSE((found.message.front() >= 'A' && found.message.front() <= 'Z'));
      CHECK_FALSE(found.message.ends_with('.'));
      CHECK_FALSE((found.help.empty() && found.kind->help.empty()));
    }
  }
}

TEST_CASE("no two diagnostics have one name") {
  for (const DiagnosticKind* kind : all_kinds_of_findings()) {
    for (const DiagnosticKind* other : all_kinds_of_findings()) {
      CHECK_FALSE((kind != other && kind->name == other->name));
    }
  }
}
