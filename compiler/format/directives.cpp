// The lines of directives, and the fields of Markdown's own blocks.
#include "format/steps.hpp"
#include "syntax/directive_line.hpp"

#include <algorithm>

namespace comb::format {

using syntax::Directive;
using syntax::DirectiveForm;
using syntax::Node;
using syntax::Nodes;

namespace {

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

class DirectiveStep {
 public:
  explicit DirectiveStep(const Lesson& lesson) : lesson_(lesson) {}

  Edits run() {
    for_each_siblings(lesson_.document, [&](const Nodes& siblings, const Node*, Depth depth) {
      for (const Node& node : siblings) set_node(node, depth);
    });
    return std::move(edits_);
  }

 private:
  void set_node(const Node& node, Depth depth) {
    if (const auto* directive = std::get_if<Directive>(&node.content)) {
      set_opening(node, *directive, depth);
      if (depth == Depth::plain) set_closing(node);
    } else if (!std::holds_alternative<syntax::Heading>(node.content)) {
      set_fields(node.fields.span);
    }
    if (const auto* list = std::get_if<syntax::List>(&node.content)) {
      for (const syntax::ListItem& item : list->items) set_fields(item.fields.span);
    }
  }

  void set_fields(Span span) {
    if (span.end <= span.begin) return;
    edits_.push_back({span.begin, span.end, canonical_fields(lesson_.text(span), {})});
  }

  void set_opening(const Node& node, const Directive& directive, Depth depth) {
    const std::string_view line = lesson_.text(directive.opening);
    const syntax::DirectiveLine kind = syntax::classify_line(line);
    const bool is_ours =
        kind.kind == syntax::DirectiveLineKind::opening || kind.kind == syntax::DirectiveLineKind::leaf;
    if (!is_ours || kind.is_full_width || line.find("<!--") != std::string_view::npos || directive.name.empty()) return;
    const Span fields = node.fields.span;
    const bool has_fields = fields.end > fields.begin;
    const std::uint32_t rest_begin = directive.name_span.end;
    const std::uint32_t rest_end = has_fields ? fields.begin : directive.opening.end;
    if (rest_end < rest_begin || directive.opening.end < rest_end) return;
    const std::string_view title = without_blanks(lesson_.text({directive.opening.file, rest_begin, rest_end}));
    const bool is_leaf = directive.form == DirectiveForm::leaf;
    if (is_leaf && !title.empty() && title.front() != '[') return; // text that has no place there
    std::string set(static_cast<std::size_t>(kind.fence_length), ':');
    set += (is_leaf ? "" : " ") + directive.name;
    if (!title.empty()) set += (is_leaf ? "" : " ") + std::string(title);
    if (has_fields) {
      const std::string_view after = lesson_.text({fields.file, fields.end, directive.opening.end});
      set += (is_leaf ? "" : " ") + canonical_fields(lesson_.text(fields), directive.name);
      if (!without_blanks(after).empty()) set += " " + std::string(without_blanks(after));
    }
    const std::uint32_t begin = depth == Depth::plain ? line_begin(directive.opening.begin) : directive.opening.begin;
    edits_.push_back({begin, directive.opening.end, set});
  }

  /// Where the line begins, if nothing but spaces stands before `offset`.
  std::uint32_t line_begin(std::uint32_t offset) const {
    const std::uint32_t begin = lesson_.file.line_begin(lesson_.file.line_at(offset));
    return is_empty_line(lesson_.file.text().substr(begin, offset - begin)) ? begin : offset;
  }

  void set_closing(const Node& node) {
    const std::uint32_t line = closing_line(lesson_, node);
    if (line == 0) return;
    const std::string_view written = lesson_.file.line_text(line);
    const std::uint32_t begin = lesson_.file.line_begin(line);
    edits_.push_back({begin, begin + static_cast<std::uint32_t>(written.size()), std::string(without_blanks(written))});
  }

  const Lesson& lesson_;
  Edits edits_;
};

} // namespace

Edits set_directives(const Lesson& lesson) {
  return DirectiveStep(lesson).run();
}

Edits set_headings(const Lesson& lesson) {
  Edits edits;
  for_each_siblings(lesson.document, [&](const Nodes& siblings, const Node*, Depth depth) {
    for (const Node& node : siblings) {
      if (!std::holds_alternative<syntax::Heading>(node.content)) continue;
      const std::uint32_t line = lesson.first_line(node.span);
      const std::string_view written = lesson.file.line_text(line);
      const std::uint32_t line_begin = lesson.file.line_begin(line);
      const std::size_t sharps = written.find('#');
      if (sharps == std::string_view::npos || lesson.last_line(node.span) != line) continue;
      // A heading with text above its marks is of the other sort; one in a list or quote keeps what leads it in.
      if (depth == Depth::nested ? line_begin + sharps != node.span.begin : !is_empty_line(written.substr(0, sharps))) {
        continue;
      }
      const std::size_t after = written.find_first_not_of('#', sharps);
      if (after == std::string_view::npos || written.find("<!--") != std::string_view::npos) continue;
      const Span fields = node.fields.span;
      const bool has_fields = fields.end > fields.begin && fields.begin >= line_begin;
      const std::size_t end = has_fields ? fields.begin - line_begin : written.size();
      if (end < after) continue;
      std::string_view title = without_blanks(written.substr(after, end - after));
      if (!has_fields) {
        // Marks may close a heading, too.
        const std::size_t last = title.find_last_not_of('#');
        if (last != std::string_view::npos && last + 1 < title.size() && (title[last] == ' ' || title[last] == '\t')) {
          title = without_blanks(title.substr(0, last));
        }
      }
      if (title.empty()) continue;
      std::string set(written.substr(sharps, after - sharps));
      set += " " + std::string(title);
      if (has_fields) set += " " + canonical_fields(lesson.text(fields), {});
      const std::size_t begin = depth == Depth::plain ? 0 : sharps;
      edits.push_back({line_begin + static_cast<std::uint32_t>(begin),
                       line_begin + static_cast<std::uint32_t>(written.size()), set});
    }
  });
  return edits;
}

} // namespace comb::format
