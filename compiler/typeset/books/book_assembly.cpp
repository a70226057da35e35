// From chapters to pages: numbering until stable, then drawing.
#include "typeset/books/book_assembly.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace comb::typeset {

extern const DiagnosticKind page_numbers_unsettled;
constinit const DiagnosticKind page_numbers_unsettled{
    .name = "page-numbers-unsettled",
    .severity = Severity::warning,
    .help = "a line that quotes a page number is so long that the number itself moves the page; reword it",
};

} // namespace comb::typeset

namespace comb::typeset::books {
namespace {

constexpr int most_passes = 4;

/// A chapter with its pages and the number of its first page.
struct Laid {
  const ChapterWriter* writer = nullptr;
  Chapter chapter{};
  std::vector<PlannedPage> pages{};
  std::vector<int> places{}; ///< one a page, from 1: the how manieth page of its matter it is
};

/// Cover, contents and body, and what each of their pages is called, empty left-hand pages included.
struct Matter {
  bool is_front = false; ///< has roman numbers
  std::vector<Laid> chapters{};
  std::vector<std::string> labels{};
};

/// What pages tell others: the label of each anchor, and where terms are used.
struct Labels {
  std::map<std::string, std::string> of_anchors{};
  std::map<std::string, std::vector<Book::TermPage>> of_terms{};
};

void lay_out(Laid& laid, const Book& book) {
  laid.chapter = (*laid.writer)(book);
  laid.pages = plan_pages(laid.chapter.items, {book.style.text_height, book.style.page.leading});
}

/// Names pages in order. Those that count by themselves take no number of the book's.
class PageLabels {
 public:
  explicit PageLabels(Matter& matter) : matter_(matter) { matter.labels.clear(); }

  /// The next page, in the book's own numbers or in those of `own_pages`.
  void add(const std::string& own_pages) {
    if (own_pages.empty()) {
      ++number_;
      matter_.labels.push_back(matter_.is_front ? roman(number_) : std::to_string(number_));
    } else {
      matter_.labels.push_back(own_pages + "-" + std::to_string(++own_numbers_[own_pages]));
    }
  }
  std::size_t count() const { return matter_.labels.size(); }

 private:
  Matter& matter_;
  int number_ = 0;
  std::map<std::string, int> own_numbers_{};
};

const std::string& own_pages_of(const Laid& laid, const PlannedPage& page) {
  return laid.chapter.items[page.items.front().index].own_pages;
}

/// Says where each page stands and what it is called.
void number_pages(Matter& matter) {
  PageLabels labels(matter);
  for (Laid& laid : matter.chapters) {
    laid.places.clear();
    bool wants_right = laid.chapter.opens == Opens::right_page;
    for (const PlannedPage& page : laid.pages) {
      wants_right = wants_right || page.opens == Opens::right_page;
      if (wants_right && labels.count() % 2 == 1) labels.add({});
      wants_right = false;
      labels.add(own_pages_of(laid, page));
      laid.places.push_back(static_cast<int>(labels.count()));
    }
  }
  // The next matter begins on a right-hand page.
  if (matter.is_front && labels.count() % 2 == 1) labels.add({});
}

const std::string& label_of(const Matter& matter, const Laid& laid, std::size_t page) {
  return matter.labels[static_cast<std::size_t>(laid.places[page]) - 1];
}

void collect_terms(const FlowItem& item, const std::string& label, Labels& labels) {
  for (const Op& op : item.ops) {
    const auto* anchor = std::get_if<Anchor>(&op.content);
    const auto term = anchor == nullptr ? std::nullopt : term_used_at(anchor->id);
    if (!term) continue;
    std::vector<Book::TermPage>& pages = labels.of_terms[*term];
    if (pages.empty() || pages.back().label != label) pages.push_back({.label = label, .anchor = anchor->id});
  }
}

void collect_labels(const Matter& matter, Labels& labels) {
  for (const Laid& laid : matter.chapters) {
    for (std::size_t page = 0; page < laid.pages.size(); ++page) {
      for (const PlacedItem& placed : laid.pages[page].items) {
        const FlowItem& item = laid.chapter.items[placed.index];
        const std::string& label = label_of(matter, laid, page);
        for (const std::string& id : item.anchors) labels.of_anchors.emplace(id, label);
        collect_terms(item, label, labels);
      }
    }
  }
}

/// Both matters of a book.
struct Manuscript {
  Matter front{.is_front = true};
  Matter body{};
};

Labels number(Manuscript& manuscript) {
  Labels labels;
  number_pages(manuscript.front);
  number_pages(manuscript.body);
  collect_labels(manuscript.front, labels);
  collect_labels(manuscript.body, labels);
  return labels;
}

void rewrite_quoting(Matter& matter, const Book& book) {
  for (Laid& laid : matter.chapters) {
    if (laid.chapter.names_pages) lay_out(laid, book);
  }
}

bool is_settled(const Book& book, const Labels& labels) {
  return book.labels && *book.labels == labels.of_anchors && book.term_pages == labels.of_terms;
}

Diagnostics settle(Manuscript& manuscript, Book& book) {
  for (int pass = 1; pass < most_passes; ++pass) {
    Labels labels = number(manuscript);
    if (is_settled(book, labels)) return {};
    book.labels = std::move(labels.of_anchors);
    book.term_pages = std::move(labels.of_terms);
    rewrite_quoting(manuscript.front, book);
    rewrite_quoting(manuscript.body, book);
  }
  if (is_settled(book, number(manuscript))) return {};
  return {{.kind = &page_numbers_unsettled, .message = "page numbers still move after four passes"}};
}

/// Draws the pages of a settled book.
class Drawing {
 public:
  Drawing(const Book& book, Pages& pages) : book_(book), pages_(pages) {}

  void draw(Matter& matter) {
    first_page_ = pages_.pages.size();
    labels_ = std::move(matter.labels);
    for (Laid& laid : matter.chapters) {
      const auto first_node = adopt_structure(laid.chapter);
      const Ops heads = laid.chapter.is_bare ? Ops{} : running_heads(laid.chapter);
      for (std::size_t page = 0; page < laid.pages.size(); ++page) {
        pad_to(first_page_ + static_cast<std::size_t>(laid.places[page]) - 1);
        draw_one(laid, page, first_node, heads);
      }
      adopt_outline(laid.chapter);
    }
    pad_to(first_page_ + labels_.size());
  }

  Diagnostics take_diagnostics() { return std::move(found_); }

 private:
  /// The next page, with its number as label even where none is printed: viewers show it.
  Page empty_page() const {
    return {.width = book_.style.page.width,
            .height = book_.style.page.height,
            .label = labels_.at(pages_.pages.size() - first_page_)};
  }

  void pad_to(std::size_t count) {
    while (pages_.pages.size() < count) pages_.pages.push_back(empty_page());
  }

  /// Appends the chapter's nodes below the document; returns the id that its first one got.
  std::uint32_t adopt_structure(Chapter& chapter) {
    const auto first = static_cast<std::uint32_t>(pages_.structure.nodes.size());
    for (StructureNode& node : chapter.structure.nodes) {
      node.parent = node.parent ? NodeId{node.parent->value + first} : NodeId{0};
      pages_.structure.nodes.push_back(std::move(node));
    }
    return first;
  }

  Ops running_heads(Chapter& chapter) const {
    const BookStyle& style = book_.style;
    Flow flow = flow_of(book_, chapter);
    const TextStyle small = style.small();
    const Points baseline = -style.page.leading * 1.9;
    Ops ops;
    draw_words(flow, chapter.head_left, small, {.baseline = baseline}, ops);
    const Points width = text_width(chapter.head_right, small, flow.fonts());
    draw_words(flow, chapter.head_right, small, {.x = style.measure - width, .baseline = baseline}, ops);
    const Points rule = baseline + 6_pt;
    ops.push_back(
        {.content = StrokedLine{.y1 = rule, .x2 = style.measure, .y2 = rule, .width = 0.5_pt, .color = style.line}});
    return ops;
  }

  void draw_folio(Chapter& chapter, const std::string& label, const Box2d& origin, bool is_right, Ops& ops) const {
    const BookStyle& style = book_.style;
    Flow flow = flow_of(book_, chapter);
    const TextStyle text = style.sans(style.page.small * 1.05);
    const Points x = is_right ? style.measure - text_width(label, text, flow.fonts()) : Points{};
    const Points baseline = style.page.height - style.page.bottom * 0.5;
    draw_words(flow, label, text, {.x = origin.x + x, .baseline = baseline}, ops);
  }

  void draw_one(Laid& laid, std::size_t index, std::uint32_t first_node, const Ops& heads) {
    const BookStyle& style = book_.style;
    const bool is_right = pages_.pages.size() % 2 == 0;
    const Box2d origin{is_right ? style.page.inner : style.page.outer, style.page.top, style.measure,
                       style.text_height};
    Page page = empty_page();
    if (!laid.chapter.is_bare) {
      append_shifted(page.ops, heads, origin.x, origin.y);
      draw_folio(laid.chapter, page.label, origin, is_right, page.ops);
    }
    draw_page(laid.chapter, laid.pages[index], origin, first_node, page.ops);
    pages_.pages.push_back(std::move(page));
    note_anchors(pages_.pages.back());
  }

  void note_anchors(const Page& page) {
    for (const Op& op : page.ops) {
      const auto* anchor = std::get_if<Anchor>(&op.content);
      if (anchor == nullptr) continue;
      places_.emplace(anchor->id, std::pair{static_cast<std::uint32_t>(pages_.pages.size() - 1), anchor->y});
    }
  }

  void adopt_outline(Chapter& chapter) {
    for (const OutlineMark& mark : chapter.outline) {
      const auto place = places_.find(mark.anchor);
      if (place == places_.end()) continue;
      const std::string title = mark.number.empty() ? mark.title : mark.number + " " + mark.title;
      pages_.outline.push_back(
          {.title = title, .level = mark.level, .page = place->second.first, .y = place->second.second});
    }
    append(found_, std::move(chapter.diagnostics));
  }

  const Book& book_;
  Pages& pages_;
  Diagnostics found_{};
  std::size_t first_page_ = 0;        ///< of the matter that is being drawn
  std::vector<std::string> labels_{}; ///< of its pages
  std::map<std::string, std::pair<std::uint32_t, Points>> places_{};
};

std::vector<Laid> lay_out_all(const std::vector<ChapterWriter>& writers, const Book& book) {
  std::vector<Laid> matter;
  for (const ChapterWriter& writer : writers) {
    matter.push_back({.writer = &writer});
    lay_out(matter.back(), book);
  }
  return matter;
}

std::string joined(const std::vector<std::string>& names, std::string_view comma) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : std::string(comma)) + name;
  return all;
}

} // namespace

Chapter make_chapter(Role role) {
  Chapter chapter;
  chapter.structure.add({.role = role});
  return chapter;
}

Flow flow_of(const Book& book, Chapter& chapter) {
  return {.book = book, .chapter = chapter, .measure = book.style.measure, .look = book.style.running()};
}

WithDiagnostics<Pages> assemble_book(Book book, const BookChapters& chapters) {
  Manuscript manuscript;
  manuscript.front.chapters = lay_out_all(chapters.front, book);
  manuscript.body.chapters = lay_out_all(chapters.body, book);
  Diagnostics diagnostics = settle(manuscript, book);
  const model::CourseInfo& info = book.edition.info;
  Pages pages{.title = info.title,
              .author = joined(info.authors, book.context.words.list_comma),
              .subject = info.subtitle,
              .lang = info.lang};
  pages.structure.add({.role = Role::document, .lang = info.lang});
  Drawing drawing(book, pages);
  drawing.draw(manuscript.front);
  drawing.draw(manuscript.body);
  append(diagnostics, drawing.take_diagnostics());
  return {std::move(pages), std::move(diagnostics)};
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 9> digits = {
      {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : digits) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

} // namespace comb::typeset::books
