// The bodies of diagrams.
#include "blocks/diagram_body.hpp"

#include "blocks/diagram_words.hpp"
#include "model/labels.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind diagram_shape{
    .name = "diagram-shape",
    .severity = Severity::error,
    .help = "`comb blocks NAME` shows an example of the body that this kind wants",
    .explain =
        "A diagram is made from a list or a table: a `flow` from numbered steps, a `timeline` from a table of when and "
        "what. The same text is read aloud to those who do not see the picture.\n\n"
        "    ::: cycle {center=\"顧客需求\"}\n    1. 打招呼\n    2. 提問\n    3. 成交\n    :::\n",
};
constexpr DiagnosticKind diagram_node_not_text{
    .name = "diagram-node-not-text",
    .severity = Severity::error,
    .help = "a node is a line of text; put tables, pictures and code before or behind the diagram",
};
constexpr DiagnosticKind diagram_node_empty{
    .name = "diagram-node-empty",
    .severity = Severity::error,
    .help = "write what it says, or take it out; `blank=\"2\"` empties the second in the workbook alone",
    .explain =
        "A shape without words says nothing to anybody. To let learners write into it, write the right words and name "
        "its number in `blank`: slides and guide show them, the workbook leaves room.\n",
};
constexpr DiagnosticKind diagram_too_small{
    .name = "diagram-too-small",
    .severity = Severity::error,
    .help = "say it in a sentence, or add what is missing",
};
constexpr DiagnosticKind diagram_too_large{
    .name = "diagram-too-large",
    .severity = Severity::warning,
    .help = "split it in two, or use a table: what stands in a picture should be seen at one look",
};
constexpr DiagnosticKind diagram_blank_unknown{
    .name = "diagram-blank-unknown",
    .severity = Severity::error,
    .help = "count in reading order, from 1",
    .explain =
        "`blank=\"2,4\"` empties the second and the fourth node in the learner's workbook. Slides and guide show "
        "them.\n",
};

void check_nodes(const model::Diagram& diagram, LoweringContext& context) {
  model::for_each_diagram_node(diagram, [&](const model::DiagramNode& node) {
    if (!text::plain_text(node.label).empty() || node.is_blank) return;
    context.report({.kind = &diagram_node_empty, .span = node.span, .message = "there is nothing in this node"});
  });
}

std::vector<model::DiagramNode*> in_reading_order(model::Diagram& diagram) {
  std::vector<model::DiagramNode*> all;
  for (model::DiagramNode& node : diagram.nodes) {
    model::for_each_node(node, [&](model::DiagramNode& inner) { all.push_back(&inner); });
  }
  return all;
}

void set_blanks(model::Diagram& diagram, LoweringContext& context) {
  const std::vector<model::DiagramNode*> nodes = in_reading_order(diagram);
  if (context.values().text("handbook") == "blank") {
    for (model::DiagramNode* node : nodes) node->is_blank = true;
  }
  for (const schema::RawValue& element : context.values().elements("blank")) {
    const auto number = schema::read_number(element.text);
    const auto last = static_cast<double>(nodes.size());
    const bool is_node = number && *number >= 1 && *number <= last && *number == static_cast<int>(*number);
    if (is_node) {
      nodes[static_cast<std::size_t>(*number) - 1]->is_blank = true;
      continue;
    }
    context.report(
        {.kind = &diagram_blank_unknown,
         .span = element.value_span,
         .message = "there is no node `" + element.text + "` to leave blank: it has " + std::to_string(nodes.size())});
  }
}

/// The offset behind the first colon in `text` and where the colon begins; none without one.
std::optional<std::pair<std::size_t, std::size_t>> colon_in(std::string_view text) {
  constexpr std::string_view wide_colon = "：";
  const std::size_t wide = text.find(wide_colon);
  std::size_t narrow = text.find(':');
  // Not that of 9:30 or https://; before a wide character it was meant as one.
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  while (narrow != std::string_view::npos && narrow + 1 < text.size() && text[narrow + 1] != ' ' &&
         is_ascii(text[narrow + 1])) {
    narrow = text.find(':', narrow + 1);
  }
  if (wide == std::string_view::npos && narrow == std::string_view::npos) return std::nullopt;
  if (wide < narrow) return std::pair(wide, wide + wide_colon.size());
  return std::pair(narrow, narrow + 1);
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

void push_run(text::Inlines& all, std::string_view text, Span span) {
  if (!text.empty()) all.push_back({.span = span, .content = text::Run{std::string(text)}});
}

} // namespace

std::vector<FieldSpec> diagram_fields(std::vector<FieldSpec> own) {
  std::vector<FieldSpec> fields = {
      {.name = "alt", .help = "what it shows in words, in place of the text that is made from the body"},
      {.name = "blank", .type = FieldType::words, .help = "nodes to leave empty in the workbook: `blank=\"2,4\"`"},
  };
  std::ranges::move(own, std::back_inserter(fields));
  return fields;
}

std::vector<const DiagnosticKind*> diagram_diagnostics(std::vector<const DiagnosticKind*> own) {
  std::vector<const DiagnosticKind*> all = {&diagram_blank_unknown, &diagram_node_empty, &diagram_node_not_text,
                                            &diagram_shape,         &diagram_too_large,  &diagram_too_small};
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

const syntax::List* DiagramBody::list() const {
  return list_node == nullptr ? nullptr : &std::get<syntax::List>(list_node->content);
}
const syntax::Table* DiagramBody::table() const {
  return table_node == nullptr ? nullptr : &std::get<syntax::Table>(table_node->content);
}

DiagramBody diagram_body(const syntax::Directive& directive) {
  DiagramBody body;
  for (const syntax::Node& node : directive.children) {
    if (body.list_node == nullptr && std::holds_alternative<syntax::List>(node.content)) {
      body.list_node = &node;
    } else if (body.table_node == nullptr && std::holds_alternative<syntax::Table>(node.content)) {
      body.table_node = &node;
    } else {
      body.others.push_back(node);
    }
  }
  return body;
}

void report_shape(LoweringContext& context, Span span, std::string message, std::string help) {
  context.report({.kind = &diagram_shape, .span = span, .message = std::move(message), .help = std::move(help)});
}

ItemText item_text(const syntax::ListItem& item, LoweringContext& context) {
  ItemText found;
  bool has_text = false;
  for (const syntax::Node& child : item.children) {
    const auto* paragraph = std::get_if<syntax::Paragraph>(&child.content);
    if (paragraph != nullptr && !has_text) {
      found.text = context.inlines(paragraph->content);
      has_text = true;
    } else if (const auto* list = std::get_if<syntax::List>(&child.content)) {
      found.lists.push_back(list);
    } else {
      context.report(
          {.kind = &diagram_node_not_text, .span = child.span, .message = "a node holds more than a line of text"});
    }
  }
  return found;
}

std::vector<model::DiagramNode> nodes_of_list(const syntax::List& list, LoweringContext& context) {
  std::vector<model::DiagramNode> nodes;
  for (const syntax::ListItem& item : list.items) {
    context.check_fields(item.fields, {}, "a node", item.span);
    ItemText found = item_text(item, context);
    if (!found.lists.empty()) {
      context.report({.kind = &diagram_node_not_text,
                      .span = item.span,
                      .message = "a list inside a node has no place here",
                      .help = "only a `flow` branches; write the points behind each other in one line"});
    }
    nodes.push_back({.span = item.span, .label = std::move(found.text)});
  }
  return nodes;
}

std::vector<model::DiagramNode> nodes_of_rows(const syntax::Table& table, LoweringContext& context) {
  std::vector<model::DiagramNode> nodes;
  constexpr std::size_t wanted_columns = 2;
  if (table.alignments.size() != wanted_columns) {
    const Span place = table.header.empty() ? context.span() : table.header.front().span;
    report_shape(context, place, "this table has " + std::to_string(table.alignments.size()) + " columns, not two",
                 "two columns: `| 2014 | 網站上線 |`");
    return nodes;
  }
  for (const std::vector<syntax::Cell>& row : table.rows) {
    nodes.push_back(
        {.span = row[1].span, .label = context.inlines(row[1].content), .aside = context.inlines(row[0].content)});
  }
  return nodes;
}

std::optional<std::pair<text::Inlines, text::Inlines>> split_at_colon(const text::Inlines& inlines) {
  for (std::size_t at = 0; at < inlines.size(); ++at) {
    const auto* run = std::get_if<text::Run>(&inlines[at].content);
    if (run == nullptr) continue;
    const auto colon = colon_in(run->text);
    if (!colon) continue;
    const auto here = inlines.begin() + static_cast<std::ptrdiff_t>(at);
    text::Inlines before(inlines.begin(), here);
    push_run(before, without_spaces(std::string_view(run->text).substr(0, colon->first)), inlines[at].span);
    if (before.empty()) return std::nullopt;
    text::Inlines behind;
    std::string_view rest = std::string_view(run->text).substr(colon->second);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    push_run(behind, rest, inlines[at].span);
    behind.insert(behind.end(), here + 1, inlines.end());
    return std::pair(std::move(before), std::move(behind));
  }
  return std::nullopt;
}

void check_count(std::size_t count, const NodeCount& wanted, LoweringContext& context) {
  const std::string noun(wanted.noun);
  if (count < wanted.least) {
    context.report({.kind = &diagram_too_small,
                    .span = context.span(),
                    .message = "this has " + std::to_string(count) + " " + noun + (count == 1 ? "" : "s") +
                               ", and fewer than " + std::to_string(wanted.least) + " are no picture"});
  } else if (count > wanted.most) {
    context.report({.kind = &diagram_too_large,
                    .span = context.span(),
                    .message = "this has " + std::to_string(count) + " " + noun + "s, more than " +
                               std::to_string(wanted.most) + " can be taken in"});
  }
}

model::Parts finish_diagram(model::Diagram diagram, const DiagramBody& body, LoweringContext& context) {
  model::Parts parts;
  if (!diagram.nodes.empty()) {
    set_blanks(diagram, context);
    check_nodes(diagram, context);
    const Span title_span = context.values().has("title") ? context.values().span("title") : context.span();
    diagram.caption = text::plain_inlines(context.title(), title_span);
    diagram.reveal = context.values().flag("reveal");
    diagram.alternative = context.filled(context.values().text("alt"), context.values().span("alt"));
    if (diagram.alternative.empty()) diagram.alternative = told_in_words(diagram, context.words());
    parts.push_back({.span = context.span(), .content = std::move(diagram)});
  }
  std::ranges::move(context.lower(body.others), std::back_inserter(parts));
  return parts;
}

} // namespace comb::blocks
