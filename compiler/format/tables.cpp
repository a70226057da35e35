// Columns of tables, in line by display width: a Chinese character is two cells wide.
#include "base/utf8.hpp"
#include "format/steps.hpp"
#include "syntax/table_cells.hpp"

#include <algorithm>
#include <optional>

namespace comb::format {

using syntax::Alignment;
using syntax::Node;
using syntax::Nodes;
using syntax::Table;

namespace {

// A wider table would not be seen whole; its cells are only set apart.
constexpr int widest_line = 120;
constexpr int narrowest_column = 3;

using Row = std::vector<std::string>;

/// A table's rows as written, and where they stand: the header, the line of dashes, the others.
struct WrittenTable {
  Row header;
  std::vector<Row> rows;
  Span header_span, dashes_span;
  std::vector<Span> row_spans;
};

Row read_row(std::string_view line, std::size_t columns) {
  Row row;
  for (const syntax::CellRange& range : syntax::split_row(line)) {
    row.emplace_back(line.substr(range.begin, range.end - range.begin));
  }
  if (row.size() < columns) row.resize(columns);
  return row;
}

class TableSetter {
 public:
  TableSetter(const Lesson& lesson, const Table& table, const Node& node)
      : lesson_(lesson), table_(table), node_(node) {}

  /// No edits for a table with a row that has more cells than the header, or with a comment.
  Edits run() {
    if (!read()) return {};
    const std::vector<int> widths = column_widths();
    Edits edits;
    add(edits, written_.header_span, line_of(written_.header, widths));
    add(edits, written_.dashes_span, dashes(widths));
    for (std::size_t i = 0; i < written_.rows.size(); ++i) {
      add(edits, written_.row_spans[i], line_of(written_.rows[i], widths));
    }
    return edits;
  }

 private:
  std::size_t columns() const { return table_.header.size(); }

  /// From the first byte of a row to its line's end.
  Span to_line_end(std::uint32_t begin) const {
    const std::uint32_t line = lesson_.file.line_at(begin);
    const auto size = static_cast<std::uint32_t>(lesson_.file.line_text(line).size());
    return {node_.span.file, begin, lesson_.file.line_begin(line) + size};
  }

  bool read() {
    written_.header_span = to_line_end(node_.span.begin);
    const std::uint32_t dashes_line = lesson_.first_line(node_.span) + 1;
    const std::string_view dashes = lesson_.file.line_text(dashes_line);
    const std::size_t begin = dashes.find_first_of("|:-");
    if (begin == std::string_view::npos || dashes.find_first_not_of("|:- \t", begin) != std::string_view::npos) {
      return false;
    }
    written_.dashes_span = to_line_end(lesson_.file.line_begin(dashes_line) + static_cast<std::uint32_t>(begin));
    written_.header = read_row(lesson_.text(written_.header_span), columns());
    if (written_.header.size() != columns()) return false;
    for (const Span& place : table_.row_spans) {
      written_.row_spans.push_back(to_line_end(place.begin));
      written_.rows.push_back(read_row(lesson_.text(written_.row_spans.back()), columns()));
      if (written_.rows.back().size() != columns()) return false;
    }
    const std::uint32_t end = written_.row_spans.empty() ? written_.dashes_span.end : written_.row_spans.back().end;
    const std::string_view whole = lesson_.text({node_.span.file, node_.span.begin, end});
    return whole.find("<!--") == std::string_view::npos;
  }

  /// How wide each column is; empty where the table would get too wide.
  std::vector<int> column_widths() const {
    std::vector<int> widths(columns(), narrowest_column);
    const auto widen = [&widths](const Row& row) {
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    };
    widen(written_.header);
    std::ranges::for_each(written_.rows, widen);
    int line = 1;
    for (const int width : widths) line += width + 3;
    if (line > widest_line) return {};
    return widths;
  }

  std::string cell(std::string_view text, std::size_t column, const std::vector<int>& widths) const {
    if (widths.empty()) return std::string(text);
    const auto room = static_cast<std::size_t>(widths[column] - display_width(text));
    const Alignment alignment = table_.alignments[column];
    std::size_t before = 0;
    if (alignment == Alignment::right) before = room;
    if (alignment == Alignment::center) before = room / 2;
    return std::string(before, ' ') + std::string(text) + std::string(room - before, ' ');
  }

  std::string line_of(const Row& row, const std::vector<int>& widths) const {
    std::string line = "|";
    for (std::size_t i = 0; i < row.size(); ++i) line += " " + cell(row[i], i, widths) + " |";
    return line;
  }

  std::string dashes(const std::vector<int>& widths) const {
    std::string line = "|";
    for (std::size_t i = 0; i < columns(); ++i) {
      const Alignment alignment = table_.alignments[i];
      const bool opens = alignment == Alignment::left || alignment == Alignment::center;
      const bool closes = alignment == Alignment::right || alignment == Alignment::center;
      const int marks = static_cast<int>(opens) + static_cast<int>(closes);
      const int count = widths.empty() ? narrowest_column : widths[i] - marks;
      line +=
          std::string(opens ? " :" : " ") + std::string(static_cast<std::size_t>(count), '-') + (closes ? ": |" : " |");
    }
    return line;
  }

  static void add(Edits& edits, Span place, std::string text) {
    edits.push_back({place.begin, place.end, std::move(text)});
  }

  const Lesson& lesson_;
  const Table& table_;
  const Node& node_;
  WrittenTable written_;
};

} // namespace

Edits set_tables(const Lesson& lesson) {
  Edits edits;
  for_each_siblings(lesson.document, [&](const Nodes& siblings, const Node*, Depth) {
    for (const Node& node : siblings) {
      const auto* table = std::get_if<Table>(&node.content);
      if (table == nullptr) continue;
      Edits more = TableSetter(lesson, *table, node).run();
      std::ranges::move(more, std::back_inserter(edits));
    }
  });
  return edits;
}

} // namespace comb::format
