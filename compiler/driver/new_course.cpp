// Writing the files of a new course in one step.
#include "driver/new_course.hpp"

#include "driver/disk.hpp"
#include "driver/interrupt.hpp"
#include "driver/new_course_text.hpp"
#include "schema/field.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace comb::driver {

namespace {

std::string with_id(std::string_view text, const std::string& id) {
  constexpr std::string_view mark = "@id@";
  std::string result(text);
  for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark, at + id.size())) {
    result.replace(at, mark.size(), id);
  }
  return result;
}

Status write_files(const std::string& folder, const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) {
    const std::string to = folder + "/" + path;
    if (const Status failed = make_folders(to.substr(0, to.rfind('/')))) return failed;
    if (const Status failed = write_new_file(to, text)) return failed;
  }
  return sync_folder(folder);
}

/// Beside the target first, then renamed: half a course is never to be seen.
Status write_course(const std::filesystem::path& path, const std::map<std::string, std::string>& files) {
  const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
  const std::string stage = (parent / ("." + path.filename().string() + ".stage")).string();
  const Undisturbed undisturbed;
  if (const Status failed = make_folders(parent.string())) return failed;
  if (const Status failed = remove_tree(stage)) return failed;
  Status failed = write_files(stage, files);
  if (!failed && Undisturbed::is_interrupted()) failed = Failure{FailureReason::interrupted, "interrupted"};
  if (!failed) failed = rename_new(stage, path.string());
  if (failed) static_cast<void>(remove_tree(stage));
  return failed;
}

constexpr std::array courses = {&english_course, &traditional_chinese_course, &simplified_chinese_course,
                                &japanese_course};

/// The course in the language that `lang` means (`zh-TW` is Traditional Chinese), English for none; null for a language
/// that has no such text.
const NewCourseText* text_in(std::string_view lang) {
  const std::string_view wanted = words::words_for(lang).lang;
  if (wanted == "en" && !lang.empty() && lang != "en" && !lang.starts_with("en-")) return nullptr;
  const auto found = std::ranges::find(courses, wanted, &NewCourseText::lang);
  return found == courses.end() ? nullptr : *found;
}

ExitStatus fail(Failure failure, ExitStatus status, Console& console) {
  print_failure(console, failure);
  return status;
}

} // namespace

std::map<std::string, std::string> new_course_files(const std::string& id, std::string_view lang) {
  const NewCourseText* course = text_in(lang);
  if (course == nullptr) return {};
  return {{"course.yaml", with_id(course->manifest, id)},
          {"terms.yaml", std::string(course->terms)},
          {"lessons/s01-welcome.md", std::string(course->welcome)},
          {"lessons/s02-practice.md", std::string(course->practice)}};
}

ExitStatus make_new_course(const std::string& path, std::string_view lang, Console& console) {
  std::filesystem::path target = std::filesystem::path(path).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  const std::string id = target.filename().string();
  if (!schema::is_id(id) || id == "build") {
    return fail({FailureReason::usage, "`" + id +
                                           "` cannot be a course's id: it takes small letters, digits and "
                                           "hyphens, begins with a letter, and is not `build`"},
                ExitStatus::wrong_usage, console);
  }
  const std::map<std::string, std::string> files = new_course_files(id, lang);
  if (files.empty()) {
    return fail({FailureReason::usage,
                 "there is no first course in `" + std::string(lang) + "`; use `en`, `zh-Hant`, `zh-Hans` or `ja`"},
                ExitStatus::wrong_usage, console);
  }
  if (exists(target.string())) {
    return fail({FailureReason::usage, "`" + target.string() + "` is there already; choose another name"},
                ExitStatus::wrong_usage, console);
  }
  if (Status failed = write_course(target, files)) return fail(*failed, ExitStatus::world_failed, console);
  console.write("made " + target.string() + "/ — next: comb build " + target.string() + "\n");
  return ExitStatus::fine;
}

} // namespace comb::driver
