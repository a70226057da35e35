// Reading the text of single values by type. Inside this folder; other stages use `Values`.
#pragma once

#include "schema/field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::schema {

/// `text` without ASCII white space and ideographic spaces at either end.
std::string_view trimmed(std::string_view text);

/// Splits `value` as its type says: `list` on `;` (with `\;` for a semicolon), `ids`, `words` and `choices` on
/// spaces and commas (also `，` and `、`, which a Chinese keyboard gives). Empty pieces are dropped. Each piece keeps
/// its own span where the value's text stands in the source as it is, else the whole value's.
std::vector<RawValue> split_value(const RawValue& value, FieldType type);

/// Why the text of `value` does not fit `spec`, as the end of a sentence (「is not a number」); none where it fits.
std::optional<std::string> misfit(const RawValue& value, const FieldSpec& spec);

/// What a value of this type looks like, for help: 「a number of minutes: `12`, `1h30`」.
std::string expected_form(const FieldSpec& spec);

std::optional<int> read_integer(std::string_view text);
/// `50%` or `50`; gives 50.
std::optional<double> read_percent(std::string_view text);

} // namespace comb::schema
