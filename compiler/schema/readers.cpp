// Readers of numbers, minutes, ids and lists. No locale has a say here.
#include "schema/readers.hpp"

#include "base/color.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace comb::schema {

namespace {

constexpr std::string_view ascii_spaces = " \t\r\n";
constexpr std::string_view ideographic_space = "\u3000";
// Longer than a working day of any course; keeps sums far from overflow.
constexpr int max_minutes = 100'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> read_digits(std::string_view text) {
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// `12`, `1h`, `1h30`.
std::optional<std::chrono::minutes> read_minutes(std::string_view text) {
  const std::size_t hour_sign = text.find('h');
  std::optional<int> hours = 0;
  std::optional<int> minutes = 0;
  if (hour_sign == std::string_view::npos) {
    minutes = read_digits(text);
  } else {
    hours = read_digits(text.substr(0, hour_sign));
    const std::string_view rest = text.substr(hour_sign + 1);
    if (!rest.empty()) minutes = read_digits(rest);
  }
  if (!hours || !minutes || *hours > max_minutes / 60 || *minutes > max_minutes) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

/// The length of the separator that `rest` begins with; 0 for none.
std::size_t separator_length(std::string_view rest) {
  static constexpr std::array<std::string_view, 8> separators = {" ", "\t", "\n", "\r",
                                                                 ",", "，", "、", ideographic_space};
  for (const std::string_view separator : separators) {
    if (rest.starts_with(separator)) return separator.size();
  }
  return 0;
}

/// Adds the piece `[begin, end)` of the value's text, trimmed, if anything is left of it.
void add_piece(std::vector<RawValue>& pieces, const RawValue& value, std::size_t begin, std::size_t end) {
  const std::string_view whole = value.text;
  const std::string_view piece = trimmed(whole.substr(begin, end - begin));
  if (piece.empty()) return;
  RawValue added = value;
  added.text = std::string(piece);
  const bool stands_as_written = value.value_span.end - value.value_span.begin == whole.size();
  if (stands_as_written) {
    const auto offset = static_cast<std::uint32_t>(piece.data() - whole.data());
    added.value_span.begin = value.value_span.begin + offset;
    added.value_span.end = added.value_span.begin + static_cast<std::uint32_t>(piece.size());
  }
  pieces.push_back(std::move(added));
}

/// The length of the semicolon of either width that `text` begins with; 0 for none.
std::size_t semicolon_length(std::string_view text) {
  constexpr std::string_view wide = "；";
  if (text.starts_with(wide)) return wide.size();
  return text.starts_with(';') ? 1 : 0;
}

std::vector<RawValue> split_alternatives(const RawValue& value) {
  const std::string_view text = value.text;
  std::vector<RawValue> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = semicolon_length(text.substr(at));
    const bool is_escaped = at > 0 && text[at - 1] == '\\';
    if (length > 0 && !is_escaped) {
      add_piece(pieces, value, begin, at);
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  add_piece(pieces, value, begin, text.size());
  for (RawValue& piece : pieces) {
    for (std::size_t at = piece.text.find('\\'); at != std::string::npos; at = piece.text.find('\\', at + 1)) {
      if (semicolon_length(std::string_view(piece.text).substr(at + 1)) > 0) piece.text.erase(at, 1);
    }
  }
  return pieces;
}

std::string joined_choices(const FieldSpec& spec) {
  std::string all;
  for (const std::string_view choice : spec.choices) {
    if (!all.empty()) all += ", ";
    all += '`' + std::string(choice) + '`';
  }
  return all;
}

bool is_choice(const FieldSpec& spec, std::string_view text) {
  return std::ranges::find(spec.choices, text) != spec.choices.end();
}

std::string shown_number(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) return std::to_string(static_cast<long long>(number));
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), result.ptr};
}

std::optional<std::string> outside_range(std::optional<double> number, const FieldSpec& spec, std::string_view what) {
  if (!number) return "is not " + std::string(what);
  if (*number < spec.min_value) return "is less than " + shown_number(spec.min_value);
  if (*number > spec.max_value) return "is more than " + shown_number(spec.max_value);
  return std::nullopt;
}

std::optional<std::string> unless(bool fits, std::string_view what) {
  if (fits) return std::nullopt;
  return "is not " + std::string(what);
}

std::optional<std::string> misfit_of_elements(const RawValue& value, const FieldSpec& spec) {
  const std::vector<RawValue> pieces = split_value(value, spec.type);
  if (pieces.empty()) return "is empty";
  for (const RawValue& piece : pieces) {
    if (spec.type == FieldType::ids && !is_id(piece.text)) return "holds `" + piece.text + "`, which is not an id";
    if (spec.type == FieldType::choices && !is_choice(spec, piece.text)) {
      return "holds `" + piece.text + "`, which is not one of " + joined_choices(spec);
    }
  }
  return std::nullopt;
}

bool is_url(std::string_view text) {
  static constexpr std::array<std::string_view, 3> schemes = {"http://", "https://", "mailto:"};
  return std::ranges::any_of(
      schemes, [&](std::string_view scheme) { return text.starts_with(scheme) && text.size() > scheme.size(); });
}

bool is_flag_text(const RawValue& value) {
  return value.is_flag || value.text == "yes" || value.text == "no" || value.text == "true" || value.text == "false";
}

} // namespace

bool is_language_tag(std::string_view text) {
  constexpr std::size_t shortest_language = 2, longest_language = 3, longest_piece = 8;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_letter_or_digit = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  std::size_t end = std::min(text.find('-'), text.size());
  if (end < shortest_language || end > longest_language || !std::ranges::all_of(text.substr(0, end), is_letter)) {
    return false;
  }
  while (end < text.size()) {
    const std::size_t begin = end + 1;
    end = std::min(text.find('-', begin), text.size());
    const std::string_view piece = text.substr(begin, end - begin);
    if (piece.empty() || piece.size() > longest_piece || !std::ranges::all_of(piece, is_letter_or_digit)) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && ascii_spaces.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && ascii_spaces.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    if (text.starts_with(ideographic_space)) text.remove_prefix(ideographic_space.size());
    if (text.ends_with(ideographic_space)) text.remove_suffix(ideographic_space.size());
    if (text.size() == before) return text;
  }
}

std::vector<RawValue> split_value(const RawValue& value, FieldType type) {
  if (type == FieldType::list) return split_alternatives(value);
  std::vector<RawValue> pieces;
  const std::string_view text = value.text;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = separator_length(text.substr(at));
    if (length > 0) {
      add_piece(pieces, value, begin, at);
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  add_piece(pieces, value, begin, text.size());
  return pieces;
}

std::optional<std::string> misfit(const RawValue& value, const FieldSpec& spec) {
  const std::string_view text = trimmed(value.text);
  if (value.is_flag && spec.type != FieldType::flag) return "needs a value";
  switch (spec.type) {
    case FieldType::text:
      return std::nullopt;
    case FieldType::id:
      return unless(is_id(text), "an id");
    case FieldType::ids:
    case FieldType::words:
    case FieldType::list:
    case FieldType::choices:
      return misfit_of_elements(value, spec);
    case FieldType::choice:
      return unless(is_choice(spec, text), "one of " + joined_choices(spec));
    case FieldType::flag:
      return unless(is_flag_text(value), "`yes` or `no`");
    case FieldType::integer:
      return outside_range(read_integer(text), spec, "a whole number");
    case FieldType::number:
      return outside_range(read_number(text), spec, "a number");
    case FieldType::percent:
      return outside_range(read_percent(text), spec, "a percentage");
    case FieldType::minutes:
      return unless(read_minutes(text).has_value(), "a number of minutes");
    case FieldType::split:
      return unless(read_time(text).has_value(), "a number of minutes or a split of them");
    case FieldType::path:
      return unless(!text.empty(), "a path");
    case FieldType::url:
      return unless(is_url(text), "an address");
    case FieldType::color:
      return unless(read_color(text).has_value(), "a colour");
    case FieldType::language:
      return unless(is_language_tag(text), "a language tag");
  }
  return std::nullopt;
}

std::string expected_form(const FieldSpec& spec) {
  switch (spec.type) {
    case FieldType::text:
    case FieldType::path:
      return "write `" + std::string(spec.name) + "=\"…\"`";
    case FieldType::id:
      return "an id is lower-case letters, digits and hyphens, a letter first: `combs-2`";
    case FieldType::ids:
      return "write ids with spaces or commas between them: `\"o6a o6b\"`";
    case FieldType::words:
      return "write words with spaces or commas between them";
    case FieldType::list:
      return "write alternatives with `;` between them";
    case FieldType::choice:
      return "write one of " + joined_choices(spec);
    case FieldType::choices:
      return "write some of " + joined_choices(spec);
    case FieldType::flag:
      return "write `" + std::string(spec.name) + "` alone, or `yes` or `no`";
    case FieldType::integer:
      return "write a whole number such as `3`";
    case FieldType::number:
      return "write a number such as `0.6`, with a point";
    case FieldType::percent:
      return "write a percentage such as `50%`";
    case FieldType::minutes:
      return "write minutes as `12` or `1h30`";
    case FieldType::split:
      return "write minutes as `12`, `1h30`, or brief, do and debrief as `3+6+6`";
    case FieldType::url:
      return "write an address that begins with `https://`, `http://` or `mailto:`";
    case FieldType::color:
      return "write a colour as `#a4501f`";
    case FieldType::language:
      return "write a language as `en`, `ja`, `zh-Hant` or `zh-Hans-CN`: hyphens, no underscores";
  }
  return {};
}

std::optional<int> read_integer(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> read_percent(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  return read_number(trimmed(text));
}

std::optional<double> read_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  // `fixed` refuses exponents, `inf` and `nan` are left out by the first sign: an author means none of them.
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  if (text.size() <= sign || (!is_digit(text[sign]) && text[sign] != '.')) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<TimeSplit> read_time(std::string_view text) {
  text = trimmed(text);
  TimeSplit split;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t plus = std::min(text.find('+', begin), text.size());
    const auto piece = read_minutes(trimmed(text.substr(begin, plus - begin)));
    if (!piece) return std::nullopt;
    split.pieces.push_back(*piece);
    split.total += *piece;
    if (plus == text.size()) break;
    begin = plus + 1;
  }
  constexpr std::size_t most_pieces = 3;
  if (split.pieces.size() > most_pieces) return std::nullopt;
  if (split.pieces.size() == 1) split.pieces.clear();
  return split;
}

bool is_id(std::string_view text) {
  constexpr std::size_t longest_id = 100; // Moodle's idnumber takes no more
  if (text.empty() || text.size() > longest_id || text.front() < 'a' || text.front() > 'z') return false;
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

} // namespace comb::schema
