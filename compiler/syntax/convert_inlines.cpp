// Walks cmark-gfm's inline nodes in order and keeps count of where each stands in the block's text. cmark-gfm gives
// columns relative to the last line end that it counted, so the walk counts line ends as cmark-gfm did.
#include "syntax/convert_inlines.hpp"

#include "syntax/align.hpp"
#include "syntax/draft.hpp"
#include "syntax/fields.hpp"
#include "syntax/inline_directives.hpp"
#include "syntax/limits.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind raw_html{
    .name = "raw-html",
    .severity = Severity::warning,
    .help = "use Markdown or a directive; write `\\<` for a plain `<`, `<br>` for a line break",
    .explain =
        "A course goes to slides, paper and learning platforms, so HTML in it is shown as the text that it is. "
        "Only `<br>` is a line break, and `<!-- … -->` a comment.\n\n"
        "```\n<b>重點</b>     shown with its tags\n**重點**        bold\n```\n",
};

constexpr DiagnosticKind unclosed_comment{
    .name = "unclosed-comment",
    .severity = Severity::error,
    .help = "close the comment with `-->` before the paragraph ends, or begin it on a line of its own",
    .explain =
        "A comment inside a line ends in the same paragraph.\n\n"
        "```\nSell it. <!-- TODO(lin): how?      wrong\nSell it. <!-- TODO(lin): how? -->  right\n```\n",
};

constexpr DiagnosticKind unclosed_inline_directive{
    .name = "unclosed-inline-directive",
    .severity = Severity::error,
    .help = "close it with `]` within 1,000 bytes; `\\]` is a bracket in its text",
    .explain =
        "`:fill[` and its like end at the first `]` without a backslash, in the same paragraph.\n\n"
        "```\n:fill[利益      wrong\n:fill[利益]     right\n```\n",
};

constexpr DiagnosticKind link_scheme{
    .name = "link-scheme",
    .severity = Severity::error,
    .help = "link to `https:`, `http:`, `mailto:` or a file of the course",
    .explain =
        "Links of other schemes, such as `javascript:` or `file:`, can run code or lead nowhere on a learner's "
        "machine.\n\n```\n[open](file:///c:/plan.docx)   wrong\n[open](plan.docx)              right\n```\n",
};

constexpr DiagnosticKind fields_as_text{
    .name = "fields-as-text",
    .severity = Severity::warning,
    .help =
        "put fields at the end of a heading, after a picture's `)`, at the end of a list item, or alone on the "
        "line above a block; write `\\{` for a plain brace",
    .explain =
        "Fields in braces belong to a heading, a picture, a list item or the block below. Elsewhere a brace is "
        "text and would be printed.\n\n"
        "```\n某段文字 {#intro}          text\n\n{#intro}\n某段文字                    a paragraph with the name "
        "intro\n```\n",
};

constexpr DiagnosticKind footnote_without_definition{
    .name = "footnote-without-definition",
    .severity = Severity::error,
    .help = "add a line `[^name]: text` with the same name",
    .explain =
        "A footnote's mark `[^a]` needs its text, somewhere in the same file.\n\n"
        "```\n木梳[^a]\n\n[^a]: 商周時期的發飾。\n```\n",
};

constexpr std::array kinds{&raw_html,    &unclosed_comment, &unclosed_inline_directive,
                           &link_scheme, &fields_as_text,   &footnote_without_definition};

std::string_view literal_of(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

/// An address, title or info string with stand-ins undone; line ends, and control characters that entities gave, are
/// spaces.
std::string clean(const cmark_chunk& chunk) {
  std::string out = unmasked(literal_of(chunk));
  std::ranges::replace_if(
      out, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }, ' ');
  return out;
}

bool is_line_break_tag(std::string_view html) {
  std::string plain;
  for (const char c : html) {
    if (c != ' ' && c != '/') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return plain == "<br>";
}

/// The scheme of `url`, in lower case, without its colon; empty for a relative one.
std::string scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  std::string scheme;
  for (const char c : url.substr(0, colon)) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const bool is_letter = lower >= 'a' && lower <= 'z';
    const bool is_other = (lower >= '0' && lower <= '9') || lower == '+' || lower == '.' || lower == '-';
    if (!is_letter && (scheme.empty() || !is_other)) return {};
    scheme += lower;
  }
  return scheme;
}

bool may_link(std::string_view url) {
  const std::string scheme = scheme_of(url);
  if (scheme.empty()) return !url.starts_with("//") && !url.starts_with("\\") && !url.starts_with("/\\");
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

class Walker {
 public:
  Walker(cmark_node* block, const SubjectMap& map, std::size_t skip, Findings& findings)
      : map_(map),
        text_(map.text()),
        skip_(skip),
        findings_(findings),
        block_offset_(block->start_column - 1 + block->internal_offset) {}

  Drafts walk(cmark_node* parent, std::size_t depth) {
    Drafts out;
    if (depth > limits::depth) {
      if (!too_deep_)
        complain(inline_nesting_kind(), cursor_, cursor_, "emphasis and links are nested more than 64 deep");
      too_deep_ = true;
      return out;
    }
    for (cmark_node* node = parent->first_child; node != nullptr; node = node->next) add(node, out, depth);
    return out;
  }

  Fields take_trailing() { return std::move(trailing_); }
  static const DiagnosticKind& inline_nesting_kind();

 private:
  // --- Places ---

  std::size_t offset_of(int column) const {
    const int offset = column - 1 - block_offset_ - line_offset_;
    return std::clamp(static_cast<std::size_t>(std::max(offset, 0)), std::min(cursor_, text_.size()), text_.size());
  }

  /// cmark-gfm counts columns from the last line end that it saw: note those in `[begin, end)`.
  void count_lines(std::size_t begin, std::size_t end) {
    const std::size_t newline = text_.substr(begin, end - begin).rfind('\n');
    if (newline != std::string_view::npos) line_offset_ = -static_cast<int>(begin + newline + 1);
  }

  // --- Gathering ---

  void push(Drafts& out, std::size_t begin, std::size_t end, text::Inline piece) {
    if (end <= skip_) return;
    after_comment_ = false;
    out.push_back({.piece = std::move(piece), .begin = begin, .end = end});
  }

  void push_content(Drafts& out, std::size_t begin, std::size_t end, decltype(text::Inline::content) content) {
    push(out, begin, end, {map_.span(begin, end), std::move(content)});
  }

  /// Adds text that stands at `[begin, end)`, to the run before it where there is one.
  void push_text(Drafts& out, std::size_t begin, std::size_t end, const std::vector<Anchor>& anchors,
                 std::string_view literal) {
    std::size_t cut = 0; // bytes of the literal that are left out
    while (cut < literal.size() && subject_offset(anchors, cut) < skip_) ++cut;
    const bool ends_in_space = out.empty() || (out.back().run() != nullptr && out.back().run()->text.ends_with(' '));
    while (after_comment_ && ends_in_space && cut < literal.size() && literal[cut] == ' ') ++cut;
    if (cut >= literal.size()) return;
    after_comment_ = false;
    begin = cut == 0 ? begin : subject_offset(anchors, cut);
    if (out.empty() || out.back().run() == nullptr) {
      out.push_back({.piece = {map_.span(begin, end), text::Run{}}, .begin = begin, .end = end});
    }
    Draft& draft = out.back();
    const std::size_t base = draft.run()->text.size();
    draft.anchors.push_back({base, begin});
    for (const Anchor& anchor : anchors) {
      if (anchor.text > cut) draft.anchors.push_back({base + anchor.text - cut, anchor.subject});
    }
    draft.run()->text += unmasked_in_place(literal.substr(cut));
    draft.end = end;
    draft.piece.span.end = std::max(draft.piece.span.begin, map_.source_end(end));
  }

  /// Source text that is shown as it is.
  void push_source(Drafts& out, std::size_t begin, std::size_t end) {
    push_text(out, begin, end, {{0, begin}}, text_.substr(begin, end - begin));
  }

  // --- Nodes ---

  void add(cmark_node* node, Drafts& out, std::size_t depth) {
    switch (node->type) {
      case CMARK_NODE_TEXT:
        return add_text(node, out);
      case CMARK_NODE_SOFTBREAK:
        return add_break(out, false);
      case CMARK_NODE_LINEBREAK:
        return add_break(out, true);
      case CMARK_NODE_CODE:
        return add_code(node, out);
      case CMARK_NODE_HTML_INLINE:
        return mark_of(node) != nullptr ? add_mark(*mark_of(node), out) : add_html(node, out);
      case CMARK_NODE_EMPH:
      case CMARK_NODE_STRONG:
        return add_emphasis(node, out, depth);
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        return add_link(node, out, depth);
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        return add_footnote(out);
      default:
        return;
    }
  }

  void add_text(const cmark_node* node, Drafts& out) {
    const std::string_view literal = literal_of(node->as.literal);
    const std::size_t begin = cursor_;
    const TextAlignment aligned = align_literal(literal, text_, begin);
    std::size_t end = aligned.end;
    // Columns settle what an entity gave; those of backticks and of runs of emphasis marks used in part are wrong.
    constexpr std::string_view run_marks = "*_~`\x01\x06";
    const bool ends_in_run = literal.empty() || run_marks.find(literal.back()) != std::string_view::npos;
    const bool has_entity = text_.substr(begin, end - begin).find('&') != std::string_view::npos;
    if (has_entity && !ends_in_run && node->end_column > 0) {
      end = std::min(std::max(end, offset_of(node->end_column + 1)), text_.find('\n', begin));
    }
    cursor_ = end;
    warn_about_text(literal, aligned);
    push_text(out, begin, end, aligned.anchors, without_controls(literal, aligned));
  }

  /// Control characters that entities such as `&#27;` gave become spaces: they may not reach an output, and ours are
  /// stand-ins.
  std::string without_controls(std::string_view literal, const TextAlignment& aligned) const {
    std::string out(literal);
    for (std::size_t at = 0; at < out.size(); ++at) {
      const auto byte = static_cast<unsigned char>(out[at]);
      if (byte >= 0x20 && byte != 0x7F) continue;
      const std::size_t place = subject_offset(aligned.anchors, at);
      const bool is_entity = place >= text_.size() || text_[place] == '&';
      if (is_entity) out[at] = ' ';
    }
    return out;
  }

  /// Fields and marks of footnotes that stayed text.
  void warn_about_text(std::string_view literal, const TextAlignment& aligned) {
    for (std::size_t at = 0; at < literal.size(); ++at) {
      if (literal[at] != '{' && literal[at] != '[') continue; // a loop, for this is every text of a course
      const std::size_t place = subject_offset(aligned.anchors, at);
      if (place >= text_.size() || text_[place] != literal[at] || place < skip_) continue;
      if (literal[at] == '{' && looks_like_fields(text_, place)) {
        complain(fields_as_text, place, place + 1, "`{` here is plain text");
      }
      const std::size_t close = literal.substr(at).starts_with("[^") ? literal.find(']', at) : std::string_view::npos;
      if (close == std::string_view::npos || close == at + 2) continue;
      const std::string label(literal.substr(at, close + 1 - at));
      if (label.find_first_of(" \t") != std::string::npos) continue;
      complain(footnote_without_definition, place, place + label.size(),
               "footnote `" + unmasked(label) + "` has no definition");
    }
  }

  void add_break(Drafts& out, bool is_hard) {
    const std::size_t begin = cursor_;
    const std::size_t newline = text_.find('\n', cursor_);
    if (newline == std::string_view::npos) return;
    line_offset_ = -static_cast<int>(newline + 1);
    cursor_ = newline + 1;
    while (cursor_ < text_.size() && (text_[cursor_] == ' ' || text_[cursor_] == '\t')) ++cursor_;
    if (is_hard) return push_content(out, begin, newline + 1, text::LineBreak{});
    if (newline + 1 > skip_) push_source(out, newline, newline + 1);
  }

  void add_code(const cmark_node* node, Drafts& out) {
    const std::size_t begin = cursor_;
    std::size_t inside = begin;
    while (inside < text_.size() && text_[inside] == '`') ++inside;
    const std::size_t end = find_ticks(inside, inside - begin);
    count_lines(begin, end);
    cursor_ = end;
    push_content(out, begin, end, text::Code{unmasked(literal_of(node->as.literal))});
  }

  /// The offset after the run of exactly `count` backticks that follows `from`.
  std::size_t find_ticks(std::size_t from, std::size_t count) const {
    for (std::size_t at = text_.find('`', from); at != std::string_view::npos; at = text_.find('`', at)) {
      std::size_t end = at;
      while (end < text_.size() && text_[end] == '`') ++end;
      if (end - at == count) return end;
      at = end;
    }
    return text_.size();
  }

  void add_html(const cmark_node* node, Drafts& out) {
    const std::string_view literal = literal_of(node->as.literal);
    const std::size_t begin = cursor_;
    add_raw(begin, std::min(begin + literal.size(), text_.size()), out);
    count_lines(begin, cursor_);
  }

  void add_raw(std::size_t begin, std::size_t end, Drafts& out) {
    const std::string_view raw = text_.substr(begin, end - begin);
    cursor_ = end;
    if (is_line_break_tag(raw)) return push_content(out, begin, end, text::LineBreak{});
    const std::string shown(raw.substr(0, raw.find_first_of(" \n>")));
    complain(raw_html, begin, end, "HTML `" + shown + (shown.ends_with('>') ? "" : "…>") + "` is shown as text");
    push_source(out, begin, end);
  }

  void add_mark(const InlineMark& mark, Drafts& out) {
    const std::size_t begin = mark.begin;
    const std::size_t end = mark.end;
    cursor_ = end;
    switch (mark.kind) {
      case MarkKind::directive:
        return push(out, begin, end, read_inline_directive(map_, begin, end, findings_.diagnostics));
      case MarkKind::unclosed_directive:
        complain(unclosed_inline_directive, begin, end,
                 "`" + std::string(text_.substr(begin, end - begin)) + "` has no closing `]`");
        return push_source(out, begin, end);
      case MarkKind::variable:
        return push_content(out, begin, end, text::Variable{variable_name(begin, end)});
      case MarkKind::fields:
        return add_fields(begin, end, out);
      case MarkKind::comment:
        after_comment_ = true;
        return note_comment(text_.substr(begin, end - begin), map_.span(begin, end), findings_);
      case MarkKind::unclosed_comment:
        complain(unclosed_comment, begin, end, "a comment without its `-->`");
        return push_source(out, begin, end);
      case MarkKind::html:
        return add_raw(begin, end, out);
    }
  }

  std::string variable_name(std::size_t begin, std::size_t end) const {
    std::string name(text_.substr(begin + 2, end - begin - 4));
    std::erase(name, ' ');
    return name;
  }

  void add_fields(std::size_t begin, std::size_t end, Drafts& out) {
    ReadFields read = read_fields(map_, begin);
    append(findings_.diagnostics, std::move(read.diagnostics));
    auto* image = out.empty() ? nullptr : std::get_if<text::Image>(&out.back().piece.content);
    if (image == nullptr || out.back().end != begin) {
      trailing_ = std::move(read.fields);
      return;
    }
    apply_image_fields(*image, read.fields, findings_.diagnostics);
    out.back().end = end;
    out.back().piece.span.end = map_.source_end(end);
  }

  void add_emphasis(cmark_node* node, Drafts& out, std::size_t depth) {
    const bool is_struck = node->user_data != nullptr;
    const bool is_strong = node->type == CMARK_NODE_STRONG;
    const std::size_t marks = is_struck || is_strong ? 2 : 1;
    cursor_ = std::min(cursor_ + marks, text_.size()); // an emphasis has no place of its own
    const std::size_t begin = cursor_ - marks;
    Drafts children = walk(node, depth + 1);
    cursor_ = std::min(cursor_ + marks, text_.size());
    text::Inlines inner = finished(std::move(children));
    if (is_struck) return push_content(out, begin, cursor_, text::Strikethrough{std::move(inner)});
    if (is_strong) return push_content(out, begin, cursor_, text::Strong{std::move(inner)});
    push_content(out, begin, cursor_, text::Emphasis{std::move(inner)});
  }

  void add_link(cmark_node* node, Drafts& out, std::size_t depth) {
    const bool is_image = node->type == CMARK_NODE_IMAGE;
    const std::size_t begin = cursor_;
    const bool is_autolink = !is_image && begin < text_.size() && text_[begin] == '<';
    cursor_ = std::min(begin + (is_image ? 2U : 1U), text_.size());
    ++link_depth_;
    Drafts children = walk(node, depth + 1);
    text::Inlines inner = finished(std::move(children));
    --link_depth_;
    cursor_ = is_autolink ? std::min(cursor_ + 1, text_.size()) : offset_of(node->end_column + 1);
    if (is_image) return add_image(node, begin, std::move(inner), out);
    const std::string url = clean(node->as.link.url);
    if (may_link(url)) {
      const std::string title = clean(node->as.link.title);
      return push_content(out, begin, cursor_, text::Link{.url = url, .title = title, .children = std::move(inner)});
    }
    complain(link_scheme, begin, cursor_, "a link to `" + url + "`");
    for (text::Inline& piece : inner) push(out, begin, cursor_, std::move(piece));
  }

  void add_image(const cmark_node* node, std::size_t begin, const text::Inlines& alternative, Drafts& out) {
    text::Image image;
    image.path = clean(node->as.link.url);
    text::Inlines joined = alternative;
    join_lines(joined);
    image.alternative = text::plain_text(joined);
    image.caption = clean(node->as.link.title);
    const std::size_t path = text_.substr(begin, cursor_ - begin).rfind(image.path);
    image.path_span = image.path.empty() || path == std::string_view::npos
                          ? map_.span(begin, cursor_)
                          : map_.span(begin + path, begin + path + image.path.size());
    push_content(out, begin, cursor_, std::move(image));
  }

  void add_footnote(Drafts& out) {
    const std::size_t begin = cursor_;
    const std::size_t close = text_.find(']', begin);
    const std::size_t end = close == std::string_view::npos ? text_.size() : close + 1;
    cursor_ = end;
    const std::string_view label = end > begin + 3 ? text_.substr(begin + 2, end - begin - 3) : std::string_view{};
    push_content(out, begin, end, text::FootnoteReference{unmasked(label)});
  }

  // --- Finishing ---

  text::Inlines finished(Drafts drafts) {
    if (link_depth_ == 0) link_bare_urls(drafts, map_);
    text::Inlines out;
    for (Draft& draft : drafts) out.push_back(std::move(draft.piece));
    return out;
  }

  void complain(const DiagnosticKind& kind, std::size_t begin, std::size_t end, std::string message) {
    findings_.diagnostics.push_back({.kind = &kind, .span = map_.span(begin, end), .message = std::move(message)});
  }

 public:
  text::Inlines finish(Drafts drafts) {
    text::Inlines out = finished(std::move(drafts));
    join_lines(out);
    return out;
  }

 private:
  const SubjectMap& map_;
  std::string_view text_;
  std::size_t skip_;
  Findings& findings_;
  int block_offset_;
  int line_offset_ = 0;
  std::size_t cursor_ = 0;
  std::size_t link_depth_ = 0;
  bool after_comment_ = false;
  bool too_deep_ = false;
  Fields trailing_;
};

constexpr DiagnosticKind emphasis_too_deep{
    .name = "emphasis-too-deep",
    .severity = Severity::error,
    .help = "take away marks of emphasis or brackets; what is inside was left out",
    .explain = "Emphasis and links may be nested 64 deep.",
};

const DiagnosticKind& Walker::inline_nesting_kind() {
  return emphasis_too_deep;
}

constexpr std::array all_kinds{kinds[0], kinds[1], kinds[2], kinds[3], kinds[4], kinds[5], &emphasis_too_deep};

/// `text` with each line end, and the spaces around it, as one space.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

/// `TODO(lin): text` after `<!--`.
std::optional<Remark> read_remark(std::string_view text, Span span) {
  if (text.starts_with("<!--")) text.remove_prefix(4);
  if (text.ends_with("-->")) text.remove_suffix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin);
  Remark remark{.span = span, .kind = {}, .who = {}, .text = {}};
  for (const std::string_view word : {"TODO", "REVIEW"}) {
    if (text.starts_with(word)) remark.kind = word;
  }
  if (remark.kind.empty()) return std::nullopt;
  text.remove_prefix(remark.kind.size());
  if (text.starts_with('(')) {
    const std::size_t close = text.find(')');
    if (close == std::string_view::npos) return std::nullopt;
    remark.who = std::string(text.substr(1, close - 1));
    text.remove_prefix(close + 1);
  }
  const std::size_t from = text.find_first_not_of(": \t\r\n");
  if (from != std::string_view::npos) {
    text.remove_prefix(from);
    remark.text = on_one_line(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
  }
  return remark;
}

} // namespace

ConvertedInlines convert_inlines(cmark_node* block, const SubjectMap& map, std::size_t skip, Findings& findings) {
  Walker walker(block, map, skip, findings);
  Drafts drafts = walker.walk(block, 0);
  ConvertedInlines result{.inlines = walker.finish(std::move(drafts)), .trailing = walker.take_trailing()};
  // The space before an item's fields belongs to neither.
  if (!result.trailing.values.empty() && !result.inlines.empty()) {
    if (auto* run = std::get_if<text::Run>(&result.inlines.back().content)) {
      while (run->text.ends_with(' ')) {
        run->text.pop_back();
        if (!result.inlines.back().span.is_empty()) --result.inlines.back().span.end;
      }
      if (run->text.empty()) result.inlines.pop_back();
    }
  }
  return result;
}

void note_comment(std::string_view text, Span span, Findings& findings) {
  const std::string whole = unmasked_in_place(text);
  if (std::optional<Remark> remark = read_remark(whole, span)) findings.remarks.push_back(std::move(*remark));
}

std::span<const DiagnosticKind* const> inline_kinds() {
  return all_kinds;
}

} // namespace comb::syntax
