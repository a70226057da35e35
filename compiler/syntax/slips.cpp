// Full-width and other near misses at the front of lines.
#include "syntax/slips.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind heading_slip{
    .name = "heading-slip",
    .severity = Severity::warning,
    .help = "write half-width `#` and a space: `## Heading`",
    .explain =
        "A heading needs half-width number signs and a space after them.\n\n"
        "```\n##標題      text\n＃ 標題     text\n## 標題     a heading\n```\n",
};

constexpr DiagnosticKind list_slip{
    .name = "list-slip",
    .severity = Severity::warning,
    .help = "write a half-width number, a dot and a space: `1. text`",
    .explain =
        "A numbered list needs half-width digits, a half-width dot and a space.\n\n"
        "```\n１．先問        text\n1. 先問         a list\n```\n",
};

constexpr DiagnosticKind task_box_slip{
    .name = "task-box-slip",
    .severity = Severity::warning,
    .help = "write `[ ]` or `[x]` and a space",
    .explain =
        "A box of a task list is `[ ]` or `[x]` in half-width brackets, with a space after it.\n\n"
        "```\n- [] 招呼      text\n- 【x】招呼    text\n- [x] 招呼     a ticked box\n```\n",
};

constexpr std::array kinds{&heading_slip, &list_slip, &task_box_slip};

constexpr std::string_view wide_sharp = "＃";

struct Sharps {
  std::size_t count = 0;
  std::size_t bytes = 0;
  bool has_wide = false;
};

Sharps count_sharps(std::string_view line) {
  Sharps sharps;
  while (sharps.bytes < line.size()) {
    if (line[sharps.bytes] == '#') {
      ++sharps.bytes;
    } else if (line.substr(sharps.bytes).starts_with(wide_sharp)) {
      sharps.bytes += wide_sharp.size();
      sharps.has_wide = true;
    } else {
      break;
    }
    ++sharps.count;
  }
  return sharps;
}

void find_heading_slip(const SubjectMap& map, std::size_t begin, std::string_view line, Diagnostics& found) {
  const Sharps sharps = count_sharps(line);
  if (sharps.count == 0 || sharps.count > 6 || sharps.bytes >= line.size()) return;
  const char32_t next = decode_at(line, sharps.bytes).character;
  // `#tag` and `#1` are text that people write.
  if (!sharps.has_wide && sharps.count == 1 && !is_wide(next)) return;
  std::size_t end = sharps.bytes;
  while (end < line.size() && (line[end] == ' ' || line.substr(end, 3) == "\u3000")) end += line[end] == ' ' ? 1 : 3;
  if (end >= line.size()) return;
  found.push_back({
      .kind = &heading_slip,
      .span = map.span(begin, begin + sharps.bytes),
      .message = "this line is text, not a heading",
      .fixes = {{map.span(begin, begin + end), std::string(sharps.count, '#') + " "}},
  });
}

/// The value of a digit in either width; -1 for another character.
int digit_of(char32_t character) {
  if (character >= U'0' && character <= U'9') return static_cast<int>(character - U'0');
  if (character >= U'０' && character <= U'９') return static_cast<int>(character - U'０');
  return -1;
}

void find_list_slip(const SubjectMap& map, std::size_t begin, std::string_view line, Diagnostics& found) {
  std::string number;
  std::size_t at = 0;
  bool has_wide = false;
  for (DecodedCharacter next = decode_at(line, at); digit_of(next.character) >= 0; next = decode_at(line, at)) {
    number += static_cast<char>('0' + digit_of(next.character));
    has_wide |= next.byte_count > 1;
    at += next.byte_count;
  }
  if (number.empty() || number.size() > 3) return;
  const DecodedCharacter dot = decode_at(line, at);
  if (dot.character != U'．' && !(has_wide && (dot.character == U'.' || dot.character == U'、'))) return;
  std::size_t end = at + dot.byte_count;
  if (digit_of(decode_at(line, end).character) >= 0) return; // `１．５ 倍` is a number
  while (end < line.size() && (line[end] == ' ' || line.substr(end, 3) == "\u3000")) end += line[end] == ' ' ? 1 : 3;
  found.push_back({
      .kind = &list_slip,
      .span = map.span(begin, begin + at + dot.byte_count),
      .message = "this line is text, not an item of a list",
      .fixes = {{map.span(begin, begin + end), number + ". "}},
  });
}

/// Near misses of a box, and whether they are ticked.
struct NearBox {
  std::string_view written;
  bool is_ticked;
};
constexpr std::array<NearBox, 17> near_boxes{{
    {"[]", false},
    {"【】", false},
    {"［］", false},
    {"【 】", false},
    {"［ ］", false},
    {"【x】", true},
    {"【X】", true},
    {"［x］", true},
    {"［X］", true},
    {"[ x]", true},
    {"[x ]", true},
    {"[　]", false},
    {"【　】", false},
    {"［　］", false},
    {"[ｘ]", true},
    {"[  ]", false},
    {"[✓]", true},
}};

FoundBox report_near_box(const SubjectMap& item, std::size_t size, bool is_ticked, Diagnostics& found) {
  std::size_t end = size;
  while (end < item.text().size() && item.text()[end] == ' ') ++end;
  found.push_back({
      .kind = &task_box_slip,
      .span = item.span(0, size),
      .message = "`" + std::string(item.text().substr(0, size)) + "` is no box of a task list",
      .fixes = {{item.span(0, end), is_ticked ? "[x] " : "[ ] "}},
  });
  return {.box = TaskBox::malformed, .box_end = size, .text_begin = 0};
}

} // namespace

void find_slips(const SubjectMap& paragraph, Diagnostics& found) {
  const std::string_view text = paragraph.text();
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    std::size_t first = begin;
    while (first < end && text[first] == ' ') ++first;
    find_heading_slip(paragraph, first, text.substr(first, end - first), found);
    find_list_slip(paragraph, first, text.substr(first, end - first), found);
    begin = end + 1;
  }
}

FoundBox find_box(const SubjectMap& item, Diagnostics& found) {
  const std::string_view text = item.text();
  const bool has_box =
      text.size() >= 3 && text[0] == '[' && text[2] == ']' && (text[1] == ' ' || text[1] == 'x' || text[1] == 'X');
  if (has_box) {
    const bool has_space = text.size() == 3 || text[3] == ' ' || text[3] == '\t' || text[3] == '\n';
    const bool is_link = text.size() > 3 && (text[3] == '(' || text[3] == '[' || text[3] == ':');
    if (is_link) return {};
    if (!has_space) return report_near_box(item, 3, text[1] != ' ', found);
    return {.box = text[1] == ' ' ? TaskBox::empty : TaskBox::ticked,
            .box_end = 3,
            .text_begin = std::min<std::size_t>(4, text.size())};
  }
  const auto near = std::ranges::find_if(near_boxes, [&](const NearBox& one) { return text.starts_with(one.written); });
  if (near == near_boxes.end()) return {};
  if (near->written == "[]" && text.size() > 2 && text[2] == '(') return {};
  return report_near_box(item, near->written.size(), near->is_ticked, found);
}

CalloutMark find_callout(std::string_view quote_text) {
  static constexpr std::array<std::string_view, 5> names{"note", "tip", "important", "warning", "caution"};
  if (!quote_text.starts_with("[!")) return {};
  const std::size_t close = quote_text.find(']');
  if (close == std::string_view::npos) return {};
  const std::size_t end = quote_text.find_first_not_of(" \t", close + 1);
  if (end != std::string_view::npos && quote_text[end] != '\n') return {};
  std::string name;
  for (const char c : quote_text.substr(2, close - 2)) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (std::ranges::find(names, name) == names.end()) return {};
  return {.name = name, .end = end == std::string_view::npos ? quote_text.size() : end + 1};
}

std::span<const DiagnosticKind* const> slip_kinds() {
  return kinds;
}

} // namespace comb::syntax
