// Tables as HTML.
#include "emit/outputs/slides/parts.hpp"
#include "typeset/table_marks.hpp"

namespace comb::emit::slides {

namespace {

std::string_view alignment_class(model::Alignment alignment) {
  switch (alignment) {
    case model::Alignment::start:
      return "";
    case model::Alignment::center:
      return "center";
    case model::Alignment::end:
      return "end";
  }
  return "";
}

/// The classes of a table: its look, and how many columns share its width.
std::string table_classes(const model::Table& table) {
  constexpr std::size_t many_columns = 5, very_many_columns = 8;
  const std::size_t columns = typeset::column_count(table);
  std::string classes;
  if (table.look == model::TableLook::matrix) classes += "matrix ";
  if (table.look == model::TableLook::compare) classes += "compare ";
  if (columns >= many_columns) classes += "small ";
  if (table.look == model::TableLook::matrix && columns >= very_many_columns) classes += "wide ";
  if (!classes.empty()) classes.pop_back();
  return classes;
}

void add_class(std::string_view name, Html& out) {
  if (name.empty()) return;
  out += " class=\"";
  out.add(name);
  out += "\"";
}

} // namespace

void PartRenderer::add_cells(const model::Table& table, const std::vector<bool>& marks,
                             const std::vector<model::Cell>& row, Html& out) {
  const bool is_head = &row == &table.header;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool names_row = !is_head && i == 0 && table.header_column;
    std::string_view look = i < table.alignments.size() ? alignment_class(table.alignments[i]) : "";
    if (marks[i]) look = is_head ? "center" : "sign";
    // A corner without words names nothing.
    const bool is_corner =
        is_head && i == 0 && table.look != model::TableLook::plain && text::plain_text(row[i].content).empty();
    if (is_corner || !(is_head || names_row)) {
      out += "<td";
    } else if (is_head) {
      out += "<th scope=\"col\"";
    } else {
      out += "<th scope=\"row\"";
    }
    add_class(look, out);
    out += ">";
    add(row[i].content, out);
    if (is_corner || !(is_head || names_row)) {
      out += "</td>";
    } else {
      out += "</th>";
    }
  }
}

void PartRenderer::add_table(const model::Table& table, Coming coming, Html& out) {
  const std::vector<bool> marks = typeset::mark_columns(table);
  out += "<table";
  add_class(table_classes(table), out);
  out += ">\n";
  if (!table.caption.empty() || !table.marks.empty()) {
    out += "<caption>";
    add(table.caption, out);
    if (!table.caption.empty() && !table.marks.empty()) out += "<br>";
    out.add(typeset::key_of_marks(table));
    out += "</caption>\n";
  }
  if (!table.widths.empty()) {
    out += "<colgroup>";
    for (const double width : table.widths) {
      out += "<col class=\"";
      out.add(classes_.width(width / 100));
      out += "\">";
    }
    out += "</colgroup>\n";
  }
  if (!table.header.empty()) {
    out += "<thead><tr>";
    add_cells(table, marks, table.header, out);
    out += "</tr></thead>\n";
  }
  out += "<tbody>\n";
  for (const auto& row : table.rows) {
    if (coming == Coming::one_by_one) {
      out += "<tr class=\"step\">";
    } else {
      out += "<tr>";
    }
    add_cells(table, marks, row, out);
    out += "</tr>\n";
  }
  out += "</tbody></table>\n";
}

} // namespace comb::emit::slides
