// Reading a course's files: the disk, behind an interface that tests replace by memory.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace comb::source {

/// The files below one course folder. Paths are relative to it, with `/`; `.` and `..` are resolved in the
/// text of the path first, and a path that leaves the folder is `outside_root`.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The bytes of a regular file of at most `max_bytes`. Never follows a link out of the folder, never blocks on
  /// a pipe or device.
  virtual Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const = 0;
  /// The names in a folder, sorted; for suggestions in diagnostics.
  virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// `base` folder of a file joined with `relative`, `.` and `..` resolved: `part-1/s06.md` + `../figures/a.svg` is
/// `figures/a.svg`. Empty where the result leaves the root or is absolute.
std::string resolve_path(std::string_view from_file, std::string_view relative);

/// A file system in memory, for tests.
class MemoryFileSystem : public FileSystem {
 public:
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

/// The disk below `root`, opened with `openat2(RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS)` and checked to be regular.
class DiskFileSystem : public FileSystem {
 public:
  /// Fails where `root` is not a folder that can be opened.
  static Result<DiskFileSystem> open(const std::string& root);
  DiskFileSystem(DiskFileSystem&& other) noexcept;
  DiskFileSystem& operator=(DiskFileSystem&& other) noexcept;
  DiskFileSystem(const DiskFileSystem&) = delete;
  DiskFileSystem& operator=(const DiskFileSystem&) = delete;
  ~DiskFileSystem() override;

  Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  explicit DiskFileSystem(int root_descriptor) : root_descriptor_(root_descriptor) {}
  int root_descriptor_ = -1; // -1 after a move
};

} // namespace comb::source
