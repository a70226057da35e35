// Signal handling needs state that a handler can reach: these two flags are the program's only globals that change.
#include "driver/interrupt.hpp"

#include <atomic>
#include <csignal>

#include <unistd.h>

namespace comb::driver {

namespace {

std::atomic<int> undisturbed_depth{0};
std::atomic<int> waiting_signal{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");

// Until something is on the disk there is nothing to drop, so ending at once is right.
extern "C" void on_signal(int number) {
  if (undisturbed_depth.load() == 0) ::_exit(128 + number);
  waiting_signal.store(number);
}

} // namespace

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    ::sigaction(number, nullptr, &old);
    if (old.sa_handler != SIG_IGN) ::sigaction(number, &action, nullptr); // `nohup` asked for it to be ignored
  }
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGXFSZ, &action, nullptr);
}

Undisturbed::Undisturbed() {
  ++undisturbed_depth;
}

Undisturbed::~Undisturbed() {
  --undisturbed_depth;
  const int number = waiting_signal.load();
  if (number != 0 && undisturbed_depth.load() == 0) ::_exit(128 + number);
}

bool Undisturbed::is_interrupted() {
  return waiting_signal.load() != 0;
}

} // namespace comb::driver
