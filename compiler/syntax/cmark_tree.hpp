// A tree as cmark-gfm built it, with what we noted about its blocks on the way. Internal: includes cmark-gfm.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"
#include "syntax/directive_line.hpp"
#include "syntax/subject_map.hpp"

#include <chunk.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <node.h>
#include <parser.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

// The header that declares these is not installed.
extern "C" cmark_node_type CMARK_NODE_TABLE;
extern "C" cmark_node_type CMARK_NODE_TABLE_ROW;
extern "C" cmark_node_type CMARK_NODE_TABLE_CELL;

namespace comb::syntax {

/// A line that cmark-gfm was fed, and where it stands in the source (without its line end). Lines of nothing but
/// comments are not fed, so its line numbers are not those of the file.
struct FedLine {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What we note about a block while its lines go in; hangs on the node as user data.
struct BlockNote {
  explicit BlockNote(FileId file) : text(file) {}
  DirectiveLine line;             ///< of our own nodes: what the line is
  std::uint32_t fed_line = 0;     ///< of our own nodes and of table rows: index into the fed lines
  std::uint32_t line_offset = 0;  ///< of these: where in the line the block begins, past the indent
  std::uint32_t closing_line = 0; ///< of containers and fenced code: 1 + index of the closing line; 0 while open
  SubjectMap text;                ///< of paragraphs, headings and a table's header: the lines so far
  std::size_t content_size = 0;   ///< of the node's content after the last line
  bool is_table = false;          ///< this paragraph has become a table
  std::size_t cell_count = 0;     ///< of a table
  std::size_t bracket_count = 0;  ///< `[` in `text`
};

enum class MarkKind : std::uint8_t {
  directive,          ///< `:name[…]{…}`
  unclosed_directive, ///< `:name[` of a known name without its `]`
  variable,           ///< `{{name}}`
  fields,             ///< `{…}` after a picture or at the end of a heading or an item's paragraph
  comment,
  unclosed_comment,
  html,
};

/// What our inline extension found: the user data of an HTML_INLINE node. Offsets count in the block's text.
struct InlineMark {
  MarkKind kind = MarkKind::html;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Owns the nodes.
struct CmarkTree {
  struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
  };
  std::unique_ptr<cmark_node, Free> root; ///< none where a limit stopped the parsing
  std::vector<FedLine> lines;
  std::vector<Span> comments;         ///< comments that took whole lines, marks included
  std::vector<std::string> footnotes; ///< labels of all definitions, in order
  std::vector<Span> footnote_spans;   ///< of `footnotes`: their first lines
  cmark_node_type own_type{};         ///< the type of our own blocks
  Diagnostics diagnostics;
};

/// Parses the source from `begin` on. Runs under one process-wide lock: cmark-gfm's special characters are a global
/// table. Raises the limits that are found while the blocks form, before any inline is parsed.
CmarkTree parse_with_cmark(const source::SourceFile& file, std::uint32_t begin);

BlockNote* note_of(cmark_node* node);
const InlineMark* mark_of(cmark_node* node);

std::span<const DiagnosticKind* const> cmark_tree_kinds();

} // namespace comb::syntax
