// What a run is asked to do, as plain values. The cli folder makes these from the command line.
#pragma once

#include "model/edition_set.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace comb::driver {

/// How a run talks.
struct SpeechOptions {
  report::Format format = report::Format::human;
  report::Colors colors = report::Colors::off;
  bool quiet = false; ///< only errors
  bool warnings_as_errors = false;
};

/// What is to be made of a course.
struct BuildOptions {
  std::vector<std::string> courses{};         ///< folders, manifests or single lessons, as typed
  std::string out = "out";                    ///< the folder that holds `<course id>/<lang>/`
  std::vector<std::string> only{};            ///< names of outputs; empty: all
  std::vector<model::EditionKind> editions{}; ///< empty: all
  std::string lesson{};                       ///< id of the one lesson to build; empty: all
  std::string run{};                          ///< the run file, relative to the course; empty: none
  std::string lang{};                         ///< empty: the manifest's
  std::string theme_folder{};                 ///< holds `<theme name>/theme.yaml`; empty: comb's own
  int threads = 1;
  SpeechOptions speech{};
};

/// Exit statuses.
enum class ExitStatus : std::uint8_t {
  fine = 0,
  course_errors = 1,
  wrong_usage = 2,
  world_failed = 3,
  internal_error = 70, ///< EX_SOFTWARE of sysexits.h
};

/// The worse of two: what a run over several courses ends with.
inline ExitStatus worse(ExitStatus a, ExitStatus b) {
  return a < b ? b : a;
}

} // namespace comb::driver
