// Courses from texts in memory, for tests that need more than one stage.
#pragma once

#include "assemble/assemble.hpp"
#include "check/check.hpp"
#include "edition/edition.hpp"
#include "source/file_system.hpp"
#include "syntax/load_course.hpp"

#include <map>
#include <optional>
#include <string>

namespace comb::tests {

/// A course taken through the stages up to the gate.
struct Compiled {
  syntax::LoadedCourse loaded;
  check::CheckResult result;

  /// One finding a line, in order: `name line:column message`, or `name file:line:column message` for another file
  /// than the first lesson.
  std::string findings() const;
  /// Names of the findings, each on a line.
  std::string names() const;
};

/// Compiles `files` from `entry` (`course.yaml` or a lesson).
Compiled compile(std::map<std::string, std::string> files, const std::string& entry);
/// Compiles one lesson called `lesson.md`.
Compiled compile_lesson(const std::string& lesson);
/// The projection of a course that must be without errors.
edition::Edition edition_of(const Compiled& compiled, model::EditionKind kind);

} // namespace comb::tests
