// Putting a finished course in the place of the old one, in one step.
#pragma once

#include "base/result.hpp"
#include "driver/console.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace comb::driver {

/// A file to be published: a path with `/` below the target, and its bytes.
struct OutputFile {
  std::string path;
  std::string_view bytes; ///< must outlive the publishing
};

/// The size and digest of a file as it stands in the target.
struct PublishedFile {
  std::string path;
  std::size_t size = 0;
  std::string sha256;
  bool operator==(const PublishedFile&) const = default;
};

struct Publication {
  std::string folder; ///< `out/<course id>`
  std::string name;   ///< the folder in it that is replaced: the language
  std::vector<OutputFile> files{};
  /// Old files that stay although this build did not make them (`--only`); others go.
  std::set<std::string> kept{};
  /// The text of `build.json`, given all files of the target but itself, sorted by path.
  std::function<std::string(const std::vector<PublishedFile>&)> record{};
  /// Whether to wait until all of it is on the disk. Without, a power cut may leave empty files behind.
  bool is_synced = true;
};

/// Publishes, so that at every moment either all of the old or all of the new is there, also after a crash. Files
/// whose bytes did not change keep their time; where nothing changed, nothing is touched. On a failure the old files
/// are as they were.
Status publish(const Publication& publication, Console& console);

} // namespace comb::driver
