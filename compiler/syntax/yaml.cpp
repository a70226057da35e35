// YAML through yaml-cpp's events: a plain tree with places, every scalar as text. No anchors, aliases or tags: they
// can blow a small file up to any size.
#include "syntax/limits.hpp"
#include "syntax/load_course.hpp"
#include "syntax/registries.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind yaml_syntax{
    .name = "yaml-syntax",
    .severity = Severity::error,
    .help = "check indents, colons with a space after them, and quotes",
    .explain =
        "A value with `: `, `#`, or a sign such as `[`, `{`, `@` at its front goes in quotes; lists are indented "
        "with spaces, not tabs.\n\n```\ntitle: FAB: the core        wrong\ntitle: \"FAB: the core\"      right\n```\n",
};

constexpr DiagnosticKind yaml_not_allowed{
    .name = "yaml-not-allowed",
    .severity = Severity::error,
    .help = "write the value out; put text that begins with `&`, `*` or `!` in quotes",
    .explain =
        "Anchors (`&a`), aliases (`*a`) and tags (`!x`) are not part of the course language: a few lines of them "
        "can stand for gigabytes.\n\n```\npass: *default      wrong\npass: 80            right\n```\n",
};

constexpr DiagnosticKind yaml_duplicate_key{
    .name = "yaml-duplicate-key",
    .severity = Severity::error,
    .help = "keep one of the two",
    .explain = "Of two entries with the same key most programs take the last in silence, so it is an error here.",
};

constexpr DiagnosticKind yaml_too_large{
    .name = "yaml-too-large",
    .severity = Severity::error,
    .help = "split the file",
    .explain = "YAML may have 64 KiB and 16 levels.",
};

constexpr std::array kinds{&yaml_syntax, &yaml_not_allowed, &yaml_duplicate_key, &yaml_too_large};

/// Builds the tree; an explicit stack, so that depth is counted before it is used.
class Builder : public YAML::EventHandler {
 public:
  Builder(const source::SourceFile& file, Span part) : file_(file), part_(part), text_(file.text()) {}

  std::optional<Yaml> take_root() { return std::move(root_); }
  Diagnostics take_diagnostics() { return std::move(diagnostics_); }
  bool is_too_deep() const { return too_deep_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) complain(yaml_syntax, place(mark, 0), "a second document; one file holds one");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_anchor(mark, anchor);
    const std::string text(null_text(mark));
    add({.span = place(mark, text.size()), .content = text});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    complain(yaml_not_allowed, place(mark, 1), "an alias");
    add({.span = place(mark, 1), .content = std::string()});
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_anchor(mark, anchor);
    check_tag(mark, tag);
    add({.span = scalar_span(mark, value), .content = value});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check_anchor(mark, anchor);
    check_tag(mark, tag);
    open({.span = place(mark, 0), .content = std::vector<Yaml>()});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check_anchor(mark, anchor);
    check_tag(mark, tag);
    open({.span = place(mark, 0), .content = std::vector<YamlEntry>()});
  }
  void OnMapEnd() override { close(); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    complain(yaml_not_allowed, place(mark, 1), "an anchor");
  }

  /// `length` bytes of the source from `mark` on.
  Span place(const YAML::Mark& mark, std::size_t length) const {
    const std::uint32_t begin = offset_of(mark);
    return {part_.file, begin, std::min(begin + static_cast<std::uint32_t>(length), part_.end)};
  }

  void complain(const DiagnosticKind& kind, Span span, std::string message) {
    diagnostics_.push_back({.kind = &kind, .span = span, .message = std::move(message)});
  }

 private:
  struct Level {
    Yaml value;
    std::optional<YamlEntry> entry; ///< of a mapping: the key that waits for its value
  };

  /// yaml-cpp's lines and columns count from 0, columns in bytes.
  std::uint32_t offset_of(const YAML::Mark& mark) const {
    if (mark.line < 0) return part_.begin;
    const std::size_t at =
        line_begin(static_cast<std::size_t>(mark.line)) + static_cast<std::size_t>(std::max(mark.column, 0));
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, part_.end));
  }

  /// What was written for a null: `~` and `null` are text here; empty for a value that is left out, whose mark is
  /// that of whatever comes next.
  std::string_view null_text(const YAML::Mark& mark) const {
    const std::uint32_t begin = offset_of(mark);
    const std::size_t before = text_.find_last_not_of(" \t", begin == 0 ? 0 : begin - 1);
    if (begin <= part_.begin || before == std::string_view::npos || before < part_.begin || text_[before] == '\n')
      return {};
    const std::string_view rest = text_.substr(begin, part_.end - begin);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.starts_with(word)) return rest.substr(0, word.size());
    }
    return {};
  }

  std::size_t line_begin(std::size_t line) const {
    const std::uint32_t first = file_.line_at(part_.begin);
    const auto number = static_cast<std::uint32_t>(first + line);
    if (number > file_.line_count()) return part_.end;
    return line == 0 ? part_.begin : file_.line_begin(number);
  }

  /// The text of a scalar as written, without quotes; block scalars to the end of their last line.
  Span scalar_span(const YAML::Mark& mark, const std::string& value) const {
    std::uint32_t begin = offset_of(mark);
    if (begin >= part_.end) return {part_.file, part_.end, part_.end};
    const char first = text_[begin];
    if (first == '"' || first == '\'') {
      std::size_t end = begin + 1;
      while (end < part_.end && text_[end] != first) end += first == '"' && text_[end] == '\\' ? 2 : 1;
      return {part_.file, begin + 1, static_cast<std::uint32_t>(std::min<std::size_t>(end, part_.end))};
    }
    const std::string_view rest = text_.substr(begin, part_.end - begin);
    if (rest.starts_with(value)) return {part_.file, begin, begin + static_cast<std::uint32_t>(value.size())};
    std::size_t end = std::min(rest.find('\n'), rest.size());
    while (end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == '\r')) --end;
    return {part_.file, begin, begin + static_cast<std::uint32_t>(end)};
  }

  void check_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor && !has_complained_at(mark)) complain(yaml_not_allowed, place(mark, 1), "an anchor");
  }

  bool has_complained_at(const YAML::Mark& mark) const {
    return !diagnostics_.empty() && diagnostics_.back().span.begin == offset_of(mark);
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    complain(yaml_not_allowed, place(mark, 1), "a tag");
  }

  void open(Yaml value) {
    if (levels_.size() >= limits::yaml_depth) {
      too_deep_ = true;
      throw YAML::ParserException(YAML::Mark::null_mark(), "too deep"); // caught in parse_yaml
    }
    levels_.push_back({.value = std::move(value), .entry = {}});
  }

  void close() {
    Yaml value = std::move(levels_.back().value);
    levels_.pop_back();
    add(std::move(value));
  }

  void add(Yaml value) {
    if (levels_.empty()) {
      root_ = std::move(value);
      return;
    }
    Level& level = levels_.back();
    level.value.span.end = std::max(level.value.span.end, value.span.end);
    if (auto* sequence = std::get_if<std::vector<Yaml>>(&level.value.content)) {
      sequence->push_back(std::move(value));
    } else if (!level.entry) {
      start_entry(level, value);
    } else {
      level.entry->value = std::move(value);
      std::get<std::vector<YamlEntry>>(level.value.content).push_back(std::move(*level.entry));
      level.entry.reset();
    }
  }

  void start_entry(Level& level, const Yaml& key) {
    const std::string* name = key.scalar();
    if (name == nullptr) complain(yaml_not_allowed, key.span, "a key that is no plain text");
    level.entry = YamlEntry{.key = name != nullptr ? *name : "", .key_span = key.span, .value = {}};
    for (const YamlEntry& earlier : std::get<std::vector<YamlEntry>>(level.value.content)) {
      if (name == nullptr || earlier.key != *name) continue;
      complain(yaml_duplicate_key, key.span, "`" + *name + "` is there twice");
      diagnostics_.back().notes.push_back({earlier.key_span, "first here"});
      return;
    }
  }

  const source::SourceFile& file_;
  Span part_;
  std::string_view text_;
  std::optional<Yaml> root_;
  std::vector<Level> levels_;
  Diagnostics diagnostics_;
  int documents_ = 0;
  bool too_deep_ = false;
};

/// Flow collections nest without indents, and yaml-cpp recurses into them: count before it may see them. Brackets in
/// quotes and comments count too; 16 levels of those in one YAML file are no text.
bool nests_too_deep(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest > limits::yaml_depth * 4;
}

/// The same for `- - - -` and `? ? ?` on one line, and for indents.
bool indents_too_deep(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t marks = 0;
    for (std::size_t at = begin; at + 1 < end; ++at) {
      if (text[at] == ' ') continue;
      if ((text[at] != '-' && text[at] != '?' && text[at] != ':') || text[at + 1] != ' ') break;
      ++marks;
    }
    if (marks > limits::yaml_depth) return true;
    begin = end + 1;
  }
  return false;
}

} // namespace

const Yaml* Yaml::find(std::string_view key) const {
  const auto* entries = mapping();
  if (entries == nullptr) return nullptr;
  const auto found = std::ranges::find(*entries, key, &YamlEntry::key);
  return found == entries->end() ? nullptr : &found->value;
}

WithDiagnostics<std::optional<Yaml>> parse_yaml(const source::SourceFile& file, Span part) {
  const std::string_view text = file.text().substr(part.begin, part.end - part.begin);
  WithDiagnostics<std::optional<Yaml>> result;
  const auto refuse = [&](std::string message) {
    result.diagnostics.push_back(
        {.kind = &yaml_too_large, .span = {part.file, part.begin, part.begin}, .message = std::move(message)});
    return result;
  };
  if (text.size() > limits::yaml_bytes) return refuse("more than 64 KiB of YAML");
  if (nests_too_deep(text) || indents_too_deep(text)) return refuse("YAML nested more than 16 deep");
  Builder builder(file, part);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    // Two are enough to say that there is more than one; on some broken text yaml-cpp 0.7 never comes to an end.
    constexpr int most_documents = 2;
    for (int i = 0; i < most_documents && parser.HandleNextDocument(builder); ++i) {
    }
  } catch (const YAML::Exception& problem) {
    result.diagnostics = builder.take_diagnostics();
    if (builder.is_too_deep()) return refuse("YAML nested more than 16 deep");
    result.diagnostics.push_back(
        {.kind = &yaml_syntax, .span = builder.place(problem.mark, 1), .message = "not valid YAML: " + problem.msg});
    return result;
  }
  result.value = builder.take_root();
  result.diagnostics = builder.take_diagnostics();
  return result;
}

std::span<const DiagnosticKind* const> yaml_kinds() {
  return kinds;
}

} // namespace comb::syntax
