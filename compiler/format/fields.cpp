// `{#id .class key=value flag}` in order.
#include "syntax/fields.hpp"
#include "blocks/block_kind.hpp"
#include "format/steps.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace comb::format {

using schema::RawValue;

namespace {

const blocks::BlockKind* kind_called(std::string_view name) {
  if (const blocks::BlockKind* kind = blocks::find_kind(name)) return kind;
  for (const words::Words* language : words::all_words()) {
    const auto alias = std::ranges::find(language->aliases, name, &words::DirectiveAlias::alias);
    if (alias != language->aliases.end()) return blocks::find_kind(alias->name);
  }
  return nullptr;
}

// Said of a block, not of its teaching: they come after the kind's own.
constexpr std::array<std::string_view, 4> last_names = {"source", "licence", "lang", "allow"};

/// Names in the order in which they are declared, those of every block first.
std::vector<std::string_view> declared_order(std::string_view kind_name) {
  std::vector<std::string_view> names;
  const auto add = [&names](std::span<const schema::FieldSpec> fields) {
    for (const schema::FieldSpec& field : fields) {
      if (std::ranges::find(last_names, field.name) == last_names.end()) names.push_back(field.name);
    }
  };
  const blocks::BlockKind* kind = kind_called(kind_name);
  add(blocks::common_fields());
  if (kind != nullptr) add(kind->fields);
  names.insert(names.end(), last_names.begin(), last_names.end());
  return names;
}

/// Id first, classes, declared keys, other keys, flags; what has the same place keeps its order.
std::size_t place_of(const RawValue& value, const std::vector<std::string_view>& order) {
  if (value.name == "#") return 0;
  if (value.name == ".") return 1;
  const auto found = std::ranges::find(order, value.name);
  const std::size_t place = 2 + static_cast<std::size_t>(found - order.begin());
  return value.is_flag ? place + order.size() + 1 : place;
}

bool is_simple(std::string_view text) {
  constexpr std::string_view simple = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/%+#-";
  return !text.empty() && text.find_first_not_of(simple) == std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool reads_as_escape = text[i] == '\\' && (i + 1 == text.size() || text[i + 1] == '"' || text[i + 1] == '\\');
    if (text[i] == '"' || reads_as_escape) out += '\\';
    out += text[i];
  }
  return out + "\"";
}

std::string written_value(const RawValue& value, std::string_view written) {
  if (value.name == "#" || value.name == ".") return value.name + value.text;
  if (value.is_flag) return value.name;
  if (is_simple(value.text)) return value.name + "=" + value.text;
  const bool was_bare = value.value_span.begin > 0 && written[value.value_span.begin - 1] == '=';
  return value.name + "=" + (was_bare ? value.text : quoted(value.text));
}

} // namespace

std::string canonical_fields(std::string_view written, std::string_view kind) {
  const std::string same(written);
  if (written.find('\n') != std::string_view::npos || written.find("<!--") != std::string_view::npos) return same;
  syntax::SubjectMap map{FileId{}};
  map.append(written, 0);
  const syntax::ReadFields read = syntax::read_fields(map, 0);
  if (!read.is_well_formed() || !read.diagnostics.empty() || read.end != written.size()) return same;
  const std::vector<std::string_view> order = declared_order(kind);
  std::vector<RawValue> values = read.fields.values;
  std::ranges::stable_sort(values, {}, [&](const RawValue& value) { return place_of(value, order); });
  if (values.empty()) return same;
  std::string out = "{";
  for (const RawValue& value : values) {
    if (out.size() > 1) out += ' ';
    out += written_value(value, written);
  }
  return out + "}";
}

} // namespace comb::format
