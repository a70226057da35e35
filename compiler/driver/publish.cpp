// Stage beside the target, sync, exchange, sync, delete the old: see docs/decisions and safety-and-scale.
#include "driver/publish.hpp"

#include "base/digest.hpp"
#include "driver/disk.hpp"
#include "driver/interrupt.hpp"
#include "driver/output_lock.hpp"
#include "source/file_system.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace comb::driver {

namespace {

constexpr std::string_view record_name = "build.json";
constexpr std::uint64_t max_output_file = 2ULL << 30U;

/// The names that one publication uses, all in one folder so that renames stay within one file system.
struct Places {
  std::string folder;
  std::string target;
  std::string stage; ///< becomes the target; after the exchange, the old tree
  std::string spare; ///< only where the file system cannot exchange
};

Places places_of(const Publication& publication) {
  const std::string hidden = publication.folder + "/." + publication.name;
  return {.folder = publication.folder,
          .target = publication.folder + "/" + publication.name,
          .stage = hidden + ".stage",
          .spare = hidden + ".old"};
}

/// Clears away what a killed build left. Safe, for we hold the lock.
Status sweep(const Places& places) {
  if (exists(places.spare) && !exists(places.target)) {
    if (const Status failed = rename_new(places.spare, places.target)) return failed;
  }
  if (const Status failed = remove_tree(places.spare)) return failed;
  return remove_tree(places.stage);
}

/// The files that stand in the target now, by path.
using OldFiles = std::map<std::string, std::string>;

Result<OldFiles> read_old(const Places& places) {
  OldFiles old;
  if (!exists(places.target)) return old;
  Result<source::DiskFileSystem> disk = source::DiskFileSystem::open(places.target);
  if (!disk) return disk.failure();
  for (const std::string& path : list_tree(places.target)) {
    Result<std::string> bytes = disk->read(path, max_output_file);
    if (!bytes) return Failure{bytes.failure().reason, "the old output: " + bytes.failure().message};
    old.emplace(path, std::move(*bytes));
  }
  std::error_code ignored;
  const bool is_ours = old.contains(std::string(record_name)) || std::filesystem::is_empty(places.target, ignored);
  if (!is_ours) {
    return Failure{FailureReason::other, "`" + places.target + "` holds files that comb did not make (there is no " +
                                             std::string(record_name) + "); move them away or choose another --out"};
  }
  return old;
}

/// Everything that the new target will hold, by path; views into the publication and the old files.
using NewFiles = std::map<std::string, std::string_view>;

NewFiles plan_files(const Publication& publication, const OldFiles& old) {
  NewFiles files;
  for (const OutputFile& file : publication.files) files.emplace(file.path, file.bytes);
  for (const auto& [path, bytes] : old) {
    if (publication.kept.contains(path)) files.emplace(path, bytes); // what was made anew wins
  }
  return files;
}

std::vector<PublishedFile> describe(const NewFiles& files) {
  std::vector<PublishedFile> list;
  for (const auto& [path, bytes] : files) {
    list.push_back({.path = path, .size = bytes.size(), .sha256 = sha256_hex(bytes)});
  }
  return list;
}

bool is_same(const NewFiles& files, const OldFiles& old) {
  return std::ranges::equal(files, old,
                            [](const auto& a, const auto& b) { return a.first == b.first && a.second == b.second; });
}

/// Puts one file into the stage: as a link to the old one where the bytes are the same, so that its time stays.
Status stage_file(const Places& places, const OldFiles& old, const std::string& path, std::string_view bytes,
                  Syncing syncing) {
  const std::string to = places.stage + "/" + path;
  const std::size_t slash = to.rfind('/');
  if (const Status failed = make_folders(to.substr(0, slash))) return failed;
  const auto before = old.find(path);
  if (before != old.end() && before->second == bytes && !link_file(places.target + "/" + path, to)) return {};
  return write_new_file(to, bytes, syncing);
}

Status sync_tree(const std::string& root) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!entry->is_directory()) continue;
    if (const Status failed = sync_folder(entry->path().string())) return failed;
  }
  return sync_folder(root);
}

Status fill_stage(const Places& places, const OldFiles& old, const NewFiles& files, Syncing syncing) {
  if (const Status failed = make_folders(places.stage)) return failed;
  for (const auto& [path, bytes] : files) {
    if (Undisturbed::is_interrupted()) return Failure{FailureReason::interrupted, "interrupted"};
    if (const Status failed = stage_file(places, old, path, bytes, syncing)) return failed;
  }
  return syncing == Syncing::on ? sync_tree(places.stage) : Status();
}

Status swap_in(const Places& places) {
  if (!exists(places.target)) return rename_new(places.stage, places.target);
  return exchange_folders(places.stage, places.target, places.spare);
}

Status replace(const Places& places, const OldFiles& old, const NewFiles& files, Syncing syncing) {
  const Undisturbed undisturbed;
  Status failed = fill_stage(places, old, files, syncing);
  if (!failed) failed = swap_in(places);
  if (!failed && syncing == Syncing::on) failed = sync_folder(places.folder);
  // What is called stage now is the old tree, or what we could not finish: either way it goes.
  const Status not_swept = remove_tree(places.stage);
  return failed ? failed : not_swept;
}

} // namespace

Status publish(const Publication& publication, Console& console) {
  const Places places = places_of(publication);
  if (const Status failed = make_folders(places.folder)) return failed;
  const Result<OutputLock> lock = OutputLock::take(places.folder, console);
  if (!lock) return lock.failure();
  if (const Status failed = sweep(places)) return failed;

  const Result<OldFiles> old = read_old(places);
  if (!old) return old.failure();
  NewFiles files = plan_files(publication, *old);
  files.erase(std::string(record_name));
  const std::string record = publication.record(describe(files));
  files.emplace(record_name, record);
  if (is_same(files, *old)) return {};
  return replace(places, *old, files, publication.is_synced ? Syncing::on : Syncing::off);
}

} // namespace comb::driver
