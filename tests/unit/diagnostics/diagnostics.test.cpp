// Diagnostics sort the same every time; a misspelt name finds the one that was meant.
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/suggest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace comb;

namespace {

constexpr DiagnosticKind first_kind{.name = "a-kind", .severity = Severity::error, .help = ""};
constexpr DiagnosticKind second_kind{.name = "b-kind", .severity = Severity::warning, .help = ""};

Diagnostic at(const DiagnosticKind& kind, std::uint32_t file, std::uint32_t begin, std::string message = "") {
  return {.kind = &kind, .span = {FileId{file}, begin, begin + 1}, .message = std::move(message)};
}

constexpr std::array<std::string_view, 6> names = {"title", "time", "objective", "rounds", "個案", "角色扮演"};

} // namespace

TEST_CASE("diagnostics come by file, then place, then name") {
  Diagnostics all = {at(second_kind, 1, 0), at(first_kind, 0, 9), at(second_kind, 0, 3), at(first_kind, 0, 3)};
  sort_for_report(all);
  CHECK(all == Diagnostics{at(first_kind, 0, 3), at(second_kind, 0, 3), at(first_kind, 0, 9), at(second_kind, 1, 0)});
}

TEST_CASE("the same finding is said once, two at one place are both said") {
  Diagnostics all = {at(first_kind, 0, 3, "x"), at(first_kind, 0, 3, "y"), at(first_kind, 0, 3, "x")};
  sort_for_report(all);
  CHECK(all == Diagnostics{at(first_kind, 0, 3, "x"), at(first_kind, 0, 3, "y")});
}

TEST_CASE("only errors count as errors") {
  CHECK(!has_errors({}));
  CHECK(!has_errors({at(second_kind, 0, 0)}));
  CHECK(has_errors({at(second_kind, 0, 0), at(first_kind, 0, 0)}));
}

TEST_CASE("a slip of the fingers finds the name") {
  CHECK(nearest_name("tiem", names) == "time"); // two neighbours swapped
  CHECK(nearest_name("titel", names) == "title");
  CHECK(nearest_name("objetive", names) == "objective");
  CHECK(nearest_name("Rounds", names) == "rounds");
  CHECK(nearest_name("個按", names) == "個案");
}

TEST_CASE("a name that is far from all finds none") {
  CHECK(!nearest_name("colour", names));
  CHECK(!nearest_name("", names));
  CHECK(!nearest_name(std::string(1'000'000, 'x'), names));
}

TEST_CASE("of two names equally near the first wins") {
  constexpr std::array<std::string_view, 2> pair = {"cat", "bat"};
  CHECK(nearest_name("hat", pair) == "cat");
}
