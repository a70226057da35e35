// Walks cmark-gfm's blocks. Recursion is safe: the depth was capped while the blocks formed.
#include "syntax/convert_blocks.hpp"

#include "base/utf8.hpp"
#include "syntax/directive_line.hpp"
#include "syntax/fields.hpp"
#include "syntax/slips.hpp"
#include "syntax/table_cells.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <set>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind unclosed_directive{
    .name = "unclosed-directive",
    .severity = Severity::error,
    .help = "add a line of as many colons where the block ends",
    .explain =
        "A block that opens with `:::` ends at a line of exactly as many colons. One inside a list item ends at "
        "the item's indent.\n\n"
        "```\n:::: case 木梳\n::: solution\n寺院。\n:::            closes the solution\n::::           closes the "
        "case\n```\n",
};

constexpr DiagnosticKind stray_fence{
    .name = "stray-fence",
    .severity = Severity::error,
    .help = "take it away, or give it as many colons as the block that it should close",
    .explain =
        "A line of colons closes the innermost open block that was opened with exactly as many.\n\n"
        "```\n:::: case 木梳\n:::             closes nothing\n::::            closes the case\n```\n",
};

constexpr DiagnosticKind unclosed_code_fence{
    .name = "unclosed-code-fence",
    .severity = Severity::error,
    .help = "add a closing line of as many backticks or tildes, at the same indent",
    .explain =
        "Code that begins with ` ``` ` hides everything up to its closing line, also `:::`. Without one, the "
        "rest of the lesson would be code.",
};

constexpr DiagnosticKind fields_without_block{
    .name = "fields-without-block",
    .severity = Severity::warning,
    .help = "put the fields on the line directly above a paragraph, list, table, quote or code block",
    .explain =
        "Fields alone on a line belong to the block on the next line. A blank line between them, or a heading "
        "or `:::` below, leaves them as text.\n\n"
        "```\n{#prices}\n\n| 品項 |        the blank line parts them\n```\n",
};

constexpr DiagnosticKind setext_heading{
    .name = "setext-heading",
    .severity = Severity::warning,
    .help = "write `## Heading`; for a break put a blank line before the `---`",
    .explain =
        "Text with `---` or `===` directly below is a heading in Markdown. In a course `---` is meant to break a "
        "slide, and needs a blank line before it.\n\n"
        "```\n問完就停\n---          a heading\n\n問完就停\n\n---          a break\n```\n",
};

constexpr DiagnosticKind table_row_too_long{
    .name = "table-row-too-long",
    .severity = Severity::error,
    .help = "give each row as many cells as the header; write `\\|` for a bar inside a cell",
    .explain =
        "Cells past the last column of the header are dropped by every Markdown reader, so their text would be "
        "lost.\n\n```\n| 品項 | 價格 |\n| --- | --- |\n| 木梳 | 60 | 元 |     one cell too many\n```\n",
};

constexpr DiagnosticKind unused_footnote{
    .name = "unused-footnote",
    .severity = Severity::warning,
    .help = "refer to it with `[^name]`, or take it away",
    .explain = "A footnote that no `[^name]` in the text refers to is not printed.",
};

constexpr std::array kinds{&unclosed_directive, &stray_fence,        &unclosed_code_fence, &fields_without_block,
                           &setext_heading,     &table_row_too_long, &unused_footnote};

std::string string_of(const cmark_chunk& chunk) {
  return std::string(reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len));
}

Alignment alignment_of(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

class Converter {
 public:
  Converter(const CmarkTree& tree, const source::SourceFile& file, Findings& findings)
      : tree_(tree), file_(file), text_(file.text()), findings_(findings) {}

  Nodes convert_children(cmark_node* parent) {
    Nodes out;
    cmark_node* waiting = nullptr; // a line of fields that looks for its block
    for (cmark_node* node = parent->first_child; node != nullptr; node = node->next) {
      if (is_own(node) && note_of(node)->line.kind == DirectiveLineKind::fields) {
        if (waiting != nullptr) out.push_back(fields_as_paragraph(waiting));
        waiting = node;
        continue;
      }
      std::optional<Node> converted = convert(node);
      if (!converted) continue;
      if (waiting != nullptr && !attach(waiting, *converted)) out.push_back(fields_as_paragraph(waiting));
      waiting = nullptr;
      out.push_back(std::move(*converted));
    }
    if (waiting != nullptr) out.push_back(fields_as_paragraph(waiting));
    return out;
  }

  void report_unused_footnotes() {
    std::set<std::string, std::less<>> used;
    for (cmark_node* node = tree_.root->first_child; node != nullptr; node = node->next) {
      if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) used.insert(string_of(node->as.literal));
    }
    for (std::size_t i = 0; i < tree_.footnotes.size(); ++i) {
      if (used.contains(tree_.footnotes[i])) continue;
      complain(unused_footnote, tree_.footnote_spans[i],
               "nothing refers to footnote `" + unmasked(tree_.footnotes[i]) + "`");
    }
  }

 private:
  bool is_own(const cmark_node* node) const { return node->type == tree_.own_type; }

  // --- Places ---

  const FedLine& line(int number) const {
    const std::size_t index =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(number, 1)), 1, tree_.lines.size()) - 1;
    return tree_.lines[index];
  }

  /// Where `node` begins, from cmark-gfm's line and column.
  std::uint32_t begin_of(const cmark_node* node) const {
    const FedLine& first = line(node->start_line);
    return std::min(first.begin + static_cast<std::uint32_t>(std::max(node->start_column - 1, 0)), first.end);
  }

  /// The end of the line with 1-based `number`, without trailing blanks.
  std::uint32_t end_of_line(int number) const {
    const FedLine& last = line(number);
    std::uint32_t end = last.end;
    while (end > last.begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    return end;
  }

  Span span(std::uint32_t begin, std::uint32_t end) const { return {file_.id(), begin, std::max(begin, end)}; }

  static std::uint32_t end_of(const Nodes& children, std::uint32_t otherwise) {
    std::uint32_t end = otherwise;
    for (const Node& child : children) end = std::max(end, child.span.end);
    return end;
  }

  static Span text_span(const SubjectMap& map) {
    std::size_t end = map.text().size();
    while (end > 0 && (map.text()[end - 1] == '\n' || map.text()[end - 1] == ' ' || map.text()[end - 1] == '\t')) --end;
    return map.span(0, end);
  }

  // --- Blocks ---

  std::optional<Node> convert(cmark_node* node) {
    if (is_own(node)) return convert_own(node);
    if (node->type == CMARK_NODE_TABLE) return convert_table(node);
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH:
        return convert_paragraph(node);
      case CMARK_NODE_HEADING:
        return convert_heading(node);
      case CMARK_NODE_LIST:
        return convert_list(node);
      case CMARK_NODE_BLOCK_QUOTE:
        return convert_quote(node);
      case CMARK_NODE_CODE_BLOCK:
        return convert_code(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return convert_break(node);
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        return convert_footnote(node);
      default:
        return std::nullopt;
    }
  }

  /// The map of a paragraph or heading, without the link definitions that cmark-gfm took from its front.
  SubjectMap map_of(cmark_node* node) const {
    const BlockNote* note = note_of(node);
    if (note == nullptr) return SubjectMap(file_.id());
    SubjectMap map = note->text;
    const auto size = static_cast<std::size_t>(node->content.size);
    if (map.text().size() > size) map.drop_front(map.text().size() - size);
    return map;
  }

  std::optional<Node> convert_paragraph(cmark_node* node, std::size_t skip = 0, Fields* trailing = nullptr) {
    const SubjectMap map = note_of(node) != nullptr ? map_of(node) : map_before_table(node);
    if (map.text().empty()) return std::nullopt;
    find_slips(map, findings_.diagnostics);
    ConvertedInlines inlines = convert_inlines(node, map, skip, findings_);
    if (trailing != nullptr) *trailing = std::move(inlines.trailing);
    if (inlines.inlines.empty()) return std::nullopt; // nothing but comments
    return Node{.span = text_span(map), .fields = {}, .content = Paragraph{std::move(inlines.inlines)}};
  }

  /// Lines before a table's header that cmark-gfm split off as a paragraph of their own.
  SubjectMap map_before_table(cmark_node* node) const {
    SubjectMap map(file_.id());
    cmark_node* table = node->next;
    if (table == nullptr || table->type != CMARK_NODE_TABLE || note_of(table) == nullptr) return map;
    const SubjectMap& whole = note_of(table)->text;
    std::string_view text = whole.text();
    while (text.ends_with('\n')) text.remove_suffix(1);
    std::size_t begin = 0;
    const std::size_t header = text.rfind('\n') + 1;
    while (begin < header) {
      const std::size_t end = text.find('\n', begin) + 1;
      const bool is_last = end == header;
      map.append_cell(whole.text().substr(begin, end - begin - (is_last ? 1 : 0)), whole.source_begin(begin));
      begin = end;
    }
    node->start_column = 1;
    node->internal_offset = 0;
    return map;
  }

  std::optional<Node> convert_heading(cmark_node* node) {
    const SubjectMap map = map_of(node);
    ConvertedInlines inlines = convert_inlines(node, map, 0, findings_);
    const bool is_setext = node->as.heading.setext;
    const std::uint32_t begin = is_setext ? map.source_begin(0) : begin_of(node);
    const Span whole = span(begin, is_setext ? end_of_underline(map) : end_of_line(node->start_line));
    if (is_setext) complain(setext_heading, whole, "text above a line of dashes or equals signs is a heading");
    return Node{.span = whole,
                .fields = std::move(inlines.trailing),
                .content = Heading{.level = node->as.heading.level, .content = std::move(inlines.inlines)}};
  }

  /// The end of the line below the heading's text.
  std::uint32_t end_of_underline(const SubjectMap& heading) const {
    const std::uint32_t underline = file_.line_begin(file_.line_at(text_span(heading).end) + 1);
    const std::size_t end = text_.find_first_of("\r\n", underline);
    return static_cast<std::uint32_t>(std::min(end, text_.size()));
  }

  std::optional<Node> convert_list(cmark_node* node) {
    List list;
    list.ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
    list.start = node->as.list.start;
    list.tight = node->as.list.tight;
    for (cmark_node* item = node->first_child; item != nullptr; item = item->next)
      list.items.push_back(convert_item(item));
    const std::uint32_t end = list.items.empty() ? begin_of(node) : list.items.back().span.end;
    return Node{.span = span(begin_of(node), end), .fields = {}, .content = std::move(list)};
  }

  ListItem convert_item(cmark_node* node) {
    ListItem item;
    const std::uint32_t begin = begin_of(node);
    item.box_span = span(begin, begin);
    cmark_node* first = node->first_child;
    std::optional<Node> opening;
    const bool has_text = first != nullptr && first->type == CMARK_NODE_PARAGRAPH && note_of(first) != nullptr;
    if (has_text) {
      const SubjectMap map = map_of(first);
      const FoundBox box = find_box(map, findings_.diagnostics);
      item.box = box.box;
      if (box.box != TaskBox::none) item.box_span = map.span(0, box.box_end);
      opening = convert_paragraph(first, box.text_begin, &item.fields);
    }
    item.children = has_text ? convert_rest(node, first) : convert_children(node);
    if (opening) item.children.insert(item.children.begin(), std::move(*opening));
    item.span = span(begin, std::max({end_of(item.children, begin + 1), item.fields.span.end, item.box_span.end}));
    return item;
  }

  /// All children of `parent` after `first`, which was converted by itself.
  Nodes convert_rest(cmark_node* parent, cmark_node* first) {
    cmark_node* const kept = parent->first_child;
    parent->first_child = first->next;
    Nodes rest = convert_children(parent);
    parent->first_child = kept;
    return rest;
  }

  std::optional<Node> convert_quote(cmark_node* node) {
    Quote quote;
    const std::uint32_t begin = begin_of(node);
    cmark_node* first = node->first_child;
    std::size_t skip = 0;
    if (first != nullptr && first->type == CMARK_NODE_PARAGRAPH && note_of(first) != nullptr) {
      const CalloutMark mark = find_callout(map_of(first).text());
      quote.callout = mark.name;
      skip = mark.end;
    }
    if (skip != 0) {
      std::optional<Node> opening = convert_paragraph(first, skip);
      quote.children = convert_rest(node, first);
      if (opening) quote.children.insert(quote.children.begin(), std::move(*opening));
    } else {
      quote.children = convert_children(node);
    }
    const Span whole = span(begin, end_of(quote.children, end_of_line(node->start_line)));
    return Node{.span = whole, .fields = {}, .content = std::move(quote)};
  }

  std::optional<Node> convert_code(cmark_node* node) {
    const std::string code = unmasked(string_of(node->as.code.literal));
    const auto lines = static_cast<int>(std::ranges::count(code, '\n'));
    const std::uint32_t begin = begin_of(node);
    if (node->as.code.fenced == 0) {
      return Node{.span = span(begin, end_of_line(node->start_line + std::max(lines - 1, 0))),
                  .fields = {},
                  .content = CodeBlock{.info = {}, .text = code}};
    }
    const std::uint32_t closing = note_of(node) != nullptr ? note_of(node)->closing_line : 0;
    const Span opening = span(begin, end_of_line(node->start_line));
    if (closing == 0) complain(unclosed_code_fence, opening, "a code block that is not closed");
    const Span whole = span(begin, end_of_line(closing != 0 ? static_cast<int>(closing) : node->start_line + lines));
    return Node{.span = whole,
                .fields = {},
                .content = CodeBlock{.info = unmasked(string_of(node->as.code.info)), .text = code}};
  }

  std::optional<Node> convert_break(cmark_node* node) {
    const Span whole = span(begin_of(node), end_of_line(node->start_line));
    const std::string_view written = text_.substr(whole.begin, whole.end - whole.begin);
    const bool is_line = written.size() >= 4 && written.find_first_not_of('_') == std::string_view::npos;
    if (is_line) return Node{.span = whole, .fields = {}, .content = WriteLine{}};
    return Node{.span = whole, .fields = {}, .content = ThematicBreak{}};
  }

  std::optional<Node> convert_footnote(cmark_node* node) {
    const std::uint32_t begin = line(node->start_line).begin;
    FootnoteDefinition definition{.label = unmasked(string_of(node->as.literal)), .children = convert_children(node)};
    const Span whole = span(begin, end_of(definition.children, end_of_line(node->start_line)));
    return Node{.span = whole, .fields = {}, .content = std::move(definition)};
  }

  // --- Tables ---

  std::optional<Node> convert_table(cmark_node* node) {
    Table table;
    const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (std::uint16_t i = 0; i < columns; ++i) table.alignments.push_back(alignment_of(alignments[i]));
    std::uint32_t end = 0;
    std::uint32_t begin = begin_of(node);
    for (cmark_node* row = node->first_child; row != nullptr; row = row->next) {
      const bool is_header = row == node->first_child;
      const Span place = is_header ? header_span(node) : row_span(row);
      std::vector<Cell> cells = convert_row(row, place, columns);
      if (is_header) {
        begin = place.begin;
        end = end_of_line(delimiter_line(node));
        table.header = std::move(cells);
      } else {
        end = place.end;
        table.rows.push_back(std::move(cells));
        table.row_spans.push_back(place);
      }
    }
    return Node{.span = span(begin, end), .fields = {}, .content = std::move(table)};
  }

  /// The header is the last line of what was a paragraph until the line of dashes came.
  Span header_span(cmark_node* table) const {
    const SubjectMap& map = note_of(table)->text;
    std::size_t end = map.text().size();
    while (end > 0 && (map.text()[end - 1] == '\n' || map.text()[end - 1] == ' ' || map.text()[end - 1] == '\t')) --end;
    const std::size_t newline = map.text().substr(0, end).rfind('\n');
    return map.span(newline == std::string_view::npos ? 0 : newline + 1, end);
  }

  int delimiter_line(cmark_node* table) const {
    const cmark_node* header = table->first_child;
    return header != nullptr && header->user_data != nullptr
               ? static_cast<int>(static_cast<const BlockNote*>(header->user_data)->fed_line) + 1
               : table->start_line + 1;
  }

  Span row_span(cmark_node* row) const {
    const BlockNote* note = note_of(row);
    if (note == nullptr) return span(begin_of(row), end_of_line(row->start_line));
    const FedLine& place = tree_.lines[note->fed_line];
    return span(place.begin + note->line_offset, end_of_line(static_cast<int>(note->fed_line) + 1));
  }

  std::vector<Cell> convert_row(cmark_node* row, Span place, std::size_t columns) {
    const std::string_view text = text_.substr(place.begin, place.end - place.begin);
    const std::vector<CellRange> ranges = split_row(text);
    std::vector<Cell> cells;
    cmark_node* node = row->first_child;
    for (std::size_t i = 0; i < columns; ++i) {
      const bool is_written = i < ranges.size();
      const CellRange range = is_written ? ranges[i] : CellRange{text.size(), text.size()};
      const auto begin = place.begin + static_cast<std::uint32_t>(range.begin);
      Cell cell{.span = span(begin, place.begin + static_cast<std::uint32_t>(range.end)), .content = {}};
      if (node != nullptr && is_written) {
        SubjectMap map(file_.id());
        map.append_cell(text.substr(range.begin, range.end - range.begin), begin);
        cell.content = convert_inlines(node, map, 0, findings_).inlines;
      }
      if (node != nullptr) node = node->next;
      cells.push_back(std::move(cell));
    }
    if (ranges.size() > columns) {
      complain(table_row_too_long, span(place.begin + static_cast<std::uint32_t>(ranges[columns].begin), place.end),
               "this row has " + std::to_string(ranges.size()) + " cells, the header " + std::to_string(columns));
    }
    return cells;
  }

  // --- Directives ---

  SubjectMap own_line(cmark_node* node) const {
    const BlockNote& note = *note_of(node);
    const FedLine& fed = tree_.lines[note.fed_line];
    SubjectMap map(file_.id());
    const std::uint32_t begin = fed.begin + note.line_offset;
    map.append(text_.substr(begin, fed.end - begin), begin);
    return map;
  }

  std::optional<Node> convert_own(cmark_node* node) {
    const BlockNote& note = *note_of(node);
    const SubjectMap map = own_line(node);
    const Span opening = span(map.source_begin(0), end_of_line(static_cast<int>(note.fed_line) + 1));
    if (note.line.kind == DirectiveLineKind::closing) {
      complain_about_stray_fence(node, opening);
      return std::nullopt;
    }
    ReadDirective read = read_directive(map, note.line);
    append(findings_.diagnostics, std::move(read.diagnostics));
    read.directive.opening = opening;
    read.directive.children = convert_children(node);
    std::uint32_t end = end_of(read.directive.children, opening.end);
    if (note.line.kind == DirectiveLineKind::opening) {
      if (note.closing_line == 0) {
        const std::string fence(static_cast<std::size_t>(note.line.fence_length), ':');
        complain(unclosed_directive, opening, "`" + fence + " " + read.directive.name + "` is not closed");
        findings_.diagnostics.back().help = "add a line `" + fence + "` where the block ends";
      } else {
        end = std::max(end, end_of_line(static_cast<int>(note.closing_line)));
        warn_about_closing(note);
      }
    }
    return Node{
        .span = span(opening.begin, end), .fields = std::move(read.fields), .content = std::move(read.directive)};
  }

  void warn_about_closing(const BlockNote& note) {
    const FedLine& fed = tree_.lines[note.closing_line - 1];
    const std::string_view written = text_.substr(fed.begin, fed.end - fed.begin);
    const std::size_t begin = written.find_first_of(":\xef");
    if (begin == std::string_view::npos) return;
    SubjectMap map(file_.id());
    map.append(written.substr(begin), fed.begin + static_cast<std::uint32_t>(begin));
    const DirectiveLine found = classify_line(map.text());
    if (found.kind == DirectiveLineKind::closing) warn_about_width(map, found, findings_.diagnostics);
  }

  void complain_about_stray_fence(cmark_node* node, Span place) {
    std::string open;
    for (cmark_node* parent = node->parent; parent != nullptr; parent = parent->parent) {
      if (!is_own(parent)) continue;
      const BlockNote& note = *note_of(parent);
      open += (open.empty() ? "open here: `" : ", `") +
              std::string(static_cast<std::size_t>(note.line.fence_length), ':') + "`";
    }
    complain(stray_fence, place, "a fence that closes nothing");
    if (!open.empty()) findings_.diagnostics.back().help = open + "; give the fence exactly as many colons";
  }

  // --- Lines of fields ---

  bool attach(cmark_node* waiting, Node& target) {
    const bool takes_fields =
        std::holds_alternative<Paragraph>(target.content) || std::holds_alternative<List>(target.content) ||
        std::holds_alternative<Table>(target.content) || std::holds_alternative<Quote>(target.content) ||
        std::holds_alternative<CodeBlock>(target.content);
    const auto fed_line = static_cast<int>(note_of(waiting)->fed_line) + 1;
    const std::uint32_t next_line = file_.line_at(target.span.begin);
    if (!takes_fields || next_line != file_.line_at(line(fed_line).begin) + 1) return false;
    ReadFields read = read_fields(own_line(waiting), 0);
    append(findings_.diagnostics, std::move(read.diagnostics));
    target.fields = std::move(read.fields);
    return true;
  }

  Node fields_as_paragraph(cmark_node* node) {
    const SubjectMap map = own_line(node);
    const Span whole = text_span(map);
    complain(fields_without_block, whole, "fields with no block on the next line");
    return Node{.span = whole,
                .fields = {},
                .content = Paragraph{text::plain_inlines(text_.substr(whole.begin, whole.end - whole.begin), whole)}};
  }

  void complain(const DiagnosticKind& kind, Span place, std::string message) {
    findings_.diagnostics.push_back({.kind = &kind, .span = place, .message = std::move(message)});
  }

  const CmarkTree& tree_;
  const source::SourceFile& file_;
  std::string_view text_;
  Findings& findings_;
};

} // namespace

Nodes convert_blocks(const CmarkTree& tree, const source::SourceFile& file, Findings& findings) {
  if (tree.root == nullptr) return {};
  for (const Span comment : tree.comments) {
    note_comment(file.text().substr(comment.begin, comment.end - comment.begin), comment, findings);
  }
  Converter converter(tree, file, findings);
  Nodes blocks = converter.convert_children(tree.root.get());
  converter.report_unused_footnotes();
  return blocks;
}

std::span<const DiagnosticKind* const> block_kinds() {
  return kinds;
}

} // namespace comb::syntax
