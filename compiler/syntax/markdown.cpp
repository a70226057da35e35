// One file's text to its tree: front matter, then Markdown with directives.
#include "syntax/convert_blocks.hpp"
#include "syntax/load_course.hpp"
#include "syntax/registries.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind unclosed_front_matter{
    .name = "unclosed-front-matter",
    .severity = Severity::error,
    .help = "close the front matter with a line `---`; for a break at the top put a blank line before it",
    .explain =
        "A file whose first line is `---` opens with front matter, YAML that ends at the next line `---`.\n\n"
        "```\n---\nid: s06\n---\n\n# 把木梳賣給和尚\n```\n",
};

constexpr DiagnosticKind open_remark{
    .name = "open-remark",
    .severity = Severity::info,
    .help = "do what it says and take the comment away",
    .explain =
        "A comment that begins with `TODO(name)` or `REVIEW(name)` reaches no output; `comb check` lists it, so "
        "that it is not forgotten.\n\n```\n<!-- TODO(lin): a better example -->\n```\n",
};

constexpr std::array kinds{&unclosed_front_matter, &open_remark};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct FrontMatter {
  std::uint32_t yaml_begin = 0;
  std::uint32_t yaml_end = 0;
  std::uint32_t body_begin = 0;
  bool is_there = false;
  bool is_closed = false;
};

std::size_t line_end(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of("\r\n", begin), text.size());
}

std::size_t next_line(std::string_view text, std::size_t end) {
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

bool is_rule(std::string_view line) {
  return line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

FrontMatter find_front_matter(std::string_view text) {
  const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  FrontMatter found{.body_begin = static_cast<std::uint32_t>(begin)};
  const std::size_t first_end = line_end(text, begin);
  if (!is_rule(text.substr(begin, first_end - begin))) return found;
  found.is_there = true;
  std::size_t at = next_line(text, first_end);
  found.yaml_begin = static_cast<std::uint32_t>(at);
  while (at < text.size()) {
    const std::size_t end = line_end(text, at);
    if (is_rule(text.substr(at, end - at))) {
      found.is_closed = true;
      found.yaml_end = static_cast<std::uint32_t>(at);
      found.body_begin = static_cast<std::uint32_t>(next_line(text, end));
      return found;
    }
    at = next_line(text, end);
  }
  return found;
}

constexpr std::size_t max_findings = 1000; // of one kind in one file

/// Keeps the first thousand findings of each kind; the last one says how many more there are.
void cap(Diagnostics& all) {
  std::map<const DiagnosticKind*, std::size_t> counts;
  for (const Diagnostic& found : all) ++counts[found.kind];
  std::map<const DiagnosticKind*, std::size_t> seen;
  std::erase_if(all, [&](Diagnostic& found) {
    const std::size_t place = ++seen[found.kind];
    if (place == max_findings && counts[found.kind] > max_findings) {
      found.message += " (and " + std::to_string(counts[found.kind] - max_findings) + " more like this in this file)";
    }
    return place > max_findings;
  });
}

} // namespace

WithDiagnostics<Document> parse_document(const source::SourceFile& file) {
  WithDiagnostics<Document> result{.value = {.file = file.id(), .front_matter = {}, .children = {}, .remarks = {}},
                                   .diagnostics = {}};
  const FrontMatter front = find_front_matter(file.text());
  if (front.is_there && !front.is_closed) {
    result.diagnostics.push_back({.kind = &unclosed_front_matter,
                                  .span = {file.id(), front.body_begin, front.body_begin + 3},
                                  .message = "the front matter is not closed"});
  } else if (front.is_there) {
    auto yaml = parse_yaml(file, {file.id(), front.yaml_begin, front.yaml_end});
    result.value.front_matter = std::move(yaml.value);
    append(result.diagnostics, std::move(yaml.diagnostics));
  }
  CmarkTree tree = parse_with_cmark(file, front.body_begin);
  Findings findings{.diagnostics = std::move(tree.diagnostics), .remarks = {}};
  result.value.children = convert_blocks(tree, file, findings);
  append(result.diagnostics, std::move(findings.diagnostics));
  for (const Remark& remark : findings.remarks) {
    const std::string who = remark.who.empty() ? "" : "(" + remark.who + ")";
    result.diagnostics.push_back(
        {.kind = &open_remark, .span = remark.span, .message = remark.kind + who + ": " + remark.text});
  }
  cap(result.diagnostics);
  std::ranges::stable_sort(findings.remarks, {}, &Remark::span);
  result.value.remarks = std::move(findings.remarks);
  return result;
}

std::span<const DiagnosticKind* const> front_matter_kinds() {
  return kinds;
}

} // namespace comb::syntax
