// A page's drawing operations as a content stream.
#pragma once

#include "emit/outputs/handbook/pdf_fonts.hpp"
#include "emit/outputs/handbook/pdf_resources.hpp"
#include "typeset/display_list.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace comb::emit::handbook {

struct PageContent {
  std::string operators;
  std::vector<typeset::NodeId> marked; ///< the node of each marked-content sequence, by its number
};

/// Writes `page` in the order of its operations. Each belongs to a marked-content sequence of its node, or to an
/// artifact. `structure` names the roles.
PageContent write_content(const typeset::Page& page, const typeset::Structure& structure, const PdfFonts& fonts,
                          const PdfResources& resources);

/// The standard structure type of a role (ISO 32000-1, section 14.8.4).
std::string_view structure_type(typeset::Role role);

} // namespace comb::emit::handbook
