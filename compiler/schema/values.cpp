// Checking named values against their declarations, and reading them afterwards.
#include "diagnostics/suggest.hpp"
#include "schema/field.hpp"
#include "schema/readers.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace comb::schema {

namespace {

constexpr DiagnosticKind unknown_field{
    .name = "unknown-field",
    .severity = Severity::error,
    .help = "use one of the fields that `comb blocks NAME` lists",
    .explain =
        "A field that nothing reads would be lost in silence, so it is an error.\n\n"
        "    ::: case 把木梳賣給和尚 {tiem=40}    ← `tiem` is no field of a case\n"
        "    ::: case 把木梳賣給和尚 {time=40}\n",
};
constexpr DiagnosticKind unknown_class{
    .name = "unknown-class",
    .severity = Severity::error,
    .help = "leave the class out; how a block looks is the theme's business",
    .explain = "A `.class` would be dropped in silence by the outputs that are not HTML. No class is known here.\n",
};
constexpr DiagnosticKind doubled_field{
    .name = "doubled-field",
    .severity = Severity::error,
    .help = "write each field once; a title after the name counts as `title=`",
    .explain =
        "Two values for one field leave open which is meant.\n\n"
        "    ::: quiz 小測驗 {title=\"測驗\"}    ← the title is there twice\n",
};
constexpr DiagnosticKind missing_field{
    .name = "missing-field",
    .severity = Severity::error,
    .help = "add the field in braces: `{name=value}`",
    .explain = "Some blocks mean nothing without a certain field: `::include` needs `file=`.\n",
};
constexpr DiagnosticKind bad_field_value{
    .name = "bad-field-value",
    .severity = Severity::error,
    .help = "write the value in the form that its field takes",
    .explain =
        "Each field has a type, and its value must fit it: minutes are `12` or `1h30`, ids begin with a letter "
        "from a to z, numbers have a point and no comma.\n\n"
        "    ::: activity {time=\"十分鐘\"}    ← not minutes\n"
        "    ::: activity {time=10}\n",
};

constexpr std::array<const DiagnosticKind*, 5> kinds = {&bad_field_value, &doubled_field, &missing_field,
                                                        &unknown_class, &unknown_field};

// `{#combs}` and `{.big}` come as values with these names.
constexpr std::string_view id_sign = "#";
constexpr std::string_view class_sign = ".";

const FieldSpec* find_spec(std::span<const FieldSpec> specs, std::string_view name) {
  const auto found = std::ranges::find(specs, name, &FieldSpec::name);
  return found == specs.end() ? nullptr : &*found;
}

std::string listed_names(std::span<const FieldSpec> specs) {
  std::string all;
  for (const FieldSpec& spec : specs) {
    if (spec.name == class_sign) continue;
    if (!all.empty()) all += ", ";
    all += '`' + std::string(spec.name) + '`';
  }
  return all;
}

Diagnostic unknown_name(const RawValue& value, std::span<const FieldSpec> specs, std::string_view owner_name) {
  Diagnostic found{.kind = &unknown_field, .span = value.name_span, .message = {}};
  const bool is_id_sign = value.name == id_sign;
  found.message = is_id_sign ? std::string(owner_name) + " takes no id"
                             : "`" + value.name + "` is not known in " + std::string(owner_name);
  std::vector<std::string_view> names;
  for (const FieldSpec& spec : specs) names.push_back(spec.name);
  if (const auto nearest = is_id_sign ? std::nullopt : nearest_name(value.name, names)) {
    found.help = "did you mean `" + *nearest + "`?";
    found.fixes.push_back({.span = value.name_span, .replacement = *nearest});
  } else if (specs.empty()) {
    found.help = std::string(owner_name) + " takes no fields";
  } else {
    found.help = "known here: " + listed_names(specs);
  }
  return found;
}

Diagnostic ill_typed(const RawValue& value, const FieldSpec& spec, std::string_view reason) {
  const bool has_text = !value.is_flag;
  const std::string shown = has_text ? "`" + value.text + "` " : std::string();
  return {.kind = &bad_field_value,
          .span = value.value_span,
          .message = "`" + std::string(spec.name) + "`" + (has_text ? ": " : " ") + shown + std::string(reason),
          .help = expected_form(spec)};
}

void report_missing(Diagnostics& diagnostics, const std::vector<RawValue>& kept, std::span<const FieldSpec> specs,
                    std::string_view owner_name, Span owner) {
  for (const FieldSpec& spec : specs) {
    if (!spec.required || std::ranges::find(kept, spec.name, &RawValue::name) != kept.end()) continue;
    Diagnostic found{.kind = &missing_field, .span = owner, .message = {}};
    found.message = std::string(owner_name) + " needs `" + std::string(spec.name) + "`";
    if (!spec.help.empty()) found.help = "`" + std::string(spec.name) + "`: " + std::string(spec.help);
    diagnostics.push_back(std::move(found));
  }
}

/// Takes white space off the text, and off the span where it shows the text as it is.
void trim(RawValue& value) {
  const std::string_view whole = value.text;
  const std::string_view kept = trimmed(whole);
  if (value.value_span.end - value.value_span.begin == whole.size()) {
    value.value_span.begin += static_cast<std::uint32_t>(kept.data() - whole.data());
    value.value_span.end = value.value_span.begin + static_cast<std::uint32_t>(kept.size());
  }
  value.text = std::string(kept);
}

/// The canonical name of what was written: `#` is `id`.
std::string canonical_name(const RawValue& value, std::span<const FieldSpec> specs) {
  if (value.name == id_sign && find_spec(specs, "id") != nullptr) return "id";
  return value.name;
}

/// Whether `value` may stay; what is wrong goes to `diagnostics`.
bool accept(const RawValue& value, const std::vector<RawValue>& kept, std::span<const FieldSpec> specs,
            Diagnostics& diagnostics, std::string_view owner_name) {
  const FieldSpec* spec = find_spec(specs, value.name);
  if (spec == nullptr && value.name == class_sign) {
    diagnostics.push_back(
        {.kind = &unknown_class,
         .span = value.value_span,
         .message = "`." + value.text + "` is not a class that " + std::string(owner_name) + " knows"});
    return false;
  }
  if (spec == nullptr) {
    diagnostics.push_back(unknown_name(value, specs, owner_name));
    return false;
  }
  const auto earlier = std::ranges::find(kept, value.name, &RawValue::name);
  if (!spec->repeatable && earlier != kept.end()) {
    diagnostics.push_back({.kind = &doubled_field,
                           .span = value.name_span,
                           .message = "`" + value.name + "` is there twice",
                           .notes = {{.span = earlier->name_span, .message = "first here"}}});
    return false;
  }
  if (const auto reason = misfit(value, *spec)) {
    diagnostics.push_back(ill_typed(value, *spec, *reason));
    return false;
  }
  return true;
}

} // namespace

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  return kinds;
}

WithDiagnostics<Values> check_values(std::vector<RawValue> written, std::span<const FieldSpec> specs,
                                     std::string_view owner_name, Span owner) {
  Diagnostics diagnostics;
  std::vector<RawValue> kept;
  // A value that was refused is not missing: it was already spoken of.
  std::vector<RawValue> named;
  for (RawValue& value : written) {
    value.name = canonical_name(value, specs);
    named.push_back(value);
    if (accept(value, kept, specs, diagnostics, owner_name)) kept.push_back(std::move(value));
  }
  report_missing(diagnostics, named, specs, owner_name, owner);
  return {Values(std::move(kept), specs), std::move(diagnostics)};
}

Values::Values(std::vector<RawValue> values, std::span<const FieldSpec> specs) : values_(std::move(values)) {
  for (RawValue& value : values_) {
    const FieldSpec* spec = find_spec(specs, value.name);
    assert(spec != nullptr);
    if (spec == nullptr) continue;
    types_.push_back(spec->type);
    // Text keeps its spaces; all else is read without those around it.
    if (spec->type != FieldType::text) trim(value);
  }
}

bool Values::has(std::string_view name) const {
  return std::ranges::find(values_, name, &RawValue::name) != values_.end();
}

const RawValue* Values::find(std::string_view name) const {
  const auto found = std::ranges::find(values_, name, &RawValue::name);
  return found == values_.end() ? nullptr : &*found;
}

Span Values::span(std::string_view name) const {
  const RawValue* value = find(name);
  return value == nullptr ? Span{} : value->value_span;
}

std::string Values::text(std::string_view name, std::string_view otherwise) const {
  const RawValue* value = find(name);
  return value == nullptr ? std::string(otherwise) : value->text;
}

bool Values::flag(std::string_view name) const {
  const RawValue* value = find(name);
  return value != nullptr && value->text != "no" && value->text != "false";
}

std::optional<int> Values::integer(std::string_view name) const {
  const RawValue* value = find(name);
  return value == nullptr ? std::nullopt : read_integer(value->text);
}

std::optional<double> Values::number(std::string_view name) const {
  const RawValue* value = find(name);
  return value == nullptr ? std::nullopt : read_number(value->text);
}

std::optional<double> Values::percent(std::string_view name) const {
  const RawValue* value = find(name);
  const auto percent = value == nullptr ? std::nullopt : read_percent(value->text);
  return percent ? std::optional(*percent / 100) : std::nullopt;
}

std::optional<TimeSplit> Values::time(std::string_view name) const {
  const RawValue* value = find(name);
  return value == nullptr ? std::nullopt : read_time(value->text);
}

std::vector<std::string> Values::list(std::string_view name) const {
  std::vector<std::string> texts;
  for (RawValue& element : elements(name)) texts.push_back(std::move(element.text));
  return texts;
}

std::vector<RawValue> Values::elements(std::string_view name) const {
  std::vector<RawValue> all_elements;
  for (std::size_t index = 0; index < values_.size(); ++index) {
    if (values_[index].name != name) continue;
    std::vector<RawValue> pieces = split_value(values_[index], types_[index]);
    std::ranges::move(pieces, std::back_inserter(all_elements));
  }
  return all_elements;
}

std::vector<RawValue> Values::all(std::string_view name) const {
  std::vector<RawValue> found;
  std::ranges::copy_if(values_, std::back_inserter(found), [&](const RawValue& value) { return value.name == name; });
  return found;
}

} // namespace comb::schema
