// Finished pages to a PDF file in memory.
#pragma once

#include "base/result.hpp"
#include "typeset/display_list.hpp"
#include "typeset/fonts.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace comb::emit::handbook {

struct PdfOptions {
  std::optional<std::int64_t> epoch{}; ///< SOURCE_DATE_EPOCH in seconds; none: the file says no date
};

/// `pages` as a tagged PDF 1.7: embedded fonts, links, outline, page labels, structure. `fonts` are those that the
/// pages were set with. The same pages give the same bytes. A failure says which font could not be embedded, or what
/// the PDF library said.
Result<std::string> write_pdf(const typeset::Pages& pages, const typeset::Fonts& fonts, const PdfOptions& options = {});

} // namespace comb::emit::handbook
