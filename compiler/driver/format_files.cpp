// Finding lessons, formatting them, and putting the new text in the place of the old.
#include "driver/format_files.hpp"

#include "driver/disk.hpp"
#include "driver/progress.hpp"
#include "format/format.hpp"
#include "report/report.hpp"
#include "source/file_system.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace comb::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t most_bytes = 64U << 20U; // what is larger is no text; the parser's own limit is lower

bool is_lesson(const fs::path& path) {
  return path.extension() == ".md";
}

/// Folders with a `build.json` are what comb wrote.
bool is_left_out(const fs::directory_entry& entry) {
  std::error_code ignored;
  const bool is_hidden = entry.path().filename().string().starts_with(".");
  return is_hidden || entry.path().filename() == "node_modules" || fs::exists(entry.path() / "build.json", ignored);
}

Result<std::vector<std::string>> lessons_below(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const fs::file_status status = entries->symlink_status();
    if (fs::is_directory(status) && is_left_out(*entries)) entries.disable_recursion_pending();
    const bool is_hidden = entries->path().filename().string().starts_with(".");
    if (fs::is_regular_file(status) && is_lesson(entries->path()) && !is_hidden) {
      found.push_back(entries->path().lexically_normal().generic_string());
    }
  }
  if (error) return disk_failure("read", folder, error.value());
  return found;
}

Result<std::vector<std::string>> find_lessons(const std::vector<std::string>& typed) {
  std::set<std::string> all;
  for (const std::string& path : typed) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      const Result<std::vector<std::string>> found = lessons_below(path);
      if (!found) return found.failure();
      all.insert(found->begin(), found->end());
    } else if (!fs::exists(path, ignored)) {
      return Failure{FailureReason::usage, "there is no file or folder `" + path + "`"};
    } else if (!is_lesson(path)) {
      return Failure{FailureReason::usage, "`" + path + "` is no lesson: comb formats files that end in `.md`"};
    } else {
      all.insert(fs::path(path).lexically_normal().generic_string());
    }
  }
  return std::vector<std::string>(all.begin(), all.end());
}

Result<std::string> read_lesson(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return disk_failure("read", path, error.value());
  const Result<source::DiskFileSystem> folder = source::DiskFileSystem::open(real.parent_path().string());
  if (!folder) return folder.failure();
  return folder->read(real.filename().string(), most_bytes);
}

/// Formats one file after the other; keeps what is to be said until all are done.
class Run {
 public:
  Run(const FormatOptions& options, Console& console) : options_(options), console_(console) {}

  ExitStatus run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      if (const Status failed = format(path)) {
        print_failure(console_, *failed);
        status_ = worse(status_, ExitStatus::world_failed);
      }
    }
    print_findings();
    return status_;
  }

 private:
  Status format(const std::string& path) {
    Result<std::string> text = read_lesson(path);
    if (!text) return text.failure();
    const source::SourceFile& file = sources_.file(sources_.add(path, std::move(*text)));
    WithDiagnostics<std::string> formatted = format::format_lesson(file);
    if (has_errors(formatted.diagnostics)) status_ = worse(status_, ExitStatus::course_errors);
    append(found_, std::move(formatted.diagnostics));
    if (formatted.value == file.text()) return {};
    if (options_.mode == FormatOptions::Mode::write) {
      if (const Status failed = replace_file(path, formatted.value)) return failed;
      if (!options_.speech.quiet) print(path + "\n");
      return {};
    }
    status_ = worse(status_, ExitStatus::course_errors);
    const bool wants_lines = options_.mode == FormatOptions::Mode::diff;
    print(wants_lines ? unified_diff(path, file.text(), formatted.value) : path + "\n");
    return {};
  }

  /// Standard output belongs to the machine's document where one is asked for.
  void print(const std::string& text) {
    if (options_.speech.format == report::Format::human) console_.write(text);
  }

  void print_findings() {
    sort_for_report(found_);
    const Diagnostics shown = shown_findings(found_, options_.speech);
    const std::string text = report::render(shown, sources_, options_.speech.format, options_.speech.colors);
    if (options_.speech.format == report::Format::human) {
      console_.write_error(text);
    } else {
      console_.write(text);
    }
  }

  const FormatOptions& options_;
  Console& console_;
  source::SourceSet sources_;
  Diagnostics found_;
  ExitStatus status_ = ExitStatus::fine;
};

} // namespace

ExitStatus format_files(const FormatOptions& options, Console& console) {
  const Result<std::vector<std::string>> paths = find_lessons(options.paths);
  if (!paths) {
    print_failure(console, paths.failure());
    return paths.failure().reason == FailureReason::usage ? ExitStatus::wrong_usage : ExitStatus::world_failed;
  }
  return Run(options, console).run(*paths);
}

} // namespace comb::driver
