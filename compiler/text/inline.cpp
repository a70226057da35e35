// Inline content as plain text and as one-line outlines.
#include "text/inline.hpp"

#include "base/overloaded.hpp"

namespace comb::text {

namespace {

// Text of an outline keeps to one line: marks of the outline and line ends are escaped.
std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) {
    if (!out.empty()) out += "; ";
    out += one;
  }
  return out;
}

std::string call(std::string_view name, const std::string& inside) {
  return std::string(name) + "(" + inside + ")";
}

std::string call(std::string_view name, std::string_view detail, const std::string& inside) {
  return std::string(name) + "<" + std::string(detail) + ">(" + inside + ")";
}

std::string outline(const Image& image) {
  std::string detail = image.path;
  if (!image.caption.empty()) detail += " \"" + image.caption + "\"";
  for (const auto& [name, value] : image.fields) detail += " " + name + "=" + value;
  return call("image", detail, quoted(image.alternative));
}

std::string outline(const Blank& blank) {
  std::string detail;
  if (blank.key && !blank.key->also.empty()) detail += "also=" + joined(blank.key->also);
  if (!blank.options.empty()) detail += (detail.empty() ? "options=" : " options=") + joined(blank.options);
  if (!blank.hint.empty()) detail += (detail.empty() ? "hint=" : " hint=") + blank.hint;
  const std::string answer = blank.key ? quoted(blank.key->answer) : "";
  return detail.empty() ? call("blank", answer) : call("blank", detail, answer);
}

std::string outline(const Link& link) {
  return call("link", link.title.empty() ? link.url : link.url + " \"" + link.title + "\"", dump(link.children));
}

std::string outline(const TermUse& use) {
  return use.term.empty() ? call("term", quoted(use.text)) : call("term", use.term, quoted(use.text));
}

} // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  for (const Inline& piece : inlines) {
    out += std::visit(
        Overloaded{
            [](const Run& run) { return run.text; },
            [](const Emphasis& emphasis) { return plain_text(emphasis.children); },
            [](const Strong& strong) { return plain_text(strong.children); },
            [](const Strikethrough& strikethrough) { return plain_text(strikethrough.children); },
            [](const Code& code) { return code.text; },
            [](const LineBreak&) { return std::string(" "); },
            [](const Link& link) { return plain_text(link.children); },
            [](const Image& image) { return image.alternative; },
            [](const FootnoteReference&) { return std::string(); },
            [](const Variable& variable) { return "{{" + variable.name + "}}"; },
            [](const Reference& reference) { return reference.text.empty() ? reference.target : reference.text; },
            [](const TermUse& use) { return use.text; },
            [](const Fill& fill) { return fill.text.value_or(""); },
            [](const Blank& blank) { return blank.key ? blank.key->answer : std::string(); },
            [](const TrainerText& trainer) { return trainer.text; },
        },
        piece.content);
  }
  return out;
}

Inlines plain_inlines(std::string_view text, Span span) {
  if (text.empty()) return {};
  return {Inline{span, Run{std::string(text)}}};
}

std::string dump(const Inlines& inlines) {
  std::string out;
  for (const Inline& piece : inlines) {
    out += std::visit(
        Overloaded{
            [](const Run& run) { return quoted(run.text); },
            [](const Emphasis& emphasis) { return call("emphasis", dump(emphasis.children)); },
            [](const Strong& strong) { return call("strong", dump(strong.children)); },
            [](const Strikethrough& strikethrough) { return call("strikethrough", dump(strikethrough.children)); },
            [](const Code& code) { return call("code", quoted(code.text)); },
            [](const LineBreak&) { return std::string("break()"); },
            [](const Link& link) { return outline(link); },
            [](const Image& image) { return outline(image); },
            [](const FootnoteReference& footnote) { return call("footnote", footnote.label); },
            [](const Variable& variable) { return call("variable", variable.name); },
            [](const Reference& reference) {
              return reference.text.empty() ? call("ref", reference.target)
                                            : call("ref", reference.target, quoted(reference.text));
            },
            [](const TermUse& use) { return outline(use); },
            [](const Fill& fill) { return call("fill", quoted(fill.text.value_or(""))); },
            [](const Blank& blank) { return outline(blank); },
            [](const TrainerText& trainer) { return call("trainer", quoted(trainer.text)); },
        },
        piece.content);
  }
  return out;
}

} // namespace comb::text
