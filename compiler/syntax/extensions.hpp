// Our two syntax extensions for cmark-gfm: directive blocks, and everything inside a line. Internal.
#pragma once

#include "syntax/cmark_tree.hpp"

namespace comb::syntax {

/// What the callbacks share during one parse.
struct ParseState {
  FileId file;
  std::uint32_t fed_line = 0;       ///< index of the line that is being parsed
  std::uint32_t row_offset = 0;     ///< where in that line a table's row would begin
  std::vector<cmark_node*> touched; ///< directives that opened or closed on that line
};

struct FreeExtension {
  void operator()(cmark_syntax_extension* extension) const;
};
using Extension = std::unique_ptr<cmark_syntax_extension, FreeExtension>;

/// The type of our block nodes; asked for once a process, since each call takes a number for good.
cmark_node_type own_block_type();

/// `state` must outlive the extension.
Extension make_block_extension(ParseState& state);
Extension make_inline_extension();

/// A name of an inline directive that the language knows.
bool is_inline_name(std::string_view name);
std::span<const std::string_view> inline_names();

} // namespace comb::syntax
