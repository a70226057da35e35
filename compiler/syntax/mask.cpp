// Replaces single characters of a line, by the rules of masked_line.
#include "syntax/mask.hpp"

#include "base/utf8.hpp"
#include "syntax/subject_map.hpp"

namespace comb::syntax {

namespace {

bool is_mark(char c) {
  return c == '*' || c == '_' || c == '~';
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool touches_wide(std::string_view line, std::size_t begin, std::size_t end) {
  const char32_t before = decode_before(line, begin).character;
  const char32_t after = decode_at(line, end).character;
  return (is_wide(before) && !is_space(before)) || (is_wide(after) && !is_space(after));
}

/// Masks the run of emphasis marks at `begin`; returns its end.
std::size_t mask_run(std::string_view line, std::size_t begin, std::string& out) {
  std::size_t end = begin;
  bool has_star = false;
  while (end < line.size() && is_mark(line[end])) has_star |= line[end++] == '*';
  if (!has_star || !touches_wide(line, begin, end)) return end;
  for (std::size_t i = begin; i < end; ++i) {
    if (line[i] == '*') out[i] = masked_star;
    if (line[i] == '_') out[i] = masked_underscore;
  }
  return end;
}

/// Whether the `<` at `begin` could open an HTML block there: `<name`, `</name`, with a space, `>`, `/` or the end
/// after.
bool looks_like_tag(std::string_view line, std::size_t begin) {
  std::size_t at = begin + 1;
  if (at < line.size() && line[at] == '/') ++at;
  const std::size_t name = at;
  while (at < line.size() && is_name_byte(line[at])) ++at;
  if (at == name) return false;
  return at >= line.size() || line[at] == ' ' || line[at] == '\t' || line[at] == '>' || line[at] == '/';
}

} // namespace

bool is_container_prefix(std::string_view line, std::size_t offset) {
  const std::string_view before = line.substr(0, offset);
  if (before.find_first_not_of(" \t>*+-0123456789.)") == std::string_view::npos) return true;
  const std::size_t label = before.find("]:");
  return before.find_first_not_of(" \t") == before.find("[^") && label != std::string_view::npos &&
         before.find_first_not_of(" \t", label + 2) == std::string_view::npos;
}

std::string masked_line(std::string_view line, std::string_view line_before) {
  std::string out(line);
  bool only_prefix = !line_before.ends_with("]:"); // nothing but container marks so far
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c == '\\') {
      i += 2;
      only_prefix = false;
      continue;
    }
    if (is_mark(c)) {
      i = mask_run(line, i, out);
      continue;
    }
    if (c == '<') {
      const char next = i + 1 < line.size() ? line[i + 1] : '\0';
      if (next == '!' || next == '?' || (only_prefix && looks_like_tag(line, i) && is_container_prefix(line, i))) {
        out[i] = masked_less_than;
      }
      only_prefix = false;
    } else if (c == '`' || c == '|') {
      only_prefix = false;
    }
    ++i;
  }
  return out;
}

} // namespace comb::syntax
