// The texts of a run and their line tables.
#include "source/source_set.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cassert>

namespace comb::source {

namespace {

constexpr bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

/// Offsets of first bytes of lines. A line ends with LF, CR LF or CR alone, as in CommonMark.
std::vector<std::uint32_t> find_lines(std::string_view text) {
  std::vector<std::uint32_t> begins = {0};
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (!is_line_end(text[offset])) continue;
    if (text[offset] == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n') ++offset;
    begins.push_back(static_cast<std::uint32_t>(offset + 1));
  }
  return begins;
}

} // namespace

SourceFile::SourceFile(FileId id, std::string path, std::string text)
    : id_(id), path_(std::move(path)), text_(std::move(text)), line_begins_(find_lines(text_)) {}

std::uint32_t SourceFile::line_at(std::uint32_t byte_offset) const {
  const auto after = std::ranges::upper_bound(line_begins_, byte_offset);
  return static_cast<std::uint32_t>(after - line_begins_.begin());
}

Position SourceFile::position_at(std::uint32_t byte_offset) const {
  const std::uint32_t line = line_at(byte_offset);
  const std::uint32_t begin = line_begin(line);
  const std::size_t end = std::min<std::size_t>(byte_offset, text_.size());
  const std::size_t before = character_count(std::string_view(text_).substr(begin, end - begin));
  return {line, static_cast<std::uint32_t>(before + 1)};
}

std::string_view SourceFile::line_text(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  const std::uint32_t begin = line_begins_[line - 1];
  std::size_t end = line < line_count() ? line_begins_[line] : text_.size();
  while (end > begin && is_line_end(text_[end - 1])) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
  assert(line >= 1);
  if (line > line_count()) return static_cast<std::uint32_t>(text_.size());
  return line_begins_[line - 1];
}

std::uint32_t SourceFile::line_count() const {
  return static_cast<std::uint32_t>(line_begins_.size());
}

FileId SourceSet::add(std::string path, std::string text) {
  const FileId id{static_cast<std::uint32_t>(files_.size())};
  files_.emplace_back(id, std::move(path), std::move(text));
  return id;
}

const SourceFile& SourceSet::file(FileId id) const {
  assert(id.value < files_.size());
  return files_[id.value];
}

std::optional<FileId> SourceSet::find(std::string_view path) const {
  const auto found = std::ranges::find(files_, path, &SourceFile::path);
  if (found == files_.end()) return std::nullopt;
  return found->id();
}

std::string_view SourceSet::text(Span span) const {
  const std::string_view text = file(span.file).text();
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

} // namespace comb::source
