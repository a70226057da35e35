// All diagnostic kinds of this folder.
#include "syntax/cmark_tree.hpp"
#include "syntax/convert_blocks.hpp"
#include "syntax/convert_inlines.hpp"
#include "syntax/directive_line.hpp"
#include "syntax/fields.hpp"
#include "syntax/inline_directives.hpp"
#include "syntax/load_course.hpp"
#include "syntax/registries.hpp"
#include "syntax/slips.hpp"

#include <vector>

namespace comb::syntax {

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static const std::vector<const DiagnosticKind*> all = [] {
    std::vector<const DiagnosticKind*> kinds;
    for (const auto part :
         {block_kinds(), cmark_tree_kinds(), directive_line_kinds(), field_kinds(), front_matter_kinds(),
          inline_directive_kinds(), inline_kinds(), load_kinds(), slip_kinds(), text_kinds(), yaml_kinds()}) {
      kinds.insert(kinds.end(), part.begin(), part.end());
    }
    return kinds;
  }();
  return all;
}

} // namespace comb::syntax
