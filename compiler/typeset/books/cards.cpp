// Cards to cut out: roles four on a page, pocket cards in their own size, with everything else outside the cut.
#include "typeset/books/book_assembly.hpp"
#include "typeset/books/card_sizes.hpp"
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace comb::typeset {

extern const DiagnosticKind card_overflows;
constinit const DiagnosticKind card_overflows{
    .name = "card-overflows",
    .severity = Severity::error,
    .help = "shorten the role, or move what all may know to the role play itself: a card holds about 150 characters",
};

namespace {

using namespace books; // NOLINT: the inner namespace of this very module

/// A card with the place of its source.
struct FoundCard {
  const model::Card* card = nullptr;
  Span span{};
  std::string lang{}; ///< of what it says; empty: the course's
};

class Collector {
 public:
  /// `around` is the language of what holds `parts`.
  void visit(const model::Parts& parts, const std::string& around) {
    for (const model::Part& part : parts) {
      const std::string& lang = part.lang.empty() ? around : part.lang;
      if (const auto* card = std::get_if<model::Card>(&part.content)) add(*card, part.span, lang);
      if (const auto* box = std::get_if<model::Box>(&part.content)) visit(box->children, lang);
      if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
        for (const model::Parts& column : columns->columns) visit(column, lang);
      }
      if (const auto* list = std::get_if<model::List>(&part.content)) {
        for (const model::ListItem& item : list->items) visit(item.children, lang);
      }
    }
  }
  std::vector<FoundCard> cards{};

 private:
  void add(const model::Card& card, Span span, const std::string& lang) {
    for (int copy = 0; copy < std::max(1, card.copies); ++copy) cards.push_back({&card, span, lang});
  }
};

std::vector<FoundCard> all_cards(const edition::Edition& edition) {
  Collector collector;
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) collector.visit(topic.parts, {});
    }
  }
  return std::move(collector.cards);
}

/// One card set at `scale`, ready to be placed.
struct SetCard {
  Chapter chapter{};
  Points height{};
};

void push_set_line(Flow& flow, const model::Card& card) {
  std::string line = card.set;
  for (const std::string& fact : {card.set_meta, card.label}) {
    if (fact.empty()) continue;
    line += (line.empty() ? "" : "\u3000" + std::string(flow.words().separator) + "\u3000") + fact;
  }
  const TextLook look{.style = flow.style().small(), .leading = 14_pt, .align = TextAlign::start};
  push_paragraph(flow, set_words(flow, line, look, flow.measure), look, flow.add_node(Role::paragraph));
}

void push_name(Flow& flow, const model::Card& card, double scale) {
  // Who one is must be read across a table; what a pocket card is about, from the hand.
  const bool is_pocket_card = card.size != model::CardSize::grid;
  const Points size = Points{is_pocket_card ? 14.0 * scale : 22.0};
  TextStyle style = flow.style().sans(size, Weight::bold);
  style.color = ink_of(flow.style(), card.tone);
  const TextLook look{.style = style, .leading = size * (32.0 / 22), .align = TextAlign::start};
  if (card.name.empty()) return;
  flow.want_space(3_pt);
  push_paragraph(flow, set_words(flow, card.name, look, flow.measure), look, flow.add_node(Role::heading2));
  flow.want_space(Points{is_pocket_card ? 4.0 * scale : 6.0});
}

/// The secret on a light tint with its label: set apart on the card, and still clear on a bad copy.
void push_secret(Flow& flow, const model::Card& card) {
  if (card.secret.empty()) return;
  const BookStyle& style = flow.style();
  const Points padding = 10_pt;
  Flow inner = flow.inner(padding, flow.measure - padding * 2);
  TextStyle label = style.sans(inner.look.style.size, Weight::bold);
  const std::string words = card.secret_label.empty() ? std::string(flow.words().only_you_know) : card.secret_label;
  push_line(inner, words, label, inner.look.leading, Role::paragraph);
  write_parts(inner, card.secret);
  FlowItem panel;
  Points y = padding * 0.7;
  Ops ops;
  for (std::size_t index = 0; index < inner.items.size(); ++index) {
    FlowItem& item = inner.items[index];
    if (index > 0) y += item.space_before;
    append_shifted(ops, std::move(item.ops), Points{}, y);
    y += item.height;
  }
  panel.height = y + padding * 0.8;
  const Rgb tint = mix(ink_of(style, card.tone), {255, 255, 255}, 0.09);
  panel.ops.push_back({.content = FilledRectangle{
                           .box = {flow.x, Points{}, flow.measure, panel.height}, .color = tint, .radius = 4.5_pt}});
  append_shifted(panel.ops, std::move(ops), Points{}, Points{});
  flow.want_space(style.half);
  flow.push(std::move(panel));
}

SetCard set_card(const Book& book, const model::Card& card, double scale) {
  SetCard set{.chapter = make_chapter(Role::section)};
  Book scaled = book;
  scaled.style.page.body = book.style.page.body * scale;
  scaled.style.page.small = book.style.page.small * scale;
  scaled.style.page.leading = book.style.page.leading * scale;
  scaled.style.half = book.style.half * scale;
  Flow flow = flow_of(scaled, set.chapter);
  flow.measure = card_sheet(book.style, card.size).inner_width();
  flow.look = scaled.style.plain();
  flow.look.style.size = Points{11 * scale};
  flow.look.leading = Points{18 * scale};
  push_set_line(flow, card);
  push_name(flow, card, scale);
  write_parts(flow, card.front);
  push_secret(flow, card);
  set.height = height_of(flow.items);
  set.chapter.items = std::move(flow.items);
  return set;
}

SetCard fit_card(const Book& book, const FoundCard& found) {
  const CardSheet sheet = card_sheet(book.style, found.card->size);
  const Points room = sheet.inner_height();
  SetCard set = set_card(book, *found.card, sheet.scale);
  // As little smaller as will do, so that neighbours stay alike.
  constexpr int steps = 4;
  for (int step = 1; step <= steps && set.height > room; ++step) {
    set = set_card(book, *found.card, sheet.scale + (sheet.smaller - sheet.scale) * step / steps);
  }
  if (set.height > room) {
    const int percent = static_cast<int>((set.height / room - 1) * 100) + 1;
    Diagnostic overflow{.kind = &card_overflows,
                        .span = found.span,
                        .message = "the card `" + found.card->name + "` is " + std::to_string(percent) +
                                   " % too long, even in smaller type"};
    if (found.card->size != model::CardSize::grid) overflow.help = "shorten the card, or take a larger `size=`";
    set.chapter.diagnostics.push_back(std::move(overflow));
  }
  set.chapter.structure.nodes.front().lang = found.lang;
  return set;
}

/// Lines around the first `used` places of a sheet.
void draw_cut_lines(const BookStyle& style, const CardSheet& sheet, std::size_t used, Ops& ops) {
  const Rgb color = mix(style.soft, {255, 255, 255}, 0.6);
  const auto cut = [&](Points x1, Points y1, Points x2, Points y2) {
    ops.push_back({.content = StrokedLine{
                       .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .width = 0.5_pt, .color = color, .dashes = {3, 2.5}}});
  };
  // The lines run past the corners, so that a guillotine can be set by them.
  constexpr Points past{8};
  const std::size_t across = std::min(used, sheet.across);
  const std::size_t down = (used + sheet.across - 1) / sheet.across;
  const Points right = sheet.margin + sheet.card_width * static_cast<double>(across);
  const Points bottom = sheet.margin + sheet.card_height * static_cast<double>(down);
  for (std::size_t column = 0; column <= across; ++column) {
    const Points x = sheet.margin + sheet.card_width * static_cast<double>(column);
    cut(x, sheet.margin - past, x, bottom + past);
  }
  for (std::size_t row = 0; row <= down; ++row) {
    const Points y = sheet.margin + sheet.card_height * static_cast<double>(row);
    cut(sheet.margin - past, y, right + past, y);
  }
}

/// Makes the pages of a set of cards of one size.
class CardSheets {
 public:
  /// For `total` cards.
  CardSheets(const Book& book, model::CardSize size, std::size_t total, Pages& pages)
      : book_(book), sheet_(card_sheet(book.style, size)), total_(total), pages_(pages) {}

  void place(SetCard set) {
    if (count_ % sheet_.count() == 0) open_page();
    const std::size_t slot = count_++ % sheet_.count();
    const Points x = sheet_.margin + sheet_.card_width * static_cast<double>(slot % sheet_.across) + sheet_.padding_x;
    const Points y =
        sheet_.margin + sheet_.card_height * static_cast<double>(slot / sheet_.across) + sheet_.padding_top;
    const auto first_node = static_cast<std::uint32_t>(pages_.structure.nodes.size());
    for (StructureNode& node : set.chapter.structure.nodes) {
      node.parent = node.parent ? NodeId{node.parent->value + first_node} : NodeId{0};
      pages_.structure.nodes.push_back(std::move(node));
    }
    PlannedPage planned;
    Points top;
    for (std::size_t index = 0; index < set.chapter.items.size(); ++index) {
      if (index > 0) top += set.chapter.items[index].space_before;
      planned.items.push_back({.index = static_cast<std::uint32_t>(index), .y = top});
      top += set.chapter.items[index].height;
    }
    draw_page(set.chapter, planned, {x, y}, first_node, pages_.pages.back().ops);
  }

 private:
  void open_page() {
    const BookStyle& style = book_.style;
    Page page{.width = style.page.width, .height = style.page.height};
    page.label = std::to_string(pages_.pages.size() + 1);
    draw_cut_lines(style, sheet_, std::min(total_ - count_, sheet_.count()), page.ops);
    Chapter chapter = make_chapter(Role::section);
    Flow flow = flow_of(book_, chapter);
    const TextStyle small = style.small();
    const Points baseline = style.page.height - sheet_.margin + 22_pt;
    const std::string legend = book_.edition.info.title + "\u3000" + std::string(flow.words().separator) + "\u3000" +
                               std::string(flow.words().cards) + "\u3000" + std::string(flow.words().separator) +
                               "\u3000" + std::string(flow.words().cut_here);
    draw_words(flow, legend, small, {.x = sheet_.margin + 4_pt, .baseline = baseline}, page.ops);
    const Points width = text_width(page.label, small, flow.fonts());
    draw_words(flow, page.label, small, {.x = style.page.width - sheet_.margin - width - 4_pt, .baseline = baseline},
               page.ops);
    pages_.pages.push_back(std::move(page));
  }

  const Book& book_;
  CardSheet sheet_;
  std::size_t total_;
  Pages& pages_;
  std::size_t count_ = 0;
};

} // namespace

WithDiagnostics<Pages> paginate_cards(const edition::Edition& edition, const BookContext& context) {
  const Book book{.edition = edition,
                  .context = context,
                  .style = make_book_style(context.theme, edition.info.lang),
                  .sort = BookSort::cards};
  WithDiagnostics<Pages> result;
  Pages& pages = result.value;
  pages.title = edition.info.title + " – " + std::string(context.words.cards);
  pages.lang = edition.info.lang;
  pages.structure.add({.role = Role::document, .lang = edition.info.lang});
  const std::vector<FoundCard> cards = all_cards(edition);
  for (const model::CardSize size : all_card_sizes) {
    const auto is_of_size = [&](const FoundCard& found) { return found.card->size == size; };
    CardSheets sheets(book, size, static_cast<std::size_t>(std::ranges::count_if(cards, is_of_size)), pages);
    for (const FoundCard& found : cards) {
      if (!is_of_size(found)) continue;
      SetCard set = fit_card(book, found);
      append(result.diagnostics, std::move(set.chapter.diagnostics));
      sheets.place(std::move(set));
    }
  }
  return result;
}

} // namespace comb::typeset
