// Reads `::: name title {fields}` and `::name[title]{fields}`.
#include "syntax/directive_line.hpp"

#include "base/utf8.hpp"
#include "syntax/fields.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind directive_without_name{
    .name = "directive-without-name",
    .severity = Severity::error,
    .help = "write the name of the block after the colons: `::: case`",
    .explain =
        "A fence opens a block of some kind; its name comes first. `comb blocks` lists the names.\n\n"
        "```\n::: {#combs}        wrong\n::: case {#combs}   right\n```\n",
};

constexpr DiagnosticKind text_after_directive{
    .name = "text-after-directive",
    .severity = Severity::error,
    .help = "put the text in the brackets, or on a line of its own: `::say[text]`",
    .explain =
        "A directive with two colons stands alone on its line. Its text goes in brackets, its fields in "
        "braces, and nothing follows.\n\n"
        "```\n::say wait for answers     wrong\n::say[wait for answers]    right\n```\n",
};

constexpr DiagnosticKind unclosed_bracket{
    .name = "unclosed-bracket",
    .severity = Severity::error,
    .help = "close the bracket with `]`; write `\\]` for one that is part of the text",
    .explain =
        "The text of a directive ends at the first `]` that has no backslash before it.\n\n"
        "```\n::say[wait           wrong\n::say[wait]          right\n```\n",
};

constexpr DiagnosticKind full_width_fence{
    .name = "full-width-fence",
    .severity = Severity::warning,
    .help = "type half-width colons; `comb fmt` does it for the whole file",
    .explain =
        "`：：：` opens and closes blocks as `:::` does, so that nothing is lost when a Chinese keyboard is on. "
        "Other tools and searches know the half-width form only.\n\n"
        "```\n：：： case 木梳\n::: case 木梳\n```\n",
};

constexpr std::array kinds{&directive_without_name, &text_after_directive, &unclosed_bracket, &full_width_fence};

constexpr std::string_view wide_colon = "：";

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank(text[at]) || text.substr(at, 3) == "\u3000")) at += is_blank(text[at]) ? 1 : 3;
  return at;
}

std::size_t trimmed_size(std::string_view text) {
  std::size_t size = text.size();
  while (size > 0 && (is_blank(text[size - 1]) || text[size - 1] == '\n' || text[size - 1] == masked_comment)) --size;
  return size;
}

bool is_fields_line(std::string_view line) {
  if (!line.starts_with('{') || line.starts_with("{{") || !line.ends_with('}')) return false;
  SubjectMap map{FileId{}};
  map.append(line, 0);
  const ReadFields read = read_fields(map, 0);
  return read.is_well_formed() && read.end == line.size() && !read.fields.values.empty();
}

/// `text` without the backslashes that escape brackets, braces and backslashes.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == masked_comment) continue;
    if (text[i] == '\\' && i + 1 < text.size() &&
        std::string_view("[]{}\\:").find(text[i + 1]) != std::string_view::npos) {
      ++i;
    }
    out += text[i];
  }
  return out;
}

/// Reads what follows the colons of one directive line.
class LineReader {
 public:
  LineReader(const SubjectMap& map, const DirectiveLine& kind)
      : map_(map), text_(map.text().substr(0, trimmed_size(map.text()))), at_(kind.fence_bytes) {
    result_.directive.form = kind.kind == DirectiveLineKind::leaf ? DirectiveForm::leaf : DirectiveForm::container;
  }

  ReadDirective read() {
    if (result_.directive.form == DirectiveForm::container) at_ = skip_blanks(text_, at_);
    read_name();
    if (result_.directive.form == DirectiveForm::leaf) {
      read_leaf_rest();
    } else {
      read_container_rest();
    }
    return std::move(result_);
  }

 private:
  void read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte()) ++at_;
    result_.directive.name = std::string(text_.substr(begin, at_ - begin));
    result_.directive.name_span = map_.span(begin, at_);
    if (at_ == begin) complain(directive_without_name, 0, text_.size(), "a block without a name");
  }

  bool is_name_byte() const {
    const char c = text_[at_];
    if (result_.directive.form == DirectiveForm::leaf && static_cast<unsigned char>(c) < 0x80) {
      return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
    return !is_blank(c) && c != '{' && c != '[' && text_.substr(at_, 3) != "\u3000";
  }

  void read_leaf_rest() {
    if (at_ < text_.size() && text_[at_] == '[') read_bracket();
    if (at_ < text_.size() && text_[at_] == '{') take_fields(at_);
    at_ = skip_blanks(text_, at_);
    if (at_ < text_.size()) {
      complain(text_after_directive, at_, text_.size(),
               "text after `::" + result_.directive.name + "` on the same line");
    }
  }

  void read_bracket() {
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != ']') end += text_[end] == '\\' ? 2 : 1;
    if (end >= text_.size()) {
      complain(unclosed_bracket, at_, at_ + 1, "`[` has no closing `]`");
      end = text_.size();
    }
    set_title(begin, end);
    at_ = std::min(end + 1, text_.size());
  }

  void read_container_rest() {
    at_ = skip_blanks(text_, at_);
    const std::size_t fields = find_fields();
    std::size_t end = std::min(fields, text_.size());
    while (end > at_ && is_blank(text_[end - 1])) --end;
    const bool has_brackets = end > at_ + 1 && text_[at_] == '[' && text_[end - 1] == ']' && text_[end - 2] != '\\';
    if (has_brackets) {
      set_title(at_ + 1, end - 1);
    } else {
      set_title(at_, end);
    }
    at_ = end;
    if (fields < text_.size()) take_fields(fields);
  }

  /// Where the fields at the line's end begin: the first `{` that is neither escaped nor a variable, and either has
  /// the line's end behind its fields or looks as if fields were meant.
  std::size_t find_fields() const {
    for (std::size_t at = at_; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_.substr(at, 2) == "{{") {
        const std::size_t end = text_.find("}}", at);
        if (end == std::string_view::npos) return text_.size();
        at = end + 1;
      } else if (text_[at] == '{' && (looks_like_fields(text_, at) || text_.back() == '}')) {
        return at;
      }
    }
    return text_.size();
  }

  void take_fields(std::size_t at) {
    ReadFields read = read_fields(map_, at);
    result_.fields = std::move(read.fields);
    append(result_.diagnostics, std::move(read.diagnostics));
    at_ = read.end;
    if (result_.directive.form == DirectiveForm::container && read.is_closed &&
        skip_blanks(text_, at_) < text_.size()) {
      complain(text_after_directive, skip_blanks(text_, at_), text_.size(), "text after the fields of a block");
    }
  }

  void set_title(std::size_t begin, std::size_t end) {
    result_.directive.title = unescaped(text_.substr(begin, end - begin));
    result_.directive.title_span = map_.span(begin, end);
  }

  void complain(const DiagnosticKind& kind, std::size_t begin, std::size_t end, std::string message) {
    result_.diagnostics.push_back({.kind = &kind, .span = map_.span(begin, end), .message = std::move(message)});
  }

  const SubjectMap& map_;
  std::string_view text_;
  std::size_t at_;
  ReadDirective result_;
};

} // namespace

DirectiveLine classify_line(std::string_view line) {
  line = line.substr(0, trimmed_size(line));
  DirectiveLine found;
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ':') {
      ++at;
    } else if (line.substr(at, wide_colon.size()) == wide_colon) {
      found.is_full_width = true;
      at += wide_colon.size();
    } else {
      break;
    }
    ++found.fence_length;
  }
  found.fence_bytes = at;
  if (found.fence_length >= 3) {
    found.kind = skip_blanks(line, at) >= line.size() ? DirectiveLineKind::closing : DirectiveLineKind::opening;
  } else if (found.fence_length == 2 && !found.is_full_width && at < line.size() && is_ascii_letter(line[at])) {
    found.kind = DirectiveLineKind::leaf;
  } else if (is_fields_line(line)) {
    found.kind = DirectiveLineKind::fields;
  }
  return found;
}

ReadDirective read_directive(const SubjectMap& line, const DirectiveLine& kind) {
  ReadDirective read = LineReader(line, kind).read();
  warn_about_width(line, kind, read.diagnostics);
  return read;
}

void warn_about_width(const SubjectMap& line, const DirectiveLine& kind, Diagnostics& found) {
  if (!kind.is_full_width) return;
  const Span fence = line.span(0, kind.fence_bytes);
  const std::string mended(static_cast<std::size_t>(kind.fence_length), ':');
  found.push_back({
      .kind = &full_width_fence,
      .span = fence,
      .message = "full-width colons are read as `" + mended + "`",
      .fixes = {{fence, mended}},
  });
}

std::span<const DiagnosticKind* const> directive_line_kinds() {
  return kinds;
}

} // namespace comb::syntax
