// Each tests/golden/syntax/NAME.md parses to NAME.txt: the outline, then the findings. COMB_BLESS=1 rewrites them.
#include "parse_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> golden_sources() {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::directory_iterator(fs::path(COMB_SOURCE_DIR) / "tests" / "golden" / "syntax")) {
    if (entry.path().extension() == ".md") sources.push_back(entry.path());
  }
  std::ranges::sort(sources);
  return sources;
}

} // namespace

TEST_CASE("the golden sources parse to their outlines") {
  const std::vector<fs::path> sources = golden_sources();
  REQUIRE(sources.size() > 10);
  for (const fs::path& source : sources) {
    CAPTURE(source.filename().string());
    const std::string actual = parsed(read(source));
    fs::path expected = source;
    expected.replace_extension(".txt");
    if (std::getenv("COMB_BLESS") != nullptr) std::ofstream(expected, std::ios::binary) << actual;
    CHECK(actual == read(expected));
  }
}

TEST_CASE("line ends of Windows and of old Macintosh systems change no text") {
  for (const fs::path& source : golden_sources()) {
    CAPTURE(source.filename().string());
    const auto without_places = [](std::string text) {
      std::erase_if(text, [](char c) { return (c >= '0' && c <= '9') || c == '\r'; });
      return text;
    };
    std::string windows;
    for (const char c : read(source)) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(without_places(parsed(windows)) == without_places(parsed(read(source))));
  }
}
