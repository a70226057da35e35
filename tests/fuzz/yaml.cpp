// Any bytes as YAML.
#include "source/source_set.hpp"
#include "syntax/load_course.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  comb::source::SourceSet sources;
  const comb::FileId id = sources.add("course.yaml", std::string(reinterpret_cast<const char*>(data), size));
  const comb::source::SourceFile& file = sources.file(id);
  if (comb::has_errors(comb::syntax::check_text(file))) return 0;
  (void)comb::syntax::parse_yaml(file, {id, 0, static_cast<std::uint32_t>(size)});
  return 0;
}
