// Named values with types: the fields of a block, the keys of a manifest, theme or term sheet.
#pragma once

#include "base/span.hpp"
#include "diagnostics/diagnostic.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::schema {

/// What the text of a value must look like.
enum class FieldType : std::uint8_t {
  text,    ///< anything
  id,      ///< `[a-z][a-z0-9-]*`, a definition
  ids,     ///< references, split on spaces or commas
  words,   ///< free words, split on spaces or commas
  list,    ///< alternatives, split on `;`, `\;` escapes
  choice,  ///< one of `choices`
  choices, ///< some of `choices`, split on spaces or commas
  flag,    ///< there or not; `yes`/`no` also
  integer,
  number,
  percent, ///< `50%` or `50`
  minutes, ///< `12`, `1h30`
  split,   ///< `12`, `1h30` or `3+6+6`
  path,
  url,
  color,    ///< `#a4501f`
  language, ///< a BCP 47 tag: `zh-Hant-TW`
};

/// One declared field.
struct FieldSpec {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string_view help{}; ///< one line for the reference and for diagnostics
  bool required = false;
  bool repeatable = false;                 ///< may stand more than once (`allow`)
  std::vector<std::string_view> choices{}; ///< for `choice` and `choices`
  double min_value = -1e300;               ///< for `integer` and `number`
  double max_value = 1e300;
};

/// A value as written, before any type reads it. Shared by `{key=value}` fields and YAML scalars.
struct RawValue {
  std::string name;
  std::string text; ///< unescaped
  Span name_span;
  Span value_span; ///< the value without its quotes; the name's own span for a flag
  bool is_flag = false;
  bool operator==(const RawValue&) const = default;
};

/// Minutes as an author splits them. One number has only `total`.
struct TimeSplit {
  std::chrono::minutes total{0};
  std::vector<std::chrono::minutes> pieces; ///< brief, do, debrief as far as written; empty for a single number
  bool operator==(const TimeSplit&) const = default;
};

/// Values that fit their specs, by name. A getter asked for a name or type that the specs do not declare is a
/// mistake of ours (assert).
class Values {
 public:
  Values() = default;
  Values(std::vector<RawValue> values, std::span<const FieldSpec> specs);

  bool has(std::string_view name) const;
  /// Where the value stands; where nothing was written, an empty span.
  Span span(std::string_view name) const;
  std::string text(std::string_view name, std::string_view otherwise = {}) const;
  bool flag(std::string_view name) const;
  std::optional<int> integer(std::string_view name) const;
  std::optional<double> number(std::string_view name) const;
  std::optional<double> percent(std::string_view name) const; ///< 50% gives 0.5
  std::optional<TimeSplit> time(std::string_view name) const;
  std::vector<std::string> list(std::string_view name) const; ///< ids, words, list, choices
  /// Each element of a list with its own span, for diagnostics that point at one id.
  std::vector<RawValue> elements(std::string_view name) const;
  /// All values of a repeatable field, in order.
  std::vector<RawValue> all(std::string_view name) const;

 private:
  const RawValue* find(std::string_view name) const;

  std::vector<RawValue> values_;
  std::vector<FieldType> types_; ///< one a value
};

/// Checks `written` against `specs`: unknown names (with the nearest known one), doubled, ill-typed and missing
/// ones are reported at their own span (missing ones at `owner`, described as `owner_name`), and left out of the
/// value. `specs` must outlive nothing: they are read here only.
WithDiagnostics<Values> check_values(std::vector<RawValue> written, std::span<const FieldSpec> specs,
                                     std::string_view owner_name, Span owner);

/// Readers of single values; nothing where `text` does not fit.
std::optional<TimeSplit> read_time(std::string_view text); ///< `12`, `1h30`, `3+6+6`
std::optional<double> read_number(std::string_view text);  ///< `.` as decimal sign, never the locale's
bool is_id(std::string_view text);                         ///< `[a-z][a-z0-9-]*`

/// Whether `text` has the form of a language tag: letters, then letters and digits behind hyphens (RFC 5646, 2.1,
/// without the tags that older registries left). Whether there is such a language is not asked.
bool is_language_tag(std::string_view text);

/// All kinds that this folder raises, for `comb explain` and the coverage test.
std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::schema
