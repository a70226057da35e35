// Tables on slides: plain ones, matrices, comparisons. The style sheet of the theme draws with the same numbers.
#include "typeset/deck_layout.hpp"
#include "typeset/deck_metrics.hpp"
#include "typeset/table_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

namespace comb::typeset {

using namespace metrics;

namespace {

/// What stands around the words of a cell.
struct CellSpace {
  double left = 0, right = 0, top = 0, bottom = 0;
  double sides() const { return left + right; }
  double ends() const { return top + bottom; }
};

constexpr Rgb head_ground{0xf1, 0xe7, 0xd6};

enum class CellPlace : std::uint8_t { head, body };

bool is_wide(const TableShape& shape) {
  return shape.look == model::TableLook::matrix && shape.columns >= matrix_wide_columns;
}

CellSpace space_of(const TableShape& shape, CellPlace place, std::size_t column) {
  const bool is_head = place == CellPlace::head;
  const double grid_side = is_wide(shape) ? matrix_cell_side_wide : matrix_cell_side;
  switch (shape.look) {
    case model::TableLook::plain:
      return {0, table_cell_side, is_head ? 0 : table_cell_top, is_head ? table_head_foot : table_cell_top};
    case model::TableLook::matrix:
      return {grid_side, grid_side, matrix_cell_top, matrix_cell_top};
    case model::TableLook::compare:
      if (column == 0) return {0, compare_cell_side, compare_aspect_top, compare_cell_top};
      return {compare_gap + compare_cell_side, compare_cell_side, compare_cell_top + (is_head ? compare_bar : 0),
              compare_cell_top};
  }
  return {};
}

double rule_under(model::TableLook look, CellPlace place) {
  if (place == CellPlace::body) return table_rule;
  return look == model::TableLook::plain ? table_head_rule : table_rule;
}

double cell_size(const TableShape& shape, double body_scale) {
  return (shape.columns >= table_small_columns ? table_size_small : table_size) * body_scale;
}

double head_size(const TableShape& shape, double body_scale) {
  switch (shape.look) {
    case model::TableLook::plain:
      return table_head_size * body_scale;
    case model::TableLook::matrix:
      return (is_wide(shape) ? matrix_head_wide : matrix_head_size) * body_scale;
    case model::TableLook::compare:
      return compare_head_size * body_scale;
  }
  return table_head_size * body_scale;
}

/// Whole percents that sum to 100, in proportion to `weights`, each at least 4.
std::vector<double> to_percents(const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares;
  double given = 0;
  for (const double weight : weights) {
    shares.push_back(
        std::max(4.0, std::floor(sum > 0 ? 100 * weight / sum : 100.0 / static_cast<double>(weights.size()))));
    given += shares.back();
  }
  // What rounding left goes to the widest column.
  if (!shares.empty()) *std::ranges::max_element(shares) += 100 - given;
  return shares;
}

/// Widths that fill `width`: natural ones grow in proportion; where they are too wide, narrow columns keep theirs.
std::vector<double> spread(std::vector<double> natural, double width) {
  const double sum = std::accumulate(natural.begin(), natural.end(), 0.0);
  if (sum <= width) return natural;
  std::vector<bool> kept(natural.size(), false);
  double room = width, open_sum = sum;
  auto open = static_cast<double>(natural.size());
  for (bool changed = true; changed && open > 0;) {
    changed = false;
    for (std::size_t i = 0; i < natural.size(); ++i) {
      if (kept[i] || natural[i] > room / open) continue;
      kept[i] = true;
      changed = true;
      room -= natural[i];
      open_sum -= natural[i];
      open -= 1;
    }
  }
  for (std::size_t i = 0; i < natural.size(); ++i) {
    // The square root keeps one very long column from starving the others.
    if (!kept[i]) natural[i] = open_sum > 0 ? room * (0.5 / open + 0.5 * natural[i] / open_sum) : room / open;
  }
  return natural;
}

/// Columns of marks are alike, and the first of a matrix leaves them room.
void even_out_marks(const TableShape& shape, std::vector<double>& natural, double width) {
  const std::vector<bool>& marks = shape.marks;
  double widest = 0;
  for (std::size_t i = 0; i < natural.size(); ++i) {
    if (marks[i]) widest = std::max(widest, natural[i]);
  }
  for (std::size_t i = 0; i < natural.size(); ++i) {
    if (marks[i]) natural[i] = std::min(widest, matrix_widest_mark);
  }
  if (shape.look != model::TableLook::matrix) return;
  natural.front() = std::min(natural.front(), width * matrix_names_share);
  // What is left over is for the marks first.
  const double left = width - std::accumulate(natural.begin(), natural.end(), 0.0);
  const auto count = static_cast<double>(std::ranges::count(marks, true));
  if (left <= 0 || count == 0) return;
  for (std::size_t i = 0; i < natural.size(); ++i) {
    if (marks[i]) natural[i] = std::max(natural[i], std::min(natural[i] + left / count, matrix_widest_mark));
  }
}

/// The sides of a comparison are as wide as each other.
void even_out_sides(std::vector<double>& natural, double width) {
  if (natural.size() < 2) return;
  natural.front() = std::min(natural.front(), width * compare_aspects_share);
  const double side = (width - natural.front()) / static_cast<double>(natural.size() - 1);
  std::fill(natural.begin() + 1, natural.end(), side);
}

/// The line under a row, or around a cell.
void rule(Ops* ops, double x1, double x2, double y, double width, Rgb color) {
  if (ops == nullptr) return;
  ops->push_back({.node = artifact,
                  .content = StrokedLine{pixels(x1), pixels(y), pixels(x2), pixels(y), pixels(width), color, {}}});
}

double share_before(model::Alignment alignment) {
  if (alignment == model::Alignment::start) return 0;
  return alignment == model::Alignment::end ? 1 : 0.5;
}

} // namespace

std::vector<double> SlideSetter::column_shares(const model::Table& table, double width) {
  if (!table.widths.empty()) return to_percents(table.widths);
  const TableShape shape = shape_of(table);
  if (shape.columns == 0) return {};
  std::vector<double> natural(shape.columns, 0);
  const SlideText body = bold(cell_size(shape, 1));
  const SlideText head = bold(head_size(shape, 1));
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    natural[i] = ruler_.width(table.header[i].content, head) + space_of(shape, CellPlace::head, i).sides() + 4;
  }
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double sides = space_of(shape, CellPlace::body, i).sides();
      natural[i] = std::max(natural[i], ruler_.width(row[i].content, body) + sides + 4);
    }
  }
  even_out_marks(shape, natural, width);
  natural = spread(std::move(natural), width);
  if (table.look == model::TableLook::compare) even_out_sides(natural, width);
  return to_percents(natural);
}

SlideText SlideSetter::cell_text(const TableShape& shape, std::size_t column, double scale) {
  SlideText look = text(cell_size(shape, scale));
  look.leading = table_leading;
  if (column == 0 && shape.header_column) look.weight = Weight::bold;
  if (shape.look == model::TableLook::compare && column == 0) {
    look.size = compare_aspect_size * scale;
    look.weight = Weight::regular;
    look.color = theme_.colors.soft;
  }
  return look;
}

SlideText SlideSetter::head_text(const TableShape& shape, std::size_t column, double scale) {
  SlideText look = bold(head_size(shape, scale));
  look.leading = table_leading;
  look.color = theme_.colors.wood;
  if (shape.look == model::TableLook::matrix) {
    look.leading = matrix_head_leading;
    look.color = theme_.colors.ink;
  }
  const std::array<Rgb, 3> sides = {theme_.colors.wood, theme_.colors.teal, theme_.colors.plum};
  if (shape.look == model::TableLook::compare && column > 0) look.color = sides.at((column - 1) % sides.size());
  return look;
}

double SlideSetter::put_cells(const TableShape& shape, const std::vector<model::Cell>& row, const SlideArea& area,
                              Ops* ops) {
  const bool is_head = &row == &shape.table.header;
  const CellPlace place = is_head ? CellPlace::head : CellPlace::body;
  const double scale = area.size / body_size();
  double x = 0, height = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::vector<double>& widths = shape.table.widths;
    const double share = i < widths.size() ? widths[i] / 100 : 1.0 / static_cast<double>(row.size());
    const double width = area.width * share;
    const CellSpace space = space_of(shape, place, i);
    const SlideText plain = is_head ? head_text(shape, i, scale) : cell_text(shape, i, scale);
    SlideText look = plain;
    if (shape.marks[i] && !is_head) {
      look.size *= matrix_mark_size;
      look.leading = matrix_mark_leading;
      look.color = theme_.colors.wood;
    }
    const double inner = std::max(width - space.sides(), 10.0);
    model::Alignment alignment =
        i < shape.table.alignments.size() ? shape.table.alignments[i] : model::Alignment::start;
    if (shape.marks[i]) alignment = model::Alignment::center;
    double shift = 0;
    if (ops != nullptr) {
      shift = std::max(0.0, inner - ruler_.width(row[i].content, look)) * share_before(alignment);
    }
    const SlideArea cell{area.x + x + space.left + shift, area.y + space.top, inner, area.size};
    const double words = std::max(plain.line_height(), put(row[i].content, look, cell, ops));
    height = std::max(height, words + space.ends());
    x += width;
  }
  return height + rule_under(shape.look, place);
}

std::size_t SlideSetter::rows_that_fit(const model::Table& table, double width, double room) {
  const TableShape shape = shape_of(table);
  const SlideArea area{.width = width, .size = body_size()};
  double height = 0;
  std::size_t count = 0;
  for (const auto& row : table.rows) {
    height += put_cells(shape, row, area, nullptr);
    if (height > room) break;
    ++count;
  }
  return count;
}

/// The grounds and lines behind the words of one row.
void SlideSetter::put_row_frame(const TableShape& shape, const SlideArea& area, double height, bool is_head, Ops* ops) {
  if (ops == nullptr) return;
  const double foot = area.y + height;
  const theme::Colors& colors = theme_.colors;
  if (shape.look == model::TableLook::plain) {
    const double y = is_head ? foot - table_head_rule / 2 : foot;
    rule(ops, area.x, area.x + area.width, y, is_head ? table_head_rule : table_rule,
         is_head ? colors.wood : colors.line);
    return;
  }
  const std::array<Rgb, 3> sides = {colors.wood, colors.teal, colors.plum};
  const std::vector<double>& widths = shape.table.widths;
  double x = area.x;
  for (std::size_t i = 0; i < shape.columns; ++i) {
    const double width = area.width * (i < widths.size() ? widths[i] / 100 : 0);
    if (shape.look == model::TableLook::matrix) {
      if (is_head ? i > 0 : i == 0) fill_box(ops, {x, area.y, width, height}, head_ground);
      stroke_box(ops, {x, area.y, width, height}, colors.line, 0);
    } else if (i > 0) {
      fill_box(ops, {x + compare_gap, area.y, width - compare_gap, height}, Rgb{255, 255, 255});
      if (is_head) {
        fill_box(ops, {x + compare_gap, area.y, width - compare_gap, compare_bar}, sides.at((i - 1) % sides.size()));
      }
      rule(ops, x + compare_gap, x + width, foot, table_rule, colors.line);
    }
    x += width;
  }
}

double SlideSetter::put_row(const TableShape& shape, const std::vector<model::Cell>& row, const SlideArea& area,
                            Ops* ops) {
  const bool is_head = &row == &shape.table.header;
  const double height = put_cells(shape, row, area, nullptr);
  put_row_frame(shape, area, height, is_head, ops);
  if (ops != nullptr) put_cells(shape, row, area, ops);
  return height;
}

double SlideSetter::put_table(const model::Table& written, const SlideArea& area, Ops* ops) {
  model::Table sized;
  // An author's widths are shares of any sum until they are settled.
  const double sum = std::accumulate(written.widths.begin(), written.widths.end(), 0.0);
  const bool needs_widths = std::abs(sum - 100) > 0.01;
  if (needs_widths) {
    sized = written;
    sized.widths = column_shares(written, area.width);
  }
  const model::Table& table = needs_widths ? sized : written;
  const TableShape shape = shape_of(table);
  double height = 0;
  if (!table.header.empty()) height = put_row(shape, table.header, area, ops);
  for (const auto& row : table.rows) {
    if (is_enough(height, area, ops)) return height;
    height += put_row(shape, row, SlideArea{area.x, area.y + height, area.width, area.size}, ops);
  }
  const SlideText small{.size = caption_size, .leading = caption_leading, .color = theme_.colors.soft};
  for (const text::Inlines& line : {table.caption, text::plain_inlines(key_of_marks(table), Span{})}) {
    if (line.empty()) continue;
    height += caption_gap;
    height += put(line, small, SlideArea{area.x, area.y + height, area.width, area.size}, ops);
  }
  return height;
}

} // namespace comb::typeset
