// Feeds a source to cmark-gfm line by line, so that places are exact and limits hold before work is done.
#include "syntax/cmark_tree.hpp"

#include "syntax/extensions.hpp"
#include "syntax/limits.hpp"
#include "syntax/mask.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind nesting_too_deep{
    .name = "nesting-too-deep",
    .severity = Severity::error,
    .help = "close what is open, or split the text",
    .explain =
        "Directives may be nested 32 deep, lists, quotes and directives together 64 deep. Nobody reads a text "
        "that is nested deeper; mostly a closing `:::` is missing.",
};

constexpr DiagnosticKind paragraph_too_long{
    .name = "paragraph-too-long",
    .severity = Severity::error,
    .help = "part the text with blank lines",
    .explain =
        "A paragraph may have 64 KiB and 1,000 opening brackets. What is longer is no text that anybody reads; "
        "often a picture's data was pasted.",
};

constexpr DiagnosticKind table_too_large{
    .name = "table-too-large",
    .severity = Severity::error,
    .help = "split the table",
    .explain = "A table may have 64 columns and 20,000 cells, all tables of a file 100,000 cells.",
};

constexpr DiagnosticKind too_much_in_file{
    .name = "too-much-in-file",
    .severity = Severity::error,
    .help = "split the file and put its parts together with `::include{file=part.md}`",
    .explain =
        "A file may have 200,000 blocks and 300,000 lines and marks such as `*`, `[`, `<` or `:`, so that every check "
        "ends "
        "quickly.",
};

constexpr std::array kinds{&nesting_too_deep, &paragraph_too_long, &table_too_large, &too_much_in_file};

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

cmark_node* open_child(cmark_node* node) {
  cmark_node* child = node->last_child;
  return child != nullptr && (child->flags & CMARK_NODE__OPEN) != 0 ? child : nullptr;
}

std::string_view content_of(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->content.ptr), static_cast<std::size_t>(node->content.size)};
}

bool is_table(const cmark_node* node) {
  return node->type == CMARK_NODE_TABLE && node->as.opaque != nullptr;
}

/// Bytes that may each become a node of their own.
std::size_t count_marks(std::string_view line) {
  static constexpr std::array<bool, 256> is_mark = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("`\\&<*_[]!:{~|\x01\x02\x03\x06")) table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return is_mark[static_cast<unsigned char>(c)]; }));
}

/// Whether `line`, after marks of quotes and lists, is a fence that closes `code`.
bool closes_code(std::string_view line, const cmark_node* code) {
  const auto fence = static_cast<char>(code->as.code.fence_char);
  const std::size_t end = line.find_last_not_of(" \t");
  if (end == std::string_view::npos || line[end] != fence) return false;
  const std::size_t before = line.find_last_not_of(fence, end);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return end + 1 - begin >= code->as.code.fence_length &&
         line.substr(0, begin).find_first_not_of(" \t>") == std::string_view::npos;
}

class Feeder {
 public:
  Feeder(const source::SourceFile& file, std::uint32_t begin)
      : file_(file),
        text_(file.text()),
        begin_(begin),
        state_{.file = file.id()},
        blocks_(make_block_extension(state_)),
        inlines_(make_inline_extension()),
        parser_(cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES)) {
    tree_.own_type = own_block_type();
    cmark_parser_attach_syntax_extension(parser_.get(), blocks_.get());
    cmark_parser_attach_syntax_extension(parser_.get(), cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser_.get(), inlines_.get());
  }

  CmarkTree parse() {
    std::uint32_t at = begin_;
    while (at < text_.size() && !stopped_) at = feed_line(at);
    if (!stopped_) check_references();
    if (!stopped_) {
      collect_footnotes();
      tree_.root.reset(cmark_parser_finish(parser_.get()));
    }
    return std::move(tree_);
  }

 private:
  struct Line {
    std::uint32_t end = 0;  ///< before its line end
    std::uint32_t next = 0; ///< where the next line begins
  };

  Line line_from(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
    std::size_t next = std::min(end + 1, text_.size());
    if (end < text_.size() && text_[end] == '\r' && next < text_.size() && text_[next] == '\n') ++next;
    return {static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(next)};
  }

  /// Feeds the line at `begin`; returns where the next one begins.
  std::uint32_t feed_line(std::uint32_t begin) {
    const Line line = line_from(begin);
    std::string masked = masked_line(text_.substr(begin, line.end - begin), last_line());
    if (const std::optional<Comment> comment = find_comment(masked, begin))
      return take_comment(*comment, begin, masked);
    feed(std::move(masked), begin, line.end);
    return line.next;
  }

  std::string_view last_line() const {
    if (tree_.lines.empty()) return {};
    return text_.substr(tree_.lines.back().begin, tree_.lines.back().end - tree_.lines.back().begin);
  }

  void feed(std::string line, std::uint32_t begin, std::uint32_t end) {
    marks_ += count_marks(line) + 1; // the line end may become a break

    if (marks_ > limits::file_marks)
      return stop(too_much_in_file, {begin, end}, "more than 300,000 marks and lines in one file");
    tree_.lines.push_back({begin, end});
    state_.fed_line = static_cast<std::uint32_t>(tree_.lines.size() - 1);
    state_.touched.clear();
    line += '\n';
    cmark_parser_feed(parser_.get(), line.data(), line.size());
    after_line();
  }

  // --- Comments ---

  bool is_in_code(std::string_view line) const {
    const cmark_node* current = parser_->current;
    if (current != nullptr && current->type == CMARK_NODE_CODE_BLOCK) {
      return current->as.code.fenced != 0 ? (current->flags & CMARK_NODE__OPEN) != 0 : line.starts_with("    ");
    }
    return line.starts_with("    ") && open_child(parser_->root) == nullptr;
  }

  struct Comment {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t line_end = 0; ///< of the line on which it ends
    bool begins_line = false;   ///< only spaces before it, no marks of quotes or lists
    bool ends_line = false;
  };

  /// The comment that begins the line at `begin`, if it is to be taken out of the text here. Comments inside a line
  /// are left to the inline extension; so is one that is not closed before the next begins, which is reported there.
  std::optional<Comment> find_comment(const std::string& masked, std::uint32_t begin) const {
    const std::size_t open = masked.find_first_not_of(" \t>*+-0123456789.)");
    if (open == std::string::npos || masked[open] != masked_less_than ||
        !masked.substr(open + 1, 3).starts_with("!--") || is_in_code(masked)) {
      return std::nullopt;
    }
    const std::size_t inside = begin + open + 4;
    const std::string_view scope = text_.substr(inside, text_.find("<!--", inside) - inside);
    const std::size_t length = scope.find("-->");
    if (length == std::string_view::npos) return std::nullopt;
    const std::size_t close = inside + length;
    Comment found{.begin = static_cast<std::uint32_t>(begin + open), .end = static_cast<std::uint32_t>(close + 3)};
    found.line_end = line_from(found.end).end;
    found.begins_line = masked.find_first_not_of(" \t") == open;
    found.ends_line =
        text_.substr(found.end, found.line_end - found.end).find_first_not_of(" \t") == std::string_view::npos;
    const bool is_one_line = found.end <= begin + masked.size();
    if (is_one_line && !(found.begins_line && found.ends_line)) return std::nullopt;
    return found;
  }

  /// Takes the lines of `comment` out of the text: nothing of them is fed, so that lists and tables go on around it.
  /// Between blank lines it stands as a block of its own, as in CommonMark. Text before it on its first line and after
  /// it on its last is fed. Returns where to go on.
  std::uint32_t take_comment(const Comment& comment, std::uint32_t begin, const std::string& masked) {
    tree_.comments.push_back({file_.id(), comment.begin, comment.end});
    const Line last = line_from(comment.end);
    if (!comment.begins_line || (comment.ends_line && stands_alone(last.next))) {
      feed(masked.substr(0, comment.begin - begin) + masked_comment, begin, comment.begin + 1);
    }
    if (!comment.ends_line) {
      feed(masked_line(text_.substr(comment.end, comment.line_end - comment.end)), comment.end, comment.line_end);
    }
    return last.next;
  }

  /// Whether the line fed last and the one at `resume` are blank.
  bool stands_alone(std::size_t resume) const {
    return (tree_.lines.empty() || is_blank_line(tree_.lines.back().begin)) && is_blank_line(resume);
  }

  bool is_blank_line(std::size_t begin) const {
    const std::size_t end = text_.find_first_not_of(" \t", begin);
    return end == std::string_view::npos || text_[end] == '\n' || text_[end] == '\r';
  }

  // --- Notes ---

  BlockNote& note(cmark_node* node) {
    if (node->user_data == nullptr) {
      cmark_node_set_user_data(node, new BlockNote(file_.id()));
      cmark_node_set_user_data_free_func(node, [](cmark_mem*, void* data) { delete static_cast<BlockNote*>(data); });
    }
    return *note_of(node);
  }

  void after_line() {
    for (cmark_node* touched : state_.touched) clear_blank(touched);
    std::size_t depth = 0;
    std::size_t directives = 0;
    cmark_node* deepest = parser_->root;
    for (cmark_node* node = open_child(deepest); node != nullptr; node = open_child(node)) {
      deepest = node;
      ++depth;
      if (node->start_line == parser_->line_number) ++blocks_count_;
      if (node->type == tree_.own_type && note_of(node)->line.kind == DirectiveLineKind::opening) ++directives;
      if (is_table(node)) note_table(node);
      if (stopped_) return;
      if (depth > limits::depth + 2 || directives > limits::directive_depth) {
        return stop(nesting_too_deep, tree_.lines.back(),
                    directives > limits::directive_depth ? "directives are nested more than 32 deep"
                                                         : "blocks are nested more than 64 deep");
      }
    }
    if (blocks_count_ > limits::file_blocks) {
      return stop(too_much_in_file, tree_.lines.back(), "more than 200,000 blocks in one file");
    }
    note_code(deepest);
    note_text(parser_->current);
  }

  /// Our lines are eaten, so cmark-gfm takes them for blank ones, which would make lists around them loose.
  static void clear_blank(cmark_node* touched) {
    const auto keep = static_cast<std::uint16_t>(~CMARK_NODE__LAST_LINE_BLANK);
    touched->flags &= keep;
    if (touched->parent != nullptr) touched->parent->flags &= keep;
  }

  void note_code(cmark_node* deepest) {
    if (open_code_ != nullptr && deepest != open_code_) {
      const FedLine& line = tree_.lines.back();
      const bool opens_another = deepest->type == CMARK_NODE_CODE_BLOCK && deepest->start_line == parser_->line_number;
      if (!opens_another && closes_code(text_.substr(line.begin, line.end - line.begin), open_code_)) {
        note(open_code_).closing_line = state_.fed_line + 1;
      }
      open_code_ = nullptr;
    }
    if (deepest->type == CMARK_NODE_CODE_BLOCK && deepest->as.code.fenced != 0) {
      open_code_ = deepest;
      note(deepest);
    }
  }

  void note_text(cmark_node* node) {
    if (node == nullptr || (node->type != CMARK_NODE_PARAGRAPH && node->type != CMARK_NODE_HEADING)) return;
    const std::string_view content = content_of(node);
    BlockNote& known = note(node);
    if (content.size() <= known.content_size) return;
    const std::string_view grown = content.substr(known.content_size);
    const FedLine& line = tree_.lines.back();
    known.text.append(unmasked_in_place(grown), source_of(node, grown, line));
    known.content_size = content.size();
    known.bracket_count += static_cast<std::size_t>(std::ranges::count(grown, '['));
    if (grown.find("]:") != std::string_view::npos || has_definition_) {
      has_definition_ = true;
      longest_definition_ = std::max(longest_definition_, content.size());
    }
    brackets_ += static_cast<std::size_t>(std::ranges::count(grown, '['));
    if (content.size() > limits::paragraph_bytes) {
      stop(paragraph_too_long, line, "a paragraph of more than 64 KiB");
    } else if (known.bracket_count > limits::paragraph_brackets) {
      stop(paragraph_too_long, line, "a paragraph with more than 1,000 `[`");
    }
  }

  /// Where the text that `node` got from `line` begins. It is the line's tail, except in `# headings #`.
  std::uint32_t source_of(const cmark_node* node, std::string_view grown, const FedLine& line) const {
    if (node->type == CMARK_NODE_HEADING && !node->as.heading.setext) {
      std::size_t at = line.begin + static_cast<std::size_t>(node->start_column) - 1;
      while (at < line.end && text_[at] == '#') ++at;
      while (at < line.end && (text_[at] == ' ' || text_[at] == '\t')) ++at;
      return static_cast<std::uint32_t>(at);
    }
    const std::size_t tail = grown.size() - 1; // its line end is cmark-gfm's own
    return tail > line.end - line.begin ? line.begin : line.end - static_cast<std::uint32_t>(tail);
  }

  void note_table(cmark_node* table) {
    BlockNote& known = note(table);
    known.is_table = true;
    cmark_node* row = table->last_child;
    if (row == nullptr || row->user_data != nullptr) return;
    BlockNote& row_note = note(row);
    row_note.fed_line = state_.fed_line;
    row_note.line_offset = state_.row_offset;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
    known.cell_count += columns;
    cells_ += columns;
    const FedLine& line = tree_.lines.back();
    if (columns > limits::table_columns)
      stop(table_too_large, line, "a table of more than 64 columns");
    else if (known.cell_count > limits::table_cells)
      stop(table_too_large, line, "a table of more than 20,000 cells");
    else if (cells_ > limits::file_cells)
      stop(table_too_large, line, "more than 100,000 table cells in one file");
  }

  /// Each use of a link definition copies its address and title.
  void check_references() {
    if (longest_definition_ * brackets_ <= limits::reference_bytes || tree_.lines.empty()) return;
    stop(too_much_in_file, tree_.lines.back(), "link definitions that are too long for how often links are used");
  }

  void collect_footnotes() {
    cmark_iter* iterator = cmark_iter_new(parser_->root);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
      const cmark_node* node = cmark_iter_get_node(iterator);
      if (node->type != CMARK_NODE_FOOTNOTE_DEFINITION || event != CMARK_EVENT_ENTER) continue;
      tree_.footnotes.emplace_back(reinterpret_cast<const char*>(node->as.literal.data),
                                   static_cast<std::size_t>(node->as.literal.len));
      const FedLine& line = tree_.lines[static_cast<std::size_t>(node->start_line) - 1];
      tree_.footnote_spans.push_back({file_.id(), line.begin, line.end});
    }
    cmark_iter_free(iterator);
  }

  void stop(const DiagnosticKind& kind, FedLine line, std::string message) {
    if (stopped_) return;
    stopped_ = true;
    tree_.diagnostics.push_back(
        {.kind = &kind, .span = {file_.id(), line.begin, line.end}, .message = std::move(message)});
  }

  const source::SourceFile& file_;
  std::string_view text_;
  std::uint32_t begin_;
  CmarkTree tree_;
  ParseState state_;
  Extension blocks_;
  Extension inlines_;
  std::unique_ptr<cmark_parser, FreeParser> parser_; // after the extensions: freed first
  cmark_node* open_code_ = nullptr;
  bool stopped_ = false;
  bool has_definition_ = false;
  std::size_t marks_ = 0;
  std::size_t cells_ = 0;
  std::size_t blocks_count_ = 0;
  std::size_t brackets_ = 0;
  std::size_t longest_definition_ = 0;
};

} // namespace

BlockNote* note_of(cmark_node* node) {
  return static_cast<BlockNote*>(node->user_data);
}

const InlineMark* mark_of(cmark_node* node) {
  return node->type == CMARK_NODE_HTML_INLINE ? static_cast<const InlineMark*>(node->user_data) : nullptr;
}

CmarkTree parse_with_cmark(const source::SourceFile& file, std::uint32_t begin) {
  static std::mutex one_at_a_time;
  const std::scoped_lock lock(one_at_a_time);
  cmark_gfm_core_extensions_ensure_registered();
  return Feeder(file, begin).parse();
}

std::span<const DiagnosticKind* const> cmark_tree_kinds() {
  return kinds;
}

} // namespace comb::syntax
