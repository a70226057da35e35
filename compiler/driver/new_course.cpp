// Writing the files of a new course in one step.
#include "driver/new_course.hpp"

#include "driver/disk.hpp"
#include "driver/interrupt.hpp"
#include "driver/new_course_text.hpp"
#include "schema/field.hpp"

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

ExitStatus fail(Failure failure, ExitStatus status, Console& console) {
  print_failure(console, failure);
  return status;
}

} // namespace

std::map<std::string, std::string> new_course_files(const std::string& id, std::string_view lang) {
  std::map<std::string, std::string> files;
  const bool is_chinese = lang.starts_with("zh");
  if (!is_chinese && !lang.empty() && !lang.starts_with("en")) return files;
  for (const TemplateFile& file : is_chinese ? chinese_template() : english_template()) {
    files.emplace(file.path, with_id(file.text, id));
  }
  return files;
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
    return fail(
        {FailureReason::usage, "there is no first course in `" + std::string(lang) + "`; use `en` or `zh-Hant`"},
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
