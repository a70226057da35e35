// The syntax tree of one source file: Markdown blocks and directives, with exact spans.
#pragma once

#include "base/span.hpp"
#include "schema/field.hpp"
#include "text/inline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace comb::syntax {

struct Node;
using Nodes = std::vector<Node>;

/// `{#id .class key=value flag}`. An id is a value named `#`, a class one named `.`.
struct Fields {
  Span span; ///< braces included; empty where nothing was written
  std::vector<schema::RawValue> values;
  bool operator==(const Fields&) const = default;
};

struct Heading {
  int level = 1;
  text::Inlines content;
  bool operator==(const Heading&) const = default;
};
struct Paragraph {
  text::Inlines content;
  bool operator==(const Paragraph&) const = default;
};
/// `[x]`, `[ ]`, none, or something that looks like a box but is not (`[]`, `【x】`).
enum class TaskBox : std::uint8_t { none, empty, ticked, malformed };
struct ListItem {
  Span span;
  TaskBox box = TaskBox::none;
  Span box_span; ///< the box; the item's start where there is none
  Fields fields; ///< at the end of its first paragraph
  Nodes children;
  bool operator==(const ListItem&) const;
};
struct List {
  bool ordered = false;
  int start = 1;
  bool tight = true;
  std::vector<ListItem> items;
  bool operator==(const List&) const = default;
};
enum class Alignment : std::uint8_t { none, left, center, right };
struct Cell {
  Span span;
  text::Inlines content;
  bool operator==(const Cell&) const = default;
};
struct Table {
  std::vector<Alignment> alignments;   ///< one a column
  std::vector<Cell> header;            ///< one a column
  std::vector<std::vector<Cell>> rows; ///< each with one cell a column
  std::vector<Span> row_spans;         ///< of `rows`
  bool operator==(const Table&) const = default;
};
struct Quote {
  /// `> [!TIP]` gives `tip`; empty for a plain quote.
  std::string callout;
  Nodes children;
  bool operator==(const Quote&) const;
};
struct CodeBlock {
  std::string info;
  std::string text;
  bool operator==(const CodeBlock&) const = default;
};
struct ThematicBreak {
  bool operator==(const ThematicBreak&) const = default;
};
struct FootnoteDefinition {
  std::string label;
  Nodes children;
  bool operator==(const FootnoteDefinition&) const;
};
/// `____` alone in a line: a line to write on.
struct WriteLine {
  bool operator==(const WriteLine&) const = default;
};
enum class DirectiveForm : std::uint8_t { container, leaf };
/// `::: case 把木梳賣給和尚 {#combs time=40}` … `:::`, or `::say[先講故事]{…}`.
struct Directive {
  DirectiveForm form = DirectiveForm::container;
  std::string name; ///< as written; aliases are resolved in assemble
  Span name_span;
  std::string title; ///< after a container's name, or a leaf's bracket text; plain text, unescaped
  Span title_span;
  Span opening;   ///< the opening line, fence to end of line
  Nodes children; ///< of a container
  bool operator==(const Directive&) const;
};

/// One block. `fields` come from a line above it, from a heading's end or from a directive's opening.
struct Node {
  Span span;
  Fields fields;
  std::variant<Heading, Paragraph, List, Table, Quote, CodeBlock, ThematicBreak, FootnoteDefinition, WriteLine,
               Directive>
      content;
  bool operator==(const Node&) const = default;
};

inline bool ListItem::operator==(const ListItem& other) const {
  return span == other.span && box == other.box && box_span == other.box_span && fields == other.fields &&
         children == other.children;
}
inline bool Quote::operator==(const Quote& other) const {
  return callout == other.callout && children == other.children;
}
inline bool FootnoteDefinition::operator==(const FootnoteDefinition& other) const {
  return label == other.label && children == other.children;
}
inline bool Directive::operator==(const Directive& other) const {
  return form == other.form && name == other.name && name_span == other.name_span && title == other.title &&
         title_span == other.title_span && opening == other.opening && children == other.children;
}

struct Yaml;
struct YamlEntry;
/// A YAML value. Scalars stay text until a field's type reads them.
struct Yaml {
  Span span;
  std::variant<std::string, std::vector<Yaml>, std::vector<YamlEntry>> content;
  bool operator==(const Yaml&) const;

  const std::string* scalar() const { return std::get_if<std::string>(&content); }
  const std::vector<Yaml>* sequence() const { return std::get_if<std::vector<Yaml>>(&content); }
  const std::vector<YamlEntry>* mapping() const { return std::get_if<std::vector<YamlEntry>>(&content); }
  /// The value of `key` in a mapping; none where it is missing or this is no mapping.
  const Yaml* find(std::string_view key) const;
};
struct YamlEntry {
  std::string key;
  Span key_span;
  Yaml value;
  bool operator==(const YamlEntry&) const = default;
};
inline bool Yaml::operator==(const Yaml& other) const {
  return span == other.span && content == other.content;
}

/// A comment that asks for attention: `<!-- TODO(name): … -->`.
struct Remark {
  Span span;
  std::string kind; ///< `TODO` or `REVIEW`
  std::string who;
  std::string text;
  bool operator==(const Remark&) const = default;
};

/// One parsed file.
struct Document {
  FileId file;
  std::optional<Yaml> front_matter;
  Nodes children;
  std::vector<Remark> remarks;
  bool operator==(const Document&) const = default;
};

} // namespace comb::syntax
