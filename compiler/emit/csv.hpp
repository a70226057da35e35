// Spreadsheets as text: RFC 4180 with every cell quoted, UTF-8 with a BOM so that Excel reads Chinese.
#pragma once

#include <string>
#include <string_view>

namespace comb::emit {

/// Whether a spreadsheet could take `cell` for a formula by its first character (CWE-1236). The full-width signs count
/// too: input methods and some importers turn them into the others.
bool could_be_formula(std::string_view cell);

/// A table that is written row by row.
class CsvTable {
 public:
  /// A cell of text; an apostrophe is put before what could be a formula.
  void text(std::string_view content);
  /// A cell as it is: numbers, which need no guard.
  void number(std::string_view digits);
  void end_row();
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_ = "\xEF\xBB\xBF";
  bool at_row_begin_ = true;
};

} // namespace comb::emit
