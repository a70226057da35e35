// The five inline directives and the fields of pictures.
#include "syntax/inline_directives.hpp"

#include "base/utf8.hpp"
#include "diagnostics/suggest.hpp"
#include "syntax/extensions.hpp"

#include <array>

namespace comb::syntax {

namespace {

constexpr DiagnosticKind unknown_inline_directive{
    .name = "unknown-inline-directive",
    .severity = Severity::error,
    .help = "write `:ref[…]`, `:term[…]`, `:fill[…]`, `:blank[…]` or `:trainer[…]`; `\\:` for a plain colon",
    .explain =
        "A colon, a name and a bracket make an inline directive. There are five: `:ref[id]` refers to a block, "
        "`:term[word]` uses a term, `:fill[text]` is a gap to fill in, `:blank[text]` a tested gap, "
        "`:trainer[text]` is for the trainer alone.\n\n"
        "```\nsee :reff[combs]     wrong\nsee :ref[combs]      right\n```\n",
};

constexpr DiagnosticKind empty_inline_directive{
    .name = "empty-inline-directive",
    .severity = Severity::error,
    .help = "write the text between the brackets",
    .explain =
        "`:fill[]` has nothing to fill in, `:ref[]` refers to nothing.\n\n```\n:fill[]  wrong\n:fill[利益]  "
        "right\n```\n",
};

constexpr std::array kinds{&unknown_inline_directive, &empty_inline_directive};

using schema::FieldSpec;
using schema::FieldType;

const std::vector<FieldSpec>& term_fields() {
  static const std::vector<FieldSpec> specs{{.name = "of", .help = "key in the term sheet"}};
  return specs;
}

const std::vector<FieldSpec>& blank_fields() {
  static const std::vector<FieldSpec> specs{
      {.name = "also", .type = FieldType::list, .help = "other right answers, parted by `;`"},
      {.name = "options", .type = FieldType::list, .help = "wrong answers to choose from, parted by `;`"},
      {.name = "hint", .help = "what helps to find the answer"},
  };
  return specs;
}

const std::vector<FieldSpec>& image_fields() {
  static const std::vector<FieldSpec> specs{
      {.name = "id", .type = FieldType::id, .help = "name of the picture, for `:ref`"},
      {.name = "width", .type = FieldType::percent, .help = "share of the line"},
      {.name = "place",
       .type = FieldType::choice,
       .help = "where it stands",
       .choices = {"left", "right", "full", "background"}},
      {.name = "source", .help = "where it comes from, for the credits"},
      {.name = "licence", .help = "under which licence"},
      {.name = "decorative", .type = FieldType::flag, .help = "says nothing; needs no alternative"},
      {.name = "audience", .type = FieldType::choice, .help = "who sees it", .choices = {"all", "trainer"}},
      {.name = "lang", .type = FieldType::language, .help = "language of the text in it"},
      {.name = "allow", .help = "a warning not to raise, and why", .repeatable = true},
  };
  return specs;
}

const std::vector<FieldSpec>& no_fields() {
  static const std::vector<FieldSpec> specs;
  return specs;
}

/// Bracket text with its escapes undone and its lines joined.
std::string bracket_text(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == masked_comment) continue;
    if (raw[i] == '\\' && i + 1 < raw.size() &&
        std::string_view("[]\\{}|:*_").find(raw[i + 1]) != std::string_view::npos) {
      out += raw[++i];
    } else if (raw[i] == '\n') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      while (i + 1 < raw.size() && raw[i + 1] == ' ') ++i;
      const bool joins = joins_without_space(decode_before(out, out.size()).character) &&
                         joins_without_space(decode_at(raw, i + 1).character);
      if (!joins && !out.empty()) out += ' ';
    } else {
      out += raw[i];
    }
  }
  return out;
}

/// A directive's parts as offsets of the map's text.
struct Parts {
  std::size_t begin = 0;
  std::size_t bracket = 0; ///< of `[`
  std::size_t close = 0;   ///< of `]`
  std::size_t end = 0;
};

Parts find_parts(std::string_view text, std::size_t begin, std::size_t end) {
  Parts parts{.begin = begin, .bracket = text.find('[', begin), .close = 0, .end = end};
  std::size_t at = parts.bracket + 1;
  while (at < end && text[at] != ']') at += text[at] == '\\' ? 2 : 1;
  parts.close = std::min(at, end);
  return parts;
}

schema::Values read_values(const SubjectMap& map, const Parts& parts, std::span<const FieldSpec> specs,
                           const std::string& owner, Diagnostics& found) {
  std::vector<schema::RawValue> written;
  if (parts.close + 1 < parts.end) {
    ReadFields read = read_fields(map, parts.close + 1);
    append(found, std::move(read.diagnostics));
    written = std::move(read.fields.values);
  }
  auto checked = schema::check_values(std::move(written), specs, owner, map.span(parts.begin, parts.end));
  append(found, std::move(checked.diagnostics));
  return std::move(checked.value);
}

text::Blank make_blank(const std::string& answer, const schema::Values& values) {
  text::Blank blank;
  blank.key = text::BlankKey{.answer = answer, .also = values.list("also")};
  blank.options = values.list("options");
  if (!blank.options.empty()) blank.options.insert(blank.options.begin(), answer);
  blank.hint = values.text("hint");
  blank.width_cells = display_width(answer);
  return blank;
}

text::Inline unknown(const SubjectMap& map, const Parts& parts, std::string_view name, Diagnostics& found) {
  const std::optional<std::string> nearest = nearest_name(name, inline_names());
  const Span name_span = map.span(parts.begin + 1, parts.bracket);
  Diagnostic diagnostic{
      .kind = &unknown_inline_directive,
      .span = name_span,
      .message = "`:" + std::string(name) + "[…]` is not known",
  };
  if (nearest) {
    diagnostic.message += "; did you mean `:" + *nearest + "[…]`?";
    diagnostic.fixes.push_back({name_span, *nearest});
  }
  found.push_back(std::move(diagnostic));
  return {map.span(parts.begin, parts.end),
          text::Run{unmasked(map.text().substr(parts.begin, parts.end - parts.begin))}};
}

} // namespace

text::Inline read_inline_directive(const SubjectMap& map, std::size_t begin, std::size_t end, Diagnostics& found) {
  const Parts parts = find_parts(map.text(), begin, end);
  const std::string_view name = map.text().substr(begin + 1, parts.bracket - begin - 1);
  if (!is_inline_name(name)) return unknown(map, parts, name, found);
  const std::string content = bracket_text(map.text().substr(parts.bracket + 1, parts.close - parts.bracket - 1));
  const std::string owner = ":" + std::string(name);
  const Span span = map.span(begin, end);
  if (content.empty()) {
    found.push_back({.kind = &empty_inline_directive, .span = span, .message = "`" + owner + "[]` has no text"});
  }
  if (name == "term") {
    const schema::Values values = read_values(map, parts, term_fields(), owner, found);
    return {span, text::TermUse{.text = content, .term = values.text("of")}};
  }
  if (name == "blank") {
    return {span, make_blank(content, read_values(map, parts, blank_fields(), owner, found))};
  }
  read_values(map, parts, no_fields(), owner, found);
  if (name == "ref") return {span, text::Reference{.target = content, .text = {}}};
  if (name == "fill") return {span, text::Fill{.text = content, .width_cells = display_width(content)}};
  return {span, text::TrainerText{content}};
}

void apply_image_fields(text::Image& image, const Fields& fields, Diagnostics& found) {
  auto checked = schema::check_values(fields.values, image_fields(), "a picture", fields.span);
  append(found, std::move(checked.diagnostics));
  for (const schema::RawValue& value : fields.values) {
    if (checked.value.has(value.name == "#" ? std::string_view("id") : std::string_view(value.name)))
      image.fields.emplace_back(value.name == "id" ? "#" : value.name, value.text);
  }
}

std::span<const DiagnosticKind* const> inline_directive_kinds() {
  return kinds;
}

} // namespace comb::syntax
