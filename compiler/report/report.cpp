// Which format is asked for, and what the formats share.
#include "report/report.hpp"

#include "base/utf8.hpp"
#include "report/place.hpp"

#include <algorithm>
#include <array>

namespace comb::report {

namespace {

/// Characters that would make a terminal show something else than the file holds: they reorder or break lines
/// (Unicode TR 36, section 3; CVE-2021-42574).
bool is_misleading(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
         character == 0x200E || character == 0x200F || character == 0x2028 || character == 0x2029 ||
         character == 0xFEFF;
}

void append_code(std::string& text, char32_t character) {
  constexpr std::string_view digits = "0123456789abcdef";
  text += character < 0x100 ? "\\x" : "\\u";
  for (int shift = character < 0x100 ? 4 : 12; shift >= 0; shift -= 4) text += digits[(character >> shift) & 0xFU];
}

} // namespace

std::string render(const Diagnostics& found, const source::SourceSet& sources, Format format, Colors colors) {
  const std::array<Batch, 1> batches = {Batch{found, sources}};
  return render(batches, format, colors);
}

std::string render(std::span<const Batch> batches, Format format, Colors colors) {
  switch (format) {
    case Format::human:
      return render_human(batches, colors);
    case Format::json:
      return render_json(batches);
    case Format::sarif:
      return render_sarif(batches);
    case Format::github:
      return render_github(batches);
  }
  return {};
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter next = decode_at(text, offset);
    const bool is_bad_byte = next.character == replacement_character && next.byte_count == 1;
    if (is_bad_byte) {
      append_code(shown, static_cast<unsigned char>(text[offset]));
    } else if (is_control(next.character) || is_misleading(next.character)) {
      append_code(shown, next.character);
    } else {
      shown += text.substr(offset, next.byte_count);
    }
    offset += next.byte_count;
  }
  return shown;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::optional<Place> find_place(Span span, const Batch& batch) {
  if (span.file.value >= batch.sources.files().size()) return std::nullopt;
  const source::SourceFile& file = batch.sources.file(span.file);
  return Place{
      .file = &file,
      .path = batch.path_prefix + file.path(),
      .begin = file.position_at(span.begin),
      .end = file.position_at(std::max(span.begin, span.end)),
  };
}

std::string_view help_of(const Diagnostic& diagnostic) {
  return diagnostic.help.empty() ? diagnostic.kind->help : std::string_view(diagnostic.help);
}

} // namespace comb::report
