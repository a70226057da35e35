// `comb fmt`: lessons in their canonical layout, written back in one step each.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comb::driver {

struct FormatOptions {
  /// Lessons ending in `.md`, and folders whose lessons are meant, those of folders inside too. Hidden folders,
  /// links, and folders that a build wrote are left out.
  std::vector<std::string> paths{};
  enum class Mode : std::uint8_t {
    write, ///< changes the files and prints their paths
    check, ///< changes nothing, prints the paths of files that would change, and ends with status 1 if there are any
    diff,  ///< as `check`, but prints the lines
  } mode = Mode::write;
  SpeechOptions speech{};
};

/// Formats and says what it did. A file that cannot be read as a lesson is reported and left alone.
ExitStatus format_files(const FormatOptions& options, Console& console);

/// The lines of `before` that go and those of `after` that come, with three around them, as `diff -u` writes them;
/// empty for equal texts.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

} // namespace comb::driver
