// Mustache templates of a theme: read, linted, filled by type.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "emit/html.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::emit::slides {

/// Style, script or icons of a theme, put into a page as they are.
struct ThemeText {
  std::string text;
};

/// A key that templates may name. Text is escaped where it is put in; markup is not, and only markup may stand in
/// `{{{…}}}`.
struct TemplateKey {
  enum class Type : std::uint8_t { text, markup } type = Type::text;
  std::string_view name;
};

/// What a template is filled with. A key that is not set is a section that is skipped.
class TemplateValues {
 public:
  /// Empty texts count as not set.
  void set(std::string_view name, std::string_view text);
  void set(std::string_view name, const Html& html);
  void set(std::string_view name, const ThemeText& text);

 private:
  friend class Template;
  struct Value {
    std::string name, content;
    TemplateKey::Type type = TemplateKey::Type::text;
  };
  std::vector<Value> values_;
};

/// A template that passed the lint.
class Template {
 public:
  /// Reads `source`. None where the lint finds an error: a tag whose key is none of `keys` (`theme-unknown-key`), one
  /// in a tag of HTML but outside quotes (`theme-unquoted-attribute`), text without escaping or inside a script
  /// (`theme-raw-text`). `path` is named in the messages.
  static WithDiagnostics<std::optional<Template>> read(std::string_view path, std::string_view source,
                                                       std::span<const TemplateKey> keys);
  /// The template with `values` put in, appended to `out`. May be called from several threads at a time.
  void render(const TemplateValues& values, std::string& out) const;

 private:
  struct Parsed;
  explicit Template(std::shared_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
  std::shared_ptr<Parsed> parsed_;
};

/// What reading templates can raise.
std::vector<const DiagnosticKind*> template_diagnostics();

} // namespace comb::emit::slides
