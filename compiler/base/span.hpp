// Where something stands in the sources: a file and a half-open range of bytes.
#pragma once

#include <compare>
#include <cstdint>

namespace comb {

/// The place of a file in its `source::SourceSet`.
struct FileId {
  std::uint32_t value = 0;
  auto operator<=>(const FileId&) const = default;
};

/// A half-open range of bytes `[begin, end)` of one file; empty for a place between two bytes.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;

  bool is_empty() const { return begin == end; }
};

} // namespace comb
