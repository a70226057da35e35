// The theme that a course asks for, read from the folder of themes.
#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/source_set.hpp"
#include "syntax/load_course.hpp"
#include "theme/theme.hpp"

#include <string>

namespace comb::driver {

struct LoadedTheme {
  theme::Theme theme;
  Diagnostics course_diagnostics;  ///< about the course's own files
  source::SourceSet theme_sources; ///< the theme's own `theme.yaml`
  Diagnostics theme_diagnostics;   ///< about it
  std::string folder;              ///< where it was found
};

/// The theme `name` from `themes_folder` (comb's own where that is empty), with all files of its folder. Where the
/// course brings tokens of its own, they are laid over. A name that is not there is `theme-unknown`, and the default
/// theme stands in.
Result<LoadedTheme> load_theme(const syntax::LoadedCourse& course, const std::string& name,
                               const std::string& themes_folder);

} // namespace comb::driver
