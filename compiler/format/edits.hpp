// Changes to a text, and the parsed text that they are made for. Internal.
#pragma once

#include "base/span.hpp"
#include "source/source_set.hpp"
#include "syntax/document.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::format {

/// `replacement` in place of the bytes `[begin, end)`.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string replacement;
};
using Edits = std::vector<Edit>;

/// A lesson as the steps see it.
struct Lesson {
  const source::SourceFile& file;
  const syntax::Document& document;

  std::string_view text(Span span) const { return file.text().substr(span.begin, span.end - span.begin); }
  std::uint32_t first_line(Span span) const { return file.line_at(span.begin); }
  /// The line of the last byte.
  std::uint32_t last_line(Span span) const { return file.line_at(span.end > span.begin ? span.end - 1 : span.end); }
  /// The line that `node` begins on, its line of fields included.
  std::uint32_t first_line(const syntax::Node& node) const;
};

/// `text` with all edits made. They must not overlap; edits that change nothing are fine.
std::string apply(std::string_view text, Edits edits);

/// How the lines of the node at hand are led in.
enum class Depth : std::uint8_t {
  plain,  ///< at the line's start: nothing around it but directives
  nested, ///< in a list item, quote or footnote
};

/// Calls `visit` for each list of sibling nodes: the document's, and those of each node with children. `parent` is
/// null for the document's.
void for_each_siblings(
    const syntax::Document& document,
    const std::function<void(const syntax::Nodes& siblings, const syntax::Node* parent, Depth depth)>& visit);

/// Which lines (index: line number) must stay byte for byte: code, comments, front matter.
std::vector<bool> kept_lines(const Lesson& lesson);

/// The line of the closing fence of a container; 0 for one that is not closed.
std::uint32_t closing_line(const Lesson& lesson, const syntax::Node& node);

bool is_empty_line(std::string_view line);

} // namespace comb::format
