// A flow: steps in order, branches, lanes, arrows back.
#include "blocks/diagram_body.hpp"
#include "diagnostics/suggest.hpp"
#include "model/labels.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind flow_target_unknown{
    .name = "flow-target-unknown",
    .severity = Severity::error,
    .help = "name the step that the arrow leads to: `1. 提問 {#ask}`, and lead to it: `- 否：再問一次 {to=ask}`",
};
constexpr DiagnosticKind flow_id_repeated{
    .name = "flow-id-repeated",
    .severity = Severity::error,
    .help = "give each step of a flow a name of its own",
};

std::span<const schema::FieldSpec> step_fields() {
  static const std::vector<schema::FieldSpec> fields = {
      {.name = "id", .type = schema::FieldType::id, .help = "a name for arrows that lead to it"},
      {.name = "to", .type = schema::FieldType::id, .help = "an arrow leads to the step with this name"},
  };
  return fields;
}

/// Reads the steps of one flow; names are its own.
class FlowReader {
 public:
  explicit FlowReader(LoweringContext& context) : context_(context) {}

  std::vector<model::DiagramNode> steps(const syntax::List& list) {
    std::vector<model::DiagramNode> nodes;
    for (const syntax::ListItem& item : list.items) {
      ItemText found;
      model::DiagramNode node = step(item, found);
      for (const syntax::List* branches : found.lists) add_branches(*branches, node);
      nodes.push_back(std::move(node));
    }
    return nodes;
  }

  /// Reports arrows to steps that there are not. Call it when all are read.
  void check_targets() {
    std::vector<std::string_view> known;
    for (const auto& [name, span] : names_) known.push_back(name);
    for (const auto& [target, span] : targets_) {
      if (std::ranges::find(known, target) != known.end()) continue;
      Diagnostic found{
          .kind = &flow_target_unknown, .span = span, .message = "no step of this flow is called `" + target + "`"};
      if (const auto near = nearest_name(target, known)) found.help = "did you mean `" + *near + "`?";
      context_.report(std::move(found));
    }
  }

 private:
  model::DiagramNode step(const syntax::ListItem& item, ItemText& found) {
    const schema::Values values = context_.check_fields(item.fields, step_fields(), "a step", item.span);
    found = item_text(item, context_);
    model::DiagramNode node{.span = item.span, .label = found.text, .id = values.text("id"), .to = values.text("to")};
    if (values.has("to")) targets_.emplace_back(node.to, values.span("to"));
    if (values.has("id")) take_name(node.id, values.span("id"));
    return node;
  }

  void take_name(const std::string& name, Span span) {
    const auto before = std::ranges::find(names_, name, &std::pair<std::string, Span>::first);
    if (before == names_.end()) {
      names_.emplace_back(name, span);
      return;
    }
    context_.report({.kind = &flow_id_repeated,
                     .span = span,
                     .message = "two steps of this flow are called `" + name + "`",
                     .notes = {{.span = before->second, .message = "the first is here"}}});
  }

  /// A list inside a branch: numbered, it goes on; with dots, it branches again.
  void add_branches(const syntax::List& list, model::DiagramNode& node) {
    for (const syntax::ListItem& item : list.items) {
      ItemText found;
      model::DiagramNode branch = step(item, found);
      if (auto parts = split_at_colon(branch.label)) {
        branch.aside = std::move(parts->first);
        branch.label = std::move(parts->second);
      }
      for (const syntax::List* inner : found.lists) {
        if (inner->ordered) {
          std::vector<model::DiagramNode> next = steps(*inner);
          std::ranges::move(next, std::back_inserter(branch.next));
        } else {
          add_branches(*inner, branch);
        }
      }
      node.children.push_back(std::move(branch));
    }
  }

  LoweringContext& context_;
  std::vector<std::pair<std::string, Span>> names_;
  std::vector<std::pair<std::string, Span>> targets_;
};

/// The filled cells of a table, row by row; the header names the lanes.
void read_lanes(const syntax::Table& table, model::Diagram& diagram, LoweringContext& context) {
  for (const syntax::Cell& head : table.header) diagram.heads.push_back(context.inlines(head.content));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t lane = 0; lane < table.rows[row].size(); ++lane) {
      const syntax::Cell& cell = table.rows[row][lane];
      text::Inlines label = context.inlines(cell.content);
      if (text::plain_text(label).empty()) continue;
      diagram.nodes.push_back(
          {.span = cell.span, .label = std::move(label), .lane = static_cast<int>(lane), .row = static_cast<int>(row)});
    }
  }
  for (const syntax::Cell& head : table.header) {
    if (!text::plain_text(head.content).empty()) continue;
    report_shape(context, head.span, "this lane has no name", "the header row names the lanes: `| 業務 | 工程 |`");
  }
}

void read_steps(const DiagramBody& body, model::Diagram& diagram, LoweringContext& context) {
  if (body.list() != nullptr && body.table() != nullptr) {
    report_shape(context, body.table_node->span, "a flow is a list or a table, not both",
                 "steps as a numbered list, or lanes as a table");
  } else if (body.table() != nullptr) {
    read_lanes(*body.table(), diagram, context);
  } else if (body.list() == nullptr || !body.list()->ordered) {
    report_shape(context, body.list() == nullptr ? context.span() : body.list_node->span,
                 "a flow is a numbered list of its steps, or a table of lanes", "number the steps: `1. 打招呼`");
  } else {
    FlowReader reader(context);
    diagram.nodes = reader.steps(*body.list());
    reader.check_targets();
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const DiagramBody body = diagram_body(directive);
  model::Diagram diagram{.sort = model::DiagramSort::flow};
  read_steps(body, diagram, context);
  diagram.loop = context.values().flag("loop");
  std::size_t count = 0;
  model::for_each_diagram_node(diagram, [&](const model::DiagramNode&) { ++count; });
  if (count > 0) check_count(count, {.least = 2, .noun = "step"}, context);
  return finish_diagram(std::move(diagram), body, context);
}

} // namespace

extern const BlockKind flow_kind;
const BlockKind flow_kind{
    .name = "flow",
    .summary = "Steps in order, with branches, lanes and arrows back.",
    .help =
        "The body is a numbered list. A list under a step holds the branches that leave it: `- 有興趣：示範` has "
        "`有興趣` on its arrow. A numbered list under a branch goes on from it. The steps behind the branching one are "
        "where branches meet again. `{#ask}` names a step, `{to=ask}` leads back to it, and then that branch does not "
        "join; the flag `loop` leads from the last step to the first.\n\n"
        "Lanes: the body is a table, the header names the lanes, and cells of a row stand side by side.\n\n"
        "`blank=\"2,4\"` empties nodes in the workbook, counted in reading order; `reveal` brings them one by one.\n",
    .example =
        "::: flow The first minute\n"
        "1. Greet within ten seconds\n"
        "2. Ask one question {#ask}\n"
        "   - answers: listen\n"
        "     1. say it again in your words\n"
        "   - just looking: leave room {to=ask}\n"
        "3. Show one thing\n"
        ":::\n",
    .fields = diagram_fields(
        {{.name = "loop", .type = schema::FieldType::flag, .help = "an arrow leads from the last step to the first"}}),
    .labels = {{"en", "Flow"}, {"zh-Hant", "流程圖"}, {"zh-Hans", "流程图"}, {"ja", "流れ図"}},
    .diagnostics = diagram_diagnostics({&flow_id_repeated, &flow_target_unknown}),
    .lower = lower,
};

} // namespace comb::blocks
