// Any number of threads gives the same result.
#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using comb::run_all;

namespace {

std::vector<int> squares(int threads) {
  std::vector<int> results(100);
  std::vector<std::function<void()>> tasks;
  for (int index = 0; index < 100; ++index) {
    tasks.emplace_back([index, &results] { results[static_cast<std::size_t>(index)] = index * index; });
  }
  run_all(tasks, threads);
  return results;
}

} // namespace

TEST_CASE("one thread and many do the same") {
  CHECK(squares(1) == squares(4));
  CHECK(squares(1) == squares(1000));
  CHECK(squares(0)[99] == 99 * 99);
}

TEST_CASE("the first exception by index comes out, after all tasks ran") {
  int ran = 0;
  const auto thrown_by = [&ran](int threads) -> std::string {
    try {
      run_all({[] {}, [] { throw std::runtime_error("second"); }, [] { throw std::runtime_error("third"); },
               [&ran] { ++ran; }},
              threads);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  };
  CHECK(thrown_by(1) == "second");
  CHECK(thrown_by(4) == "second");
  CHECK(ran == 2);
}

TEST_CASE("no tasks are done at once") {
  run_all({}, 4);
}
