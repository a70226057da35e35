// What must hold of a text before anything reads it.
#include "base/utf8.hpp"
#include "syntax/limits.hpp"
#include "syntax/load_course.hpp"
#include "syntax/registries.hpp"

#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind file_too_large{
    .name = "file-too-large",
    .severity = Severity::error,
    .help = "split the file; `::include{file=part.md}` puts parts together",
    .explain =
        "A source file may have 4 MiB, a YAML file 64 KiB, a picture 50 MB, and all files of a course together "
        "64 MiB of text.",
};

constexpr DiagnosticKind line_too_long{
    .name = "line-too-long",
    .severity = Severity::error,
    .help = "break the line; line ends inside a paragraph change nothing",
    .explain = "A line may have 16 KiB. What is longer is mostly data that was pasted by mistake.",
};

constexpr DiagnosticKind bad_utf8{
    .name = "bad-utf8",
    .severity = Severity::error,
    .help = "save the file as UTF-8",
    .explain =
        "Sources are UTF-8. A file that was saved in Big5, GBK or UTF-16 shows wrong characters or none; most "
        "editors have `Save with encoding`.",
};

constexpr DiagnosticKind control_character{
    .name = "control-character",
    .severity = Severity::error,
    .help = "delete it; it is invisible and was mostly pasted by mistake",
    .explain =
        "Control characters other than line ends and tabs have no meaning in a course and can hide text from "
        "those who review it. The invisible marks that turn the direction of writing are refused for the same "
        "reason.",
};

constexpr std::array kinds{&file_too_large, &line_too_long, &bad_utf8, &control_character};

constexpr std::size_t max_findings = 20; // of one kind in one file

bool is_allowed_control(char32_t character) {
  return character == U'\t' || character == U'\n' || character == U'\r';
}

/// Marks that reorder what is seen (Trojan Source, Boucher and Anderson 2021).
bool is_direction_mark(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

std::string hex_name(char32_t character) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = 12; shift >= 0; shift -= 4) name += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  return name;
}

void find_controls(const source::SourceFile& file, Diagnostics& found) {
  const std::string_view text = file.text();
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < max_findings;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    // From U+3000 to U+D7FF there are neither control characters nor direction marks: most of a Chinese text.
    if (byte >= 0xE3 && byte <= 0xED) {
      at += 3;
      continue;
    }
    const DecodedCharacter decoded = decode_at(text, at);
    const bool is_bad = (is_control(decoded.character) && !is_allowed_control(decoded.character)) ||
                        is_direction_mark(decoded.character);
    if (is_bad) {
      ++count;
      const auto begin = static_cast<std::uint32_t>(at);
      const Span span{file.id(), begin, begin + decoded.byte_count};
      found.push_back({.kind = &control_character,
                       .span = span,
                       .message = "the invisible character " + hex_name(decoded.character),
                       .fixes = {{span, ""}}});
    }
    at += decoded.byte_count;
  }
}

void find_long_lines(const source::SourceFile& file, Diagnostics& found) {
  const std::string_view text = file.text();
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size() && count < max_findings;) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    if (end - begin > limits::line_bytes) {
      ++count;
      const auto at = static_cast<std::uint32_t>(begin);
      found.push_back({.kind = &line_too_long,
                       .span = {file.id(), at, at},
                       .message = "a line of " + std::to_string(end - begin) + " bytes; the limit is 16,384"});
    }
    begin = end + 1;
  }
}

} // namespace

Diagnostics check_text(const source::SourceFile& file) {
  Diagnostics found;
  const std::string_view text = file.text();
  if (text.size() > limits::file_bytes) {
    found.push_back({.kind = &file_too_large,
                     .span = {file.id(), 0, 0},
                     .message = "this file has " + std::to_string(text.size()) + " bytes; the limit is 4 MiB"});
    return found;
  }
  if (const std::optional<std::size_t> bad = first_bad_byte(text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    found.push_back({.kind = &bad_utf8, .span = {file.id(), at, at + 1}, .message = "this byte is not UTF-8"});
    return found;
  }
  find_controls(file, found);
  find_long_lines(file, found);
  return found;
}

const DiagnosticKind& file_too_large_kind() {
  return file_too_large;
}

std::span<const DiagnosticKind* const> text_kinds() {
  return kinds;
}

} // namespace comb::syntax
