// The only user of Mustache. The library renders a missing name as nothing and says nothing, so a lint goes first.
#include "emit/outputs/slides/templates.hpp"

#include <mustache.hpp>

#include <algorithm>
#include <cctype>

namespace comb::emit::slides {
namespace {

constexpr DiagnosticKind theme_unknown_key{
    .name = "theme-unknown-key",
    .severity = Severity::error,
    .help = "use a key that slides have: themes/README.md lists them",
    .explain =
        "A tag of a theme's template names something that slides do not have. Mustache would put in nothing and "
        "say nothing, so the compiler looks first. Partials and changed delimiters are not taken."};
constexpr DiagnosticKind theme_unquoted_attribute{
    .name = "theme-unquoted-attribute",
    .severity = Severity::error,
    .help = "put the tag between double quotes: `class=\"{{tone}}\"`",
    .explain = "Without quotes, a value with a space in it would end the attribute and begin another."};
constexpr DiagnosticKind theme_raw_text{
    .name = "theme-raw-text",
    .severity = Severity::error,
    .help = "write `{{key}}` for text; `{{{key}}}` is for keys that hold HTML",
    .explain =
        "Text of a course is escaped wherever it is put into a page. `{{{…}}}` skips that, and inside a script "
        "escaping for HTML protects nothing, so neither is taken for keys that hold text."};

/// Where in HTML a position of a template stands.
enum class Place : std::uint8_t { text, tag, double_quoted, single_quoted, script };

/// One tag of a template: `{{…}}`.
struct Tag {
  char sigil = 0; ///< `#`, `^`, `/`, `!`, `&`, `{`, `>`, `=`; 0 for none
  std::string_view name;
  Place place = Place::text;
  std::size_t line = 1;
};

bool starts_raw_element(std::string_view rest) {
  return rest.starts_with("<script") || rest.starts_with("<style");
}
bool ends_raw_element(std::string_view rest) {
  return rest.starts_with("</script") || rest.starts_with("</style");
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

/// Follows HTML just well enough to know whether a place is inside a tag, a quoted value or a script.
class PlaceFinder {
 public:
  void see(std::string_view rest) {
    const char c = rest.front();
    switch (place_) {
      case Place::text:
        if (c != '<') break;
        opens_raw_ = starts_raw_element(rest);
        place_ = Place::tag;
        break;
      case Place::tag:
        if (c == '"') place_ = Place::double_quoted;
        if (c == '\'') place_ = Place::single_quoted;
        if (c == '>') place_ = opens_raw_ ? Place::script : Place::text;
        break;
      case Place::double_quoted:
        if (c == '"') place_ = Place::tag;
        break;
      case Place::single_quoted:
        if (c == '\'') place_ = Place::tag;
        break;
      case Place::script:
        if (!ends_raw_element(rest)) break;
        opens_raw_ = false;
        place_ = Place::tag;
        break;
    }
  }
  Place place() const { return place_; }

 private:
  Place place_ = Place::text;
  bool opens_raw_ = false;
};

Tag read_tag(std::string_view inner) {
  Tag tag;
  constexpr std::string_view sigils = "#^/!&{>=";
  inner = trimmed(inner);
  if (!inner.empty() && sigils.find(inner.front()) != std::string_view::npos) {
    tag.sigil = inner.front();
    inner.remove_prefix(1);
  }
  tag.name = trimmed(inner);
  return tag;
}

std::vector<Tag> find_tags(std::string_view source) {
  std::vector<Tag> tags;
  PlaceFinder finder;
  std::size_t line = 1;
  for (std::size_t at = 0; at < source.size();) {
    const std::string_view rest = source.substr(at);
    if (!rest.starts_with("{{")) {
      line += rest.front() == '\n' ? 1 : 0;
      finder.see(rest);
      ++at;
      continue;
    }
    const bool is_triple = rest.starts_with("{{{");
    const std::size_t end = rest.find(is_triple ? "}}}" : "}}");
    if (end == std::string_view::npos) break;
    Tag tag = read_tag(rest.substr(2, end - 2));
    tag.place = finder.place();
    tag.line = line;
    tags.push_back(tag);
    line += static_cast<std::size_t>(std::ranges::count(rest.substr(0, end), '\n'));
    at += end + (is_triple ? 3 : 2);
  }
  return tags;
}

/// What is wrong with `tag`; no kind for nothing.
const DiagnosticKind* fault_of(const Tag& tag, std::span<const TemplateKey> keys) {
  if (tag.sigil == '!') return nullptr;
  if (tag.sigil == '>' || tag.sigil == '=') return &theme_unknown_key;
  const auto key = std::ranges::find(keys, tag.name, &TemplateKey::name);
  if (key == keys.end()) return &theme_unknown_key;
  const bool is_section = tag.sigil == '#' || tag.sigil == '^' || tag.sigil == '/';
  if (is_section) return nullptr;
  const bool is_raw = tag.sigil == '{' || tag.sigil == '&';
  if (tag.place == Place::tag) return &theme_unquoted_attribute;
  const bool is_markup = key->type == TemplateKey::Type::markup;
  const bool needs_markup = is_raw || tag.place == Place::script;
  return needs_markup && !is_markup ? &theme_raw_text : nullptr;
}

} // namespace

struct Template::Parsed {
  // Rendering is not const in the library, but only walks the tree that parsing made: partials and lambdas alone would
  // write, and no value is one. So several threads may render one template.
  mutable kainjow::mustache::mustache mustache;
};

void TemplateValues::set(std::string_view name, std::string_view text) {
  if (!text.empty()) values_.push_back({std::string(name), std::string(text), TemplateKey::Type::text});
}
void TemplateValues::set(std::string_view name, const Html& html) {
  if (!html.is_empty()) values_.push_back({std::string(name), html.str(), TemplateKey::Type::markup});
}
void TemplateValues::set(std::string_view name, const ThemeText& text) {
  if (!text.text.empty()) values_.push_back({std::string(name), text.text, TemplateKey::Type::markup});
}

WithDiagnostics<std::optional<Template>> Template::read(std::string_view path, std::string_view source,
                                                        std::span<const TemplateKey> keys) {
  Diagnostics found;
  for (const Tag& tag : find_tags(source)) {
    const DiagnosticKind* kind = fault_of(tag, keys);
    if (kind == nullptr) continue;
    found.push_back({.kind = kind,
                     .span = {},
                     .message = "`" + std::string(path) + "` line " + std::to_string(tag.line) + ": tag `" +
                                std::string(tag.name) + "` cannot stand here"});
  }
  auto parsed = std::make_shared<Parsed>(Parsed{kainjow::mustache::mustache(std::string(source))});
  if (!parsed->mustache.is_valid()) {
    found.push_back({.kind = &theme_unknown_key,
                     .span = {},
                     .message = "`" + std::string(path) + "` cannot be read: " + parsed->mustache.error_message()});
  }
  if (!found.empty()) return {std::nullopt, std::move(found)};
  parsed->mustache.set_custom_escape([](const std::string& text) { return escape(text).str(); });
  return {Template(std::move(parsed)), {}};
}

void Template::render(const TemplateValues& values, std::string& out) const {
  kainjow::mustache::data data(kainjow::mustache::data::type::object);
  for (const TemplateValues::Value& value : values.values_) data.set(value.name, value.content);
  parsed_->mustache.render(data, [&out](const std::string& text) { out += text; });
}

std::vector<const DiagnosticKind*> template_diagnostics() {
  return {&theme_unknown_key, &theme_unquoted_attribute, &theme_raw_text};
}

} // namespace comb::emit::slides
