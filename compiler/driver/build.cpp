// From courses on the command line to an exit status.
#include "driver/build.hpp"

#include "driver/course_run.hpp"
#include "driver/progress.hpp"

#include <memory>

namespace comb::driver {

ExitStatus build(const BuildOptions& options, Publishing publishing, Console& console) {
  ExitStatus status = ExitStatus::fine;
  std::vector<std::unique_ptr<CourseRun>> runs;
  for (const std::string& typed : options.courses) {
    Result<CourseRun> result = compile_course(typed, options);
    if (!result) {
      status = worse(status, report_failure(result.failure(), console));
      continue;
    }
    const CourseRun& run = *runs.emplace_back(std::make_unique<CourseRun>(std::move(*result)));
    if (is_refused(run.compiled, options)) {
      status = worse(status, ExitStatus::course_errors);
    } else if (publishing == Publishing::on) {
      if (const Status failed = publish_course(run, options, Durability::synced, console)) {
        status = worse(status, report_failure(*failed, console));
      }
    }
    runs.back()->compiled.artifacts.clear(); // written, or never to be: many courses need not fit into memory
  }
  print_all(runs, options.speech, console);
  for (const auto& run : runs) print_summary(run->compiled, options.speech, console);
  return status;
}

} // namespace comb::driver
