// Which folder a course is read from, given what a person typed.
#pragma once

#include "base/result.hpp"

#include <string>

namespace comb::driver {

struct CourseLocation {
  std::string root;        ///< the folder that nothing outside of is read
  std::string entry;       ///< `course.yaml`, or one lesson, relative to the root
  std::string path_prefix; ///< leads from the working folder to the root; empty or ending in `/`
};

/// `typed` is a course folder, its `course.yaml`, or one lesson ending in `.md`. The root of a lesson is the nearest
/// folder above it that has a `course.yaml`, so that its pictures are found; without one, its own folder.
Result<CourseLocation> locate_course(const std::string& typed);

/// The run file that was typed, as a path below the course's root. A file that is there from where the person stands
/// is meant; else the path counts from the root. Empty for empty.
std::string locate_run(const std::string& typed, const CourseLocation& course);

} // namespace comb::driver
