// The committed reference is what the program prints, and every diagnostic helps.
#include "reference/reference.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace comb;

namespace {

std::string committed(const std::string& path) {
  std::ifstream file(std::string(COMB_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

} // namespace

TEST_CASE("the generated documents are fresh (make reference)") {
  CHECK(committed("docs/authoring/reference.md") == reference::authoring_reference());
  CHECK(committed("docs/authoring/diagnostics.md") == reference::diagnostics_reference());
}

TEST_CASE("every diagnostic has a name of its own and says how to mend it") {
  std::set<std::string_view> names;
  for (const DiagnosticKind* kind : reference::all_diagnostic_kinds()) {
    CAPTURE(kind->name);
    CHECK(names.insert(kind->name).second);
    CHECK_FALSE(kind->help.empty());
    CHECK(kind->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK_FALSE(kind->help.ends_with('.'));
  }
  CHECK(names.size() > 50);
}

TEST_CASE("explain knows diagnostics, blocks and fields, and nothing else") {
  CHECK(reference::explain("objective-unassessed").find("warning") != std::string::npos);
  CHECK(reference::explain("case").find("::: case") != std::string::npos);
  CHECK(reference::explain("objective").find("objective") == 0);
  CHECK(reference::explain("no-such-name").empty());
}
