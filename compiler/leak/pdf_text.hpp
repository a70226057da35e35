// What can be read out of a PDF.
#pragma once

#include <string>
#include <string_view>

namespace comb::leak {

/// The text that a reader of `bytes` could get out of a PDF: page text through ToUnicode, bookmarks, metadata.
std::string decoded_pdf_text(std::string_view bytes);

} // namespace comb::leak
