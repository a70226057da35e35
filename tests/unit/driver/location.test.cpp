// A course is found from whatever a person names.
#include "driver/location.hpp"

#include "scratch.hpp"

#include <doctest/doctest.h>

using namespace comb;
using namespace comb::driver;
using comb::test::Scratch;

namespace {

std::string located(const std::string& typed) {
  const Result<CourseLocation> location = locate_course(typed);
  if (!location) return "failure: " + location.failure().message;
  return std::filesystem::weakly_canonical(location->root).string() + " | " + location->entry;
}

} // namespace

TEST_CASE("a folder, its manifest, or a lesson in it") {
  const Scratch scratch;
  scratch.write("course/course.yaml", "");
  scratch.write("course/part-1/s01.md", "");
  const std::string root = std::filesystem::weakly_canonical(scratch.path("course")).string();
  CHECK(located(scratch.path("course")) == root + " | course.yaml");
  CHECK(located(scratch.path("course/")) == root + " | course.yaml");
  CHECK(located(scratch.path("course/course.yaml")) == root + " | course.yaml");
  CHECK(located(scratch.path("course/part-1/s01.md")) == root + " | part-1/s01.md");
}

TEST_CASE("a lesson without a course has its own folder as root") {
  const Scratch scratch;
  scratch.write("loose/s01.md", "");
  CHECK(located(scratch.path("loose/s01.md")) ==
        std::filesystem::weakly_canonical(scratch.path("loose")).string() + " | s01.md");
}

TEST_CASE("what is not there, or no course, is a failure") {
  const Scratch scratch;
  scratch.write("notes.txt", "");
  CHECK(locate_course(scratch.path("none")).failure().reason == FailureReason::not_found);
  CHECK(locate_course(scratch.path("notes.txt")).failure().reason == FailureReason::usage);
  CHECK(locate_course(scratch.path()).failure().reason == FailureReason::usage);
}

TEST_CASE("paths in messages lead to the file from where one stands") {
  const Scratch scratch;
  scratch.write("course/course.yaml", "");
  CHECK(locate_course(scratch.path("course"))->path_prefix == scratch.path("course/"));
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  CHECK(locate_course("course")->path_prefix == "course/");
  CHECK(locate_course("./course/")->path_prefix == "course/");
  std::filesystem::current_path(scratch.path("course"));
  CHECK(locate_course(".")->path_prefix == "");
  CHECK(locate_course("course.yaml")->path_prefix == "");
  std::filesystem::current_path(before);
}

TEST_CASE("a run file is found from where one stands, else from the course") {
  const Scratch scratch;
  scratch.write("course/course.yaml", "");
  scratch.write("course/runs/taichung.yaml", "");
  scratch.write("elsewhere.yaml", "");
  const CourseLocation course{.root = scratch.path("course"), .entry = "course.yaml"};
  CHECK(locate_run("", course) == "");
  CHECK(locate_run(scratch.path("course/runs/taichung.yaml"), course) == "runs/taichung.yaml");
  CHECK(locate_run("runs/taichung.yaml", course) == "runs/taichung.yaml");
  CHECK(locate_run(scratch.path("elsewhere.yaml"), course) == scratch.path("elsewhere.yaml")); // refused by the reader
}
