// `:::` containers, `::leaf` lines and `{…}` lines as blocks of cmark-gfm.
#include "syntax/extensions.hpp"

namespace comb::syntax {

namespace {

ParseState& state_of(cmark_syntax_extension* extension) {
  return *static_cast<ParseState*>(cmark_syntax_extension_get_private(extension));
}

bool is_own(const cmark_node* node) {
  return node->type == own_block_type();
}

bool is_open(const cmark_node* node) {
  return (node->flags & CMARK_NODE__OPEN) != 0;
}

bool is_open_container(cmark_node* node) {
  return is_own(node) && note_of(node)->line.kind == DirectiveLineKind::opening;
}

std::string_view unread(cmark_parser* parser, const unsigned char* line, int length) {
  const int offset = cmark_parser_get_first_nonspace(parser);
  return {reinterpret_cast<const char*>(line) + offset, static_cast<std::size_t>(length - offset)};
}

void eat_line(cmark_parser* parser, unsigned char* line, int length) {
  const int rest = length - 1 - cmark_parser_get_offset(parser);
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(line), rest, 0);
}

/// How many columns the line must be indented for `node` to go on, when it begins with no mark of a quote; none when
/// it cannot go on.
std::optional<int> needed_indent(cmark_node* node) {
  switch (node->type) {
    case CMARK_NODE_LIST:
      return 0;
    case CMARK_NODE_ITEM:
      return node->as.list.marker_offset + node->as.list.padding;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return 4;
    default:
      return is_open_container(node) ? std::optional(0) : std::nullopt;
  }
}

/// Whether a closing fence of `fence_length` at `indent` belongs to an open block inside `container`: to a fenced code
/// block that hides it, or to a directive of the same length that the line reaches.
bool belongs_further_in(cmark_node* container, int fence_length, int indent) {
  for (cmark_node* inner = container->last_child; inner != nullptr && is_open(inner); inner = inner->last_child) {
    if (inner->type == CMARK_NODE_CODE_BLOCK) {
      return inner->as.code.fenced != 0 || indent >= 4;
    }
    const std::optional<int> needed = needed_indent(inner);
    if (!needed || indent < *needed) return false;
    indent -= *needed;
    if (is_own(inner) && note_of(inner)->line.fence_length == fence_length && indent < 4) return true;
  }
  return false;
}

/// Does `container`, an open block of ours, go on at this line? 1 for yes, 0 to close it.
int match_block(cmark_syntax_extension* extension, cmark_parser* parser, unsigned char* line, int length,
                cmark_node* container) {
  BlockNote& note = *note_of(container);
  if (note.line.kind != DirectiveLineKind::opening) return 0; // all others are one line
  const DirectiveLine found = classify_line(unread(parser, line, length));
  const int indent = cmark_parser_get_indent(parser);
  if (found.kind != DirectiveLineKind::closing || found.fence_length != note.line.fence_length) return 1;
  if (belongs_further_in(container, found.fence_length, indent)) return 1;
  if (indent >= 4) return 1;
  ParseState& state = state_of(extension);
  note.closing_line = state.fed_line + 1;
  state.touched.push_back(container);
  eat_line(parser, line, length); // the rest of the line is then blank, and closing runs its normal course
  return 0;
}

/// A line of fields must not cut a paragraph in two; all other lines of ours interrupt one.
bool may_open(const DirectiveLine& found, const cmark_node* parent) {
  if (found.kind == DirectiveLineKind::none) return false;
  return found.kind != DirectiveLineKind::fields || parent->type != CMARK_NODE_PARAGRAPH;
}

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser, cmark_node* parent,
                       unsigned char* line, int length) {
  ParseState& state = state_of(extension);
  const auto offset = static_cast<std::uint32_t>(cmark_parser_get_first_nonspace(parser));
  if (parent->type == CMARK_NODE_TABLE) state.row_offset = offset;
  if (indented != 0) return nullptr;
  const DirectiveLine found = classify_line(unread(parser, line, length));
  if (!may_open(found, parent)) return nullptr;
  cmark_node* node =
      cmark_parser_add_child(parser, parent, own_block_type(), cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(node, extension);
  auto note = std::make_unique<BlockNote>(state.file);
  note->line = found;
  note->fed_line = state.fed_line;
  note->line_offset = offset;
  cmark_node_set_user_data(node, note.release());
  cmark_node_set_user_data_free_func(node, [](cmark_mem*, void* data) { delete static_cast<BlockNote*>(data); });
  state.touched.push_back(node);
  eat_line(parser, line, length);
  return node;
}

int can_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  if (!is_own(node) || note_of(node)->line.kind != DirectiveLineKind::opening) return 0;
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK && child != CMARK_NODE_ITEM ? 1 : 0;
}

} // namespace

cmark_node_type own_block_type() {
  static const cmark_node_type type = cmark_syntax_extension_add_node(0);
  return type;
}

void FreeExtension::operator()(cmark_syntax_extension* extension) const {
  cmark_syntax_extension_free(cmark_get_default_mem_allocator(), extension);
}

Extension make_block_extension(ParseState& state) {
  Extension extension(cmark_syntax_extension_new("comb-blocks"));
  cmark_syntax_extension_set_private(extension.get(), &state, nullptr);
  cmark_syntax_extension_set_match_block_func(extension.get(), match_block);
  cmark_syntax_extension_set_open_block_func(extension.get(), open_block);
  cmark_syntax_extension_set_can_contain_func(extension.get(), can_contain);
  cmark_syntax_extension_set_get_type_string_func(extension.get(),
                                                  [](cmark_syntax_extension*, cmark_node*) { return "directive"; });
  return extension;
}

} // namespace comb::syntax
