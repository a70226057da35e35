// An outline of a document for people and golden files.
#include "base/overloaded.hpp"
#include "syntax/load_course.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

/// Whether places are part of the outline. Without them it tells what a document says, however it is laid out.
enum class Places : std::uint8_t { shown, hidden };

class Dumper {
 public:
  Dumper(const source::SourceFile& file, Places places) : file_(file), places_(places) {}

  std::string dump(const Document& document) {
    if (document.front_matter) {
      line(0, "front-matter", document.front_matter->span, "");
      write_yaml(*document.front_matter, 1);
    }
    write(document.children, 0);
    for (const Remark& remark : document.remarks) {
      line(0, "remark", remark.span,
           remark.kind + (remark.who.empty() ? "" : "(" + remark.who + ")") + " " + remark.text);
    }
    return std::move(out_);
  }

 private:
  /// `2:1-4:9`: line and column in characters; the end is after the last character.
  std::string range(Span span) const {
    const source::Position begin = file_.position_at(span.begin);
    const source::Position end = file_.position_at(span.end);
    std::string text = std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-";
    if (end.line != begin.line) text += std::to_string(end.line) + ":";
    return text + std::to_string(end.column);
  }

  void line(std::size_t depth, std::string_view name, Span span, const std::string& detail) {
    out_ += std::string(depth * 2, ' ') + std::string(name);
    if (places_ == Places::shown) out_ += " " + range(span);
    if (!detail.empty()) out_ += " " + detail;
    out_ += '\n';
  }

  /// In any order they mean the same, but for several of one name.
  std::vector<schema::RawValue> in_order(const Fields& fields) const {
    std::vector<schema::RawValue> values = fields.values;
    if (places_ == Places::hidden) std::ranges::stable_sort(values, {}, &schema::RawValue::name);
    return values;
  }

  std::string text_of(const Fields& fields) const {
    std::string out;
    for (const schema::RawValue& value : in_order(fields)) {
      if (!out.empty()) out += ' ';
      if (value.name == "#" || value.name == ".") {
        out += value.name + value.text;
      } else {
        out += value.is_flag ? value.name : value.name + "=\"" + value.text + "\"";
      }
    }
    return fields.values.empty() ? "" : " {" + out + "}";
  }

  void write(const Nodes& nodes, std::size_t depth) {
    bool follows_list = false;
    for (const Node& node : nodes) {
      write(node, depth, follows_list);
      follows_list = follows_list || std::holds_alternative<List>(node.content);
    }
  }

  void write(const Node& node, std::size_t depth, bool follows_list) {
    const std::string fields = text_of(node.fields);
    std::visit(Overloaded{
                   [&](const Heading& heading) {
                     line(depth, "heading", node.span,
                          std::to_string(heading.level) + fields + " " + text::dump(heading.content));
                   },
                   [&](const Paragraph& paragraph) {
                     line(depth, "paragraph", node.span,
                          (fields.empty() ? "" : fields.substr(1) + " ") + text::dump(paragraph.content));
                   },
                   [&](const List& list) { write(list, node, depth); },
                   [&](const Table& table) { write(table, node, depth); },
                   [&](const Quote& quote) {
                     line(depth, "quote", node.span,
                          quote.callout + fields + (follows_list ? gap_before(node.span) : ""));
                     write(quote.children, depth + 1);
                   },
                   [&](const CodeBlock& code) {
                     line(depth, "code", node.span, "`" + code.info + "`" + fields + " " + escaped(code.text));
                   },
                   [&](const ThematicBreak&) { line(depth, "break", node.span, ""); },
                   [&](const FootnoteDefinition& footnote) {
                     line(depth, "footnote", node.span, footnote.label);
                     write(footnote.children, depth + 1);
                   },
                   [&](const WriteLine&) { line(depth, "write-line", node.span, ""); },
                   [&](const Directive& directive) { write(directive, node, depth); },
               },
               node.content);
  }

  /// A quote right under a list of options is feedback, one after an empty line is not.
  std::string gap_before(Span span) const {
    if (places_ == Places::shown) return {};
    const std::uint32_t line = file_.line_at(span.begin);
    const bool has_gap = line > 1 && file_.line_text(line - 1).find_first_not_of(" \t>") == std::string_view::npos;
    return has_gap ? " after an empty line" : "";
  }

  static std::string escaped(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else {
        out += c;
      }
    }
    return out + "\"";
  }

  void write(const List& list, const Node& node, std::size_t depth) {
    std::string detail = list.ordered ? "ordered from " + std::to_string(list.start) : "bullets";
    if (!list.tight) detail += " loose";
    line(depth, "list", node.span, detail + text_of(node.fields));
    for (const ListItem& item : list.items) {
      static constexpr std::array<std::string_view, 4> boxes{"", "[ ]", "[x]", "[malformed]"};
      const std::string box(boxes[static_cast<std::size_t>(item.box)]);
      const std::string fields = text_of(item.fields);
      line(depth + 1, "item", item.span, box.empty() && !fields.empty() ? fields.substr(1) : box + fields);
      write(item.children, depth + 2);
    }
  }

  void write(const Table& table, const Node& node, std::size_t depth) {
    static constexpr std::string_view letters = "-lcr";
    std::string detail;
    for (const Alignment alignment : table.alignments) detail += letters[static_cast<std::size_t>(alignment)];
    line(depth, "table", node.span, detail + text_of(node.fields));
    write_cells("header", table.header, depth + 1);
    for (const std::vector<Cell>& row : table.rows) write_cells("row", row, depth + 1);
  }

  void write_cells(std::string_view name, const std::vector<Cell>& cells, std::size_t depth) {
    out_ += std::string(depth * 2, ' ') + std::string(name) + '\n';
    for (const Cell& cell : cells) line(depth + 1, "cell", cell.span, text::dump(cell.content));
  }

  void write(const Directive& directive, const Node& node, std::size_t depth) {
    const std::string colons = directive.form == DirectiveForm::leaf ? "::" : ":::";
    std::string detail = directive.title.empty() ? "" : "[" + directive.title + "]";
    const std::string fields = text_of(node.fields);
    if (!fields.empty()) detail += detail.empty() ? fields.substr(1) : fields;
    line(depth, colons + directive.name, node.span, detail);
    write(directive.children, depth + 1);
  }

  void write_yaml(const Yaml& yaml, std::size_t depth) {
    if (const auto* entries = yaml.mapping()) {
      for (const YamlEntry& entry : *entries) {
        const std::string* scalar = entry.value.scalar();
        line(depth, entry.key + ":", entry.value.span, scalar != nullptr ? escaped(*scalar) : "");
        if (scalar == nullptr) write_yaml(entry.value, depth + 1);
      }
    } else if (const auto* values = yaml.sequence()) {
      for (const Yaml& value : *values) {
        const std::string* scalar = value.scalar();
        line(depth, "-", value.span, scalar != nullptr ? escaped(*scalar) : "");
        if (scalar == nullptr) write_yaml(value, depth + 1);
      }
    } else {
      line(depth, "text", yaml.span, escaped(*yaml.scalar()));
    }
  }

  const source::SourceFile& file_;
  Places places_;
  std::string out_;
};

} // namespace

std::string dump(const Document& document, const source::SourceFile& file) {
  return Dumper(file, Places::shown).dump(document);
}

std::string dump_meaning(const Document& document, const source::SourceFile& file) {
  return Dumper(file, Places::hidden).dump(document);
}

} // namespace comb::syntax
