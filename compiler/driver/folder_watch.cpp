// Thin over inotify(7).
#include "driver/folder_watch.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <sys/inotify.h>
#include <unistd.h>

namespace comb::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t wanted_events =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
// A course has some dozens of folders; more than this is somebody's home.
constexpr std::size_t most_folders = 4096;

bool is_left_out(const fs::path& folder) {
  const std::string name = folder.filename().string();
  std::error_code ignored;
  return name.starts_with(".") || name == "node_modules" || fs::exists(folder / "build.json", ignored);
}

} // namespace

Result<FolderWatch> FolderWatch::open() {
  Descriptor notifier(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!notifier.is_open()) return disk_failure("watch", "the course", errno);
  return FolderWatch(std::move(notifier));
}

void FolderWatch::add(const std::string& folder) {
  if (folders_.size() >= most_folders) return;
  const int number = ::inotify_add_watch(notifier_.get(), folder.c_str(), wanted_events);
  if (number >= 0) folders_.insert_or_assign(number, folder);
}

void FolderWatch::add_tree(const std::string& folder) {
  add(folder);
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    if (!fs::is_directory(entries->symlink_status())) continue;
    if (is_left_out(entries->path())) {
      entries.disable_recursion_pending();
    } else {
      add(entries->path().generic_string());
    }
  }
}

FolderWatch::Changes FolderWatch::read() {
  Changes changes;
  alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const ssize_t size = ::read(notifier_.get(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return changes;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) changes.is_lost = true;
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end()) continue;
      const bool has_name = event.len > 0 && *name != '\0';
      changes.paths.insert(has_name ? folder->second + "/" + name : folder->second);
      if ((event.mask & IN_IGNORED) != 0) folders_.erase(folder); // it is gone; its name may come again
    }
  }
}

} // namespace comb::driver
