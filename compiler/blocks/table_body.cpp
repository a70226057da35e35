// Blocks that are one table.
#include "blocks/table_body.hpp"

#include "blocks/box.hpp"
#include "blocks/table_marks.hpp"
#include "blocks/table_options.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind table_without_table{
    .name = "table-without-table",
    .severity = Severity::error,
    .help = "write one Markdown table into the body",
};

} // namespace

std::vector<const DiagnosticKind*> table_diagnostics(std::vector<const DiagnosticKind*> own) {
  std::vector<const DiagnosticKind*> all = {&table_option_misfit, &table_without_table};
  std::ranges::copy(mark_diagnostics(), std::back_inserter(all));
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

model::Parts lower_table(const syntax::Directive& directive, model::TableLook look, LoweringContext& context) {
  syntax::Nodes others;
  const syntax::Node* found = nullptr;
  for (const syntax::Node& node : directive.children) {
    if (std::holds_alternative<syntax::Table>(node.content) && found == nullptr) {
      found = &node;
    } else {
      others.push_back(node);
    }
  }
  if (found == nullptr) {
    context.report(
        {.kind = &table_without_table, .span = context.span(), .message = "there is no table in this block"});
    return context.lower(others);
  }
  model::Table table = context.table(std::get<syntax::Table>(found->content));
  table.look = look;
  apply_table_options(table, context.values(), context);
  if (look != model::TableLook::plain) table.header_column = true;
  check_marks(table, context.values(), context);
  const Span title_span = context.values().has("title") ? context.values().span("title") : context.span();
  table.caption = text::plain_inlines(context.title(), title_span);
  // The table first, so that the block's id is the table's.
  model::Parts parts;
  parts.push_back({.span = found->span, .editions = model::everyone, .content = std::move(table)});
  std::ranges::move(context.lower(others), std::back_inserter(parts));
  come_one_by_one(parts, context.values());
  return parts;
}

} // namespace comb::blocks
