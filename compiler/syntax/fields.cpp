// The reader of `{…}` fields. One pass, no backtracking; goes on after a mistake so that all are said at once.
#include "syntax/fields.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind malformed_fields{
    .name = "malformed-fields",
    .severity = Severity::error,
    .help = "write fields as `{#id .class key=value key=\"two words\" flag}`",
    .explain =
        "Fields stand in braces, separated by spaces: `#id` names the block, `key=value` sets a field, a bare "
        "`key` is a flag. A value with spaces, quotes or braces goes in quotes.\n\n"
        "```\n::: case Combs {time=40 minutes}     wrong\n::: case Combs {time=\"40\"}          right\n```\n",
};

constexpr DiagnosticKind full_width_sign{
    .name = "full-width-sign",
    .severity = Severity::warning,
    .help = "type the half-width sign; `comb fmt` does it for the whole file",
    .explain =
        "A Chinese keyboard gives `＝`, `“`, `＃`, `：` and the wide space where the course language has `=`, "
        "`\"`, `#`, `:` and a space. They are understood, but search and other tools do not find them.\n\n"
        "```\n：：： case 木梳 {time＝40}\n::: case 木梳 {time=40}\n```\n",
};

constexpr std::array field_diagnostics{&malformed_fields, &full_width_sign};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_key_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

char half_width(char32_t character) {
  switch (character) {
    case U'＝':
      return '=';
    case U'＂':
    case U'“':
    case U'”':
      return '"';
    case U'＃':
      return '#';
    case U'\u3000':
      return ' ';
    default:
      return character < 0x80 ? static_cast<char>(character) : '\0';
  }
}

class Reader {
 public:
  Reader(const SubjectMap& map, std::size_t begin) : map_(map), text_(map.text()), at_(begin), begin_(begin) {}

  ReadFields read() {
    ++at_; // the brace
    while (true) {
      skip_spaces();
      if (at_end()) break;
      if (text_[at_] == '}') {
        ++at_;
        result_.is_closed = true;
        break;
      }
      if (text_[at_] == '{') break; // never part of fields: the closing brace was forgotten
      read_one();
    }
    if (!result_.is_closed && !in_open_quote_) complain(begin_, begin_ + 1, "`{` has no closing `}`");
    result_.end = at_;
    result_.fields.span = map_.span(begin_, at_);
    return std::move(result_);
  }

 private:
  struct Sign {
    char sign = '\0'; // 0 for a character that is no sign
    std::size_t length = 0;
  };

  bool at_end() const { return at_ >= text_.size(); }

  Sign peek() const {
    const DecodedCharacter decoded = decode_at(text_, at_);
    return {half_width(decoded.character), decoded.byte_count};
  }

  /// Steps over `sign`, in either width, and warns about the full width.
  void take(Sign sign) {
    if (sign.length > 1) {
      const Span span = map_.span(at_, at_ + sign.length);
      result_.diagnostics.push_back({
          .kind = &full_width_sign,
          .span = span,
          .message = "full-width `" + std::string(text_.substr(at_, sign.length)) + "` is read as `" +
                     std::string(1, sign.sign) + "`",
          .fixes = {{span, std::string(1, sign.sign)}},
      });
    }
    at_ += sign.length;
  }

  void skip_spaces() {
    while (!at_end()) {
      const Sign sign = peek();
      if (sign.sign != ' ' && sign.sign != '\t' && sign.sign != '\n' && sign.sign != masked_comment) return;
      take(sign);
    }
  }

  void read_one() {
    const std::size_t begin = at_;
    const Sign first = peek();
    if (first.sign == '#' || first.sign == '.') {
      take(first);
      read_mark(first.sign, begin);
    } else if (is_ascii_letter(text_[at_])) {
      read_key(begin);
    } else {
      skip_word();
      if (at_ == begin) at_ += first.length; // a lone quote: always move on
      complain(begin, at_, "`" + std::string(text_.substr(begin, at_ - begin)) + "` is no field");
    }
  }

  void read_mark(char mark, std::size_t begin) {
    const std::size_t name_begin = at_;
    skip_word();
    if (at_ == name_begin) {
      complain(begin, at_, std::string("nothing after `") + mark + "`");
      return;
    }
    result_.fields.values.push_back({
        .name = std::string(1, mark),
        .text = std::string(text_.substr(name_begin, at_ - name_begin)),
        .name_span = map_.span(begin, name_begin),
        .value_span = map_.span(name_begin, at_),
    });
  }

  void read_key(std::size_t begin) {
    while (!at_end() && is_key_byte(text_[at_])) ++at_;
    schema::RawValue value{
        .name = std::string(text_.substr(begin, at_ - begin)),
        .name_span = map_.span(begin, at_),
        .value_span = map_.span(begin, at_),
    };
    const Sign sign = at_end() ? Sign{} : peek();
    if (sign.sign == '=') {
      take(sign);
      if (!read_value(value, begin)) return;
    } else if (at_end() || sign.sign == ' ' || sign.sign == '\t' || sign.sign == '\n' || sign.sign == '}') {
      value.is_flag = true;
    } else {
      skip_word();
      complain(begin, at_, "`" + std::string(text_.substr(begin, at_ - begin)) + "` is no field");
      return;
    }
    result_.fields.values.push_back(std::move(value));
  }

  bool read_value(schema::RawValue& value, std::size_t begin) {
    if (!at_end() && peek().sign == '"') return read_quoted(value, begin);
    const std::size_t value_begin = at_;
    skip_word();
    if (at_ == value_begin) {
      complain(begin, at_, "`" + value.name + "=` has no value");
      return false;
    }
    value.text = std::string(text_.substr(value_begin, at_ - value_begin));
    value.value_span = map_.span(value_begin, at_);
    return true;
  }

  bool read_quoted(schema::RawValue& value, std::size_t begin) {
    const bool is_wide_quote = peek().length > 1;
    take(peek());
    const std::size_t value_begin = at_;
    while (!at_end()) {
      const Sign sign = peek();
      // An ASCII quote closes what an ASCII quote opened, so that a quoted value may hold “ ” as text.
      if (sign.sign == '"' && (is_wide_quote || sign.length == 1)) {
        value.value_span = map_.span(value_begin, at_);
        take(sign);
        return true;
      }
      if (sign.sign == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) {
        value.text += text_[at_ + 1];
        at_ += 2;
        continue;
      }
      append(value, sign);
    }
    in_open_quote_ = true;
    complain(begin, begin + value.name.size(), "the quoted value of `" + value.name + "` is not closed");
    return false;
  }

  /// A full-width `；` stays what it is: in a sentence it is right, and alternatives split on either width.
  void append(schema::RawValue& value, Sign sign) {
    if (text_[at_] == '\n') {
      value.text += ' ';
    } else if (text_[at_] != masked_comment) {
      value.text += text_.substr(at_, sign.length);
    }
    at_ += sign.length;
  }

  void skip_word() {
    while (!at_end()) {
      const Sign sign = peek();
      if (sign.sign == ' ' || sign.sign == '\t' || sign.sign == '\n' || sign.sign == '"' || sign.sign == '}' ||
          sign.sign == '{') {
        break;
      }
      at_ += sign.length;
    }
  }

  void complain(std::size_t begin, std::size_t end, std::string message) {
    result_.diagnostics.push_back(
        {.kind = &malformed_fields, .span = map_.span(begin, end), .message = std::move(message)});
  }

  const SubjectMap& map_;
  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  bool in_open_quote_ = false; // the end was reached inside a quoted value
  ReadFields result_;
};

} // namespace

bool ReadFields::is_well_formed() const {
  return is_closed &&
         std::ranges::none_of(diagnostics, [](const Diagnostic& found) { return found.kind == &malformed_fields; });
}

ReadFields read_fields(const SubjectMap& map, std::size_t begin) {
  return Reader(map, begin).read();
}

bool looks_like_fields(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size()) return false;
  const char first = half_width(decode_at(text, at).character);
  if (first == '#') return true;
  const std::size_t key = at;
  while (at < text.size() && is_key_byte(text[at])) ++at;
  return at > key && is_ascii_letter(text[key]) && at < text.size() && half_width(decode_at(text, at).character) == '=';
}

std::span<const DiagnosticKind* const> field_kinds() {
  return field_diagnostics;
}

} // namespace comb::syntax
