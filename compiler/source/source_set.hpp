// All texts that a run has read, and where lines begin in them.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::source {

/// A place as a person counts it: both from 1; `column` in characters (a Chinese character counts one).
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// One text of a course. `path` is relative to the course's root, with `/`, and is what people see.
class SourceFile {
 public:
  SourceFile(FileId id, std::string path, std::string text);

  FileId id() const { return id_; }
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  /// The line, from 1, that holds the byte at `byte_offset` (one past the end counts to the last line).
  std::uint32_t line_at(std::uint32_t byte_offset) const;
  /// Line and column of the byte at `byte_offset`; columns count characters.
  Position position_at(std::uint32_t byte_offset) const;
  /// Line `line` (from 1) without its line end; empty past the last one.
  std::string_view line_text(std::uint32_t line) const;
  /// The offset of the first byte of `line` (from 1).
  std::uint32_t line_begin(std::uint32_t line) const;
  std::uint32_t line_count() const;

 private:
  FileId id_;
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_begins_; // ascending; never empty
};

/// Owns every text of a run. Files never move, so views into them live as long as the set.
class SourceSet {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const;
  const std::deque<SourceFile>& files() const { return files_; }
  std::optional<FileId> find(std::string_view path) const;
  /// The source text of `span`.
  std::string_view text(Span span) const;

 private:
  std::deque<SourceFile> files_;
};

} // namespace comb::source
