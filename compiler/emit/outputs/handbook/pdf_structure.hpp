// The structure tree of a tagged PDF (ISO 32000-1, section 14.7).
#pragma once

#include "emit/outputs/handbook/pdf_objects.hpp"
#include "typeset/display_list.hpp"

#include <cstdint>
#include <vector>

namespace comb::emit::handbook {

/// A link annotation and the node whose text it covers. Its `/StructParent` is the number of pages plus its index.
struct TaggedLink {
  ObjectId annotation{};
  std::uint32_t page = 0;
  typeset::NodeId node{};
};

/// What of a page belongs to which node.
struct TaggedPage {
  ObjectId object{};
  std::vector<typeset::NodeId> marked; ///< by marked-content number
};

/// Adds the tree and the parent tree; returns the root. Children stand in the order in which they are drawn.
ObjectId add_structure(const typeset::Structure& structure, const std::vector<TaggedPage>& pages,
                       const std::vector<TaggedLink>& links, PdfObjects& objects);

} // namespace comb::emit::handbook
