// The text of a new course, one file a language. Private to this folder.
#pragma once

#include <string_view>

namespace comb::driver {

/// The same short course in one language; `@id@` in the manifest stands for the course's id.
struct NewCourseText {
  std::string_view lang; ///< as that of words::Words
  std::string_view manifest;
  std::string_view terms;
  std::string_view welcome;
  std::string_view practice;
};

extern const NewCourseText english_course;
extern const NewCourseText traditional_chinese_course;
extern const NewCourseText simplified_chinese_course;
extern const NewCourseText japanese_course;

} // namespace comb::driver
