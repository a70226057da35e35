// Ends of lines, empty lines in a row, the ends of the file.
#include "format/steps.hpp"

#include <algorithm>

namespace comb::format {

namespace {

/// Lines of paragraphs and headings that another line of the same text follows: there two spaces at the end break the
/// line.
std::vector<bool> continued_lines(const Lesson& lesson) {
  std::vector<bool> continued(lesson.file.line_count() + 2, false);
  for_each_siblings(lesson.document, [&](const syntax::Nodes& siblings, const syntax::Node*, Depth) {
    for (const syntax::Node& node : siblings) {
      const bool has_text = std::holds_alternative<syntax::Paragraph>(node.content) ||
                            std::holds_alternative<syntax::Heading>(node.content);
      if (!has_text) continue;
      const std::uint32_t last = lesson.last_line(node.span);
      for (std::uint32_t line = lesson.first_line(node.span); line < last; ++line) continued[line] = true;
    }
  });
  return continued;
}

std::string_view trimmed(std::string_view line, bool is_continued) {
  const std::size_t end = line.find_last_not_of(" \t");
  if (end == std::string_view::npos) return {};
  const std::string_view rest = line.substr(end + 1);
  return line.substr(0, end + 1 + (is_continued && rest.starts_with("  ") ? 2 : 0));
}

} // namespace

Edits unify_line_ends(const Lesson& lesson) {
  Edits edits;
  const std::string_view text = lesson.file.text();
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    const bool is_pair = at + 1 < text.size() && text[at + 1] == '\n';
    const auto begin = static_cast<std::uint32_t>(at);
    edits.push_back({begin, begin + (is_pair ? 2U : 1U), "\n"});
    if (is_pair) ++at;
  }
  return edits;
}

Edits trim_lines(const Lesson& lesson) {
  const std::vector<bool> kept = kept_lines(lesson);
  const std::vector<bool> continued = continued_lines(lesson);
  Edits edits;
  std::uint32_t last_with_text = 0;
  // What follows the last line end is no line.
  const std::uint32_t lines = lesson.file.line_count() - (lesson.file.text().ends_with('\n') ? 1 : 0);
  for (std::uint32_t line = 1; line <= lines; ++line) {
    const std::string_view written = lesson.file.line_text(line);
    const std::uint32_t begin = lesson.file.line_begin(line);
    const auto end = begin + static_cast<std::uint32_t>(written.size());
    if (!is_empty_line(written) || kept[line]) {
      // What lies between the last line with text and this one: at most one empty line, none at the start.
      const std::uint32_t gap = line - last_with_text - 1;
      // A file that begins with `---` would begin with front matter.
      const bool is_at_start = last_with_text == 0 && !written.starts_with("---");
      const std::uint32_t wanted = is_at_start ? 0 : std::min(gap, 1U);
      if (gap > 0) {
        const std::uint32_t first_empty = lesson.file.line_begin(last_with_text + 1);
        edits.push_back({first_empty, begin, std::string(wanted, '\n')});
      }
      last_with_text = line;
      const std::string_view wanted_text = kept[line] ? written : trimmed(written, continued[line]);
      if (wanted_text.size() != written.size()) {
        edits.push_back({begin + static_cast<std::uint32_t>(wanted_text.size()), end, ""});
      }
    }
  }
  const auto size = static_cast<std::uint32_t>(lesson.file.text().size());
  if (last_with_text == 0) return {{0, size, ""}};
  const std::uint32_t text_end =
      lesson.file.line_begin(last_with_text) + static_cast<std::uint32_t>(lesson.file.line_text(last_with_text).size());
  edits.push_back({text_end, size, "\n"});
  return edits;
}

} // namespace comb::format
