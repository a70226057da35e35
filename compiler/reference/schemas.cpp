// JSON Schemas for the YAML files of a course, from the declarations that read them: editors complete and check by
// them. Draft 7, which the YAML language server knows best.
#include "assemble/manifest_keys.hpp"
#include "base/json.hpp"
#include "reference/reference.hpp"
#include "theme/token_sections.hpp"

namespace comb::reference {

using assemble::KeySpec;
using assemble::Shape;
using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr std::string_view id_pattern = "^[a-z][a-z0-9-]*$";

Json pattern(std::string_view expression) {
  return Json::object().set("type", "string").set("pattern", expression);
}

/// A YAML reader takes `2`, `no` and an empty value for other things than text; to a course they are text.
Json any_text() {
  return Json::object().set("type", Json::array().push("string").push("number").push("boolean").push("null"));
}

/// A number, or the same in quotes.
Json number(const FieldSpec& field, std::string_view type, std::string_view expression) {
  Json plain = Json::object().set("type", type);
  // Limits that nobody declared are far outside.
  constexpr double declared = 1e200;
  if (field.min_value > -declared) plain.set("minimum", field.min_value);
  if (field.max_value < declared) plain.set("maximum", field.max_value);
  return Json::object().set("anyOf", Json::array().push(std::move(plain)).push(pattern(expression)));
}

Json enumeration(const FieldSpec& field) {
  Json choices = Json::array();
  for (const std::string_view choice : field.choices) choices.push(choice);
  return Json::object().set("enum", std::move(choices));
}

Json scalar_schema(const FieldSpec& field) {
  switch (field.type) {
    case FieldType::id:
      return pattern(id_pattern);
    case FieldType::choice:
      return enumeration(field);
    case FieldType::integer:
      return number(field, "integer", "^-?[0-9]+$");
    case FieldType::number:
      return number(field, "number", "^-?[0-9]+(\\.[0-9]+)?$");
    case FieldType::percent:
      return number(field, "number", "^[0-9]+(\\.[0-9]+)?%?$");
    case FieldType::minutes:
      return number(field, "integer", "^([0-9]+|[0-9]+h([0-9]+)?)$");
    case FieldType::split:
      return number(field, "integer", "^[0-9h]+( *\\+ *[0-9h]+){0,2}$");
    case FieldType::language:
      return pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$");
    case FieldType::color:
      return pattern("^#[0-9a-fA-F]{6}$");
    case FieldType::path:
    case FieldType::url:
      return Json::object().set("type", "string").set("minLength", 1);
    case FieldType::flag:
    case FieldType::text:
    case FieldType::ids:
    case FieldType::words:
    case FieldType::list:
    case FieldType::choices:
      return any_text();
  }
  return any_text();
}

/// `schema` with what a person reads beside the key.
Json described(const Json& schema, std::string_view help) {
  Json all = Json::object();
  if (!help.empty()) all.set("description", help);
  for (const auto& [name, value] : std::get<Json::Object>(schema.content())) all.set(name, value);
  return all;
}

Json keys_schema(std::span<const KeySpec> keys);

Json closed_object(Json properties, Json required) {
  Json object = Json::object().set("type", "object").set("properties", std::move(properties));
  if (!std::get<Json::Array>(required.content()).empty()) object.set("required", std::move(required));
  object.set("additionalProperties", false);
  return object;
}

/// Keys that authors choose themselves, each with one value.
Json entries_schema(const assemble::EntrySpec& entries) {
  Json object = Json::object().set("type", "object");
  if (!entries.key_pattern.empty()) {
    object.set("propertyNames", Json::object().set("pattern", entries.key_pattern));
  }
  Json value = scalar_schema(entries.value);
  if (!entries.value_pattern.empty()) {
    // A bare number is read as its text.
    Json plain = Json::object().set("type", "integer").set("minimum", 0);
    value = Json::object().set("anyOf", Json::array().push(pattern(entries.value_pattern)).push(std::move(plain)));
  }
  return object.set("additionalProperties", described(value, entries.value.help));
}

Json mapping_schema(const KeySpec& key) {
  if (key.keys != nullptr) return keys_schema(key.keys());
  if (key.entries != nullptr) return entries_schema(*key.entries);
  return Json::object().set("type", "object");
}

Json key_schema(const KeySpec& key) {
  switch (key.shape) {
    case Shape::scalar:
      return scalar_schema(key.field);
    case Shape::scalars: {
      Json list = Json::object().set("type", "array").set("items", any_text());
      return Json::object().set("anyOf", Json::array().push(std::move(list)).push(any_text()));
    }
    case Shape::mapping:
      return mapping_schema(key);
    case Shape::mappings:
      return Json::object().set("type", "array").set("items", mapping_schema(key));
  }
  return {};
}

Json keys_schema(std::span<const KeySpec> keys) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const KeySpec& key : keys) {
    properties.set(std::string(key.field.name), described(key_schema(key), key.field.help));
    if (key.field.required) required.push(key.field.name);
  }
  return closed_object(std::move(properties), std::move(required));
}

Json terms_schema() {
  Json object = Json::object().set("type", "object");
  object.set("propertyNames", Json::object().set("pattern", id_pattern));
  object.set("additionalProperties", keys_schema(assemble::term_keys()));
  return object;
}

Json token_schema(const FieldSpec& token, theme::TokenValue value) {
  switch (value) {
    case theme::TokenValue::color:
      return scalar_schema(token);
    case theme::TokenValue::font:
      return Json::object().set("type", "string").set("minLength", 1);
    case theme::TokenValue::pixels:
      return Json::object().set("type", "number").set("exclusiveMinimum", 0);
    case theme::TokenValue::length:
      return pattern("^[0-9]+(\\.[0-9]+)?(pt|mm)$");
  }
  return {};
}

Json theme_schema() {
  Json properties = Json::object();
  const FieldSpec& name = theme::theme_name_key();
  properties.set(std::string(name.name), described(scalar_schema(name), name.help));
  for (const theme::TokenSection& section : theme::token_sections()) {
    Json tokens = Json::object();
    for (const FieldSpec& token : section.tokens) {
      tokens.set(std::string(token.name), described(token_schema(token, section.value), token.help));
    }
    properties.set(std::string(section.name), described(closed_object(std::move(tokens), Json::array()), section.help));
  }
  return closed_object(std::move(properties), Json::array());
}

std::string document(std::string_view title, const Json& schema) {
  Json all = Json::object();
  all.set("$schema", "http://json-schema.org/draft-07/schema#");
  all.set("title", title);
  for (const auto& [name, value] : std::get<Json::Object>(schema.content())) all.set(name, value);
  return to_text(all, JsonStyle::indented);
}

} // namespace

std::string yaml_schema(std::string_view file) {
  if (file == "course") return document("course.yaml of a Comb course", keys_schema(assemble::manifest_keys()));
  if (file == "terms") return document("The term sheet of a Comb course", terms_schema());
  if (file == "run") return document("The data of one delivery of a Comb course", keys_schema(assemble::run_keys()));
  if (file == "theme") return document("theme.yaml of a Comb theme", theme_schema());
  return {};
}

} // namespace comb::reference
