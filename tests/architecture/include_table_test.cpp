// Reads ARCHITECTURE.md and compares its tables with what the sources really include.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

const fs::path root = COMB_SOURCE_DIR;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Row split(const std::string& text, char separator) {
  Row all;
  std::istringstream stream(text);
  for (std::string piece; std::getline(stream, piece, separator);) {
    piece = trimmed(piece);
    if (!piece.empty()) all.push_back(piece);
  }
  return all;
}

/// The rows of the table below `heading`, cells trimmed, header and rule left out; empty cells kept.
std::vector<Row> table_below(const std::string& heading) {
  std::vector<Row> rows;
  bool found = false;
  for (const std::string& line : lines_of(read_file(root / "ARCHITECTURE.md"))) {
    if (line.starts_with("## ")) found = line == heading;
    if (!found || !line.starts_with("|")) continue;
    Row row;
    std::istringstream stream(line.substr(1));
    for (std::string cell; std::getline(stream, cell, '|');) row.push_back(trimmed(cell));
    rows.push_back(row);
  }
  if (rows.size() > 2) rows.erase(rows.begin(), rows.begin() + 2);
  return rows;
}

/// Every folder with all that it may include, what follows from other rows too.
std::map<std::string, std::set<std::string>> allowed_includes() {
  std::map<std::string, std::set<std::string>> allowed;
  for (const Row& row : table_below("## Folders, and who may include whom")) {
    std::set<std::string>& mine = allowed[row.at(0)];
    mine.insert(row.at(0));
    for (const std::string& other : split(row.at(1), ',')) mine.insert(other);
  }
  for (bool grew = true; grew;) {
    grew = false;
    for (auto& [folder, mine] : allowed) {
      std::set<std::string> more = mine;
      for (const std::string& other : mine) more.insert(allowed[other].begin(), allowed[other].end());
      grew = grew || more.size() > mine.size();
      mine = more;
    }
  }
  return allowed;
}

struct Include {
  std::string file;   // relative to compiler/
  std::string target; // as written
  bool quoted = false;
};

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(root / "compiler")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".hpp") continue;
    const std::string file = fs::relative(entry.path(), root / "compiler").generic_string();
    for (const std::string& line : lines_of(read_file(entry.path()))) {
      if (!line.starts_with("#include ") || line.size() < 12) continue;
      const bool quoted = line[9] == '"';
      const auto end = line.find(quoted ? '"' : '>', 10);
      includes.push_back({file, line.substr(10, end - 10), quoted});
    }
  }
  std::ranges::sort(includes, {}, [](const Include& include) { return std::pair(include.file, include.target); });
  return includes;
}

} // namespace

TEST_CASE("every folder of the compiler has a row in the include table") {
  const auto allowed = allowed_includes();
  for (const auto& entry : fs::directory_iterator(root / "compiler")) {
    if (entry.is_directory())
      CHECK_MESSAGE(allowed.contains(entry.path().filename().string()), entry.path().filename());
  }
  for (const auto& row : allowed) CHECK_MESSAGE(fs::is_directory(root / "compiler" / row.first), row.first);
}

TEST_CASE("no folder includes what its row does not allow") {
  const auto allowed = allowed_includes();
  REQUIRE(allowed.size() > 10);
  for (const Include& include : all_includes()) {
    if (!include.quoted || include.file.find('/') == std::string::npos) continue;
    const std::string from = include.file.substr(0, include.file.find('/'));
    const std::string to = include.target.substr(0, include.target.find('/'));
    CHECK_MESSAGE(allowed.at(from).contains(to), include.file, " includes ", include.target);
  }
}

TEST_CASE("each library is included from its own place only") {
  const auto rows = table_below("## Libraries, each included from one place");
  REQUIRE(rows.size() > 10);
  for (const Include& include : all_includes()) {
    if (include.quoted) continue;
    for (const Row& row : rows) {
      const std::string& library = row.at(0);
      const bool is_it = include.target.starts_with(library + "/") || include.target.starts_with(library + ".") ||
                         include.target.starts_with(library + "-") ||
                         include.target.find("/" + library + ".") != std::string::npos;
      if (!is_it) continue;
      const Row places = split(row.at(1), ',');
      const bool here =
          std::ranges::any_of(places, [&](const std::string& place) { return include.file.starts_with(place); });
      CHECK_MESSAGE(here, include.file, " includes <", include.target, ">, which is for ", row.at(1));
    }
  }
}

TEST_CASE("no output includes another") {
  for (const Include& include : all_includes()) {
    const std::string outputs = "emit/outputs/";
    if (!include.file.starts_with(outputs) || !include.target.starts_with(outputs)) continue;
    const auto output = [&](const std::string& path) { return path.substr(0, path.find('/', outputs.size())); };
    CHECK_MESSAGE(output(include.file) == output(include.target), include.file, " includes ", include.target);
  }
}
