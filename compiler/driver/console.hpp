// Where a run writes for people and for machines; tests replace it by strings.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace comb::driver {

class Console {
 public:
  virtual ~Console() = default;
  /// To standard output: results.
  virtual void write(std::string_view text) = 0;
  /// To standard error: diagnostics for people, failures.
  virtual void write_error(std::string_view text) = 0;
  /// Whether somebody watches standard output; progress is for them alone.
  virtual bool is_watched() const = 0;
};

/// `comb: error: message`, control characters made visible.
void print_failure(Console& console, const Failure& failure);

/// The streams of the process.
class SystemConsole : public Console {
 public:
  void write(std::string_view text) override;
  void write_error(std::string_view text) override;
  bool is_watched() const override;
  /// Whether everything could be written to standard output.
  bool is_intact() const { return intact_; }

 private:
  bool intact_ = true;
};

/// Keeps what was written, for tests.
class MemoryConsole : public Console {
 public:
  void write(std::string_view text) override { output += text; }
  void write_error(std::string_view text) override { errors += text; }
  bool is_watched() const override { return watched; }

  std::string output;
  std::string errors;
  bool watched = false;
};

} // namespace comb::driver
