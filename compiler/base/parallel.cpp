// A fixed number of threads that take the next task until none is left.
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace comb {

void run_all(const std::vector<std::function<void()>>& tasks, int threads) {
  std::vector<std::exception_ptr> thrown(tasks.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t index = next++; index < tasks.size(); index = next++) {
      try {
        tasks[index]();
      } catch (...) {
        thrown[index] = std::current_exception();
      }
    }
  };
  const std::size_t wanted = std::min(tasks.size(), static_cast<std::size_t>(std::max(threads, 1)));
  {
    std::vector<std::jthread> helpers;
    for (std::size_t count = 1; count < wanted; ++count) helpers.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

} // namespace comb
