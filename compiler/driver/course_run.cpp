// Compiling, publishing and reporting one course.
#include "driver/course_run.hpp"

#include "driver/location.hpp"
#include "driver/progress.hpp"
#include "driver/publish.hpp"
#include "driver/record.hpp"
#include "source/file_system.hpp"

#include <algorithm>
#include <set>

namespace comb::driver {

namespace {

constexpr std::size_t max_output_bytes = std::size_t{2} << 30U;

ExitStatus status_of(const Failure& failure) {
  return failure.reason == FailureReason::usage ? ExitStatus::wrong_usage : ExitStatus::world_failed;
}

/// Names become folders, so they are looked at once more here, whoever checked them before.
bool is_folder_name(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  return !name.empty() && name.front() != '-' && name.find_first_not_of(allowed) == std::string_view::npos;
}

/// Old files that a build of only some outputs leaves alone: those of other outputs, and, with `--edition`, those of
/// other editions.
std::set<std::string> kept_paths(const Compiled& compiled, const BuildOptions& options) {
  if (options.only.empty() && options.editions.empty()) return {};
  std::set<std::string> kept(compiled.all_paths.begin(), compiled.all_paths.end());
  if (!options.editions.empty()) return kept;
  for (const std::string& path : compiled.claimed_paths) kept.erase(path);
  return kept;
}

/// Errors, and warnings where they count as such.
bool is_refused(const Diagnostics& found, bool warnings_as_errors) {
  if (has_errors(found)) return true;
  return warnings_as_errors && std::ranges::any_of(found, [](const Diagnostic& diagnostic) {
           return diagnostic.kind->severity == Severity::warning;
         });
}

} // namespace

Result<CourseRun> compile_course(const std::string& typed, const BuildOptions& options, Memory* memory) {
  const Result<CourseLocation> location = locate_course(typed);
  if (!location) return location.failure();
  const Result<source::DiskFileSystem> disk = source::DiskFileSystem::open(location->root);
  if (!disk) return disk.failure();
  BuildOptions located = options;
  located.run = locate_run(options.run, *location);
  Result<Compiled> compiled = compile(*disk, location->entry, located, memory);
  if (!compiled) return compiled.failure();
  return CourseRun{.root = location->root,
                   .path_prefix = location->path_prefix,
                   .run = std::move(located.run),
                   .compiled = std::move(*compiled)};
}

bool is_refused(const Compiled& compiled, const BuildOptions& options) {
  return is_refused(compiled.diagnostics, options.speech.warnings_as_errors) ||
         is_refused(compiled.theme.theme_diagnostics, options.speech.warnings_as_errors);
}

Status publish_course(const CourseRun& run, const BuildOptions& options, Durability durability, Console& console) {
  const Compiled& compiled = run.compiled;
  if (!is_folder_name(compiled.course_id) || !is_folder_name(compiled.lang) || compiled.course_id == "build") {
    return Failure{FailureReason::usage, "no folder can be called after the course `" + compiled.course_id + "` in `" +
                                             compiled.lang + "`: use letters, digits and hyphens"};
  }
  // One lesson alone is another thing than the course, so it does not take its place.
  const std::string id = options.lesson.empty() ? compiled.course_id : compiled.course_id + "-" + options.lesson;
  Publication publication{
      .folder = options.out + "/" + id, .name = compiled.lang, .is_synced = durability == Durability::synced};
  std::size_t total = 0;
  for (const emit::Artifact& artifact : compiled.artifacts) {
    publication.files.push_back({.path = artifact.path, .bytes = artifact.bytes});
    total += artifact.bytes.size();
  }
  if (total > max_output_bytes) {
    return Failure{FailureReason::too_large, "the output would have more than 2 GiB"};
  }
  BuildOptions recorded = options; // as it counts for the course, not as it was typed from some folder
  recorded.run = run.run;
  publication.kept = kept_paths(compiled, options);
  publication.record = [&](const std::vector<PublishedFile>& files) { return build_record(compiled, recorded, files); };
  if (const Status failed = publish(publication, console)) return failed;
  print_files(compiled, publication.folder + "/" + publication.name, options.speech, console);
  return {};
}

void print_all(const std::vector<std::unique_ptr<CourseRun>>& runs, const SpeechOptions& speech, Console& console) {
  std::vector<Diagnostics> quiet_copies; // --quiet shows only errors
  quiet_copies.reserve(runs.size() * 2);
  std::vector<report::Batch> batches;
  for (const auto& run : runs) {
    const Compiled& compiled = run->compiled;
    quiet_copies.push_back(shown_findings(compiled.diagnostics, speech));
    batches.push_back({quiet_copies.back(), compiled.loaded.sources, run->path_prefix});
    quiet_copies.push_back(shown_findings(compiled.theme.theme_diagnostics, speech));
    batches.push_back({quiet_copies.back(), compiled.theme.theme_sources, compiled.theme.folder + "/"});
  }
  const std::string text = report::render(batches, speech.format, speech.colors);
  if (speech.format == report::Format::human) {
    console.write_error(text);
  } else {
    console.write(text);
  }
}

ExitStatus report_failure(const Failure& failure, Console& console) {
  print_failure(console, failure);
  return status_of(failure);
}

} // namespace comb::driver
