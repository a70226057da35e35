// Bodies whose lists are data, such as objectives and materials.
#pragma once

#include "syntax/document.hpp"

#include <vector>

namespace comb::blocks {

/// A body taken apart: the items of all its lists, and what stands between them.
struct ListBody {
  std::vector<const syntax::ListItem*> items; ///< of the nodes that were read, which must outlive it
  syntax::Nodes others;
};

/// Parts the lists of `nodes` from the rest. Lists inside of other nodes stay there.
ListBody read_list_body(const syntax::Nodes& nodes);

} // namespace comb::blocks
