// `comb new`: a first course to change into one's own.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <map>
#include <string>
#include <string_view>

namespace comb::driver {

/// The files of a new course, by path: a manifest, terms and two lessons with each main block once, which build
/// without a warning. In English where `lang` is empty. Empty for a language that has no such text.
std::map<std::string, std::string> new_course_files(const std::string& id, std::string_view lang);

/// Writes them into the new folder `path`, all or nothing. The last step of the path is the course's id; where it is
/// there already, or is no id, nothing is written.
ExitStatus make_new_course(const std::string& path, std::string_view lang, Console& console);

} // namespace comb::driver
