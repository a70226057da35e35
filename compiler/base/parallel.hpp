// Running independent steps side by side.
#pragma once

#include <functional>
#include <vector>

namespace comb {

/// Runs all of `tasks`, at most `threads` at once, and returns when the last is done. Each writes to a place of its
/// own, so that the result is the same for any number. The first task (by index) that throws has its exception
/// thrown on.
void run_all(const std::vector<std::function<void()>>& tasks, int threads);

} // namespace comb
