// Escapes text for element content and quoted attributes.
#include "emit/html.hpp"

#include <algorithm>
#include <array>

namespace comb::emit {

Html& Html::add(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    std::string_view entity;
    for (; end < text.size(); ++end) {
      const char c = text[end];
      const auto byte = static_cast<unsigned char>(c);
      const bool is_control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
      if (c == '&') entity = "&amp;";
      if (c == '<') entity = "&lt;";
      if (c == '>') entity = "&gt;";
      if (c == '"') entity = "&quot;";
      if (c == '\'') entity = "&#39;";
      if (!entity.empty() || is_control) break;
    }
    text_.append(text.substr(begin, end - begin));
    text_.append(entity);
    begin = end + 1;
  }
  return *this;
}

namespace {

/// Elements without an end tag, of those that we write.
bool is_void(std::string_view tag) {
  constexpr std::array<std::string_view, 5> names = {"br", "col", "hr", "img", "input"};
  const std::string_view name = tag.substr(0, tag.find_first_of(" /\n"));
  return tag.ends_with('/') || std::ranges::find(names, name) != names.end();
}

} // namespace

Html with_language(const Html& html, std::string_view lang) {
  if (lang.empty()) return html;
  const std::string_view rest = html.str();
  Html marked;
  int depth = 0;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t open = std::min(rest.find('<', at), rest.size());
    marked.text_.append(rest.substr(at, open - at));
    const std::size_t close = rest.find('>', open); // inside a value it would be an entity
    if (close == std::string_view::npos) break;
    const std::string_view tag = rest.substr(open + 1, close - open - 1);
    const bool is_end = tag.starts_with('/');
    if (is_end) --depth;
    const std::size_t name = std::min(tag.find_first_of(" /\n", 1), tag.size());
    marked.text_.append("<").append(tag.substr(0, name));
    const bool has_own = tag.substr(name).starts_with(" lang=");
    if (depth == 0 && !is_end && !has_own) (marked += " lang=\"").add(lang) += "\"";
    marked.text_.append(tag.substr(name)).append(">");
    if (!is_end && !is_void(tag)) ++depth;
    at = close + 1;
  }
  return marked;
}

Html escape(std::string_view text) {
  Html html;
  html.add(text);
  return html;
}

} // namespace comb::emit
