// What outputs share.
#include "emit/output_kind.hpp"

#include <algorithm>

namespace comb::emit {

bool is_wanted(model::EditionKind kind, std::span<const model::EditionKind> wanted) {
  return wanted.empty() || std::ranges::find(wanted, kind) != wanted.end();
}

} // namespace comb::emit
