// Any bytes as a lesson: the parser must end, and every span must lie in the file.
#include "source/source_set.hpp"
#include "syntax/load_course.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  comb::source::SourceSet sources;
  const comb::FileId id = sources.add("lesson.md", std::string(reinterpret_cast<const char*>(data), size));
  const comb::source::SourceFile& file = sources.file(id);
  if (comb::has_errors(comb::syntax::check_text(file))) return 0;
  const auto parsed = comb::syntax::parse_document(file);
  for (const comb::syntax::Node& node : parsed.value.children) {
    if (node.span.begin > node.span.end || node.span.end > size) std::abort();
  }
  for (const comb::Diagnostic& finding : parsed.diagnostics) {
    if (finding.span.begin > finding.span.end || finding.span.end > size) std::abort();
  }
  (void)comb::syntax::dump(parsed.value, file);
  return 0;
}
