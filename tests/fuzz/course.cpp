// Any bytes as a lesson, through all stages up to the editions.
#include "assemble/assemble.hpp"
#include "check/check.hpp"
#include "edition/edition.hpp"
#include "source/file_system.hpp"
#include "syntax/load_course.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace comb;
  const source::MemoryFileSystem files({{"lesson.md", std::string(reinterpret_cast<const char*>(data), size)}});
  auto loaded = syntax::load_course(files, {.entry = "lesson.md"});
  auto course = assemble::assemble(loaded.value, blocks::all_kinds(), {});
  append(loaded.diagnostics, std::move(course.diagnostics));
  const auto result = check::check(std::move(course.value), std::move(loaded.diagnostics));
  if (!result.checked) return 0;
  for (const model::EditionKind kind : model::all_edition_kinds) {
    (void)edition::dump(edition::make_edition(*result.checked, {.kind = kind}));
  }
  return 0;
}
