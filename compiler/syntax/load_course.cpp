// The worklist that reads a course: the only place where the stages meet the file system.
#include "syntax/load_course.hpp"

#include "base/overloaded.hpp"
#include "diagnostics/suggest.hpp"
#include "syntax/limits.hpp"
#include "syntax/registries.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind file_not_found{
    .name = "file-not-found",
    .severity = Severity::error,
    .help = "write the path as seen from the file that names it; mind upper and lower case",
    .explain =
        "Paths in a lesson are relative to the lesson's file, paths in `course.yaml` to its folder. Letters of "
        "either case differ on most machines.\n\n```\n![](figures/a.svg)        in part-1/s06.md: "
        "part-1/figures/a.svg\n"
        "![](../figures/a.svg)     figures/a.svg\n```\n",
};

constexpr DiagnosticKind file_outside_course{
    .name = "file-outside-course",
    .severity = Severity::error,
    .help = "copy the file into the course folder",
    .explain =
        "A build reads nothing outside the course folder: not by `../`, not by a full path, not through a link. "
        "So a course can be built by others, and a foreign course cannot read your files.",
};

constexpr DiagnosticKind file_unreadable{
    .name = "file-unreadable",
    .severity = Severity::error,
    .help = "make it a plain file that you may read",
    .explain = "Folders, devices and files without permission to read cannot be part of a course.",
};

constexpr DiagnosticKind include_cycle{
    .name = "include-cycle",
    .severity = Severity::error,
    .help = "take one of the includes away",
    .explain = "A file that includes itself, directly or by way of others, would never end.",
};

constexpr DiagnosticKind too_many_includes{
    .name = "too-many-includes",
    .severity = Severity::error,
    .help = "include fewer files, or less deep",
    .explain = "Includes may be nested 16 deep; a course may have 10,000 of them, and 64 MiB of text in all.",
};

constexpr DiagnosticKind manifest_shape{
    .name = "manifest-shape",
    .severity = Severity::error,
    .help = "list the lessons by part: `parts:`, then `- title: …` with `lessons: [part-1/s01.md]`",
    .explain =
        "`course.yaml` says which lessons a course has and in which order.\n\n"
        "```\nlanguage: 1\nid: store-sales\ntitle: 門市銷售\nparts:\n  - title: 第一部\n    lessons: "
        "[part-1/s01.md]\n```\n",
};

constexpr DiagnosticKind remote_picture{
    .name = "remote-picture",
    .severity = Severity::error,
    .help = "save the picture in the course folder and name that file",
    .explain =
        "A build loads nothing from the network: pictures would change or vanish, and learners' machines would "
        "be told to strangers.\n\n```\n![](https://example.org/a.png)   wrong\n![](figures/a.png)               "
        "right\n```\n",
};

constexpr std::array kinds{&file_not_found,    &file_outside_course, &file_unreadable, &include_cycle,
                           &too_many_includes, &manifest_shape,      &remote_picture};

/// A file that something in the sources asks for.
struct Request {
  std::string path; ///< relative to the course's root
  Span asked_at;    ///< where it was named; an empty span of file 0 for the entry
  std::size_t depth = 0;
  std::vector<std::string> chain; ///< the files that include each other down to this one
};

bool is_remote(std::string_view path) {
  return path.starts_with("//") || path.find("://") != std::string_view::npos || path.starts_with("data:");
}

/// `%20` and its like undone: Markdown writes spaces in paths so.
std::string percent_decoded(std::string_view path) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool is_escape = path[i] == '%' && i + 2 < path.size() && digit(path[i + 1]) >= 0 && digit(path[i + 2]) >= 0;
    if (!is_escape) {
      out += path[i];
      continue;
    }
    out += static_cast<char>(digit(path[i + 1]) * 16 + digit(path[i + 2]));
    i += 2;
  }
  return out;
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

std::string name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

class Loader {
 public:
  Loader(const source::FileSystem& files, const LoadOptions& options) : files_(files), options_(options) {}

  WithDiagnostics<LoadedCourse> load() {
    if (options_.entry.ends_with(".md")) {
      course_.lesson_paths.push_back(options_.entry);
      queue_.push_back({.path = options_.entry, .asked_at = {}, .depth = 0, .chain = {}});
    } else {
      load_manifest();
    }
    if (!options_.run_path.empty())
      course_.run = load_yaml({.path = options_.run_path, .asked_at = {}, .depth = 0, .chain = {}});
    if (course_.run) want_logo(*course_.run, options_.run_path);
    while (!queue_.empty()) {
      const Request next = std::move(queue_.front());
      queue_.pop_front();
      load_document(next);
    }
    if (is_endless_) empty_included();
    return {std::move(course_), std::move(diagnostics_)};
  }

 private:
  // --- Files ---

  /// Reads a text into the sources. Nothing where it cannot be read.
  std::optional<FileId> add_text(const Request& request) {
    const auto remaining = limits::total_bytes - std::min(total_, limits::total_bytes);
    auto bytes = files_.read(request.path, std::min<std::uint64_t>(limits::file_bytes, remaining));
    if (!bytes) {
      report(request, bytes.failure());
      return std::nullopt;
    }
    total_ += bytes->size();
    return course_.sources.add(request.path, std::move(*bytes));
  }

  /// Whether a text may be parsed; what is wrong with it is reported.
  bool is_sound(FileId id) {
    Diagnostics found = check_text(course_.sources.file(id));
    const bool has_passed = !has_errors(found);
    append(diagnostics_, std::move(found));
    return has_passed;
  }

  void report(const Request& request, const Failure& failure) {
    const auto say = [&](const DiagnosticKind& kind, std::string message, std::string help = {}) {
      diagnostics_.push_back(
          {.kind = &kind, .span = request.asked_at, .message = std::move(message), .help = std::move(help)});
    };
    const std::string named = "`" + request.path + "`";
    switch (failure.reason) {
      case FailureReason::not_found:
        return say(file_not_found, named + " is not there", suggestion(request.path));
      case FailureReason::outside_root:
        return say(file_outside_course, named + " is outside the course folder");
      case FailureReason::too_large:
        return say(file_too_large_kind(), named + " is too large: " + failure.message);
      case FailureReason::not_regular:
        return say(file_unreadable, named + " is no plain file");
      default:
        return say(file_unreadable, named + " cannot be read: " + failure.message);
    }
  }

  /// The nearest name in the folder, or in case no such folder is there, the nearest folder.
  std::string suggestion(const std::string& path) const {
    const std::string folder = folder_of(path);
    const std::vector<std::string> names = files_.list(folder);
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::optional<std::string> nearest = nearest_name(name_of(path), views);
    if (nearest && *nearest != name_of(path)) {
      return "did you mean `" + (folder.empty() ? *nearest : folder + "/" + *nearest) + "`?";
    }
    if (names.empty() && !folder.empty()) return "there is no folder `" + folder + "`, or nothing is in it";
    return {};
  }

  // --- YAML ---

  std::optional<Yaml> load_yaml(const Request& request) {
    const std::optional<FileId> id = add_text(request);
    if (!id || !is_sound(*id)) return std::nullopt;
    const source::SourceFile& file = course_.sources.file(*id);
    auto parsed = parse_yaml(file, {*id, 0, static_cast<std::uint32_t>(file.text().size())});
    append(diagnostics_, std::move(parsed.diagnostics));
    return std::move(parsed.value);
  }

  void load_manifest() {
    course_.manifest = load_yaml({.path = options_.entry, .asked_at = {}, .depth = 0, .chain = {}});
    if (!course_.manifest) return;
    const Yaml& manifest = *course_.manifest;
    find_lessons(manifest);
    if (const Yaml* terms = manifest.find("terms");
        terms != nullptr && terms->scalar() != nullptr && !terms->scalar()->empty()) {
      if (const auto request = resolve(options_.entry, *terms->scalar(), terms->span))
        course_.terms = load_yaml(*request);
    }
    load_theme(manifest);
    want_logo(manifest, options_.entry);
  }

  /// A theme that the course brings: a folder named by a path, or `themes/<name>` where that is there.
  void load_theme(const Yaml& manifest) {
    const Yaml* theme = manifest.find("theme");
    if (theme == nullptr || theme->scalar() == nullptr || theme->scalar()->empty()) return;
    const std::string& name = *theme->scalar();
    if (name.find('/') == std::string::npos && !name.ends_with(".yaml")) {
      const std::vector<std::string> own = files_.list("themes/" + name);
      if (std::ranges::find(own, "theme.yaml") == own.end()) return; // one of comb's own
      course_.theme =
          load_yaml({.path = "themes/" + name + "/theme.yaml", .asked_at = theme->span, .depth = 0, .chain = {}});
    } else if (const auto request =
                   resolve(options_.entry, name.ends_with(".yaml") ? name : name + "/theme.yaml", theme->span)) {
      course_.theme = load_yaml(*request);
    }
  }

  void want_logo(const Yaml& yaml, const std::string& from) {
    for (const std::string_view key : {"logo", "cover"}) {
      const Yaml* logo = yaml.find(key);
      if (logo != nullptr && logo->scalar() != nullptr && !logo->scalar()->empty())
        want_asset(from, *logo->scalar(), logo->span);
    }
  }

  void find_lessons(const Yaml& manifest) {
    const Yaml* parts = manifest.find("parts");
    if (parts == nullptr || parts->sequence() == nullptr) {
      const Span whole = parts != nullptr ? parts->span : Span{manifest.span.file, 0, 0};
      return complain(manifest_shape, whole, parts == nullptr ? "the manifest has no `parts:`" : "`parts:` is no list");
    }
    for (const Yaml& part : *parts->sequence()) {
      const Yaml* lessons = part.find("lessons");
      if (lessons == nullptr || lessons->sequence() == nullptr) {
        complain(manifest_shape, part.span, "a part without a list `lessons:`");
        continue;
      }
      for (const Yaml& lesson : *lessons->sequence()) add_lesson(lesson);
    }
    if (course_.lesson_paths.empty() && diagnostics_.empty())
      complain(manifest_shape, parts->span, "the course has no lesson");
  }

  void add_lesson(const Yaml& lesson) {
    if (lesson.scalar() == nullptr) return complain(manifest_shape, lesson.span, "a lesson is the path of its file");
    const auto request = resolve(options_.entry, *lesson.scalar(), lesson.span);
    if (!request) return;
    if (std::ranges::find(course_.lesson_paths, request->path) != course_.lesson_paths.end()) {
      return complain(manifest_shape, lesson.span, "lesson `" + request->path + "` is listed twice");
    }
    course_.lesson_paths.push_back(request->path);
    queue_.push_back(*request);
  }

  // --- Documents ---

  /// Includes that go round or multiply would keep the stages after this one busy for ever: they get nothing to splice.
  void empty_included() {
    for (auto& [path, document] : course_.documents) {
      if (!included_.contains(path)) continue;
      Document emptied = *document;
      emptied.children.clear();
      document = std::make_shared<const Document>(std::move(emptied));
    }
  }

  void load_document(const Request& request) {
    if (const auto known = course_.documents.find(request.path); known != course_.documents.end()) {
      return walk_again(*known->second, request); // read once, but a cycle may close through it
    }
    const std::optional<FileId> id = add_text(request);
    if (!id) return;
    const std::shared_ptr<const Document> document = parse(request.path, course_.sources.file(*id));
    if (document == nullptr) return;
    Request here = request;
    here.chain.push_back(request.path);
    walk(document->children, here);
    course_.documents.emplace(request.path, document);
  }

  /// The tree of `file`, as an earlier run has it or parsed now; null where the text may not be parsed.
  std::shared_ptr<const Document> parse(const std::string& path, const source::SourceFile& file) {
    if (const ParsedFile* known = remembered(path, file); known != nullptr) {
      append(diagnostics_, Diagnostics(known->diagnostics));
      return known->document;
    }
    if (!is_sound(file.id())) return nullptr;
    WithDiagnostics<Document> parsed = parse_document(file);
    auto document = std::make_shared<const Document>(std::move(parsed.value));
    if (options_.remembered != nullptr) {
      options_.remembered->insert_or_assign(path, ParsedFile{.file = file.id(),
                                                             .text = std::string(file.text()),
                                                             .document = document,
                                                             .diagnostics = parsed.diagnostics});
    }
    append(diagnostics_, std::move(parsed.diagnostics));
    return document;
  }

  const ParsedFile* remembered(const std::string& path, const source::SourceFile& file) const {
    if (options_.remembered == nullptr) return nullptr;
    const auto known = options_.remembered->find(path);
    const bool is_same =
        known != options_.remembered->end() && known->second.file == file.id() && known->second.text == file.text();
    return is_same ? &known->second : nullptr;
  }

  void walk(const Nodes& nodes, const Request& here) {
    for (const Node& node : nodes) {
      std::visit(Overloaded{
                     [&](const Heading& heading) { walk(heading.content, here); },
                     [&](const Paragraph& paragraph) { walk(paragraph.content, here); },
                     [&](const List& list) {
                       for (const ListItem& item : list.items) walk(item.children, here);
                     },
                     [&](const Table& table) { walk(table, here); },
                     [&](const Quote& quote) { walk(quote.children, here); },
                     [&](const FootnoteDefinition& footnote) { walk(footnote.children, here); },
                     [&](const Directive& directive) { walk(directive, node.fields, here); },
                     [](const CodeBlock&) {},
                     [](const ThematicBreak&) {},
                     [](const WriteLine&) {},
                 },
                 node.content);
    }
  }

  void walk(const Table& table, const Request& here) {
    for (const Cell& cell : table.header) walk(cell.content, here);
    for (const std::vector<Cell>& row : table.rows) {
      for (const Cell& cell : row) walk(cell.content, here);
    }
  }

  void walk(const text::Inlines& inlines, const Request& here) {
    for (const text::Inline& piece : inlines) {
      std::visit(Overloaded{
                     [&](const text::Image& image) { want_asset(here.path, image.path, image.path_span); },
                     [&](const text::Emphasis& inner) { walk(inner.children, here); },
                     [&](const text::Strong& inner) { walk(inner.children, here); },
                     [&](const text::Strikethrough& inner) { walk(inner.children, here); },
                     [&](const text::Link& inner) { walk(inner.children, here); },
                     [](const auto&) {},
                 },
                 piece.content);
    }
  }

  void walk(const Directive& directive, const Fields& fields, const Request& here) {
    for (const schema::RawValue& value : fields.values) {
      if (value.is_flag || value.text.empty()) continue;
      // Other languages call it otherwise; what ends in `.md` is no picture.
      const bool is_include = directive.name == "include" || value.text.ends_with(".md");
      if (is_include && value.name == "file") want_include(value, here);
      if (value.name == "src" || value.name == "picture" || value.name == "image")
        want_asset(here.path, value.text, value.value_span);
      if (!is_include && value.name == "file") want_asset(here.path, value.text, value.value_span);
    }
    walk(directive.children, here);
  }

  void want_include(const schema::RawValue& value, const Request& here) {
    if (includes_ > limits::include_count) return;
    auto request = resolve(here.path, value.text, value.value_span);
    if (!request) return;
    included_.insert(request->path);
    if (std::ranges::find(here.chain, request->path) != here.chain.end()) {
      std::string round;
      for (const std::string& path : here.chain) round += "`" + path + "` → ";
      return refuse(include_cycle, value, "a cycle of includes: " + round + "`" + request->path + "`");
    }
    request->depth = here.depth + 1;
    request->chain = here.chain;
    if (request->depth > limits::include_depth)
      return refuse(too_many_includes, value, "includes are nested more than 16 deep");
    if (++includes_ > limits::include_count) return refuse(too_many_includes, value, "more than 10,000 includes");
    const auto known = course_.documents.find(request->path);
    if (known == course_.documents.end()) return queue_.push_front(std::move(*request));
    spliced_ += course_.sources.file(known->second->file).text().size();
    if (spliced_ > limits::total_bytes) return refuse(too_many_includes, value, "more than 64 MiB of included text");
    walk_again(*known->second, *request);
  }

  /// Says once what is wrong with the includes as a whole, and stops following them.
  void refuse(const DiagnosticKind& kind, const schema::RawValue& value, std::string message) {
    const bool is_cycle = &kind == &include_cycle;
    if (is_cycle || !is_endless_) complain(kind, value.value_span, std::move(message));
    is_endless_ = true;
  }

  void walk_again(const Document& document, Request request) {
    request.chain.push_back(request.path);
    walk(document.children, request);
  }

  // --- Assets ---

  void want_asset(const std::string& from, const std::string& written, Span at) {
    if (written.empty()) return;
    if (is_remote(written)) return complain(remote_picture, at, "a picture from the network: `" + written + "`");
    const auto request = resolve(from, percent_decoded(written), at);
    if (!request || course_.assets.contains(request->path)) return;
    if (const auto known = missing_.find(request->path); known != missing_.end()) {
      Diagnostic again = known->second;
      again.span = at;
      diagnostics_.push_back(std::move(again));
      return;
    }
    auto bytes = files_.read(request->path, limits::asset_bytes);
    if (!bytes) {
      report(*request, bytes.failure());
      missing_.emplace(request->path, diagnostics_.back());
      return;
    }
    course_.assets.emplace(request->path, std::move(*bytes));
  }

  std::optional<Request> resolve(const std::string& from, const std::string& written, Span at) {
    std::string path = source::resolve_path(from, written);
    if (path.empty()) {
      complain(file_outside_course, at, "`" + written + "` is outside the course folder");
      return std::nullopt;
    }
    return Request{.path = std::move(path), .asked_at = at, .depth = 0, .chain = {}};
  }

  void complain(const DiagnosticKind& kind, Span at, std::string message) {
    diagnostics_.push_back({.kind = &kind, .span = at, .message = std::move(message)});
  }

  const source::FileSystem& files_;
  const LoadOptions& options_;
  LoadedCourse course_;
  Diagnostics diagnostics_;
  std::deque<Request> queue_;
  std::map<std::string, Diagnostic, std::less<>> missing_; ///< what was said of pictures that cannot be had
  std::uint64_t total_ = 0;
  std::uint64_t spliced_ = 0; ///< bytes that repeated includes add
  std::size_t includes_ = 0;
  std::set<std::string, std::less<>> included_;
  bool is_endless_ = false; ///< a cycle, or too many includes
};

} // namespace

WithDiagnostics<LoadedCourse> load_course(const source::FileSystem& files, const LoadOptions& options) {
  return Loader(files, options).load();
}

std::span<const DiagnosticKind* const> load_kinds() {
  return kinds;
}

} // namespace comb::syntax
