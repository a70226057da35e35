// The disk below one folder. Every file of a course is opened here and nowhere else.
#include "source/file_system.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace comb::source {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

/// Opens `path` below `root`; links may lead anywhere inside, never out. O_NONBLOCK, so that a pipe without a writer
/// does not hold us up before `fstat` can refuse it.
int open_beneath(int root, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  long descriptor = -1;
  int tries = 100;
  do {
    descriptor = ::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how);
  } while (descriptor < 0 && (errno == EINTR || (errno == EAGAIN && --tries > 0))); // EAGAIN: a rename raced with us
  return static_cast<int>(descriptor);
}

std::string error_text(int error) {
  // strerror follows the locale; these are the few that people meet.
  switch (error) {
    case EACCES:
    case EPERM:
      return "permission denied";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case EIO:
      return "the disk reports an error";
    case ENOSYS:
      return "this system has no openat2 (Linux 5.6 or newer is needed)";
    default:
      return "error " + std::to_string(error);
  }
}

Failure open_failure(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {FailureReason::not_found, "there is no file `" + path + "`"};
    case EXDEV:
      return {FailureReason::outside_root, "`" + path + "` is a link that leaves the course folder"};
    case ELOOP:
      return {FailureReason::outside_root, "`" + path + "` is a link that leads nowhere or in a circle"};
    case ENXIO:
    case ENODEV:
      return {FailureReason::not_regular, "`" + path + "` is not a regular file"};
    case ENAMETOOLONG:
      return {FailureReason::not_found, "the file name is too long"};
    case EACCES:
    case EPERM:
      return {FailureReason::no_permission, "`" + path + "` cannot be read: permission denied"};
    default:
      return {FailureReason::other, "`" + path + "` cannot be read: " + error_text(error)};
  }
}

Failure too_large(const std::string& path, std::uint64_t max_bytes) {
  return {FailureReason::too_large, "`" + path + "` has more than " + std::to_string(max_bytes) + " bytes"};
}

/// All bytes of an open file. A file may grow while we read, so the limit is asked again.
Result<std::string> read_all(int file, const std::string& path, std::uint64_t expected, std::uint64_t max_bytes) {
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(expected) + 1);
  std::size_t filled = 0;
  while (true) {
    if (filled > max_bytes) return too_large(path, max_bytes);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return open_failure(path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

} // namespace

Result<DiskFileSystem> DiskFileSystem::open(const std::string& root) {
  int descriptor = -1;
  do {
    descriptor = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor >= 0) return DiskFileSystem(descriptor);
  if (errno == ENOENT) return Failure{FailureReason::not_found, "there is no folder `" + root + "`"};
  if (errno == ENOTDIR) return Failure{FailureReason::not_regular, "`" + root + "` is not a folder"};
  if (errno == EACCES) return Failure{FailureReason::no_permission, "`" + root + "` cannot be read: permission denied"};
  return Failure{FailureReason::other, "`" + root + "` cannot be opened: " + error_text(errno)};
}

DiskFileSystem::DiskFileSystem(DiskFileSystem&& other) noexcept
    : root_descriptor_(std::exchange(other.root_descriptor_, -1)) {}

DiskFileSystem& DiskFileSystem::operator=(DiskFileSystem&& other) noexcept {
  std::swap(root_descriptor_, other.root_descriptor_);
  return *this;
}

DiskFileSystem::~DiskFileSystem() {
  if (root_descriptor_ >= 0) ::close(root_descriptor_);
}

Result<std::string> DiskFileSystem::read(std::string_view path, std::uint64_t max_bytes) const {
  const std::string resolved = resolve_path("", path);
  if (resolved.empty()) {
    return Failure{FailureReason::outside_root, "`" + std::string(path) + "` leaves the course folder"};
  }
  const Descriptor file(open_beneath(root_descriptor_, resolved, 0));
  if (file.get() < 0) return open_failure(resolved, errno);

  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return open_failure(resolved, errno);
  if (S_ISDIR(facts.st_mode)) return Failure{FailureReason::not_regular, "`" + resolved + "` is a folder"};
  if (!S_ISREG(facts.st_mode)) return Failure{FailureReason::not_regular, "`" + resolved + "` is not a regular file"};
  const auto size = static_cast<std::uint64_t>(facts.st_size);
  if (size > max_bytes) return too_large(resolved, max_bytes);
  return read_all(file.get(), resolved, size, max_bytes);
}

std::vector<std::string> DiskFileSystem::list(std::string_view folder) const {
  std::string resolved = resolve_path("", folder);
  if (resolved.empty()) {
    const bool is_root = folder.empty() || folder == "." || folder == "./";
    if (!is_root) return {};
    resolved = ".";
  }
  Descriptor descriptor(open_beneath(root_descriptor_, resolved, O_DIRECTORY));
  if (descriptor.get() < 0) return {};
  DIR* entries = ::fdopendir(descriptor.get());
  if (entries == nullptr) return {};
  descriptor.release(); // closed by closedir

  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  ::closedir(entries);
  std::ranges::sort(names);
  return names;
}

} // namespace comb::source
