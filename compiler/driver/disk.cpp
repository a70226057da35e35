// Thin over the system calls: each checked, none retried but for EINTR.
#include "driver/disk.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace comb::driver {

namespace fs = std::filesystem;

namespace {

FailureReason reason_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FailureReason::no_space;
    case EACCES:
    case EPERM:
    case EROFS:
      return FailureReason::no_permission;
    case ENOENT:
      return FailureReason::not_found;
    case ENOTDIR:
    case EISDIR:
      return FailureReason::not_regular;
    default:
      return FailureReason::other;
  }
}

std::string text_of(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "the disk quota is used up";
    case EFBIG:
      return "the file would be larger than the limit that is set for this process";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "the file system is read-only";
    case ENOENT:
      return "a folder on the way is not there";
    case ENOTDIR:
      return "a file is where a folder should be";
    case EEXIST:
      return "it is there already";
    case ENAMETOOLONG:
      return "the name is too long";
    case EIO:
      return "the disk reports an error";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    default:
      return "error " + std::to_string(error);
  }
}

Status write_bytes(int file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return disk_failure("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

int rename_at(const std::string& from, const std::string& to, unsigned flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags);
}

} // namespace

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

Failure disk_failure(std::string_view what, const std::string& path, int error) {
  return {reason_of(error), "cannot " + std::string(what) + " `" + path + "`: " + text_of(error)};
}

Status make_folders(const std::string& path) {
  fs::path grown;
  for (const fs::path& step : fs::path(path)) {
    grown /= step;
    if (::mkdir(grown.c_str(), 0755) == 0) {
      if (::chmod(grown.c_str(), 0755) != 0) return disk_failure("make", grown.string(), errno);
      continue;
    }
    const int error = errno;
    std::error_code ignored;
    if (fs::is_directory(grown, ignored)) continue;
    return disk_failure("make", grown.string(), error == EEXIST ? ENOTDIR : error);
  }
  return {};
}

Status write_new_file(const std::string& path, std::string_view bytes, Syncing syncing) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file.is_open()) return disk_failure("write", path, errno);
  if (::fchmod(file.get(), 0644) != 0) return disk_failure("write", path, errno);
  if (const Status failed = write_bytes(file.get(), path, bytes)) return failed;
  if (syncing == Syncing::on && ::fsync(file.get()) != 0) return disk_failure("write", path, errno);
  // Network file systems report a full disk only here.
  if (::close(file.release()) != 0) return disk_failure("write", path, errno);
  return {};
}

Status replace_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) return disk_failure("write", path, error.value());
  struct stat facts {};
  if (::stat(target.c_str(), &facts) != 0) return disk_failure("write", path, errno);
  const std::string beside = (target.parent_path() / ("." + target.filename().string() + ".comb")).string();
  static_cast<void>(::unlink(beside.c_str())); // of a run that was killed
  Status failed = write_new_file(beside, bytes);
  if (!failed && ::chmod(beside.c_str(), facts.st_mode & 07777U) != 0) failed = disk_failure("write", path, errno);
  if (!failed && ::rename(beside.c_str(), target.c_str()) != 0) failed = disk_failure("write", path, errno);
  if (failed) static_cast<void>(::unlink(beside.c_str()));
  return failed;
}

Status link_file(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) != 0) return disk_failure("link", to, errno);
  return {};
}

Status sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return disk_failure("open", path, errno);
  // Some file systems cannot sync a folder and say EINVAL; then there is nothing to be done.
  if (::fsync(folder.get()) != 0 && errno != EINVAL) return disk_failure("write", path, errno);
  return {};
}

Status remove_tree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) return disk_failure("delete", path, error.value());
  return {};
}

Status exchange_folders(const std::string& a, const std::string& b, const std::string& spare) {
  if (rename_at(a, b, RENAME_EXCHANGE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return disk_failure("replace", b, errno);
  if (const Status failed = rename_new(b, spare)) return failed;
  if (const Status failed = rename_new(a, b)) {
    static_cast<void>(rename_new(spare, b)); // back to what was; the first failure is what matters
    return failed;
  }
  return rename_new(spare, a);
}

Status rename_new(const std::string& from, const std::string& to) {
  if (rename_at(from, to, RENAME_NOREPLACE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return disk_failure("make", to, errno);
  if (exists(to)) return disk_failure("make", to, EEXIST);
  if (::rename(from.c_str(), to.c_str()) != 0) return disk_failure("make", to, errno);
  return {};
}

bool exists(const std::string& path) {
  struct stat facts {};
  return ::lstat(path.c_str(), &facts) == 0;
}

std::vector<std::string> list_tree(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    if (fs::is_regular_file(entries->symlink_status())) {
      paths.push_back(entries->path().lexically_relative(folder).generic_string());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

} // namespace comb::driver
