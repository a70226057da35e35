// Looking at the disk only to tell folders from files.
#include "driver/location.hpp"

#include <filesystem>

namespace comb::driver {

namespace fs = std::filesystem;

namespace {

std::string prefix_of(const fs::path& root) {
  const std::string text = root.lexically_normal().generic_string();
  if (text.empty() || text == "." || text == "./") return {};
  return text.ends_with('/') ? text : text + "/";
}

CourseLocation location(const fs::path& root, const std::string& entry) {
  return {.root = root.empty() ? "." : root.string(), .entry = entry, .path_prefix = prefix_of(root)};
}

/// The nearest folder at or above that of `lesson` that has a manifest.
CourseLocation locate_lesson(const fs::path& lesson) {
  std::error_code ignored;
  const fs::path own_folder = lesson.parent_path();
  const fs::path absolute = fs::absolute(lesson, ignored).lexically_normal();
  fs::path folder = absolute.parent_path();
  fs::path up = own_folder;
  while (true) {
    if (fs::is_regular_file(folder / "course.yaml", ignored)) {
      return location(up, absolute.lexically_relative(folder).generic_string());
    }
    if (folder == folder.root_path()) break;
    const bool can_step = !up.empty() && up.filename() != ".." && up.filename() != ".";
    up = can_step ? up.parent_path() : up / "..";
    folder = folder.parent_path();
  }
  return location(own_folder, lesson.filename().string());
}

} // namespace

Result<CourseLocation> locate_course(const std::string& typed) {
  std::error_code error;
  const fs::path path(typed);
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Failure{FailureReason::not_found, "there is no file or folder `" + typed + "`"};
  }
  if (status.type() == fs::file_type::none || error) {
    return Failure{FailureReason::no_permission, "`" + typed + "` cannot be looked at: permission denied"};
  }
  if (fs::is_directory(status)) {
    if (fs::exists(fs::symlink_status(path / "course.yaml", error))) return location(path, "course.yaml");
    return Failure{FailureReason::usage, "there is no course.yaml in `" + typed +
                                             "`; name the folder of a course or a lesson ending in .md, or start "
                                             "one with `comb new`"};
  }
  if (path.extension() == ".md") return locate_lesson(path);
  if (path.filename() == "course.yaml") return location(path.parent_path(), "course.yaml");
  return Failure{FailureReason::usage,
                 "`" + typed + "` is no course: name a folder with a course.yaml, or one lesson ending in .md"};
}

std::string locate_run(const std::string& typed, const CourseLocation& course) {
  std::error_code error;
  if (typed.empty() || !fs::is_regular_file(typed, error)) return typed;
  const fs::path file = fs::canonical(typed, error);
  const fs::path root = fs::canonical(course.root, error);
  if (error) return typed;
  const std::string below = file.lexically_relative(root).generic_string();
  return below.empty() || below.starts_with("..") ? typed : below;
}

} // namespace comb::driver
