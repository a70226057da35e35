// Cuts a body where a reader would: between paragraphs, items and rows, never after a heading.
#include "typeset/deck_split.hpp"

#include "base/overloaded.hpp"
#include "typeset/deck_metrics.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace comb::typeset {

using namespace metrics;

namespace {

constexpr double hair = 0.01; // rounding of sums

struct Queued {
  model::Part part;
  std::size_t origin = 0;
};
using Queue = std::deque<Queued>;

/// How many of `elements`, as high as `measure` says and with `gap` between them, fit into `room`. Measures no further
/// than the first that does not, so that a long list costs each slide only what stands on it.
template <class Elements, class Measure>
std::size_t count_that_fit(const Elements& elements, double gap, double room, Measure measure) {
  double height = 0;
  std::size_t count = 0;
  for (const auto& next : elements) {
    height += measure(next) + (count > 0 ? gap : 0);
    if (height > room + hair) break;
    ++count;
  }
  return count;
}

/// A single item or row looks lost: two stay on each side, where there are enough.
std::size_t without_orphans(std::size_t count, std::size_t total) {
  constexpr std::size_t enough = 4;
  if (total < enough || count >= total) return count;
  if (count == 1) return 0;
  return std::min(count, total - 2);
}

/// A copy of `part` but for the elements of `T` that `elements` names.
template <class T, class Member>
model::Part copy_without(model::Part& part, Member elements) {
  auto kept = std::exchange(std::get<T>(part.content).*elements, {});
  model::Part copy = part;
  std::get<T>(part.content).*elements = std::move(kept);
  return copy;
}

/// Takes the first `count` of the elements of `T` that `elements` names off `part`, which keeps the others.
template <class T, class Member>
std::optional<model::Part> cut_behind(model::Part& part, Member elements, std::size_t count) {
  const std::size_t total = (std::get<T>(part.content).*elements).size();
  if (count == 0 || count >= total) return std::nullopt;
  model::Part head = copy_without<T>(part, elements);
  auto& all = std::get<T>(part.content).*elements;
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
  std::move(all.begin(), end, std::back_inserter(std::get<T>(head.content).*elements));
  all.erase(all.begin(), end);
  return head;
}

/// Takes off `part` what fits into `room`; nothing, and leaves it as it is, where it cannot be cut there.
std::optional<model::Part> cut_part(model::Part& part, const SlideRoom& room, SlideSetter& layout);

std::optional<model::Part> cut_list(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  auto& list = std::get<model::List>(part.content);
  const auto height_of = [&](const model::ListItem& item) { return layout.list_item_height(item, room.width); };
  const std::size_t count =
      without_orphans(count_that_fit(list.items, list_gap, room.height, height_of), list.items.size());
  std::optional<model::Part> head = cut_behind<model::List>(part, &model::List::items, count);
  if (head) list.start += static_cast<int>(count);
  return head;
}

std::optional<model::Part> cut_table(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const auto& table = std::get<model::Table>(part.content);
  const model::Part without_rows = copy_without<model::Table>(part, &model::Table::rows);
  const double left = room.height - layout.height(without_rows, room.width);
  const std::size_t fitting = layout.rows_that_fit(table, room.width, left + hair);
  auto head = cut_behind<model::Table>(part, &model::Table::rows, without_orphans(fitting, table.rows.size()));
  // The caption stands under the last piece; the key of the marks under each that has marks to explain.
  if (head) std::get<model::Table>(head->content).caption.clear();
  return head;
}

std::optional<model::Part> cut_checklist(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const std::vector<model::ChecklistItem>& items = std::get<model::Checklist>(part.content).items;
  model::Part alone = copy_without<model::Checklist>(part, &model::Checklist::items);
  const auto height_of = [&](const model::ChecklistItem& item) {
    std::get<model::Checklist>(alone.content).items = {item};
    return layout.height(alone, room.width);
  };
  const std::size_t count = without_orphans(count_that_fit(items, list_gap, room.height, height_of), items.size());
  return cut_behind<model::Checklist>(part, &model::Checklist::items, count);
}

std::optional<model::Part> cut_dialogue(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const std::vector<model::Turn>& turns = std::get<model::Dialogue>(part.content).turns;
  model::Part alone = copy_without<model::Dialogue>(part, &model::Dialogue::turns);
  std::get<model::Dialogue>(alone.content).caption.clear();
  const auto height_of = [&](const model::Turn& turn) {
    std::get<model::Dialogue>(alone.content).turns = {turn};
    return layout.height(alone, room.width);
  };
  const std::size_t count = without_orphans(count_that_fit(turns, turn_gap, room.height, height_of), turns.size());
  auto head = cut_behind<model::Dialogue>(part, &model::Dialogue::turns, count);
  if (head) std::get<model::Dialogue>(head->content).caption.clear();
  return head;
}

/// Takes what fits off a list of children; both sides hold something that is drawn. Nothing where they cannot be cut.
model::Parts cut_children(model::Parts& children, const SlideRoom& room, SlideSetter& layout) {
  double height = 0, space = 0;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const double gap = height > 0 ? space : 0;
    const double own = layout.height(children[i], room.width, room.height + hair);
    if (height + gap + own <= room.height + hair) {
      height += own > 0 ? gap + own : 0;
      if (own > 0) space = gap_under(children[i]);
      continue;
    }
    std::optional<model::Part> piece = cut_part(children[i], {room.width, room.height - height - gap}, layout);
    const auto end = children.begin() + static_cast<std::ptrdiff_t>(i);
    model::Parts head(std::move_iterator(children.begin()), std::move_iterator(end));
    children.erase(children.begin(), end);
    if (piece) head.push_back(std::move(*piece));
    return head;
  }
  return {};
}

std::optional<model::Part> cut_box(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  auto& box = std::get<model::Box>(part.content);
  model::Part head = copy_without<model::Box>(part, &model::Box::children);
  const bool is_panel = box.frame == model::BoxFrame::panel;
  const double taken = is_panel ? layout.height(head, room.width) + panel_gap : 0;
  const SlideRoom inside{room.width - (is_panel ? panel_indent : 0), room.height - taken};
  model::Parts taken_off = cut_children(box.children, inside, layout);
  if (taken_off.empty()) return std::nullopt;
  std::get<model::Box>(head.content).children = std::move(taken_off);
  return head;
}

std::optional<model::Part> cut_quote(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const SlideRoom inside{room.width - quote_indent, room.height};
  model::Part head = copy_without<model::Quote>(part, &model::Quote::children);
  model::Parts taken_off = cut_children(std::get<model::Quote>(part.content).children, inside, layout);
  if (taken_off.empty()) return std::nullopt;
  std::get<model::Quote>(head.content).children = std::move(taken_off);
  return head;
}

std::optional<model::Part> cut_part(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  if (room.height <= 0) return std::nullopt;
  return std::visit(Overloaded{
                        [&](const model::List&) { return cut_list(part, room, layout); },
                        [&](const model::Table&) { return cut_table(part, room, layout); },
                        [&](const model::Checklist&) { return cut_checklist(part, room, layout); },
                        [&](const model::Dialogue&) { return cut_dialogue(part, room, layout); },
                        [&](const model::Box&) { return cut_box(part, room, layout); },
                        [&](const model::Quote&) { return cut_quote(part, room, layout); },
                        [](const auto&) { return std::optional<model::Part>(); },
                    },
                    part.content);
}

/// A figure made lower so that it fits into `room`; none where it would become too small.
std::optional<model::Part> lower_figure(const model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const auto* figure = std::get_if<model::Figure>(&part.content);
  if (figure == nullptr) return std::nullopt;
  const FigureSize size = layout.figure_size(*figure, room.width);
  const double caption = layout.caption_height(figure->caption, room.width);
  const double height = room.height - caption;
  if (size.height <= 0 || height < std::min(figure_height_min, size.height)) return std::nullopt;
  model::Part lower = part;
  std::get<model::Figure>(lower.content).width = std::min(1.0, size.width / room.width * height / size.height);
  return lower;
}

/// Gives a diagram no more than the height of `room`, with smaller text; whether its text stays big enough.
bool lower_diagram(const model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const auto* diagram = std::get_if<model::Diagram>(&part.content);
  if (diagram == nullptr) return false;
  const double height = room.height - layout.diagram_caption_height(*diagram, room.width);
  const auto settled = layout.diagrams().heights().find(part.span);
  if (height <= 0 || settled == layout.diagrams().heights().end() || settled->second <= height) return false;
  if (!layout.diagrams().fits(*diagram, part.span, room.width, height)) return false;
  settled->second = height;
  return true;
}

bool keeps_with_next(const model::Part& part) {
  if (std::holds_alternative<model::Heading>(part.content)) return true;
  const auto* prose = std::get_if<model::Prose>(&part.content);
  if (prose == nullptr) return false;
  const std::string text = text::plain_text(prose->content);
  return text.ends_with("：") || text.ends_with(":");
}

void set_scale(SlidePiece& piece, const SlideRoom& room, SlideSetter& layout) {
  constexpr std::array<double, 5> scales = {1.0, 0.95, 0.9, 0.85, smallest_scale};
  for (const double scale : scales) {
    piece.scale = scale;
    const double height = layout.height(piece.parts, room.width / scale) * scale;
    if (scale == 1) piece.height = height;
    if (height <= room.height + hair) return;
  }
  piece.overflows = true;
}

/// Cuts even where a single item or row is left alone: better than text too small to read.
std::optional<model::Part> cut_anyway(model::Part& part, const SlideRoom& room, SlideSetter& layout) {
  const auto* list = std::get_if<model::List>(&part.content);
  const auto* table = std::get_if<model::Table>(&part.content);
  if (list != nullptr) return cut_behind<model::List>(part, &model::List::items, 1);
  if (table != nullptr) return cut_behind<model::Table>(part, &model::Table::rows, 1);
  return cut_part(part, room, layout);
}

/// Takes what fits on one slide from the front of `queue`.
SlidePiece take_slide(Queue& queue, const SlideRoom& room, SlideSetter& layout) {
  SlidePiece piece;
  const auto take = [&](model::Part part, std::size_t origin) {
    piece.parts.push_back(std::move(part));
    piece.origins.push_back(origin);
  };
  double height = 0, space = 0;
  while (!queue.empty()) {
    Queued& next = queue.front();
    const double own = layout.height(next.part, room.width, room.height + hair);
    const double gap = height > 0 && own > 0 ? space : 0;
    if (height + gap + own <= room.height + hair) {
      height += gap + own;
      if (own > 0) space = gap_under(next.part);
      take(std::move(next.part), next.origin);
      queue.pop_front();
      continue;
    }
    const SlideRoom left{room.width, room.height - height - gap};
    if (std::optional<model::Part> lower = lower_figure(next.part, left, layout)) {
      next.part = std::move(*lower);
      continue;
    }
    if (lower_diagram(next.part, left, layout)) continue;
    const auto* box = std::get_if<model::Box>(&next.part.content);
    const bool stays_whole = box != nullptr && box->keep_together && own <= room.height && height > 0;
    // What fits whole on the next slide goes there, unless this one would stay rather empty.
    const bool moves_on = own <= room.height && height > 0.4 * room.height;
    std::optional<model::Part> cut = stays_whole || moves_on ? std::nullopt : cut_part(next.part, left, layout);
    if (!cut && piece.parts.empty() && own > room.height) cut = cut_anyway(next.part, left, layout);
    if (cut) {
      piece.is_cut = true;
      take(std::move(*cut), next.origin);
    } else if (piece.parts.empty()) {
      take(std::move(next.part), next.origin);
      queue.pop_front();
    }
    break;
  }
  while (!queue.empty() && piece.parts.size() > 1 && keeps_with_next(piece.parts.back())) {
    queue.push_front({std::move(piece.parts.back()), piece.origins.back()});
    piece.parts.pop_back();
    piece.origins.pop_back();
  }
  set_scale(piece, room, layout);
  piece.diagram_heights = layout.diagrams().heights();
  return piece;
}

std::vector<SlidePiece> fill_slides(Queue queue, const SlideRoom& room, SlideSetter& layout) {
  std::vector<SlidePiece> pieces;
  do pieces.push_back(take_slide(queue, room, layout));
  while (!queue.empty());
  return pieces;
}

void settle_columns(model::Columns& columns, const SlideRoom& room, SlideSetter& layout);

/// Says how wide a figure stands: never higher than the room.
void settle_figure(model::Figure& figure, const SlideRoom& room, SlideSetter& layout) {
  const FigureSize size = layout.figure_size(figure, room.width);
  const double most = room.height - layout.caption_height(figure.caption, room.width);
  const double shrink = size.height > most && size.height > 0 ? std::max(most, 1.0) / size.height : 1.0;
  figure.width = std::min(1.0, size.width / room.width * shrink);
}

/// Column widths are settled once for the whole table, so that its pieces look alike.
void settle(model::Parts& parts, const SlideRoom& room, SlideSetter& layout) {
  const double width = room.width;
  for (model::Part& part : parts) {
    if (auto* figure = std::get_if<model::Figure>(&part.content)) settle_figure(*figure, room, layout);
    if (const auto* diagram = std::get_if<model::Diagram>(&part.content)) {
      layout.diagrams().heights()[part.span] = room.height - layout.diagram_caption_height(*diagram, width);
    }
    if (auto* table = std::get_if<model::Table>(&part.content)) table->widths = layout.column_shares(*table, width);
    if (auto* box = std::get_if<model::Box>(&part.content)) {
      const double inside = box->frame == model::BoxFrame::panel ? width - panel_indent : width;
      settle(box->children, {inside, room.height}, layout);
    }
    if (auto* columns = std::get_if<model::Columns>(&part.content)) {
      settle_columns(*columns, room, layout);
    }
  }
}

void settle_columns(model::Columns& columns, const SlideRoom& room, SlideSetter& layout) {
  const auto count = static_cast<double>(std::max<std::size_t>(columns.columns.size(), 1));
  const double widths = room.width - column_gap * (count - 1);
  double sum = 0;
  for (const double width : columns.widths) sum += width;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const bool has_width = columns.widths.size() == columns.columns.size() && sum > 0;
    settle(columns.columns[i], {widths * (has_width ? columns.widths[i] / sum : 1 / count), room.height}, layout);
  }
}

bool holds_figure(const model::Parts& parts) {
  return std::ranges::any_of(parts, [](const model::Part& part) {
    return std::holds_alternative<model::Figure>(part.content) || std::holds_alternative<model::Diagram>(part.content);
  });
}

} // namespace

namespace {

std::ptrdiff_t cuts_of(const std::vector<SlidePiece>& pieces) {
  return std::ranges::count_if(pieces, [](const SlidePiece& piece) { return piece.is_cut; });
}

bool is_full_size(const std::vector<SlidePiece>& pieces) {
  return std::ranges::all_of(pieces, [](const SlidePiece& piece) { return piece.scale == 1; });
}

/// Fewer slides first, then fewer cuts, then the more level one, with the shorter piece at the end.
bool is_better(const std::vector<SlidePiece>& tried, const std::vector<SlidePiece>& best) {
  const auto rank = [](const std::vector<SlidePiece>& pieces) {
    const auto [shortest, tallest] = std::ranges::minmax_element(pieces, {}, &SlidePiece::height);
    return std::tuple(pieces.size(), cuts_of(pieces), tallest->height, -shortest->height, pieces.back().height);
  };
  return is_full_size(tried) && rank(tried) < rank(best);
}

/// Gives each of `slides` slides an equal share of what is left, and `slack` of it more.
std::vector<SlidePiece> fill_evenly(Queue queue, const SlideRoom& room, std::size_t slides, double slack,
                                    SlideSetter& layout) {
  std::vector<SlidePiece> pieces;
  while (!queue.empty()) {
    model::Parts left;
    for (const Queued& queued : queue) left.push_back(queued.part);
    const auto still_empty = static_cast<double>(slides > pieces.size() + 1 ? slides - pieces.size() : 1);
    const double share = layout.height(left, room.width) / still_empty * (1 + slack);
    pieces.push_back(take_slide(queue, {room.width, std::min(room.height, share)}, layout));
  }
  return pieces;
}

/// The pieces of `queue` as level as they get on as few slides as they need. Of a body of very many slides only the
/// last are made level: each tries what is left several times over, and the ends of the others are all alike.
std::vector<SlidePiece> fill_level(Queue queue, const SlideRoom& room, SlideSetter& layout) {
  constexpr std::size_t most_level = 24;
  std::vector<SlidePiece> best = fill_slides(queue, room, layout);
  if (best.size() < 2) return best;
  std::vector<SlidePiece> full;
  for (std::size_t before = best.size(); before > most_level; --before) full.push_back(take_slide(queue, room, layout));
  best.erase(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(full.size()));
  const std::size_t slides = best.size();
  constexpr std::array<double, 6> slacks = {0, 0.06, 0.12, 0.2, 0.3, 0.45};
  for (const double slack : slacks) {
    std::vector<SlidePiece> tried = fill_evenly(queue, room, slides, slack, layout);
    if (is_better(tried, best)) best = std::move(tried);
  }
  if (full.empty()) return best;
  std::ranges::move(best, std::back_inserter(full));
  return full;
}

} // namespace

double fit_statement(const model::Parts& body, const SlideRoom& room, SlideSetter& layout) {
  const auto is_prose = [](const model::Part& part) { return std::holds_alternative<model::Prose>(part.content); };
  const bool is_statement = !body.empty() && std::ranges::all_of(body, [&](const model::Part& part) {
    return is_drawn(part) ? is_prose(part) : !std::holds_alternative<model::Timer>(part.content);
  });
  if (!is_statement || !std::ranges::any_of(body, is_drawn)) return 1;
  const double line = layout.body_size() * layout.theme().slide.leading;
  const double height = layout.height(body, room.width / statement_scale);
  const bool is_short = height <= statement_lines * line + block_gap && height * statement_scale <= room.height;
  return is_short ? statement_scale : 1;
}

std::vector<SlidePiece> split_body(const model::Parts& body, const SlideRoom& room, SlideSetter& layout) {
  model::Parts settled = body;
  settle(settled, room, layout);
  Queue queue;
  for (std::size_t i = 0; i < settled.size(); ++i) queue.push_back({settled[i], i});
  std::vector<SlidePiece> best = fill_slides(queue, room, layout);
  if (best.size() < 2) {
    if (best.front().scale == 1) best.front().scale = fit_statement(body, room, layout);
    return best;
  }
  // A little smaller on one slide reads better than a few words alone on the next.
  SlidePiece whole = fit_body(body, room, layout);
  if (!whole.overflows && whole.scale >= gentle_scale) return {std::move(whole)};
  if (holds_figure(body)) return best;
  best = fill_level(queue, room, layout);
  // So it does where it saves a slide, or leaves a table whole.
  constexpr std::array<double, 2> smaller = {0.95, gentle_scale};
  for (const double scale : smaller) {
    std::vector<SlidePiece> tried = fill_level(queue, {room.width / scale, room.height / scale}, layout);
    const bool saves = std::pair(tried.size(), cuts_of(tried)) < std::pair(best.size(), cuts_of(best));
    if (!is_full_size(tried) || !saves) continue;
    best = std::move(tried);
    for (SlidePiece& piece : best) piece.scale = scale;
  }
  return best;
}

model::Parts arrange_figure(const model::Parts& body, const SlideRoom& room, SlideSetter& layout) {
  constexpr double text_share = 0.54;
  const auto is_figure = [](const model::Part& part) { return std::holds_alternative<model::Figure>(part.content); };
  const auto found = std::ranges::find_if(body, is_figure);
  if (found == body.end() || std::ranges::count_if(body, is_figure) > 1) return body;
  const auto& figure = std::get<model::Figure>(found->content);
  if (figure.place == model::Place::full || figure.place == model::Place::background) return body;
  model::Parts text, timers;
  for (const model::Part& part : body) {
    if (is_figure(part)) continue;
    const bool is_timer = std::holds_alternative<model::Timer>(part.content);
    const bool is_broad = std::holds_alternative<model::Table>(part.content) ||
                          std::holds_alternative<model::Columns>(part.content) ||
                          std::holds_alternative<model::QuestionUse>(part.content) ||
                          std::holds_alternative<model::Branching>(part.content);
    if (is_broad) return body;
    (is_timer ? timers : text).push_back(part);
  }
  if (!std::ranges::any_of(text, is_drawn)) return body;
  const double columns = room.width - column_gap;
  if (layout.height(text, columns * text_share) > room.height) return body;
  const bool asked = figure.place == model::Place::left || figure.place == model::Place::right;
  model::Figure free = figure;
  if (asked) free.width.reset(); // the share was one of the page
  const FigureSize below = layout.figure_size(free, room.width);
  const FigureSize beside = layout.figure_size(free, columns * (1 - text_share));
  const double left = room.height - layout.height(text, room.width) - block_gap;
  if (!asked && std::min(beside.height, room.height) < 1.1 * std::min(below.height, left)) return body;
  model::Part picture = *found;
  picture.content = free;
  const bool is_left = figure.place == model::Place::left;
  model::Columns arranged{{text_share, 1 - text_share}, {std::move(text), {std::move(picture)}}};
  if (is_left) {
    std::swap(arranged.columns[0], arranged.columns[1]);
    std::swap(arranged.widths[0], arranged.widths[1]);
  }
  model::Parts result = std::move(timers);
  result.push_back({.span = found->span, .content = std::move(arranged)});
  return result;
}

SlidePiece fit_body(const model::Parts& body, const SlideRoom& room, SlideSetter& layout) {
  SlidePiece piece;
  piece.parts = body;
  settle(piece.parts, room, layout);
  for (std::size_t i = 0; i < body.size(); ++i) piece.origins.push_back(i);
  // A figure gives way first.
  for (model::Part& part : piece.parts) {
    const bool gives_way =
        std::holds_alternative<model::Figure>(part.content) || std::holds_alternative<model::Diagram>(part.content);
    if (!gives_way) continue;
    const double over = layout.height(piece.parts, room.width) - room.height;
    if (over <= 0) continue;
    const SlideRoom left{room.width, layout.height(part, room.width) - over};
    if (lower_diagram(part, left, layout)) continue;
    if (std::optional<model::Part> lower = lower_figure(part, left, layout)) part = std::move(*lower);
  }
  set_scale(piece, room, layout);
  if (piece.scale == 1) piece.scale = fit_statement(body, room, layout);
  piece.diagram_heights = layout.diagrams().heights();
  return piece;
}

} // namespace comb::typeset
