// One build at a time publishes to an output folder.
#pragma once

#include "base/result.hpp"
#include "driver/console.hpp"
#include "driver/disk.hpp"

#include <string>

namespace comb::driver {

/// Holds `<folder>/.comb-lock`. The lock dies with the process, whatever happens to it.
class OutputLock {
 public:
  /// Waits while another build holds the lock, and says on `console` who does.
  static Result<OutputLock> take(const std::string& folder, Console& console);
  OutputLock(OutputLock&&) = default;
  OutputLock& operator=(OutputLock&&) = default;
  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;
  ~OutputLock();

 private:
  explicit OutputLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

} // namespace comb::driver
