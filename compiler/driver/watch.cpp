// Wait, look whether something that counts has changed, build, tell.
#include "driver/watch.hpp"

#include "driver/course_run.hpp"
#include "driver/folder_watch.hpp"
#include "driver/location.hpp"
#include "driver/progress.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include <malloc.h>
#include <poll.h>
#include <unistd.h>

namespace comb::driver {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock; // for what is printed only: nothing of it reaches a file

namespace {

// An editor's save is several events; they come within a few milliseconds.
constexpr int quiet_milliseconds = 5;
constexpr int longest_wait_milliseconds = 200;

/// The memory of one build serves the next: giving it back to the system and asking for it again costs a tenth of a
/// build.
void keep_freed_memory() {
  constexpr int as_much_as_a_large_course = 1 << 30;
  ::mallopt(M_TRIM_THRESHOLD, as_much_as_a_large_course);
  ::mallopt(M_MMAP_THRESHOLD, as_much_as_a_large_course);
  ::mallopt(M_TOP_PAD, 64 << 20);
}

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool is_below(const std::string& path, const std::string& folder) {
  std::error_code ignored;
  const std::string whole = fs::weakly_canonical(path, ignored).generic_string();
  return whole == folder || whole.starts_with(folder + "/");
}

/// Names that editors use beside the file that is meant.
bool is_passing_name(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return name.starts_with(".") || name.ends_with("~") || name.starts_with("#");
}

class Watcher {
 public:
  Watcher(const WatchOptions& options, FolderWatch folders, Console& console)
      : options_(options), folders_(std::move(folders)), console_(console) {
    if (options_.build.only.empty()) options_.build.only = {"slides"};
    std::error_code ignored;
    out_ = fs::weakly_canonical(options.build.out, ignored).generic_string();
  }

  ExitStatus run() {
    build_slides();
    say("watching `" + course() + "`; p and Enter make all files, Ctrl-C ends");
    for (;;) {
      const std::optional<Event> event = wait();
      if (!event) return ExitStatus::world_failed;
      if (*event == Event::typed) build_rest();
      if (*event == Event::changed) {
        const FolderWatch::Changes changes = settled_changes();
        if (counts(changes)) build_slides();
      }
    }
  }

 private:
  enum class Event : std::uint8_t { changed, typed };

  const std::string& course() const { return options_.build.courses.front(); }

  void say(const std::string& line) {
    if (!options_.build.speech.quiet) console_.write("comb: " + line + "\n");
  }

  // --- Waiting ---

  std::optional<Event> wait() {
    for (;;) {
      std::array<pollfd, 2> sources = {pollfd{folders_.descriptor(), POLLIN, 0},
                                       pollfd{is_typing_over_ ? -1 : STDIN_FILENO, POLLIN, 0}};
      if (::poll(sources.data(), sources.size(), -1) < 0) {
        if (errno == EINTR) continue;
        print_failure(console_, disk_failure("watch", course(), errno));
        return std::nullopt;
      }
      if (sources[0].revents != 0) return Event::changed;
      if (sources[1].revents != 0 && has_typed_p()) return Event::typed;
    }
  }

  bool has_typed_p() {
    std::array<char, 64> typed{};
    const ssize_t size = ::read(STDIN_FILENO, typed.data(), typed.size());
    if (size <= 0) is_typing_over_ = true;
    return std::find(typed.begin(), typed.end(), 'p') != typed.end();
  }

  FolderWatch::Changes settled_changes() {
    FolderWatch::Changes all = folders_.read();
    const Clock::time_point latest = Clock::now() + std::chrono::milliseconds(longest_wait_milliseconds);
    for (;;) {
      pollfd source{folders_.descriptor(), POLLIN, 0};
      if (::poll(&source, 1, quiet_milliseconds) <= 0 || Clock::now() > latest) return all;
      FolderWatch::Changes more = folders_.read();
      all.paths.merge(more.paths);
      all.is_lost = all.is_lost || more.is_lost;
    }
  }

  // --- What counts ---

  bool counts(const FolderWatch::Changes& changes) {
    if (changes.is_lost) return true;
    return std::any_of(changes.paths.begin(), changes.paths.end(),
                       [this](const std::string& path) { return counts(path); });
  }

  /// Bytes decide: a file that was saved without a change is none. What is no part of the course matters only while
  /// something is missing from it.
  bool counts(const std::string& path) const {
    const std::string normal = fs::path(path).lexically_normal().generic_string();
    const auto known = inputs_.find(normal);
    if (known != inputs_.end()) return text_of(path) != known->second;
    return !is_sound_ && !is_passing_name(path) && !is_below(path, out_);
  }

  void remember_inputs(const CourseRun& run) {
    inputs_.clear();
    const auto remember = [this](const std::string& path, std::string_view bytes) {
      inputs_.emplace(fs::path(path).lexically_normal().generic_string(), bytes);
    };
    const Compiled& compiled = run.compiled;
    for (const source::SourceFile& file : compiled.loaded.sources.files()) {
      remember(run.root + "/" + file.path(), file.text());
    }
    for (const auto& [path, bytes] : compiled.loaded.assets) remember(run.root + "/" + path, bytes);
    for (const auto& [path, bytes] : compiled.theme.theme.files) remember(compiled.theme.folder + "/" + path, bytes);
  }

  void watch_folders() {
    for (const auto& [path, bytes] : inputs_) folders_.add(fs::path(path).parent_path().generic_string());
    const Result<CourseLocation> location = locate_course(course());
    if (!location) return;
    // A lesson by itself may lie in a folder full of other things.
    if (location->entry.ends_with(".md")) {
      folders_.add(fs::path(location->root).lexically_normal().generic_string());
    } else {
      folders_.add_tree(fs::path(location->root).lexically_normal().generic_string());
    }
  }

  // --- Building ---

  void build_slides() {
    const Clock::time_point begin = Clock::now();
    watch_folders(); // before reading: what changes meanwhile is seen
    BuildOptions first = options_.build;
    const bool is_in_two_steps = first.editions.empty() && first.only == std::vector<std::string>{"slides"};
    if (is_in_two_steps) first.editions = {model::EditionKind::slides};
    const bool is_built = build(first, Durability::fast, Findings::told);
    if (is_built) {
      const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
      say("built in " + std::to_string(took.count()) + " ms: " + place_);
    }
    watch_folders();
    if (!is_built || is_change_waiting()) return;
    // The presenter's slides may come a moment later than those that the author looks at.
    if (is_in_two_steps) build(options_.build, Durability::fast, Findings::told_if_new);
    if (options_.rest == WatchOptions::Rest::always && !is_change_waiting()) build_rest();
  }

  bool is_change_waiting() {
    pollfd source{folders_.descriptor(), POLLIN, 0};
    return ::poll(&source, 1, 0) > 0;
  }

  void build_rest() {
    const Clock::time_point begin = Clock::now();
    BuildOptions all = options_.build;
    all.only.clear();
    if (!build(all, Durability::synced, Findings::told)) return;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    say("all files built in " + std::to_string(took.count()) + " ms: " + place_);
  }

  enum class Findings : std::uint8_t { told, told_if_new }; ///< new: where a step before had no errors

  /// Whether new files were published. The old run is dropped only after that: freeing it takes time, too.
  bool build(const BuildOptions& options, Durability durability, Findings findings) {
    Result<CourseRun> result = compile_course(course(), options, &memory_);
    if (!result) {
      is_sound_ = false;
      report_failure(result.failure(), console_);
      return false;
    }
    auto run = std::make_unique<CourseRun>(std::move(*result));
    const Compiled& compiled = run->compiled;
    is_sound_ = !is_refused(compiled, options);
    place_ = options.out + "/" + compiled.course_id + "/" + compiled.lang;
    bool is_published = false;
    if (is_sound_) {
      const Status failed = publish_course(*run, options, durability, console_);
      if (failed) report_failure(*failed, console_);
      is_published = !failed;
    }
    remember_inputs(*run);
    if (findings == Findings::told_if_new && is_sound_) return is_published;
    std::vector<std::unique_ptr<CourseRun>> runs;
    runs.push_back(std::move(run));
    print_all(runs, options.speech, console_);
    if (!is_sound_) say("not built; the old output stays");
    return is_published;
  }

  WatchOptions options_;
  FolderWatch folders_;
  Console& console_;
  Memory memory_;
  std::string out_;                           ///< where output goes: what changes there is our own doing
  std::string place_;                         ///< of the last output
  std::map<std::string, std::string> inputs_; ///< bytes of what the last build read, by path
  bool is_sound_ = false;
  bool is_typing_over_ = false;
};

} // namespace

ExitStatus watch(const WatchOptions& options, Console& console) {
  keep_freed_memory();
  Result<FolderWatch> folders = FolderWatch::open();
  if (!folders) return report_failure(folders.failure(), console);
  return Watcher(options, std::move(*folders), console).run();
}

} // namespace comb::driver
