// flock on a file that stays: deleting it would let two builds lock two different files of the same name.
#include "driver/output_lock.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace comb::driver {

namespace {

int lock(int file, int operation) {
  int result = -1;
  do {
    result = ::flock(file, operation);
  } while (result != 0 && errno == EINTR);
  return result;
}

/// What the holder wrote into the file: its process number; empty where it has not come to that yet.
std::string read_holder(int file) {
  std::array<char, 32> digits{};
  const ssize_t count = ::pread(file, digits.data(), digits.size(), 0);
  std::string holder;
  for (ssize_t index = 0; index < count; ++index) {
    const char digit = digits[static_cast<std::size_t>(index)];
    if (digit >= '0' && digit <= '9') holder += digit;
  }
  return holder;
}

} // namespace

Result<OutputLock> OutputLock::take(const std::string& folder, Console& console) {
  const std::string path = folder + "/.comb-lock";
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file.is_open()) return disk_failure("lock", path, errno);
  if (lock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return disk_failure("lock", path, errno);
    const std::string holder = read_holder(file.get());
    console.write_error("comb: waiting for " + (holder.empty() ? "another build" : "the build of process " + holder) +
                        " to finish with `" + folder + "`\n");
    if (lock(file.get(), LOCK_EX) != 0) return disk_failure("lock", path, errno);
  }
  // The number is for people only: a disk too full for it does not matter here.
  const std::string number = std::to_string(::getpid());
  if (::ftruncate(file.get(), 0) == 0) {
    static_cast<void>(::pwrite(file.get(), number.data(), number.size(), 0) > 0);
  }
  return OutputLock(std::move(file));
}

OutputLock::~OutputLock() {
  if (!file_.is_open()) return;
  static_cast<void>(::ftruncate(file_.get(), 0) == 0);
}

} // namespace comb::driver
