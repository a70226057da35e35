// Tables: widths from the content, figures in line, rows that may break over pages under a repeated head. Matrices
// stand in a grid, the sides of a comparison under a bar each.
#include "typeset/books/flow_writer.hpp"
#include "typeset/language_tools.hpp"
#include "typeset/table_marks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

namespace comb::typeset::books {
namespace {

constexpr double head_tint = 0.3; ///< of the theme's line colour, behind the heads of a matrix
constexpr double mark_size = 1.2; ///< of the size of the text
constexpr std::size_t wide_columns = 8;
constexpr double wide_head_size = 0.85; ///< of small print
constexpr Points narrowest_blank{64};   // room for three handwritten characters
constexpr std::size_t lines_kept_together = 5;
constexpr std::size_t rows_kept_together = 6;
constexpr std::size_t lines_of_short_table = 14;
constexpr std::size_t lines_of_high_row = 4; // it may stand alone

struct ColumnNeed {
  Points natural{}; ///< all on one line
  Points least{};   ///< its longest unbreakable piece
};

bool is_number(std::string_view text) {
  const bool has_digit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && text.find_first_not_of("0123456789.,+-% ") == std::string_view::npos;
}

/// Between columns, and at both sides of the words in a cell.
struct CellSpace {
  Points gap{}, side{};
};
CellSpace space_of(model::TableLook look) {
  switch (look) {
    case model::TableLook::plain:
      return {.gap = 11_pt};
    case model::TableLook::matrix:
      return {.side = 4_pt};
    case model::TableLook::compare:
      return {.gap = 14_pt};
  }
  return {};
}

/// The widest part of a Latin word between two places for a hyphen.
Points longest_part(std::string_view word, const TextStyle& style, const Fonts& fonts) {
  Points longest;
  std::size_t begin = 0;
  const auto take = [&](std::size_t end) {
    const std::string part = std::string(word.substr(begin, end - begin)) + (end < word.size() ? "-" : "");
    longest = std::max(longest, text_width(part, style, fonts));
    begin = end;
  };
  const bool has_letters_only =
      std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  if (has_letters_only) {
    for (const std::uint8_t cut : fonts.language().hyphenation(word)) take(cut);
  }
  take(word.size());
  return longest;
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

bool is_wide_matrix(const model::Table& table) {
  return table.look == model::TableLook::matrix && column_count(table) >= wide_columns;
}

/// What a head needs whose words may take hyphens.
Points head_least(const Flow& flow, const model::Cell& cell, const TextStyle& style) {
  const std::string text = text::plain_text(cell.content);
  Points least = style.size * 2;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    const bool is_latin = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (is_latin) least = std::max(least, longest_part(word, style, flow.fonts()) + 1_pt);
    begin = end + 1;
  }
  return least;
}

/// Heads of wide matrices are small, so that a dozen of them stand side by side.
TextStyle head_style(const Flow& flow, const model::Table& table, const TextLook& look) {
  TextStyle style = look.style;
  if (is_wide_matrix(table)) style.size = std::min(style.size, flow.style().page.small * wide_head_size);
  style.weight = Weight::bold;
  return style;
}

std::vector<ColumnNeed> measure_columns(const Flow& flow, const model::Table& table, const TextLook& look) {
  std::vector<ColumnNeed> needs(column_count(table));
  // Bold is the wider face, and any cell may hold some.
  TextStyle bold = look.style;
  bold.weight = Weight::bold;
  const TextStyle head = head_style(flow, table, look);
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    measure_cell(flow, table.header[column], head, needs[column]);
    if (is_wide_matrix(table)) needs[column].least = head_least(flow, table.header[column], head);
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

/// Columns of marks are alike; so are the sides of a comparison, its aspects taking no more than they must.
void even_out(const model::Table& table, const std::vector<ColumnNeed>& needs, std::vector<Points>& widths) {
  const std::vector<bool> alike = mark_columns(table);
  if (table.look == model::TableLook::compare) {
    constexpr double widest_aspects = 0.24;
    const Points whole = std::accumulate(widths.begin(), widths.end(), Points{});
    widths.front() = std::min(widths.front(), whole * widest_aspects);
    const Points side = (whole - widths.front()) / static_cast<double>(std::max<std::size_t>(widths.size() - 1, 1));
    std::fill(widths.begin() + 1, widths.end(), side);
    return;
  }
  Points sum, least;
  double count = 0;
  for (std::size_t index = 0; index < widths.size(); ++index) {
    if (!alike[index]) continue;
    sum += widths[index];
    least = std::max(least, needs[index].least);
    ++count;
  }
  if (count == 0 || sum / count < least) return;
  for (std::size_t index = 0; index < widths.size(); ++index) {
    if (alike[index]) widths[index] = sum / count;
  }
}

/// Of the words in each column, spaces around them apart.
std::vector<Points> column_widths(const Flow& flow, const model::Table& table, const TextLook& look) {
  const std::size_t count = column_count(table);
  const CellSpace space = space_of(table.look);
  const Points whole =
      flow.measure - space.gap * static_cast<double>(count - 1) - space.side * 2 * static_cast<double>(count);
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
  even_out(table, needs, widths);
  return widths;
}

std::vector<TextAlign> column_alignments(const model::Table& table) {
  std::vector<TextAlign> alignments(column_count(table), TextAlign::start);
  const std::vector<bool> marks = mark_columns(table);
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
    if (marks[column]) alignments[column] = TextAlign::center;
  }
  return alignments;
}

/// All that the rows of one table share.
struct Grid {
  const model::Table& table;
  CellSpace space;
  std::vector<Points> widths;
  std::vector<TextAlign> alignments;
  std::vector<bool> marks;
  TextLook look;
  TextStyle head;
  NodeId node;

  Points column(std::size_t index) const { return widths[index] + space.side * 2; }
};

enum class RowPlace : std::uint8_t { head, body };

Rgb side_ink(const BookStyle& style, std::size_t column) {
  const std::array<Rgb, 3> inks = {style.wood, style.teal, style.plum};
  return inks.at((column - 1) % inks.size());
}

void push_rule(Ops& ops, Box2d from, Points width, Rgb color) {
  ops.push_back({.content = StrokedLine{.x1 = from.x,
                                        .y1 = from.y,
                                        .x2 = from.x + from.width,
                                        .y2 = from.y + from.height,
                                        .width = width,
                                        .color = color}});
}

/// The grounds and upright lines of a matrix behind one slice of a row.
Ops grid_of(const Flow& flow, const Grid& grid, const FlowItem& slice, RowPlace place) {
  const BookStyle& style = flow.style();
  const Rgb white{255, 255, 255};
  Ops ops;
  Points x = flow.x;
  for (std::size_t index = 0; index < grid.widths.size(); ++index) {
    const Points width = grid.column(index);
    const bool is_corner = place == RowPlace::head && index == 0;
    const bool is_name = place == RowPlace::head || index == 0;
    if (is_name && !is_corner) {
      ops.push_back(
          {.content = FilledRectangle{{x, Points{}, width, slice.height}, mix(style.line, white, head_tint)}});
    }
    if (!is_corner) push_rule(ops, {x, Points{}, Points{}, slice.height}, 0.5_pt, style.line);
    x += width;
  }
  push_rule(ops, {x, Points{}, Points{}, slice.height}, 0.5_pt, style.line);
  return ops;
}

/// Rules at the foot of a row, and what stands behind its words.
void draw_frame(const Flow& flow, const Grid& grid, FlowItems& slices, RowPlace place) {
  const BookStyle& style = flow.style();
  const bool is_head = place == RowPlace::head;
  FlowItem& last = slices.back();
  Points x = flow.x;
  switch (grid.table.look) {
    case model::TableLook::plain:
      push_rule(last.ops, {x, last.height, flow.measure, Points{}}, is_head ? 1_pt : 0.5_pt,
                is_head ? style.ink : style.line);
      return;
    case model::TableLook::matrix: {
      const Points names = grid.column(0);
      if (is_head) {
        push_rule(slices.front().ops, {x + names, Points{}, flow.measure - names, Points{}}, 0.5_pt, style.line);
      }
      push_rule(last.ops, {x, last.height, flow.measure, Points{}}, 0.5_pt, style.line);
      for (FlowItem& slice : slices) {
        Ops behind = grid_of(flow, grid, slice, place);
        slice.ops.insert(slice.ops.begin(), std::make_move_iterator(behind.begin()),
                         std::make_move_iterator(behind.end()));
      }
      return;
    }
    case model::TableLook::compare:
      for (std::size_t index = 0; index < grid.widths.size(); ++index) {
        const Points width = grid.column(index);
        if (index > 0 && is_head) {
          slices.front().ops.push_back(
              {.content = FilledRectangle{{x, Points{}, width, 2.25_pt}, side_ink(style, index)}});
        }
        if (index > 0) push_rule(last.ops, {x, last.height, width, Points{}}, 0.5_pt, style.line);
        x += width + grid.space.gap;
      }
      return;
  }
}

/// How the words of a cell look.
TextLook cell_look(const Flow& flow, const Grid& grid, std::size_t index, RowPlace place) {
  const BookStyle& style = flow.style();
  TextLook look = grid.look;
  look.align = grid.alignments[index];
  const bool is_compared = grid.table.look == model::TableLook::compare;
  if (place == RowPlace::head) {
    look.style = grid.head;
    if (is_compared && index > 0) look.style.color = side_ink(style, index);
    // Small type needs less.
    if (look.style.size < grid.look.style.size) look.leading = look.style.size * 1.4;
  } else if (index == 0 && grid.table.header_column) {
    look.style.weight = Weight::bold;
    if (is_compared) look.style = style.small();
  } else if (grid.marks[index]) {
    look.style.size = look.style.size * mark_size;
  }
  return look;
}

/// Marks stand in the middle of their row by height, whatever its name needs.
void center_marks(const Grid& grid, std::vector<FlowItems>& columns) {
  Points highest;
  for (const FlowItems& column : columns) highest = std::max(highest, height_of(column));
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const Points room = highest - height_of(columns[index]);
    if (!grid.marks[index] || columns[index].empty() || room.value < 0.5) continue;
    for (Op& op : columns[index].front().ops) shift(op, Points{}, room / 2);
    columns[index].front().height += room / 2;
  }
}

FlowItems set_cells(Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells, RowPlace place) {
  std::vector<FlowItems> columns;
  Points x = grid.space.side;
  Flow row = flow.inner(Points{}, flow.measure);
  row.node = grid.node;
  row.node = row.add_node(Role::table_row);
  for (std::size_t index = 0; index < grid.widths.size(); ++index) {
    Flow cell = row.inner(x, grid.widths[index]);
    const TextLook look = cell_look(flow, grid, index, place);
    if (index < cells.size()) {
      const bool is_name = place == RowPlace::head || (grid.table.header_column && index == 0);
      // A corner without words names nothing.
      const bool is_corner = place == RowPlace::head && index == 0 && cells[index].content.empty();
      const Role role = is_name && !is_corner ? Role::table_header : Role::table_cell;
      const NodeId node = cell.add_node(role, cells[index].span);
      push_paragraph(cell, set_inlines(cell, cells[index].content, look, cell.measure), look, node);
    }
    columns.push_back(std::move(cell.items));
    x += grid.column(index) + grid.space.gap;
  }
  if (place == RowPlace::body) center_marks(grid, columns);
  return side_by_side(std::move(columns), flow.chapter.bars);
}

/// A row with a blank is at least as high as the lines to write in it.
Points least_height(const Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells) {
  const bool has_blank = std::ranges::any_of(cells, &model::Cell::is_blank);
  const bool is_written = has_blank && flow.book.sort != BookSort::guide;
  return is_written ? flow.style().writing_step * std::max(1, grid.table.row_lines) : Points{};
}

void push_row(Flow& flow, const Grid& grid, const std::vector<model::Cell>& cells) {
  FlowItems slices = set_cells(flow, grid, cells, RowPlace::body);
  if (slices.empty()) slices.push_back({.height = grid.look.leading});
  const Points padding = flow.style().half / 2;
  const Points lack = least_height(flow, grid, cells) - height_of(slices) - padding * 2;
  for (Op& op : slices.front().ops) shift(op, Points{}, padding);
  slices.front().height += padding;
  slices.back().height += padding + std::max(Points{}, lack);
  draw_frame(flow, grid, slices, RowPlace::body);
  keep_together(slices, 0, slices.size() <= lines_kept_together ? BreakBefore::forbidden : BreakBefore::avoided);
  flow.push_all(std::move(slices));
}

std::shared_ptr<const RepeatedHead> push_head(Flow& flow, const Grid& grid) {
  if (grid.table.header.empty()) {
    FlowItem rule{.height = 1_pt};
    push_rule(rule.ops, {flow.x, rule.height, flow.measure, Points{}}, 0.5_pt, flow.style().line);
    flow.push(std::move(rule));
    flow.next_break = BreakBefore::forbidden;
    return nullptr;
  }
  FlowItems slices = set_cells(flow, grid, grid.table.header, RowPlace::head);
  FlowItem head;
  // The bar of a comparison and the grid of a matrix stand above the words.
  if (grid.table.look != model::TableLook::plain) head.height = flow.style().half / 2;
  for (FlowItem& slice : slices) {
    append_shifted(head.ops, std::move(slice.ops), Points{}, head.height);
    head.height += slice.height;
  }
  head.height += flow.style().half / 2;
  FlowItems whole;
  whole.push_back(std::move(head));
  draw_frame(flow, grid, whole, RowPlace::head);
  head = std::move(whole.front());
  RepeatedHead repeated{.ops = head.ops, .height = head.height};
  // The copy on the next pages is furniture: readers have heard it.
  for (Op& op : repeated.ops) op.node = artifact;
  flow.push(std::move(head));
  flow.next_break = BreakBefore::forbidden;
  return std::make_shared<const RepeatedHead>(std::move(repeated));
}

/// One low row alone under a head, or over to the next page, reads badly; short tables stay whole where they can.
void keep_rows(FlowItems& items, const std::vector<std::size_t>& starts) {
  if (starts.empty()) return;
  const auto lines_of = [&](std::size_t row) {
    return (row + 1 < starts.size() ? starts[row + 1] : items.size()) - starts[row];
  };
  const bool is_short = starts.size() <= rows_kept_together && items.size() - starts.front() <= lines_of_short_table;
  for (std::size_t row = 1; row < starts.size(); ++row) {
    BreakBefore& how = items[starts[row]].break_before;
    if (is_short) how = std::max(how, BreakBefore::avoided);
    const bool leaves_one = (row == 1 && lines_of(0) < lines_of_high_row) ||
                            (row + 1 == starts.size() && lines_of(row) < lines_of_high_row);
    if (leaves_one) how = BreakBefore::forbidden;
  }
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
                  .space = space_of(table.look),
                  .widths = column_widths(flow, table, look),
                  .alignments = column_alignments(table),
                  .marks = mark_columns(table),
                  .look = look,
                  .head = head_style(flow, table, look),
                  .node = inner.node};
  const auto head = push_head(inner, grid);
  std::vector<std::size_t> row_starts;
  for (const auto& row : table.rows) {
    row_starts.push_back(inner.items.size());
    push_row(inner, grid, row);
    for (std::size_t index = row_starts.back(); index < inner.items.size(); ++index) inner.items[index].head = head;
  }
  keep_rows(inner.items, row_starts);
  if (!table.marks.empty()) {
    inner.next_break = BreakBefore::forbidden;
    push_small(inner, set_words(inner, key_of_marks(table), small, inner.measure), small, Role::note);
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
