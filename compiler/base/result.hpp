// A value, or why the outside world would not give it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace comb {

/// Why a file, a font or a folder could not be had.
enum class FailureReason : std::uint8_t {
  not_found,
  outside_root, ///< the path leaves the course folder, by `..`, an absolute path or a link
  not_regular,  ///< a folder, a device, a pipe
  too_large,
  no_permission,
  no_space,
  busy,  ///< another build holds the output
  usage, ///< what was asked for on the command line is not there
  interrupted,
  other,
};

struct Failure {
  FailureReason reason = FailureReason::other;
  std::string message; ///< for a person; starts in lower case, no full stop
};

/// Either a `T` or a `Failure`. Used only where the outside world is met: source, fonts, driver.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}           // NOLINT: meant to convert
  Result(Failure failure) : content_(std::move(failure)) {} // NOLINT: meant to convert

  explicit operator bool() const { return std::holds_alternative<T>(content_); }
  T& operator*() { return std::get<T>(content_); }
  const T& operator*() const { return std::get<T>(content_); }
  T* operator->() { return &std::get<T>(content_); }
  const T* operator->() const { return &std::get<T>(content_); }
  const Failure& failure() const { return std::get<Failure>(content_); }

 private:
  std::variant<T, Failure> content_;
};

/// For steps that give nothing back: no value means that it went well.
using Status = std::optional<Failure>;

} // namespace comb
