// Directories with page numbers: contents, glossary, index. All other lists are tables already when they come here.
#include "typeset/books/contents.hpp"
#include "typeset/books/flow_writer.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace comb::typeset::books {
namespace {

constexpr double term_share = 0.3; ///< of the measure, for the words left of their meaning
constexpr std::size_t index_columns = 2;
constexpr double fill_of_page = 0.8;
constexpr std::size_t least_run = 3; ///< so many pages in a row are written as a range

/// 「利益」 over 「Benefit」.
FlowItems glossary_words(const Flow& flow, const model::Term& term, NodeId node, Points width) {
  const BookStyle& style = flow.style();
  Flow column = flow.inner(Points{}, width);
  column.node = node;
  TextLook look = style.plain();
  look.style = style.sans(look.style.size, Weight::bold);
  push_paragraph(column, set_words(column, term.use, look, width), look, column.add_node(Role::label));
  if (!term.gloss.empty()) {
    look.style = style.small();
    push_paragraph(column, set_words(column, term.gloss, look, width), look, column.add_node(Role::label));
  }
  return std::move(column.items);
}

FlowItems glossary_meaning(const Flow& flow, const model::Term& term, NodeId node, Points dx) {
  Flow column = flow.inner(dx, flow.measure - dx);
  column.node = node;
  const TextLook look = flow.style().plain();
  push_paragraph(column, set_words(column, term.text, look, column.measure), look, column.add_node(Role::list_body));
  return std::move(column.items);
}

/// 「12, 15–17」 as pieces, each with the anchor of its first page.
std::vector<Book::TermPage> page_ranges(const std::vector<Book::TermPage>& pages) {
  const auto follows = [](const Book::TermPage& a, const Book::TermPage& b) {
    const bool are_numbers = a.label.find_first_not_of("0123456789") == std::string::npos &&
                             b.label.find_first_not_of("0123456789") == std::string::npos;
    return are_numbers && std::stol(a.label) + 1 == std::stol(b.label);
  };
  std::vector<Book::TermPage> ranges;
  for (std::size_t first = 0; first < pages.size();) {
    std::size_t last = first;
    while (last + 1 < pages.size() && follows(pages[last], pages[last + 1])) ++last;
    if (last - first + 1 < least_run) last = first;
    ranges.push_back(pages[first]);
    if (last > first) ranges.back().label += "–" + pages[last].label;
    first = last + 1;
  }
  return ranges;
}

std::vector<StyledRun> index_runs(const Flow& flow, const model::Term& term, const TextLook& look) {
  std::vector<StyledRun> runs = {{.text = term.use, .style = look.style}};
  if (!term.gloss.empty()) runs.push_back({.text = " " + term.gloss, .style = flow.style().small()});
  const auto found = flow.book.term_pages.find(term.key);
  if (found == flow.book.term_pages.end()) return runs;
  TextStyle linked = look.style;
  linked.color = flow.style().teal;
  std::string before = "\u3000";
  for (const Book::TermPage& page : page_ranges(found->second)) {
    runs.push_back({.text = before, .style = look.style});
    runs.push_back({.text = page.label, .style = linked, .link_anchor = page.anchor});
    before = ", ";
  }
  return runs;
}

/// One column of the index: its entries with their pages.
FlowItems index_column(const Flow& flow, std::span<const model::Term> terms, int column, NodeId list) {
  const Points gap = flow.style().page.leading;
  const Points width = (flow.measure - gap) / static_cast<double>(index_columns);
  const TextLook look = flow.style().plain();
  Flow inner = flow.inner((width + gap) * static_cast<double>(column), width);
  for (const model::Term& term : terms) {
    inner.node = list;
    inner.node = inner.add_node(Role::list_item);
    push_paragraph(inner, set_runs(inner, index_runs(inner, term, look), look, width), look,
                   inner.add_node(Role::list_body));
  }
  return std::move(inner.items);
}

/// The terms that the book uses anywhere; all before the first pass has told.
std::vector<model::Term> terms_with_pages(const Flow& flow) {
  std::vector<model::Term> used;
  for (const model::Term& term : flow.book.edition.terms) {
    if (!flow.book.labels || flow.book.term_pages.contains(term.key)) used.push_back(term);
  }
  return used;
}

} // namespace

void write_glossary(Flow& flow) {
  const Points width = flow.measure * term_share;
  const NodeId list = flow.add_node(Role::list);
  flow.want_space(flow.style().half);
  for (const model::Term& term : flow.book.edition.terms) {
    flow.anchors.push_back(glossary_anchor(term.key));
    const NodeId item = flow.chapter.structure.add({.role = Role::list_item, .parent = list});
    std::vector<FlowItems> columns;
    columns.push_back(glossary_words(flow, term, item, width - flow.style().half));
    columns.push_back(glossary_meaning(flow, term, item, width));
    FlowItems row = side_by_side(std::move(columns), flow.chapter.bars);
    keep_together(row, 0, BreakBefore::forbidden);
    flow.push_all(std::move(row));
    push_hairline(flow, flow.style().half / 2);
    flow.want_space(flow.style().half / 2);
  }
  flow.want_space(flow.style().half);
}

void write_index(Flow& flow) {
  flow.chapter.names_pages = true;
  const std::vector<model::Term> terms = terms_with_pages(flow);
  const NodeId list = flow.add_node(Role::list);
  const double lines = flow.style().text_height.value / flow.style().plain().leading.value;
  const auto on_a_page = static_cast<std::size_t>(std::max(1.0, lines * fill_of_page)) * index_columns;
  flow.want_space(flow.style().half);
  for (std::size_t first = 0; first < terms.size(); first += on_a_page) {
    const std::size_t last = std::min(first + on_a_page, terms.size());
    const std::size_t middle = first + (last - first + 1) / index_columns;
    std::vector<FlowItems> columns;
    const std::span<const model::Term> all(terms);
    columns.push_back(index_column(flow, all.subspan(first, middle - first), 0, list));
    columns.push_back(index_column(flow, all.subspan(middle, last - middle), 1, list));
    FlowItems both = side_by_side(std::move(columns), flow.chapter.bars);
    // Cut in two, the order of the entries would run down, over the page and up again.
    keep_together(both, 0, BreakBefore::forbidden);
    flow.push_all(std::move(both));
  }
  flow.want_space(flow.style().half);
}

void write_directory(Flow& flow, model::DirectoryKind kind) {
  switch (kind) {
    case model::DirectoryKind::contents:
      return push_contents(flow);
    case model::DirectoryKind::glossary:
      return write_glossary(flow);
    case model::DirectoryKind::index:
      return write_index(flow);
    case model::DirectoryKind::agenda:
    case model::DirectoryKind::recap:
    case model::DirectoryKind::alignment:
    case model::DirectoryKind::blueprint:
    case model::DirectoryKind::materials:
    case model::DirectoryKind::credits:
      return; // `edition/directories.cpp` has made tables and lists of them
  }
}

} // namespace comb::typeset::books
