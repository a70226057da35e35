// Every kind's example is a lesson that compiles.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace comb;

TEST_CASE("the example of each kind compiles without a finding") {
  for (const blocks::BlockKind* kind : blocks::all_kinds()) {
    CAPTURE(std::string(kind->name));
    const test::Assembled result = test::lesson(std::string(kind->example));
    CHECK(result.findings() == "");
  }
}

TEST_CASE("the example of each kind holds the kind") {
  for (const blocks::BlockKind* kind : blocks::all_kinds()) {
    CAPTURE(std::string(kind->name));
    const std::string sign = (kind->form == syntax::DirectiveForm::leaf ? "::" : "::: ") + std::string(kind->name);
    CHECK(kind->example.find(sign) != std::string_view::npos);
  }
}

TEST_CASE("the demonstration courses assemble without an error") {
  for (const char* name : {"store-sales", "tutorial"}) {
    CAPTURE(name);
    auto files = source::DiskFileSystem::open(std::string(COMB_SOURCE_DIR) + "/course-src/" + name);
    REQUIRE(files);
    const test::Assembled result = test::assembled(*files, {});
    CHECK(result.findings() == "");
  }
}
