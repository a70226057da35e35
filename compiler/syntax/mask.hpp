// Stand-ins for what cmark-gfm would read otherwise than our language: emphasis beside wide characters, raw HTML.
#pragma once

#include <string>
#include <string_view>

namespace comb::syntax {

/// `line` with stand-ins (see subject_map.hpp), as long as before:
/// - each unescaped `*` or `_` in a run of emphasis marks that touches a wide character, whose flanking we decide
///   ourselves (CommonMark's rule reads `**「重點」**乙` as no emphasis);
/// - each `<` that would open an HTML block, which swallows fences, and each `<!` and `<?`, which cmark-gfm scans in
///   quadratic time.
/// After a line that ends in `]:` the `<` may open the address of a link definition, and is left alone.
std::string masked_line(std::string_view line, std::string_view line_before = {});

/// Whether everything in `line` before `offset` may stand before a block: spaces and marks of quotes and lists.
bool is_container_prefix(std::string_view line, std::size_t offset);

} // namespace comb::syntax
