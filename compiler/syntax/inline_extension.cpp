// What our language adds inside a line, as special characters of cmark-gfm: `:name[…]`, `{…}`, `{{…}}`, emphasis
// beside wide characters, `~~`, comments and masked HTML. What is found becomes an HTML_INLINE node with user data:
// custom inline nodes would be dropped inside table cells.
#include "syntax/extensions.hpp"

#include "base/utf8.hpp"
#include "syntax/fields.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr std::array<std::string_view, 5> known_names{"ref", "term", "fill", "blank", "trainer"};
constexpr std::size_t max_directive_bytes = 1000;
constexpr std::size_t max_fields_bytes = 4000;
constexpr std::size_t max_tag_bytes = 1000;

/// The place where the inline parser stands, and what it may look at.
struct Place {
  cmark_parser* parser;
  cmark_node* parent;
  cmark_inline_parser* inlines;
  std::string_view text; ///< of the whole block, with stand-ins
  std::size_t at;
};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

cmark_node* make_mark(const Place& place, MarkKind kind, std::size_t end) {
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, place.parser->mem);
  cmark_node_set_user_data(node,
                           new InlineMark{kind, static_cast<std::uint32_t>(place.at), static_cast<std::uint32_t>(end)});
  cmark_node_set_user_data_free_func(node, [](cmark_mem*, void* data) { delete static_cast<InlineMark*>(data); });
  node->start_line = node->end_line = cmark_inline_parser_get_line(place.inlines);
  cmark_inline_parser_set_offset(place.inlines, static_cast<int>(end));
  return node;
}

cmark_node* make_text(const Place& place, std::size_t end) {
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_TEXT, place.parser->mem);
  cmark_node_set_literal(node, std::string(place.text.substr(place.at, end - place.at)).c_str());
  node->start_line = node->end_line = cmark_inline_parser_get_line(place.inlines);
  node->start_column = cmark_inline_parser_get_column(place.inlines);
  node->end_column = node->start_column + static_cast<int>(end - place.at) - 1;
  cmark_inline_parser_set_offset(place.inlines, static_cast<int>(end));
  return node;
}

// --- Emphasis -------------------------------------------------------------------------------------------------------

struct Flanks {
  bool can_open = false;
  bool can_close = false;
};

char32_t unmasked_character(char32_t character) {
  switch (character) {
    case masked_star:
      return U'*';
    case masked_underscore:
      return U'_';
    case masked_less_than:
      return U'<';
    default:
      return character;
  }
}

char32_t character_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == masked_comment) --at;
  return at == 0 ? U'\n' : unmasked_character(decode_before(text, at).character);
}

char32_t character_after(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == masked_comment) ++at;
  return at >= text.size() ? U'\n' : unmasked_character(decode_at(text, at).character);
}

/// Left- and right-flanking as CommonMark 0.29 section 6.4 has them, except that wide punctuation counts as a letter
/// and a wide character beside the run allows punctuation on its other side.
Flanks flanks(std::string_view text, std::size_t begin, std::size_t end, char mark) {
  const char32_t before = character_before(text, begin);
  const char32_t after = character_after(text, end);
  const bool space_before = is_space(before);
  const bool space_after = is_space(after);
  const bool narrow_before = is_punctuation(before) && !is_wide(before);
  const bool narrow_after = is_punctuation(after) && !is_wide(after);
  const bool left = !space_after && (!narrow_after || space_before || is_punctuation(before) || is_wide(before));
  const bool right = !space_before && (!narrow_before || space_after || is_punctuation(after) || is_wide(after));
  if (mark != '_') return {left, right};
  return {left && (!right || is_punctuation(before)), right && (!left || is_punctuation(after))};
}

cmark_node* match_delimiters(const Place& place, char stand_in, char mark) {
  std::size_t end = place.at;
  while (end < place.text.size() && place.text[end] == stand_in) ++end;
  const Flanks flank = flanks(place.text, place.at, end, mark);
  cmark_node* node = make_text(place, end);
  // One `~` is a range in Chinese text (`3~5`), so only pairs strike out.
  const bool counts = mark != '~' || end - place.at == 2;
  if (counts && (flank.can_open || flank.can_close)) {
    cmark_inline_parser_push_delimiter(place.inlines, static_cast<unsigned char>(mark), flank.can_open ? 1 : 0,
                                       flank.can_close ? 1 : 0, node);
  }
  return node;
}

/// Turns the nodes between two `~~` into an emphasis node that is marked as struck out by its literal-free user data.
delimiter* strike_out(cmark_syntax_extension*, cmark_parser*, cmark_inline_parser* inlines, delimiter* opener,
                      delimiter* closer) {
  delimiter* rest = closer->next;
  cmark_node* node = opener->inl_text;
  cmark_node* end = closer->inl_text;
  cmark_node_set_type(node, CMARK_NODE_EMPH);
  cmark_node_set_user_data(node, node); // any value: EMPH of cmark-gfm's own has none
  for (cmark_node* child = node->next; child != nullptr && child != end;) {
    cmark_node* next = child->next;
    cmark_node_append_child(node, child);
    child = next;
  }
  cmark_node_free(end);
  for (delimiter* inner = closer; inner != nullptr && inner != opener;) {
    delimiter* previous = inner->previous;
    cmark_inline_parser_remove_delimiter(inlines, inner);
    inner = previous;
  }
  cmark_inline_parser_remove_delimiter(inlines, opener);
  return rest;
}

// --- Directives, variables, fields ----------------------------------------------------------------------------------

/// A map of nothing but `text`, for finding where fields end; places are put right when the tree is read.
std::optional<std::size_t> fields_end(std::string_view text, std::size_t begin, std::size_t max_bytes) {
  SubjectMap map{FileId{}};
  map.append(unmasked_in_place(text.substr(begin, max_bytes)), 0);
  const ReadFields read = read_fields(map, 0);
  if (!read.is_closed) return std::nullopt;
  return begin + read.end;
}

bool stands_inside_word(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char32_t before = decode_before(text, at).character;
  return before == U':' || (is_letter_or_digit(before) && !is_wide(before));
}

cmark_node* match_directive(const Place& place) {
  std::size_t at = place.at + 1;
  if (at >= place.text.size() || !is_ascii_letter(place.text[at])) return nullptr;
  while (at < place.text.size() && is_name_byte(place.text[at]) && at - place.at < 64) ++at;
  if (at >= place.text.size() || place.text[at] != '[') return nullptr;
  const bool is_known = is_inline_name(place.text.substr(place.at + 1, at - place.at - 1));
  if (!is_known && stands_inside_word(place.text, place.at)) return nullptr;
  const std::size_t limit = std::min(place.text.size(), place.at + max_directive_bytes);
  const std::size_t bracket = at;
  if (place.text.substr(at, limit - std::min(at, limit)).find(']') == std::string_view::npos) at = limit;
  while (at < limit && place.text[at] != ']') at += place.text[at] == '\\' ? 2 : 1;
  if (at >= limit) return is_known ? make_mark(place, MarkKind::unclosed_directive, bracket + 1) : nullptr;
  ++at;
  if (at < place.text.size() && place.text[at] == '{' && !place.text.substr(at).starts_with("{{")) {
    at = fields_end(place.text, at, max_directive_bytes).value_or(at);
  }
  return make_mark(place, MarkKind::directive, at);
}

cmark_node* match_variable(const Place& place) {
  const std::string_view rest = place.text.substr(place.at, 130);
  const std::size_t end = rest.find("}}");
  if (end == std::string_view::npos) return nullptr;
  std::size_t begin = 2;
  while (begin < end && rest[begin] == ' ') ++begin;
  std::size_t name = begin;
  while (name < end && (is_name_byte(rest[name]) || rest[name] == '.')) ++name;
  if (name == begin || !is_ascii_letter(rest[begin])) return nullptr;
  if (rest.substr(name, end - name).find_first_not_of(' ') != std::string_view::npos) return nullptr;
  return make_mark(place, MarkKind::variable, place.at + end + 2);
}

bool is_in_item(const cmark_node* block) {
  return block->type == CMARK_NODE_PARAGRAPH && block->prev == nullptr && block->parent != nullptr &&
         block->parent->type == CMARK_NODE_ITEM;
}

bool ends_block(const Place& place) {
  if (place.text.back() != '}' || place.text.rfind('{') != place.at) return false;
  if (place.parent->type == CMARK_NODE_HEADING) return true;
  return is_in_item(place.parent) && place.at > 0 && is_space(decode_before(place.text, place.at).character);
}

bool touches_image(const Place& place) {
  const cmark_node* before = place.parent->last_child;
  return before != nullptr && before->type == CMARK_NODE_IMAGE && place.at > 0 &&
         (place.text[place.at - 1] == ')' || place.text[place.at - 1] == ']');
}

cmark_node* match_brace(const Place& place) {
  if (place.text.substr(place.at).starts_with("{{")) return match_variable(place);
  if (!touches_image(place) && !ends_block(place)) return nullptr;
  const std::optional<std::size_t> end = fields_end(place.text, place.at, max_fields_bytes);
  if (!end || (!touches_image(place) && *end != place.text.size())) return nullptr;
  return make_mark(place, MarkKind::fields, *end);
}

// --- Comments and HTML ----------------------------------------------------------------------------------------------

/// A comment ends before the next one begins, or was not closed; the rest of the text must not vanish in it.
cmark_node* match_comment(const Place& place) {
  const std::size_t inside = std::min(place.at + 4, place.text.size());
  const std::size_t next = std::min(place.text.find("\x02!--", inside), place.text.size());
  const std::size_t end = place.text.substr(inside, next - inside).find("-->");
  if (end == std::string_view::npos) return make_mark(place, MarkKind::unclosed_comment, inside);
  return make_mark(place, MarkKind::comment, inside + end + 3);
}

cmark_node* match_masked_html(const Place& place) {
  if (place.text.substr(place.at + 1).starts_with("!--")) return match_comment(place);
  const std::string_view rest = place.text.substr(place.at, max_tag_bytes);
  char quote = '\0';
  for (std::size_t i = 1; i < rest.size() && rest[i] != '<' && rest[i] != masked_less_than; ++i) {
    if (quote == '\0' && rest[i] == '>') return make_mark(place, MarkKind::html, place.at + i + 1);
    if (rest[i] == quote) {
      quote = '\0';
    } else if (quote == '\0' && (rest[i] == '"' || rest[i] == '\'')) {
      quote = rest[i];
    }
  }
  return nullptr;
}

cmark_node* match_hidden(const Place& place) {
  std::size_t end = place.at;
  while (end < place.text.size() && place.text[end] == masked_comment) ++end;
  return make_mark(place, MarkKind::comment, end);
}

cmark_node* match_inline(cmark_syntax_extension*, cmark_parser* parser, cmark_node* parent, unsigned char character,
                         cmark_inline_parser* inlines) {
  const cmark_chunk* chunk = cmark_inline_parser_get_chunk(inlines);
  const Place place{
      .parser = parser,
      .parent = parent,
      .inlines = inlines,
      .text = {reinterpret_cast<const char*>(chunk->data), static_cast<std::size_t>(chunk->len)},
      .at = static_cast<std::size_t>(cmark_inline_parser_get_offset(inlines)),
  };
  switch (static_cast<char>(character)) {
    case masked_star:
      return match_delimiters(place, masked_star, '*');
    case masked_underscore:
      return match_delimiters(place, masked_underscore, '_');
    case '~':
      return match_delimiters(place, '~', '~');
    case ':':
      return match_directive(place);
    case '{':
      return match_brace(place);
    case masked_less_than:
      return match_masked_html(place);
    case masked_comment:
      return match_hidden(place);
    default:
      return nullptr;
  }
}

} // namespace

bool is_inline_name(std::string_view name) {
  return std::ranges::find(known_names, name) != known_names.end();
}

std::span<const std::string_view> inline_names() {
  return known_names;
}

Extension make_inline_extension() {
  Extension extension(cmark_syntax_extension_new("comb-inlines"));
  cmark_syntax_extension_set_match_inline_func(extension.get(), match_inline);
  cmark_syntax_extension_set_inline_from_delim_func(extension.get(), strike_out);
  cmark_llist* characters = nullptr;
  for (const char c : {masked_star, masked_underscore, masked_less_than, masked_comment, '~', ':', '{'}) {
    characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters,
                                    reinterpret_cast<void*>(static_cast<std::uintptr_t>(c)));
  }
  cmark_syntax_extension_set_special_inline_chars(extension.get(), characters);
  return extension;
}

} // namespace comb::syntax
