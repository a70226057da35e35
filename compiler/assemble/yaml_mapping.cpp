// YAML mappings against their declarations.
#include "assemble/yaml_mapping.hpp"

#include "assemble/kinds.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

namespace {

constexpr DiagnosticKind yaml_shape{
    .name = "yaml-shape",
    .severity = Severity::error,
    .help = "see the example of a manifest in `comb explain yaml-shape`",
    .explain =
        "Some keys take one value, some a list, some keys of their own.\n\n"
        "    title: 門店銷售\n"
        "    authors: [林老師, 陳老師]\n"
        "    group: {min: 12, max: 24}\n"
        "    parts:\n"
        "      - title: 第一部\n"
        "        lessons: [part-1/s01.md]\n",
};
constexpr std::array<const DiagnosticKind*, 1> kinds = {&yaml_shape};

bool is_scalars(const syntax::Yaml& yaml) {
  if (yaml.scalar() != nullptr) return true;
  const auto* elements = yaml.sequence();
  return elements != nullptr &&
         std::ranges::all_of(*elements, [](const syntax::Yaml& element) { return element.scalar() != nullptr; });
}

bool is_mappings(const syntax::Yaml& yaml) {
  const auto* elements = yaml.sequence();
  return elements != nullptr &&
         std::ranges::all_of(*elements, [](const syntax::Yaml& element) { return element.mapping() != nullptr; });
}

bool has_shape(const syntax::Yaml& yaml, Shape shape) {
  switch (shape) {
    case Shape::scalar:
      return yaml.scalar() != nullptr;
    case Shape::scalars:
      return is_scalars(yaml);
    case Shape::mapping:
      return yaml.mapping() != nullptr;
    case Shape::mappings:
      return is_mappings(yaml);
  }
  return false;
}

std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::scalar:
      return "one value";
    case Shape::scalars:
      return "a list of values: `[a, b]`";
    case Shape::mapping:
      return "keys with values: `{key: value}`";
    case Shape::mappings:
      return "a list of `- key: value`";
  }
  return {};
}

schema::RawValue raw_value(const syntax::YamlEntry& entry) {
  const std::string* scalar = entry.value.scalar();
  return {.name = entry.key,
          .text = scalar == nullptr ? std::string() : *scalar,
          .name_span = entry.key_span,
          .value_span = entry.value.span};
}

const KeySpec* find_spec(std::span<const KeySpec> specs, std::string_view name) {
  const auto found = std::ranges::find_if(specs, [&](const KeySpec& spec) { return spec.field.name == name; });
  return found == specs.end() ? nullptr : &*found;
}

/// Reports the entries of a mapping with free keys that hold more than one value.
void check_entries(const syntax::YamlEntry& owner, const EntrySpec& entries, Diagnostics& diagnostics) {
  for (const syntax::YamlEntry& entry : *owner.value.mapping()) {
    if (entry.value.scalar() != nullptr) continue;
    diagnostics.push_back({.kind = &yaml_shape,
                           .span = entry.key_span,
                           .message = "the " + std::string(entries.value.name) + " `" + entry.key + "` must be " +
                                      std::string(shape_name(Shape::scalar))});
  }
}

} // namespace

std::span<const DiagnosticKind* const> yaml_diagnostics() {
  return kinds;
}

Mapping read_mapping(const syntax::Yaml& yaml, std::span<const KeySpec> specs, std::string_view owner_name,
                     Diagnostics& diagnostics) {
  const auto* entries = yaml.mapping();
  if (entries == nullptr) {
    diagnostics.push_back({.kind = &yaml_shape,
                           .span = yaml.span,
                           .message = std::string(owner_name) + " must be keys with values: `key: value`"});
    return {};
  }
  std::vector<schema::FieldSpec> fields;
  for (const KeySpec& spec : specs) {
    fields.push_back(spec.field);
    // What is no scalar is looked at by its shape below; its text is empty and fits any text field.
    if (spec.shape != Shape::scalar) fields.back().type = schema::FieldType::text;
  }
  std::vector<schema::RawValue> written;
  std::vector<std::string> sound;
  for (const syntax::YamlEntry& entry : *entries) {
    const KeySpec* spec = find_spec(specs, entry.key);
    if (spec != nullptr && !has_shape(entry.value, spec->shape)) {
      diagnostics.push_back({.kind = &yaml_shape,
                             .span = entry.value.span.is_empty() ? entry.key_span : entry.value.span,
                             .message = "`" + entry.key + "` must be " + std::string(shape_name(spec->shape))});
      continue;
    }
    if (spec != nullptr && spec->entries != nullptr) check_entries(entry, *spec->entries, diagnostics);
    if (spec != nullptr) sound.push_back(entry.key);
    written.push_back(raw_value(entry));
  }
  auto checked = schema::check_values(std::move(written), fields, owner_name, yaml.span);
  append(diagnostics, std::move(checked.diagnostics));
  return {std::move(checked.value), &yaml, std::move(sound)};
}

const syntax::Yaml* Mapping::find(std::string_view key) const {
  if (yaml_ == nullptr || std::ranges::find(sound_, key) == sound_.end()) return nullptr;
  return yaml_->find(key);
}

std::vector<schema::RawValue> Mapping::list(std::string_view key) const {
  std::vector<schema::RawValue> values;
  const syntax::Yaml* yaml = find(key);
  if (yaml == nullptr) return values;
  const auto add = [&](const syntax::Yaml& element) {
    values.push_back(
        {.name = std::string(key), .text = *element.scalar(), .name_span = element.span, .value_span = element.span});
  };
  if (yaml->scalar() != nullptr) {
    if (!yaml->scalar()->empty()) add(*yaml);
    return values;
  }
  for (const syntax::Yaml& element : *yaml->sequence()) add(element);
  return values;
}

std::vector<std::string> Mapping::texts(std::string_view key) const {
  std::vector<std::string> all;
  for (schema::RawValue& value : list(key)) all.push_back(std::move(value.text));
  return all;
}

std::span<const syntax::YamlEntry> Mapping::entries(std::string_view key) const {
  const syntax::Yaml* yaml = find(key);
  if (yaml == nullptr || yaml->mapping() == nullptr) return {};
  return *yaml->mapping();
}

std::span<const syntax::Yaml> Mapping::elements(std::string_view key) const {
  const syntax::Yaml* yaml = find(key);
  if (yaml == nullptr || yaml->sequence() == nullptr) return {};
  return *yaml->sequence();
}

} // namespace comb::assemble
