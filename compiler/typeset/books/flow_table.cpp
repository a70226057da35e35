// Tables: widths from the content, figures in line, rows that may break over pages under a repeated head.
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr Points cell_gap{11};
constexpr Points narrowest_blank{64}; // room for three handwritten characters
constexpr std::size_t lines_kept_together = 5;
constexpr std::size_t rows_kept_together = 6;

struct ColumnNeed {
  Points natural{}; ///< all on one line
  Points least{};   ///< its longest unbreakable piece
};

bool is_number(std::string_view text) {
  const bool has_digit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && text.find_first_not_of("0123456789.,+-% ") == std::string_view::npos;
}

std::size_t column_count(const model::Table& table) {
  std::size_t count = table.header.size();
  for (const auto& row : table.rows) count = std::max(count, row.size());
  return count;
}

/// Latin words do not break; ideographs break anywhere.
Points longest_word(std::string_view text, const TextStyle& style, const Fonts& fonts) {
  Points longest = style.size * 2;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 && text[end] != ' ') ++end;
    if (end > begin) longest = std::max(longest, text_width(text.substr(begin, end - begin), style, fonts));
    begin = end + 1;
  }
  return longest;
}

void measure_cell(const Flow& flow, const model::Cell& cell, const TextStyle& style, ColumnNeed& need) {
  const std::string text = text::plain_text(cell.content);
  need.natural = std::max(need.natural, text_width(text, style, flow.fonts()) + 1_pt);
  need.least = std::max(need.least, longest_word(text, style, flow.fonts()) + 1_pt);
  if (cell.is_blank) need.natural = std::max(need.natural, narrowest_blank);
}

std::vector<ColumnNeed> measure_columns(const Flow& flow, const model::Table& table, const TextLook& look) {
  std::vector<ColumnNeed> needs(column_count(table));
  // Bold is the wider face, and any cell may hold some.
  TextStyle bold = look.style;
  bold.weight = Weight::bold;
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    measure_cell(flow, table.header[column], bold, needs[column]);
  }
  for (const auto& row : table.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      measure_cell(flow, row[column], bold, needs[column]);
    }
  }
  return needs;
}

/// Columns that need less than an even share get what they need; the others share the rest by what they need.
std::vector<Points> fit_columns(const std::vector<ColumnNeed>& needs, Points whole) {
  std::vector<Points> widths(needs.size());
  std::vector<bool> is_set(needs.size(), false);
  Points rest = whole;
  std::size_t open = needs.size();
  for (bool changed = true; changed && open > 0;) {
    changed = false;
    const Points share = rest / static_cast<double>(open);
    for (std::size_t index = 0; index < needs.size(); ++index) {
      if (is_set[index] || needs[index].natural > share) continue;
      widths[index] = needs[index].natural;
      rest -= widths[index];
      is_set[index] = changed = true;
      --open;
    }
  }
  Points wished;
  Points least;
  for (std::size_t index = 0; index < needs.size(); ++index) {
    if (is_set[index]) continue;
    wished += needs[index].natural - needs[index].least;
    least += needs[index].least;
  }
  for (std::size_t index = 0; index < needs.size(); ++index) {
    if (is_set[index]) continue;
    if (least > rest) {
      // Not even the longest words fit: what is there is shared, and the line that overflows is reported.
      widths[index] = rest * (needs[index].least / least);
      continue;
    }
    const double part = wished.value > 0 ? (needs[index].natural - needs[index].least) / wished : 0;
    widths[index] = needs[index].least + (rest - least) * part;
  }
  return widths;
}

std::vector<Points> column_widths(const Flow& flow, const model::Table& table, const TextLook& look) {
  const std::size_t count = column_count(table);
  const Points whole = flow.measure - cell_gap * static_cast<double>(count - 1);
  if (table.widths.size() == count) {
    const double sum = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<Points> widths;
    for (const double share : table.widths) widths.push_back(whole * (share / sum));
    return widths;
  }
  const std::vector<ColumnNeed> needs = measure_columns(flow, table, look);
  std::vector<Points> widths = fit_columns(needs, whole);
  // What is left over goes to all alike, so that the table fills its column as in the rest of the book.
  const Points used = std::accumulate(widths.begin(), widths.end(), Points{});
  if (used < whole) {
    for (Points& width : widths) width += (whole - used) / static_cast<double>(count);
  }
  return widths;
}

std::vector<TextAlign> column_alignments(const model::Table& table) {
  std::vector<TextAlign> alignments(column_count(table), TextAlign::start);
  for (std::size_t column = 0; column < alignments.size(); ++column) {
    const model::Alignment written =
        column < table.alignments.size() ? table.alignments[column] : model::Alignment::start;
    if (written == model::Alignment::center) alignments[column] = TextAlign::center;
    if (written == model::Alignment::end) alignments[column] = TextAlign::end;
    if (written != model::Alignment::start || column == 0) continue;
    const bool all_numbers = !table.rows.empty() && std::ranges::all_of(table.rows, [&](const auto& row) {
      return column < row.size() && is_number(text::plain_text(row[column].content));
    });
    if (all_numbers) alignments[column] = TextAlign::end;
  }
  return alignments;
}

/// All that the rows of one table share.
struct Grid {
  const model::Table& table;
  std::vector<Points> widths;
  std::vector<TextAlign> alignments;
  TextLook look;
  NodeId node;
};

void push_rule(FlowItem& item, const Flow& flow, Points width, Rgb color) {
  item.ops.push_back({.content = StrokedLine{.x1 = flow.x,
                                             .y1 = item.height,
                                             .x2 = flow.x + flow.measure,
                                             .y2 = item.height,
                                             .width = width,
                                             .color = color}});
}

FlowItems set_cells(Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells, bool is_head) {
  std::vector<FlowItems> columns;
  Points x;
  Flow row = flow.inner(Points{}, flow.measure);
  row.node = grid.node;
  row.node = row.add_node(Role::table_row);
  for (std::size_t index = 0; index < grid.widths.size(); ++index) {
    Flow cell = row.inner(x, grid.widths[index]);
    TextLook look = grid.look;
    look.align = grid.alignments[index];
    const bool is_name = is_head || (grid.table.header_column && index == 0);
    if (is_name) look.style.weight = Weight::bold;
    if (index < cells.size()) {
      const NodeId node = cell.add_node(is_name ? Role::table_header : Role::table_cell, cells[index].span);
      push_paragraph(cell, set_inlines(cell, cells[index].content, look, cell.measure), look, node);
    }
    columns.push_back(std::move(cell.items));
    x += grid.widths[index] + cell_gap;
  }
  return side_by_side(std::move(columns), flow.chapter.bars);
}

/// A row with a blank is at least as high as the lines to write in it.
Points least_height(const Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells) {
  const bool has_blank = std::ranges::any_of(cells, &model::Cell::is_blank);
  const bool is_written = has_blank && flow.book.sort != BookSort::guide;
  return is_written ? flow.style().writing_step * std::max(1, grid.table.row_lines) : Points{};
}

void push_row(Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells) {
  FlowItems slices = set_cells(flow, grid, cells, false);
  if (slices.empty()) slices.push_back({.height = grid.look.leading});
  const Points padding = flow.style().half / 2;
  const Points lack = least_height(flow, grid, cells) - height_of(slices) - padding * 2;
  for (Op& op : slices.front().ops) shift(op, Points{}, padding);
  slices.front().height += padding;
  slices.back().height += padding + std::max(Points{}, lack);
  push_rule(slices.back(), flow, 0.5_pt, flow.style().line);
  if (slices.size() <= lines_kept_together) keep_together(slices, 0, BreakBefore::forbidden);
  flow.push_all(std::move(slices));
}

std::shared_ptr<const RepeatedHead> push_head(Flow& flow, const Grid& grid) {
  if (grid.table.header.empty()) {
    FlowItem rule{.height = 1_pt};
    push_rule(rule, flow, 0.5_pt, flow.style().line);
    flow.push(std::move(rule));
    flow.next_break = BreakBefore::forbidden;
    return nullptr;
  }
  FlowItems slices = set_cells(flow, grid, grid.table.header, true);
  FlowItem head;
  for (FlowItem& slice : slices) {
    append_shifted(head.ops, std::move(slice.ops), Points{}, head.height);
    head.height += slice.height;
  }
  head.height += flow.style().half / 2;
  push_rule(head, flow, 1_pt, flow.style().ink);
  RepeatedHead repeated{.ops = head.ops, .height = head.height};
  // The copy on the next pages is furniture: readers have heard it.
  for (Op& op : repeated.ops) op.node = artifact;
  flow.push(std::move(head));
  flow.next_break = BreakBefore::forbidden;
  return std::make_shared<const RepeatedHead>(std::move(repeated));
}

void push_small(Flow& flow, const SetParagraph& set, const TextLook& look, Role role) {
  push_paragraph(flow, set, look, flow.add_node(role));
}

} // namespace

void write_table(Flow& flow, const model::Table& table) {
  if (column_count(table) == 0) return;
  const BookStyle& style = flow.style();
  TextLook look = style.plain();
  look.leading = flow.look.leading;
  const TextLook small{.style = style.small(), .leading = flow.look.leading, .align = TextAlign::start};
  flow.want_space(style.half);
  Flow inner = flow.inner(Points{}, flow.measure);
  inner.node = flow.add_node(Role::table);
  if (!table.caption.empty()) {
    push_small(inner, set_inlines(inner, table.caption, small, inner.measure), small, Role::caption);
    inner.next_break = BreakBefore::forbidden;
  }
  const Grid grid{.table = table,
                  .widths = column_widths(flow, table, look),
                  .alignments = column_alignments(table),
                  .look = look,
                  .node = inner.node};
  const auto head = push_head(inner, grid);
  const bool is_short = table.rows.size() <= rows_kept_together;
  for (const auto& row : table.rows) {
    const std::size_t first = inner.items.size();
    const bool is_beside_end =
        &row == &table.rows[std::min<std::size_t>(1, table.rows.size() - 1)] || &row == &table.rows.back();
    // One row alone under a head, or over to the next page, reads badly; short tables stay whole where they can.
    if (first > 0 && is_beside_end) inner.next_break = BreakBefore::forbidden;
    if (is_short) inner.next_break = std::max(inner.next_break, BreakBefore::avoided);
    push_row(inner, grid, row);
    for (std::size_t index = first; index < inner.items.size(); ++index) inner.items[index].head = head;
  }
  if (!table.marks.empty()) {
    inner.next_break = BreakBefore::forbidden;
    push_small(inner, set_words(inner, table.marks, small, inner.measure), small, Role::note);
  }
  flow.push_all(std::move(inner.items));
  flow.want_space(style.half * 1.5);
}

void write_rubric(Flow& flow, const model::Rubric& rubric) {
  if (rubric.rows.empty()) return;
  const bool has_weights = std::ranges::any_of(rubric.rows, [](const model::RubricRow& row) { return row.weight > 0; });
  model::Table table{.header_column = true};
  const auto words_cell = [](const std::string& words) {
    return model::Cell{.content = text::plain_inlines(words, {})};
  };
  table.header.push_back({});
  if (has_weights) table.header.push_back(words_cell("%"));
  for (const model::RubricLevel& level : rubric.rows.front().levels) table.header.push_back(words_cell(level.name));
  for (const model::RubricRow& row : rubric.rows) {
    std::vector<model::Cell> cells = {{.content = row.criterion}};
    if (has_weights) cells.push_back(words_cell(std::to_string(static_cast<int>(row.weight + 0.5))));
    for (const model::RubricLevel& level : row.levels) cells.push_back({.content = level.descriptor});
    table.rows.push_back(std::move(cells));
  }
  write_table(flow, table);
}

} // namespace comb::typeset::books
