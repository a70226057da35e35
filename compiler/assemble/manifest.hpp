// The manifest, the term sheet and the run file.
#pragma once

#include "assemble/course_state.hpp"
#include "assemble/exams.hpp"

#include <set>
#include <string>
#include <vector>

namespace comb::assemble {

/// A part of the course as the manifest plans it.
struct PartPlan {
  std::string id;
  std::string title;
  struct LessonPath {
    std::string path; ///< from the course's root
    Span span;
  };
  std::vector<LessonPath> lessons;
};
struct Plan {
  std::vector<PartPlan> parts;
  std::set<std::string> dropped; ///< ids of lessons that the run leaves out
  Span dropped_span{};
  std::vector<ExamPlan> exams{};
};

/// Reads all YAML of the course into `state.course` and `state.variables`; returns the plan of parts and lessons. For
/// a single lesson without a manifest the plan is one part without a title.
Plan read_manifest(CourseState& state, const std::string& lang);

/// Front matter of a lesson.
struct LessonMatter {
  std::string id;
  Span id_span{};
  std::optional<std::chrono::minutes> time;
};
LessonMatter read_front_matter(CourseState& state, const syntax::Document& document);

/// The language that a text without a manifest is written in, told by its characters: zh-Hant, zh-Hans, ja or en.
std::string guess_language(std::string_view text);

} // namespace comb::assemble
