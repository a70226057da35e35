// Text made safe for XML.
#pragma once

#include <string>
#include <string_view>

namespace comb {

/// `text` for element content and quoted attribute values: `& < > " '` as entities. Characters that XML 1.0 does not
/// allow (section 2.2: most control characters, U+FFFE, U+FFFF, bad UTF-8) become U+FFFD.
std::string escape_xml(std::string_view text);

} // namespace comb
