// Being told when something changes in a folder: inotify, behind a small class.
#pragma once

#include "base/result.hpp"
#include "driver/disk.hpp"

#include <map>
#include <set>
#include <string>

namespace comb::driver {

/// Watches folders, not files: editors save by writing beside and renaming.
class FolderWatch {
 public:
  static Result<FolderWatch> open();

  /// Watches what is directly in `folder`. One that is watched already, or cannot be, is left as it is.
  void add(const std::string& folder);
  /// The same for `folder` and those below it, but for hidden ones, `node_modules` and those that a build wrote.
  void add_tree(const std::string& folder);

  struct Changes {
    std::set<std::string> paths; ///< `folder/name`, as the folder was given
    bool is_lost = false;        ///< more happened than could be kept: anything may have changed
  };
  /// What happened since the last call; does not wait.
  Changes read();

  /// Readable when something happened; for poll.
  int descriptor() const { return notifier_.get(); }

 private:
  explicit FolderWatch(Descriptor notifier) : notifier_(std::move(notifier)) {}

  Descriptor notifier_;
  std::map<int, std::string> folders_; ///< by watch number
};

} // namespace comb::driver
