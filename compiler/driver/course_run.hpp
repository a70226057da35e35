// One course through a run: compiled, published, reported. What `build` and `watch` share.
#pragma once

#include "driver/compile.hpp"
#include "driver/console.hpp"
#include "driver/options.hpp"

#include <memory>
#include <string>
#include <vector>

namespace comb::driver {

/// A course and what came of it, kept until the diagnostics of the whole run are printed.
struct CourseRun {
  std::string root;        ///< the folder that it was read from
  std::string path_prefix; ///< leads from the working folder to it
  std::string run;         ///< the run file, below the course's root
  Compiled compiled;
};

/// Finds the course that was `typed` and compiles it. `memory` may be null.
Result<CourseRun> compile_course(const std::string& typed, const BuildOptions& options, Memory* memory = nullptr);

/// Whether the findings keep the old output: errors, and warnings where they count as such.
bool is_refused(const Compiled& compiled, const BuildOptions& options);

/// Whether what is published must be on the disk before this returns, power cut or not.
enum class Durability : std::uint8_t { synced, fast };

/// Puts a course's files into `out/<id>/<lang>`.
Status publish_course(const CourseRun& run, const BuildOptions& options, Durability durability, Console& console);

/// Machines get one document for the whole run; people get each course's findings.
void print_all(const std::vector<std::unique_ptr<CourseRun>>& runs, const SpeechOptions& speech, Console& console);

/// Prints what went wrong outside the course; returns the status to end with.
ExitStatus report_failure(const Failure& failure, Console& console);

} // namespace comb::driver
