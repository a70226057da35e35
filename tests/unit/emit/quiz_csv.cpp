// The spreadsheet: RFC 4180, and nothing in it that runs.
#include "quiz_builder.hpp"

#include <doctest/doctest.h>

namespace comb::emit::quiz_bank::testing {
namespace {

using model::QuestionType;

/// The cells of the second row.
std::vector<std::string> cells_of(const std::string& csv) {
  std::vector<std::string> cells;
  std::string cell;
  bool is_quoted = false;
  const std::size_t begin = csv.find("\r\n");
  for (std::size_t offset = begin + 2; offset < csv.size(); ++offset) {
    const char byte = csv[offset];
    if (byte == '"' && is_quoted && offset + 1 < csv.size() && csv[offset + 1] == '"') {
      cell += csv[++offset];
    } else if (byte == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && (byte == ',' || byte == '\r')) {
      cells.push_back(std::move(cell));
      cell.clear();
      if (byte == '\r') break;
    } else {
      cell += byte;
    }
  }
  return cells;
}

constexpr std::size_t stem_column = 4, options_column = 5, key_column = 6, weights_column = 7, feedback_column = 8,
                      matches_column = 9, spares_column = 10, tolerance_column = 11, points_column = 15;

} // namespace

TEST_CASE("the file begins with a byte order mark and ends each row with CR LF") {
  const Written csv = csv_of({short_answer("q1", "?", {"a"})});
  CHECK(csv.text.starts_with("\xEF\xBB\xBF\"id\",\"type\",\"title\","));
  CHECK(csv.text.ends_with("\"\"\r\n"));
}

TEST_CASE("a row has one cell for each column of the header") {
  const Written csv = csv_of({short_answer("q1", "a \"quoted\", stem", {"a"})});
  const std::vector<std::string> cells = cells_of(csv.text);
  CHECK(cells.size() == 26);
  CHECK(cells[stem_column] == "a \"quoted\", stem");
}

TEST_CASE("options stand in one cell, the key names letters") {
  const Written csv = csv_of(
      {choice("q1", QuestionType::multiple, "?", {{"a|b", true, 50, "好"}, {"c\\d", false, -50}, {"e", true, 50}})});
  const std::vector<std::string> cells = cells_of(csv.text);
  CHECK(cells[options_column] == "a\\|b|c\\\\d|e");
  CHECK(cells[key_column] == "A|C");
  CHECK(cells[weights_column] == "50|-50|50");
  CHECK(cells[feedback_column] == "好||");
}

TEST_CASE("what a spreadsheet could take for a formula begins with an apostrophe") {
  for (const std::string_view stem : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x"}) {
    const Written csv = csv_of({short_answer("q1", stem, {"a"})});
    CHECK(cells_of(csv.text)[stem_column] == "'" + std::string(stem));
    CHECK(has_loss(csv.losses, Loss::formula_guard, "q1"));
  }
}

TEST_CASE("negative numbers stay numbers in the columns of numbers") {
  const Written csv = csv_of({numeric("q1", "?", -5, 0.5, "把")});
  const std::vector<std::string> cells = cells_of(csv.text);
  CHECK(cells[key_column] == "-5");
  CHECK(cells[tolerance_column] == "0.5");
  CHECK(cells[points_column] == "1");
  CHECK_FALSE(has_loss(csv.losses, Loss::formula_guard, "q1"));
}

TEST_CASE("pairs stand side by side, spare answers in their own column") {
  const Written csv = csv_of({matching("q1", "?", {{"F", "特點"}, {"B", "利益"}, {"", "其他"}})});
  const std::vector<std::string> cells = cells_of(csv.text);
  CHECK(cells[options_column] == "F|B");
  CHECK(cells[matches_column] == "特點|利益");
  CHECK(cells[spares_column] == "其他");
}

TEST_CASE("gaps are numbered in the stem and answered in the key") {
  const Written csv = csv_of({cloze("q1", "B 是", typed_gap("利益", {"好處"}), "。")});
  const std::vector<std::string> cells = cells_of(csv.text);
  CHECK(cells[stem_column] == "B 是[1]。");
  CHECK(cells[key_column] == "利益; 好處");
}

} // namespace comb::emit::quiz_bank::testing
