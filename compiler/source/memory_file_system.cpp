// Files of a course held in memory, for tests: the same answers as the disk gives.
#include "source/file_system.hpp"

#include <set>

namespace comb::source {

Result<std::string> MemoryFileSystem::read(std::string_view path, std::uint64_t max_bytes) const {
  const std::string resolved = resolve_path("", path);
  if (resolved.empty()) {
    return Failure{FailureReason::outside_root, "`" + std::string(path) + "` leaves the course folder"};
  }
  const auto found = files_.find(resolved);
  if (found == files_.end()) {
    if (!list(resolved).empty()) return Failure{FailureReason::not_regular, "`" + resolved + "` is a folder"};
    return Failure{FailureReason::not_found, "there is no file `" + resolved + "`"};
  }
  if (found->second.size() > max_bytes) {
    return Failure{FailureReason::too_large,
                   "`" + resolved + "` has more than " + std::to_string(max_bytes) + " bytes"};
  }
  return found->second;
}

std::vector<std::string> MemoryFileSystem::list(std::string_view folder) const {
  const std::string resolved = resolve_path("", folder);
  const std::string prefix = resolved.empty() ? std::string() : resolved + "/";
  std::set<std::string> names;
  for (const auto& [path, bytes] : files_) {
    if (!path.starts_with(prefix)) continue;
    const std::string_view rest = std::string_view(path).substr(prefix.size());
    names.emplace(rest.substr(0, rest.find('/')));
  }
  return {names.begin(), names.end()};
}

} // namespace comb::source
