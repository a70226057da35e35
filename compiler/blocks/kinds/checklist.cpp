// A checklist to tick.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind checklist_without_items{
    .name = "checklist-without-items",
    .severity = Severity::error,
    .help = "write a list: `- [ ] 工作服整潔`",
};

bool has_items(const model::Parts& parts) {
  for (const model::Part& part : parts) {
    if (std::holds_alternative<model::Checklist>(part.content) || std::holds_alternative<model::List>(part.content)) {
      return true;
    }
  }
  return false;
}

/// A list whose items are one line each, as items to tick: boxes are understood in a checklist.
void make_checklists(model::Parts& parts) {
  for (model::Part& part : parts) {
    const auto* list = std::get_if<model::List>(&part.content);
    if (list == nullptr) continue;
    model::Checklist checklist;
    for (const model::ListItem& item : list->items) {
      if (item.children.size() != 1) break;
      const auto* line = std::get_if<model::Prose>(&item.children.front().content);
      if (line == nullptr) break;
      checklist.items.push_back({.span = item.children.front().span, .text = line->content});
    }
    const bool is_whole = checklist.items.size() == list->items.size();
    if (is_whole) part.content = std::move(checklist);
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  if (!has_items(children)) {
    context.report(
        {.kind = &checklist_without_items, .span = context.span(), .message = "this checklist has nothing to tick"});
  }
  make_checklists(children);
  return boxed(context, {.icon = "check", .tone = model::Tone::moss, .keep_together = true}, std::move(children));
}

} // namespace

extern const BlockKind checklist_kind;
const BlockKind checklist_kind{
    .name = "checklist",
    .summary = "Things to tick off.",
    .help = "The body is a list; boxes `- [ ]` may be written or left out.\n",
    .example =
        "::: checklist Before the shop opens\n"
        "- [ ] name badge on\n"
        "- [ ] phone on silent\n"
        ":::\n",
    .labels = {{"en", "Checklist"}, {"zh-Hant", "檢核表"}, {"zh-Hans", "检查表"}},
    .diagnostics = {&checklist_without_items},
    .lower = lower,
};

} // namespace comb::blocks
