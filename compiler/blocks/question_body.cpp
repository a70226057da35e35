// Splitting a question's body. The answer part is the last list or table, or the `::answer` lines; all before it is
// the stem. In CommonMark a quote that is not indented ends a list, so options with quotes between them arrive as
// list, quote, list, quote: they are one answer part all the same.
#include "blocks/question_body.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <array>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind quote_after_options{
    .name = "quote-after-options",
    .severity = Severity::error,
    .help = "explain the key in `::: solution`; feedback on one option is quoted directly under it",
    .explain =
        "A quote directly under an option, without an empty line between, is feedback on that option. A quote "
        "further down could mean the last option or the whole question, so it must say which.\n\n"
        "    - [x] 背一整天肩不痠\n"
        "      > 說的是顧客得到的結果。\n\n"
        "    ::: solution\n    利益要落在顧客身上。\n    :::\n",
};
constexpr DiagnosticKind text_after_options{
    .name = "text-after-options",
    .severity = Severity::error,
    .help = "put it before the answer part, or into `::: solution`",
    .explain =
        "The answer part is the last list or table of a question. What stands behind it is neither stem nor "
        "option.\n",
};
constexpr std::array<const DiagnosticKind*, 2> kinds = {&quote_after_options, &text_after_options};

bool has_gap(const text::Inlines& inlines) {
  return std::ranges::any_of(inlines, [](const text::Inline& piece) {
    return std::visit(Overloaded{
                          [](const text::Blank&) { return true; },
                          [](const text::Emphasis& e) { return has_gap(e.children); },
                          [](const text::Strong& s) { return has_gap(s.children); },
                          [](const text::Strikethrough& s) { return has_gap(s.children); },
                          [](const text::Link& l) { return has_gap(l.children); },
                          [](const auto&) { return false; },
                      },
                      piece.content);
  });
}

bool node_has_gap(const syntax::Node& node);

bool any_has_gap(const syntax::Nodes& nodes) {
  return std::ranges::any_of(nodes, node_has_gap);
}

bool cells_have_gap(const syntax::Table& table) {
  const auto has = [](const syntax::Cell& cell) { return has_gap(cell.content); };
  return std::ranges::any_of(table.header, has) ||
         std::ranges::any_of(table.rows, [&](const auto& row) { return std::ranges::any_of(row, has); });
}

bool node_has_gap(const syntax::Node& node) {
  return std::visit(Overloaded{
                        [](const syntax::Heading& heading) { return has_gap(heading.content); },
                        [](const syntax::Paragraph& paragraph) { return has_gap(paragraph.content); },
                        [](const syntax::List& list) {
                          return std::ranges::any_of(
                              list.items, [](const syntax::ListItem& item) { return any_has_gap(item.children); });
                        },
                        [](const syntax::Table& table) { return cells_have_gap(table); },
                        [](const syntax::Quote& quote) { return any_has_gap(quote.children); },
                        [](const syntax::Directive& directive) { return any_has_gap(directive.children); },
                        [](const auto&) { return false; },
                    },
                    node.content);
}

const syntax::List* list_of(const syntax::Node& node) {
  return std::get_if<syntax::List>(&node.content);
}

bool is_quote(const syntax::Node& node) {
  return std::holds_alternative<syntax::Quote>(node.content);
}

bool is_task_list(const syntax::Node& node) {
  const syntax::List* list = list_of(node);
  return list != nullptr && std::ranges::any_of(list->items, [](const syntax::ListItem& item) {
           return item.box != syntax::TaskBox::none;
         });
}

bool is_list_or_table(const syntax::Node& node) {
  return list_of(node) != nullptr || std::holds_alternative<syntax::Table>(node.content);
}

/// The first of the nodes `[…, last]` that belong to the answer part whose last list is at `last`.
std::size_t first_of_answer_part(const std::vector<const syntax::Node*>& nodes, std::size_t last,
                                 const LoweringContext& context) {
  std::size_t first = last;
  while (is_task_list(*nodes[first]) && first >= 2 && is_quote(*nodes[first - 1]) && is_task_list(*nodes[first - 2]) &&
         !context.follows_empty_line(nodes[first - 1]->span)) {
    first -= 2;
  }
  return first;
}

/// Adds the items of `list`; quotes among an item's blocks are its feedback.
void add_options(const syntax::List& list, QuestionBody& body) {
  for (const syntax::ListItem& item : list.items) {
    WrittenOption option{.item = &item, .feedback = {}};
    for (const syntax::Node& child : item.children) {
      if (is_quote(child)) option.feedback.push_back(&child);
    }
    body.options.push_back(std::move(option));
  }
}

/// Sorts what may stand anywhere in the body; true where `node` was such a thing.
bool take_directive(const syntax::Node& node, QuestionBody& body, const LoweringContext& context) {
  const auto* directive = std::get_if<syntax::Directive>(&node.content);
  if (directive == nullptr) return false;
  const std::string name = kind_name(*directive, context);
  if (name == "solution") {
    body.solutions.push_back(&node);
  } else if (name == "answer") {
    body.answers.push_back(&node);
  } else if (name == "rubric") {
    body.rubrics.push_back(&node);
  } else if (name == "hotspot" && body.hotspot == nullptr) {
    body.hotspot = &node;
  } else {
    return false;
  }
  return true;
}

void report_trailing(const syntax::Node& node, LoweringContext& context) {
  if (is_quote(node)) {
    context.report({.kind = &quote_after_options,
                    .span = node.span,
                    .message = "this quote stands after the options, with an empty line between"});
    return;
  }
  context.report({.kind = &text_after_options, .span = node.span, .message = "this stands behind the answer part"});
}

/// Takes the answer part off the end of `nodes`.
void take_answer_part(std::vector<const syntax::Node*>& nodes, QuestionBody& body, LoweringContext& context) {
  const auto found =
      std::find_if(nodes.rbegin(), nodes.rend(), [](const syntax::Node* node) { return is_list_or_table(*node); });
  if (found == nodes.rend()) return;
  const auto last = static_cast<std::size_t>(nodes.rend() - found) - 1;
  const std::size_t first = first_of_answer_part(nodes, last, context);
  if (std::holds_alternative<syntax::Table>(nodes[last]->content)) {
    body.table = nodes[last];
  } else {
    body.list = nodes[last];
    body.is_ordered = list_of(*nodes[last])->ordered;
  }
  for (std::size_t at = first; at < nodes.size(); ++at) {
    const syntax::Node& node = *nodes[at];
    if (at <= last && list_of(node) != nullptr) {
      add_options(*list_of(node), body);
    } else if (is_quote(node) && !body.options.empty() && !context.follows_empty_line(node.span)) {
      body.options.back().feedback.push_back(&node);
    } else if (at > last && !std::holds_alternative<syntax::Directive>(node.content)) {
      report_trailing(node, context);
    } else if (at > last) {
      body.stem.push_back(&node); // a trainer's note or a table block
    }
  }
  std::vector<const syntax::Node*> before(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(first));
  before.insert(before.end(), body.stem.begin(), body.stem.end());
  nodes = std::move(before);
  body.stem.clear();
}

} // namespace

std::span<const DiagnosticKind* const> question_body_diagnostics() {
  return kinds;
}

std::string kind_name(const syntax::Directive& directive, const LoweringContext& context) {
  if (find_kind(directive.name) != nullptr) return directive.name;
  const auto& aliases = context.words().aliases;
  const auto alias = std::ranges::find(aliases, directive.name, &words::DirectiveAlias::alias);
  return alias == aliases.end() ? directive.name : std::string(alias->name);
}

bool has_gaps(const std::vector<const syntax::Node*>& nodes) {
  return std::ranges::any_of(nodes, [](const syntax::Node* node) { return node_has_gap(*node); });
}

QuestionBody split_question(const syntax::Directive& directive, bool takes_answer_part, LoweringContext& context) {
  QuestionBody body;
  std::vector<const syntax::Node*> nodes;
  for (const syntax::Node& node : directive.children) {
    if (!take_directive(node, body, context)) nodes.push_back(&node);
  }
  body.has_gaps = has_gaps(nodes);
  if (takes_answer_part && body.answers.empty()) take_answer_part(nodes, body, context);
  body.stem = std::move(nodes);
  return body;
}

} // namespace comb::blocks
