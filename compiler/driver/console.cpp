// The process's streams, written with `write` so that a full disk behind a redirection is noticed.
#include "driver/console.hpp"

#include "report/report.hpp"

#include <cerrno>

#include <unistd.h>

namespace comb::driver {

namespace {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

} // namespace

void print_failure(Console& console, const Failure& failure) {
  console.write_error("comb: error: " + report::visible(failure.message) + "\n");
}

void SystemConsole::write(std::string_view text) {
  if (!write_all(STDOUT_FILENO, text)) intact_ = false;
}

void SystemConsole::write_error(std::string_view text) {
  // Where standard error is gone too, nobody is left to tell.
  static_cast<void>(write_all(STDERR_FILENO, text));
}

bool SystemConsole::is_watched() const {
  return ::isatty(STDOUT_FILENO) == 1;
}

} // namespace comb::driver
