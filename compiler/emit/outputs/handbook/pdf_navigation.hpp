// What helps a reader to move in a PDF: outline, page labels, links.
#pragma once

#include "emit/outputs/handbook/pdf_objects.hpp"
#include "typeset/display_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace comb::emit::handbook {

/// Adds the outline; none where there are no entries.
std::optional<ObjectId> add_outline(const typeset::Pages& pages, const std::vector<ObjectId>& page_objects,
                                    PdfObjects& objects);
/// The number tree of the pages' printed labels (ISO 32000-1, section 12.4.2).
std::string page_labels_tree(const typeset::Pages& pages);
/// A destination that keeps the reader's zoom: `[12 0 R /XYZ null 700 null]`.
std::string destination(ObjectId page, double y);
/// Whether a link may lead to `url`: http, https and mailto only.
bool is_allowed_url(std::string_view url);

} // namespace comb::emit::handbook
