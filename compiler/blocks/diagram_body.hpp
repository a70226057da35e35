// What the kinds of diagrams share: their fields, reading a list or table to nodes, and how they end up as a part.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/part.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb::blocks {

/// The fields of every diagram, `alt` and `blank`, and those of one kind behind them.
std::vector<schema::FieldSpec> diagram_fields(std::vector<schema::FieldSpec> own = {});
/// The diagnostics of every diagram, and those of one kind behind them.
std::vector<const DiagnosticKind*> diagram_diagnostics(std::vector<const DiagnosticKind*> own = {});

/// The body of a diagram: the list and the table that it is made from, and what stands beside them.
struct DiagramBody {
  const syntax::Node* list_node = nullptr;
  const syntax::Node* table_node = nullptr;
  syntax::Nodes others{};

  const syntax::List* list() const;
  const syntax::Table* table() const;
};
/// The first list and the first table of `directive`; all else is in `others`.
DiagramBody diagram_body(const syntax::Directive& directive);

/// Reports that the body has another shape than the kind at hand wants; `help` says what to type.
void report_shape(LoweringContext& context, Span span, std::string message, std::string help);

/// What an item of a list says: its first paragraph, its fields, and what stands below.
struct ItemText {
  text::Inlines text{};
  std::vector<const syntax::List*> lists{};
};
/// The text of `item`. An item without one, or with more than a line of text and lists, is reported.
ItemText item_text(const syntax::ListItem& item, LoweringContext& context);
/// One node an item, in order. Lists inside are reported: the kind has no use for them.
std::vector<model::DiagramNode> nodes_of_list(const syntax::List& list, LoweringContext& context);
/// One node a row of a table with two columns: `aside` from the first, the label from the second. A table with
/// another number of columns is reported and gives none.
std::vector<model::DiagramNode> nodes_of_rows(const syntax::Table& table, LoweringContext& context);

/// `inlines` cut at its first colon, `：`, `: ` or `:` before a wide character, the colon left out; none where no text
/// stands before a colon.
std::optional<std::pair<text::Inlines, text::Inlines>> split_at_colon(const text::Inlines& inlines);

/// How many nodes a kind takes.
struct NodeCount {
  std::size_t least = 2;
  std::size_t most = 12; ///< more are drawn, with a warning
  std::string_view noun; ///< what one is called: "step"
};
/// Reports too few and too many nodes. `count` is what there is.
void check_count(std::size_t count, const NodeCount& wanted, LoweringContext& context);

/// Gives `diagram` its caption, its blanks, `reveal` and its text alternative, and returns it as a part, followed by
/// what else stood in the body. A diagram without nodes gives no part: its kind has said why.
model::Parts finish_diagram(model::Diagram diagram, const DiagramBody& body, LoweringContext& context);

} // namespace comb::blocks
