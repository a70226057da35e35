// Writing to the disk so that every failure is noticed and modes do not depend on the umask.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::driver {

/// An open file or folder, closed at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  int get() const { return value_; }
  bool is_open() const { return value_ >= 0; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

/// What `errno` says, as a failure to `what` (`write`, `make`…) at `path`. Texts of our own, not the locale's.
Failure disk_failure(std::string_view what, const std::string& path, int error);

/// Makes `path` and the folders above it, those that are missing, with mode 0755.
Status make_folders(const std::string& path);
/// Whether a write waits for the disk.
enum class Syncing : std::uint8_t { on, off };
/// Writes a new file with mode 0644.
Status write_new_file(const std::string& path, std::string_view bytes, Syncing syncing = Syncing::on);
/// Puts `bytes` in the place of the regular file at `path`, in one step, with its mode. A link stays and what it leads
/// to is replaced.
Status replace_file(const std::string& path, std::string_view bytes);
/// A second name for `from`. A failure where the file system has no hard links.
Status link_file(const std::string& from, const std::string& to);
/// Makes the names in a folder durable.
Status sync_folder(const std::string& path);
/// Deletes a folder with all in it; nothing to do where it is not there. Links are not followed.
Status remove_tree(const std::string& path);
/// Swaps two folders in one step; where the file system cannot, with two renames over `spare`.
Status exchange_folders(const std::string& a, const std::string& b, const std::string& spare);
/// Renames; fails where `to` is there already.
Status rename_new(const std::string& from, const std::string& to);
/// Whether something is called `path`, a dangling link too.
bool exists(const std::string& path);
/// The regular files below `folder`, with paths relative to it, sorted; none where it is not there.
std::vector<std::string> list_tree(const std::string& folder);

} // namespace comb::driver
