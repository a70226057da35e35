// Escapes text for element content and quoted attributes.
#include "emit/html.hpp"

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

Html escape(std::string_view text) {
  Html html;
  html.add(text);
  return html;
}

} // namespace comb::emit
