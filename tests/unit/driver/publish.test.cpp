// At every moment all of the old output or all of the new is there.
#include "driver/publish.hpp"

#include "driver/disk.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace comb;
using namespace comb::driver;
using comb::test::Scratch;

namespace {

std::string record_of(const std::vector<PublishedFile>& files) {
  std::string text;
  for (const PublishedFile& file : files) text += file.path + " " + std::to_string(file.size) + "\n";
  return text;
}

Publication publication(const Scratch& scratch, std::vector<OutputFile> files) {
  return {.folder = scratch.path("out/a"), .name = "en", .files = std::move(files), .record = record_of};
}

Status publish_quietly(const Publication& what) {
  MemoryConsole console;
  Status failed = publish(what, console);
  CHECK(console.errors == "");
  return failed;
}

struct stat facts_of(const std::string& path) {
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  return facts;
}

/// Sets a file's time to long ago, so that a new one shows.
void make_old(const std::string& path) {
  const timespec times[2] = {{.tv_sec = 1000, .tv_nsec = 0}, {.tv_sec = 1000, .tv_nsec = 0}};
  REQUIRE(::utimensat(-1, path.c_str(), times, 0) == 0);
}

} // namespace

TEST_CASE("files appear with their record, whatever the umask") {
  const Scratch scratch;
  const mode_t old_mask = ::umask(0077);
  const Status failed = publish_quietly(publication(scratch, {{"learner/b.html", "bb"}, {"a.txt", "a"}}));
  ::umask(old_mask);
  REQUIRE(!failed);
  CHECK(scratch.read("out/a/en/learner/b.html") == "bb");
  CHECK(scratch.read("out/a/en/build.json") == "a.txt 1\nlearner/b.html 2\n");
  CHECK((facts_of(scratch.path("out/a/en/a.txt")).st_mode & 0777) == 0644);
  CHECK((facts_of(scratch.path("out/a/en/learner")).st_mode & 0777) == 0755);
  CHECK((facts_of(scratch.path("out/a/en")).st_mode & 0777) == 0755);
  CHECK(list_tree(scratch.path("out/a")) ==
        std::vector<std::string>{".comb-lock", "en/a.txt", "en/build.json", "en/learner/b.html"});
}

TEST_CASE("a file whose bytes did not change keeps its time; one that did does not; one no longer made goes") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"same", "1"}, {"changed", "1"}, {"gone", "1"}})));
  make_old(scratch.path("out/a/en/same"));
  make_old(scratch.path("out/a/en/changed"));
  REQUIRE(!publish_quietly(publication(scratch, {{"same", "1"}, {"changed", "2"}})));
  CHECK(facts_of(scratch.path("out/a/en/same")).st_mtime == 1000);
  CHECK(facts_of(scratch.path("out/a/en/changed")).st_mtime != 1000);
  CHECK(scratch.read("out/a/en/changed") == "2");
  CHECK(!scratch.has("out/a/en/gone"));
  CHECK(!scratch.has("out/a/.en.stage"));
}

TEST_CASE("where nothing changed nothing is touched") {
  const Scratch scratch;
  const Publication what = publication(scratch, {{"a", "1"}});
  REQUIRE(!publish_quietly(what));
  const ino_t before = facts_of(scratch.path("out/a/en")).st_ino;
  REQUIRE(!publish_quietly(what));
  CHECK(facts_of(scratch.path("out/a/en")).st_ino == before);
}

TEST_CASE("a build of some outputs leaves the files of the others") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"slides.html", "1"}, {"bank.json", "1"}, {"stale", "1"}})));
  Publication some = publication(scratch, {{"bank.json", "2"}});
  some.kept = {"slides.html", "bank.json"};
  REQUIRE(!publish_quietly(some));
  CHECK(scratch.read("out/a/en/slides.html") == "1");
  CHECK(scratch.read("out/a/en/bank.json") == "2");
  CHECK(!scratch.has("out/a/en/stale"));
  CHECK(scratch.read("out/a/en/build.json") == "bank.json 1\nslides.html 1\n");
}

TEST_CASE("what a killed build left is swept away") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "1"}})));
  scratch.write("out/a/.en.stage/half", "x");
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "2"}})));
  CHECK(!scratch.has("out/a/.en.stage"));
  CHECK(scratch.read("out/a/en/a") == "2");
}

TEST_CASE("an output set aside by a killed exchange comes back") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "1"}})));
  std::filesystem::rename(scratch.path("out/a/en"), scratch.path("out/a/.en.old"));
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "1"}})));
  CHECK(scratch.read("out/a/en/a") == "1");
  CHECK(!scratch.has("out/a/.en.old"));
}

TEST_CASE("a folder that comb did not make is left alone") {
  const Scratch scratch;
  scratch.write("out/a/en/thesis.txt", "ten years of work");
  const Status failed = publish_quietly(publication(scratch, {{"a", "1"}}));
  REQUIRE(failed);
  CHECK(failed->message.find("did not make") != std::string::npos);
  CHECK(scratch.read("out/a/en/thesis.txt") == "ten years of work");
}

TEST_CASE("a failed write leaves the old output whole and no stage") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "1"}})));
  const Status failed = publish_quietly(publication(scratch, {{"a", "2"}, {"a/below-a-file", "2"}}));
  REQUIRE(failed);
  CHECK(scratch.read("out/a/en/a") == "1");
  CHECK(!scratch.has("out/a/.en.stage"));
}

TEST_CASE("no room on the disk is said as such and leaves the old output whole") {
  const Scratch scratch;
  REQUIRE(!publish_quietly(publication(scratch, {{"a", "1"}})));
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{.rlim_cur = 4096, .rlim_max = before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
  const std::string large(10'000, 'x');
  const Status failed = publish_quietly(publication(scratch, {{"a", large}}));
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  REQUIRE(failed);
  CHECK(failed->reason == FailureReason::no_space);
  CHECK(scratch.read("out/a/en/a") == "1");
  CHECK(!scratch.has("out/a/.en.stage"));
}

TEST_CASE("a link in the place of the output is not followed into somebody's files") {
  const Scratch scratch;
  scratch.write("precious/thesis.txt", "ten years of work");
  std::filesystem::create_directories(scratch.path("out/a"));
  std::filesystem::create_directory_symlink(scratch.path("precious"), scratch.path("out/a/en"));
  REQUIRE(publish_quietly(publication(scratch, {{"a", "1"}})));
  CHECK(scratch.read("precious/thesis.txt") == "ten years of work");
}
