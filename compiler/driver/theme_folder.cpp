// Finding and reading a theme. Themes are comb's own files, not the course's: they are trusted as comb is.
#include "driver/theme_folder.hpp"

#include "source/file_system.hpp"
#include "theme/theme_name.hpp"

#include <algorithm>
#include <filesystem>

namespace comb::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t max_theme_file = 4U << 20U;
constexpr int max_depth = 8;

/// Where comb's own themes are: installed beside the program, else in the source tree that it was built from.
std::string own_themes_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "comb" / "themes";
    if (fs::is_directory(installed, error)) return installed.string();
  }
  return COMB_SOURCE_THEMES_DIR;
}

/// Adds all files below `folder` of `disk` to `files`.
Status read_tree(const source::DiskFileSystem& disk, const std::string& folder, int depth,
                 std::map<std::string, std::string>& files) {
  for (const std::string& name : disk.list(folder)) {
    if (name.starts_with('.')) continue;
    const std::string path = folder.empty() ? name : folder + "/" + name;
    Result<std::string> bytes = disk.read(path, max_theme_file);
    if (bytes) {
      files.emplace(path, std::move(*bytes));
      continue;
    }
    const bool is_folder = bytes.failure().reason == FailureReason::not_regular && !disk.list(path).empty();
    if (!is_folder || depth == max_depth) return bytes.failure();
    if (const Status failed = read_tree(disk, path, depth + 1, files)) return failed;
  }
  return {};
}

/// Where the manifest names the theme; its beginning where it does not.
Span place_of_name(const syntax::LoadedCourse& course) {
  const syntax::Yaml* written = course.manifest ? course.manifest->find("theme") : nullptr;
  return written == nullptr ? Span{} : written->span;
}

/// Tokens of the theme's own `theme.yaml`; the built-in defaults where it has none.
theme::Theme read_tokens(LoadedTheme& loaded, const std::map<std::string, std::string>& files) {
  const auto tokens = files.find("theme.yaml");
  if (tokens == files.end()) return {};
  const FileId id = loaded.theme_sources.add("theme.yaml", tokens->second);
  const source::SourceFile& file = loaded.theme_sources.file(id);
  const Span all{.file = id, .begin = 0, .end = static_cast<std::uint32_t>(file.text().size())};
  auto [yaml, found] = syntax::parse_yaml(file, all);
  append(loaded.theme_diagnostics, std::move(found));
  if (!yaml) return {};
  auto [theme, wrong] = theme::read_theme(*yaml);
  append(loaded.theme_diagnostics, std::move(wrong));
  return theme;
}

} // namespace

Result<LoadedTheme> load_theme(const syntax::LoadedCourse& course, const std::string& name,
                               const std::string& themes_folder) {
  const std::string folder = themes_folder.empty() ? own_themes_folder() : themes_folder;
  Result<source::DiskFileSystem> themes = source::DiskFileSystem::open(folder);
  if (!themes) return Failure{themes.failure().reason, "the themes cannot be read: " + themes.failure().message};

  LoadedTheme loaded;
  std::string found_name = name.empty() ? "default" : name;
  const std::vector<std::string> known = themes->list("");
  if (std::ranges::find(known, found_name) == known.end()) {
    loaded.course_diagnostics.push_back(theme::unknown_theme(found_name, known, place_of_name(course)));
    found_name = "default";
  }
  loaded.folder = folder + "/" + found_name;
  Result<source::DiskFileSystem> disk = source::DiskFileSystem::open(loaded.folder);
  if (!disk) return Failure{disk.failure().reason, "the theme cannot be read: " + disk.failure().message};

  std::map<std::string, std::string> files;
  if (const Status failed = read_tree(*disk, "", 0, files)) {
    return Failure{failed->reason, "the theme cannot be read: " + failed->message};
  }
  loaded.theme = read_tokens(loaded, files);
  if (course.theme) {
    auto [tokens, wrong] = theme::read_theme(*course.theme);
    append(loaded.course_diagnostics, std::move(wrong));
    loaded.theme = std::move(tokens);
  }
  loaded.theme.name = found_name;
  loaded.theme.files = std::move(files);
  return loaded;
}

} // namespace comb::driver
