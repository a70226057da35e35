// HTML that is known to be escaped: only `escape` and joining make it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace comb::emit {

/// A piece of HTML. Text gets in only through `escape`, markup only through `markup` with a literal.
class Html {
 public:
  Html() = default;
  /// For markup in our own sources: a string literal, not something computed.
  template <std::size_t size>
  static Html markup(const char (&literal)[size]) {
    return Html(std::string(literal, size - 1));
  }

  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }
  /// Appends markup of our own, a string literal.
  template <std::size_t size>
  Html& operator+=(const char (&literal)[size]) {
    text_.append(literal, size - 1);
    return *this;
  }
  /// Appends `text`, escaped: `html += escape(text)` without the copy.
  Html& add(std::string_view text);
  friend Html operator+(Html a, const Html& b) {
    a += b;
    return a;
  }
  const std::string& str() const { return text_; }
  bool is_empty() const { return text_.empty(); }

 private:
  friend Html escape(std::string_view text);
  friend Html with_language(const Html& html, std::string_view lang);
  explicit Html(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// `text` for element content and for quoted attribute values: `& < > " '` as entities, control characters but tab
/// and newline dropped.
Html escape(std::string_view text);

/// `html` with ` lang="…"` on each of its outermost elements that has none. Text between them stays as it is; `lang`
/// may be empty, which changes nothing.
Html with_language(const Html& html, std::string_view lang);

} // namespace comb::emit
