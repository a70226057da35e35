// Paths inside a course folder, resolved in the text alone.
#include "source/file_system.hpp"

#include <vector>

namespace comb::source {

namespace {

/// Applies the steps of `path` to `folders`. False where a `..` leads above the first folder.
bool walk(std::vector<std::string_view>& folders, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view step = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      folders.push_back(step);
    } else if (folders.empty()) {
      return false;
    } else {
      folders.pop_back();
    }
  }
  return true;
}

std::string join(const std::vector<std::string_view>& steps) {
  std::string path;
  for (const std::string_view step : steps) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

} // namespace

std::string resolve_path(std::string_view from_file, std::string_view relative) {
  if (relative.empty() || relative.front() == '/' || relative.find('\0') != std::string_view::npos) return {};
  const std::size_t slash = from_file.rfind('/');
  std::vector<std::string_view> steps;
  if (slash != std::string_view::npos && !walk(steps, from_file.substr(0, slash))) return {};
  if (!walk(steps, relative)) return {};
  return join(steps);
}

} // namespace comb::source
