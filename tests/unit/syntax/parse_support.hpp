// Source in, readable text out: what the tests of this folder share.
#pragma once

#include "syntax/load_course.hpp"

#include <string>

/// The outline of `source`, then one line for each finding, in the order of the source.
std::string parsed(const std::string& source);
/// The outline alone.
std::string outline(const std::string& source);
/// The findings alone: `2:1-4 error name: message`.
std::string findings(const std::string& source);
