// JSON as a value that keeps the order of its members, and its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace comb {

/// A JSON value. Members of an object stand in the order in which they were put in, so that the text is always the
/// same.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;                                              ///< null
  Json(bool value) : content_(value) {}                          // NOLINT: meant to convert
  Json(int value) : content_(std::int64_t{value}) {}             // NOLINT: meant to convert
  Json(std::int64_t value) : content_(value) {}                  // NOLINT: meant to convert
  Json(std::uint32_t value) : content_(std::int64_t{value}) {}   // NOLINT: meant to convert
  Json(double value) : content_(value) {}                        // NOLINT: meant to convert
  Json(std::string value) : content_(std::move(value)) {}        // NOLINT: meant to convert
  Json(std::string_view value) : content_(std::string(value)) {} // NOLINT: meant to convert
  Json(const char* value) : content_(std::string(value)) {}      // NOLINT: meant to convert
  Json(Array value) : content_(std::move(value)) {}              // NOLINT: meant to convert
  Json(Object value) : content_(std::move(value)) {}             // NOLINT: meant to convert

  /// An empty array or object.
  static Json array() { return Json(Array{}); }
  static Json object() { return Json(Object{}); }

  /// Puts a member last in an object (null becomes an object first). Names are the caller's to keep unique.
  Json& set(std::string name, Json value);
  /// Puts an element last in an array (null becomes an array first).
  Json& push(Json value);

  using Content = std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;
  const Content& content() const { return content_; }

 private:
  Content content_;
};

enum class JsonStyle : std::uint8_t {
  compact,  ///< one line, no spaces
  indented, ///< two spaces a level, one member or element a line, a line end at the end
};

/// The text of `value`. Bad UTF-8 in strings becomes U+FFFD; a number that is not finite becomes null.
std::string to_text(const Json& value, JsonStyle style);

/// `text` as a JSON string with its quotes. `<`, `>`, `&`, U+2028 and U+2029 are written as `\u003c` and so on, so
/// that the text may stand inside a script element.
std::string json_string(std::string_view text);

} // namespace comb
