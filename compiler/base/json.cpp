// Writing JSON (RFC 8259). Only writing: the compiler reads none.
#include "base/json.hpp"

#include "base/overloaded.hpp"
#include "base/utf8.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace comb {

namespace {

bool must_be_escaped(char32_t character) {
  return is_control(character) || character == '"' || character == '\\' || character == '<' || character == '>' ||
         character == '&' || character == 0x2028 || character == 0x2029;
}

/// Whether the bytes of a character may be copied; those of a bad one may not.
bool stands_as_it_is(const DecodedCharacter& next) {
  const bool is_bad = next.character == replacement_character && next.byte_count == 1;
  return !is_bad && !must_be_escaped(next.character);
}

void append_escape(std::string& text, char32_t character) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (character) {
    case '"':
      text += "\\\"";
      return;
    case '\\':
      text += "\\\\";
      return;
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    case replacement_character:
      append_utf8(text, character);
      return;
    default:
      text += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) text += digits[(character >> shift) & 0xFU];
  }
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t run = 0; // where what is written as it stands begins
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    const std::size_t end = offset + next.byte_count;
    if (!stands_as_it_is(next)) {
      out.append(text.substr(run, offset - run));
      append_escape(out, next.character);
      run = end;
    }
    offset = end;
  }
  out.append(text.substr(run));
  out += '"';
}

class Writer {
 public:
  explicit Writer(JsonStyle style) : style_(style) {}

  void write(const Json& value) {
    std::visit(Overloaded{
                   [this](std::monostate) { text_ += "null"; },
                   [this](bool flag) { text_ += flag ? "true" : "false"; },
                   [this](std::int64_t number) { text_ += std::to_string(number); },
                   [this](double number) { write_number(number); },
                   [this](const std::string& string) { append_json_string(text_, string); },
                   [this](const Json::Array& array) { write_array(array); },
                   [this](const Json::Object& object) { write_object(object); },
               },
               value.content());
  }

  std::string take() { return std::move(text_); }

 private:
  void write_number(double number) {
    if (!std::isfinite(number)) {
      text_ += "null";
      return;
    }
    // The shortest text that reads back as the same number, whatever the locale.
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text_.append(digits.data(), end.ptr);
  }

  void write_array(const Json::Array& array) {
    text_ += '[';
    ++depth_;
    for (std::size_t index = 0; index < array.size(); ++index) {
      begin_element(index);
      write(array[index]);
    }
    end_group(array.empty(), ']');
  }

  void write_object(const Json::Object& object) {
    text_ += '{';
    ++depth_;
    for (std::size_t index = 0; index < object.size(); ++index) {
      begin_element(index);
      append_json_string(text_, object[index].first);
      text_ += style_ == JsonStyle::indented ? ": " : ":";
      write(object[index].second);
    }
    end_group(object.empty(), '}');
  }

  void begin_element(std::size_t index) {
    if (index > 0) text_ += ',';
    begin_line();
  }

  void end_group(bool is_empty, char sign) {
    --depth_;
    if (!is_empty) begin_line();
    text_ += sign;
  }

  void begin_line() {
    if (style_ == JsonStyle::indented) text_.append("\n").append(2 * depth_, ' ');
  }

  JsonStyle style_;
  std::size_t depth_ = 0;
  std::string text_;
};

} // namespace

Json& Json::set(std::string name, Json value) {
  if (std::holds_alternative<std::monostate>(content_)) content_ = Object{};
  assert(std::holds_alternative<Object>(content_));
  std::get<Object>(content_).emplace_back(std::move(name), std::move(value));
  return *this;
}

Json& Json::push(Json value) {
  if (std::holds_alternative<std::monostate>(content_)) content_ = Array{};
  assert(std::holds_alternative<Array>(content_));
  std::get<Array>(content_).push_back(std::move(value));
  return *this;
}

std::string to_text(const Json& value, JsonStyle style) {
  Writer writer(style);
  writer.write(value);
  std::string text = writer.take();
  if (style == JsonStyle::indented) text += '\n';
  return text;
}

std::string json_string(std::string_view text) {
  std::string quoted;
  append_json_string(quoted, text);
  return quoted;
}

} // namespace comb
