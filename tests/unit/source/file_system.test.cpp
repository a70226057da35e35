// Nothing outside of a course's folder can be read, whatever its author tries.
#include "source/file_system.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace comb;
using namespace comb::source;
namespace fs = std::filesystem;

namespace {

/// A folder of this test's own that goes with it.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "comb-source-XXXXXX").string();
    root_ = ::mkdtemp(name.data());
    fs::create_directories(root_ / "course" / "part-1");
    write("course/part-1/s01.md", "lesson");
    write("secret.txt", "secret");
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(root_); }

  fs::path course(const std::string& path = "") const { return root_ / "course" / path; }
  void write(const std::string& path, const std::string& bytes) const { std::ofstream(root_ / path) << bytes; }
  DiskFileSystem open() const {
    Result<DiskFileSystem> disk = DiskFileSystem::open(course().string());
    REQUIRE(disk);
    return std::move(*disk);
  }

 private:
  fs::path root_;
};

FailureReason reason(const Result<std::string>& result) {
  REQUIRE(!result);
  CHECK(!result.failure().message.empty());
  return result.failure().reason;
}

constexpr std::uint64_t limit = 1000;

} // namespace

TEST_CASE("paths are joined in the text") {
  CHECK(resolve_path("part-1/s06.md", "../figures/a.svg") == "figures/a.svg");
  CHECK(resolve_path("part-1/s06.md", "./b.md") == "part-1/b.md");
  CHECK(resolve_path("course.yaml", "a//b/./c") == "a/b/c");
  CHECK(resolve_path("part-1/s06.md", "../../etc/passwd") == "");
  CHECK(resolve_path("part-1/s06.md", "/etc/passwd") == "");
  CHECK(resolve_path("s06.md", "a/../../b") == "");
  CHECK(resolve_path("s06.md", std::string_view("a\0b", 3)) == "");
  CHECK(resolve_path("s06.md", "") == "");
}

TEST_CASE("a file inside is read, also over a link that stays inside") {
  const Scratch scratch;
  const DiskFileSystem disk = scratch.open();
  CHECK(*disk.read("part-1/s01.md", limit) == "lesson");
  CHECK(*disk.read("part-1/../part-1/s01.md", limit) == "lesson");
  fs::create_symlink("part-1/s01.md", scratch.course("link.md"));
  CHECK(*disk.read("link.md", limit) == "lesson");
}

TEST_CASE("no path and no link leads out") {
  const Scratch scratch;
  const DiskFileSystem disk = scratch.open();
  CHECK(reason(disk.read("../secret.txt", limit)) == FailureReason::outside_root);
  CHECK(reason(disk.read("/etc/passwd", limit)) == FailureReason::outside_root);
  fs::create_symlink("../secret.txt", scratch.course("out.md"));
  CHECK(reason(disk.read("out.md", limit)) == FailureReason::outside_root);
  fs::create_symlink("/etc/passwd", scratch.course("absolute.md"));
  CHECK(reason(disk.read("absolute.md", limit)) == FailureReason::outside_root);
  fs::create_directory_symlink("..", scratch.course("up"));
  CHECK(reason(disk.read("up/secret.txt", limit)) == FailureReason::outside_root);
  fs::create_symlink("/proc/self/root/etc/passwd", scratch.course("magic.md"));
  CHECK(reason(disk.read("magic.md", limit)) == FailureReason::outside_root);
}

TEST_CASE("only regular files are read, and a pipe holds nobody up") {
  const Scratch scratch;
  const DiskFileSystem disk = scratch.open();
  CHECK(reason(disk.read("part-1", limit)) == FailureReason::not_regular);
  REQUIRE(::mkfifo(scratch.course("pipe.md").c_str(), 0600) == 0);
  CHECK(reason(disk.read("pipe.md", limit)) == FailureReason::not_regular);
}

TEST_CASE("a missing file and one that is too large say so") {
  const Scratch scratch;
  const DiskFileSystem disk = scratch.open();
  CHECK(reason(disk.read("none.md", limit)) == FailureReason::not_found);
  CHECK(reason(disk.read("part-1/s01.md", 5)) == FailureReason::too_large);
  CHECK(*disk.read("part-1/s01.md", 6) == "lesson");
}

TEST_CASE("a folder's names come sorted") {
  const Scratch scratch;
  scratch.write("course/b.md", "");
  scratch.write("course/a.md", "");
  const DiskFileSystem disk = scratch.open();
  CHECK(disk.list("") == std::vector<std::string>{"a.md", "b.md", "part-1"});
  CHECK(disk.list("part-1") == std::vector<std::string>{"s01.md"});
  CHECK(disk.list("none").empty());
  CHECK(disk.list("..").empty());
}

TEST_CASE("a root that is not there or no folder is a failure") {
  const Scratch scratch;
  CHECK(!DiskFileSystem::open(scratch.course("none").string()));
  CHECK(!DiskFileSystem::open(scratch.course("part-1/s01.md").string()));
}

TEST_CASE("memory answers as the disk does") {
  const MemoryFileSystem memory({{"part-1/s01.md", "lesson"}, {"a.md", ""}});
  CHECK(*memory.read("part-1/s01.md", limit) == "lesson");
  CHECK(reason(memory.read("../secret.txt", limit)) == FailureReason::outside_root);
  CHECK(reason(memory.read("none.md", limit)) == FailureReason::not_found);
  CHECK(reason(memory.read("part-1", limit)) == FailureReason::not_regular);
  CHECK(reason(memory.read("part-1/s01.md", 5)) == FailureReason::too_large);
  CHECK(memory.list("") == std::vector<std::string>{"a.md", "part-1"});
}
