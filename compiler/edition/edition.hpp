// Editions: allow-list projections of a checked course. After this nothing asks who the reader is.
#pragma once

#include "check/check.hpp"
#include "model/course.hpp"

#include <string>
#include <vector>

namespace comb::edition {

struct EditionSpec {
  model::EditionKind kind = model::EditionKind::slides;
  std::string exam{};    ///< id of an exam; empty
  std::string variant{}; ///< A, B; empty
  std::string lang{};    ///< of the course
  bool operator==(const EditionSpec&) const = default;
};

/// A course as one kind of reader gets it. The types are the model's; what the reader may not see is not in them:
/// parts are removed, `Question::key` is empty, `Blank::key` and `Fill::text` are empty where they must be, and
/// `Part::placement` says which parts go to the notes (presenter only).
struct Edition {
  EditionSpec spec{};
  model::CourseInfo info{};
  std::vector<model::CoursePart> parts{};
  std::vector<model::Question> questions{}; ///< same indices as in the course
  std::vector<model::Objective> objectives{};
  std::vector<model::Term> terms{};
  std::vector<model::Day> days{};
  std::vector<model::Exam> exams{};   ///< with what was drawn; only for exam, key, guide and bank
  std::vector<model::Asset> assets{}; ///< those that this edition shows
};

/// Projects `course` for `spec`; its lessons side by side on up to `threads` threads.
Edition make_edition(const check::CheckedCourse& course, const EditionSpec& spec, int threads = 1);

/// A readable outline for `comb dump --stage edition`.
std::string dump(const Edition& edition);

} // namespace comb::edition
