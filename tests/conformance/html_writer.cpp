// Writes plain Markdown as HTML. What only our language has is written as an element of its own name, which no
// expected text holds.
#include "html_writer.hpp"

#include "base/overloaded.hpp"

#include <array>

namespace comb::conformance {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// The address as the reference implementation writes it: percent escapes for all but what a URL may hold.
std::string escaped_url(std::string_view url) {
  static constexpr std::string_view safe =
      "-_.+!*(),%#@?=;:/,+$~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else if (safe.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

std::string element(std::string_view name, const std::string& content) {
  return "<" + std::string(name) + ">" + content + "</" + std::string(name) + ">";
}

std::string title_attribute(const std::string& title) {
  return title.empty() ? "" : " title=\"" + escaped(title) + "\"";
}

std::string write(const text::Inlines& inlines) {
  std::string out;
  for (const text::Inline& piece : inlines) {
    out += std::visit(Overloaded{
                          [](const text::Run& run) { return escaped(run.text); },
                          [](const text::Emphasis& inner) { return element("em", write(inner.children)); },
                          [](const text::Strong& inner) { return element("strong", write(inner.children)); },
                          [](const text::Strikethrough& inner) { return element("del", write(inner.children)); },
                          [](const text::Code& code) { return element("code", escaped(code.text)); },
                          [](const text::LineBreak&) { return std::string("<br />"); },
                          [](const text::Link& link) {
                            return "<a href=\"" + escaped_url(link.url) + "\"" + title_attribute(link.title) + ">" +
                                   write(link.children) + "</a>";
                          },
                          [](const text::Image& image) {
                            return "<img src=\"" + escaped_url(image.path) + "\" alt=\"" + escaped(image.alternative) +
                                   "\"" + title_attribute(image.caption) + " />";
                          },
                          [&](const auto&) { return element("comb", escaped(text::plain_text({piece}))); },
                      },
                      piece.content);
  }
  return out;
}

enum class Paragraphs : std::uint8_t { wrapped, bare };

std::string write(const syntax::Nodes& nodes, Paragraphs paragraphs);

std::string write(const syntax::List& list) {
  std::string out;
  const Paragraphs paragraphs = list.tight ? Paragraphs::bare : Paragraphs::wrapped;
  for (const syntax::ListItem& item : list.items) {
    static constexpr std::array<std::string_view, 4> boxes{"", "[ ] ", "[x] ", ""};
    out +=
        element("li", std::string(boxes[static_cast<std::size_t>(item.box)]) + write(item.children, paragraphs)) + "\n";
  }
  if (!list.ordered) return element("ul", out);
  return (list.start == 1 ? "<ol>" : "<ol start=\"" + std::to_string(list.start) + "\">") + out + "</ol>";
}

std::string write(const syntax::CodeBlock& code) {
  const std::string language = code.info.substr(0, code.info.find_first_of(" \t"));
  const std::string open = language.empty() ? "<code>" : "<code class=\"language-" + escaped(language) + "\">";
  return "<pre>" + open + escaped(code.text) + "</code></pre>";
}

std::string write_row(std::string_view cell_name, const std::vector<syntax::Cell>& cells) {
  std::string out;
  for (const syntax::Cell& cell : cells) out += element(cell_name, write(cell.content));
  return element("tr", out);
}

std::string write(const syntax::Table& table) {
  std::string body;
  for (const auto& row : table.rows) body += write_row("td", row);
  return element("table", element("thead", write_row("th", table.header)) + element("tbody", body));
}

std::string write(const syntax::Node& node, Paragraphs paragraphs) {
  return std::visit(
      Overloaded{
          [](const syntax::Heading& heading) {
            return element("h" + std::to_string(heading.level), write(heading.content));
          },
          [&](const syntax::Paragraph& paragraph) {
            const std::string content = write(paragraph.content);
            return paragraphs == Paragraphs::bare ? content : element("p", content);
          },
          [](const syntax::List& list) { return write(list); },
          [](const syntax::Table& table) { return write(table); },
          [](const syntax::Quote& quote) { return element("blockquote", write(quote.children, Paragraphs::wrapped)); },
          [](const syntax::CodeBlock& code) { return write(code); },
          [](const syntax::ThematicBreak&) { return std::string("<hr />"); },
          [](const syntax::FootnoteDefinition& footnote) {
            return element("footnote", write(footnote.children, Paragraphs::wrapped));
          },
          [](const syntax::WriteLine&) { return std::string("<write-line />"); },
          [](const syntax::Directive& directive) {
            return element("directive", write(directive.children, Paragraphs::wrapped));
          },
      },
      node.content);
}

std::string write(const syntax::Nodes& nodes, Paragraphs paragraphs) {
  std::string out;
  for (const syntax::Node& node : nodes) out += write(node, paragraphs) + "\n";
  return out;
}

} // namespace

std::string to_html(const syntax::Document& document) {
  return write(document.children, Paragraphs::wrapped);
}

} // namespace comb::conformance
