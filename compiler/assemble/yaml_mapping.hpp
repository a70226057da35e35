// Reading a YAML mapping with declared keys: manifests, term sheets, run files, front matter.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schema/field.hpp"
#include "syntax/document.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::assemble {

/// What stands behind a key.
enum class Shape : std::uint8_t {
  scalar,
  scalars,  ///< a list of scalars; a single one counts as a list of one
  mapping,  ///< keys and values
  mappings, ///< a list of mappings
};
/// The entries of a mapping whose keys are the author's own (`variables`, the rows of `draw`). Patterns are ECMAScript
/// regular expressions for editors; the stage that reads the entries says itself what is wrong with them.
struct EntrySpec {
  std::string_view key_pattern{};   ///< any key where it is empty
  std::string_view value_pattern{}; ///< of the text, where the value's type does not say it
  schema::FieldSpec value{};        ///< `name` is what an entry is called in messages
};

struct KeySpec {
  schema::FieldSpec field; ///< for `scalar` its type is checked
  Shape shape = Shape::scalar;
  /// The keys of a `mapping`, or of each of the `mappings`; null where they are free.
  std::span<const KeySpec> (*keys)() = nullptr;
  /// What the entries of a `mapping` with free keys look like: each holds one value.
  const EntrySpec* entries = nullptr;
};

/// A mapping whose keys are known and whose values have the right shape.
class Mapping {
 public:
  Mapping() = default;
  Mapping(schema::Values scalars, const syntax::Yaml* yaml, std::vector<std::string> sound)
      : scalars_(std::move(scalars)), yaml_(yaml), sound_(std::move(sound)) {}

  const schema::Values& scalars() const { return scalars_; }
  std::string text(std::string_view key, std::string_view otherwise = {}) const {
    return scalars_.text(key, otherwise);
  }
  /// The scalars of a list, each with its span.
  std::vector<schema::RawValue> list(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  /// The value of a key of any shape; none where it is missing or was reported.
  const syntax::Yaml* find(std::string_view key) const;
  /// The entries of a mapping below `key`; none where there is no such key.
  std::span<const syntax::YamlEntry> entries(std::string_view key) const;
  /// The elements of a list of mappings.
  std::span<const syntax::Yaml> elements(std::string_view key) const;

 private:
  schema::Values scalars_;
  const syntax::Yaml* yaml_ = nullptr;
  std::vector<std::string> sound_;
};

/// Checks `yaml`, called `owner_name` in messages, against `specs`. What is wrong goes to `diagnostics`.
Mapping read_mapping(const syntax::Yaml& yaml, std::span<const KeySpec> specs, std::string_view owner_name,
                     Diagnostics& diagnostics);

} // namespace comb::assemble
