// A node of a scenario: what is going on, and the choices that lead on from it.
#include "blocks/box.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind node_without_choices{
    .name = "node-without-choices",
    .severity = Severity::error,
    .help = "end it with a list of choices, `- 上前招呼 {to=n2}`, or make it an end with `end=good` or `end=poor`",
    .explain =
        "A node is either a place to decide or an end. One that is neither would leave learners standing in the "
        "middle of the story.\n",
};
constexpr DiagnosticKind end_with_choices{
    .name = "end-with-choices",
    .severity = Severity::error,
    .help = "take its choices away, or `end=`",
};
constexpr DiagnosticKind choice_without_target{
    .name = "choice-without-target",
    .severity = Severity::error,
    .help = "say which node it leads to, by its id: `{to=n2}`",
    .explain =
        "Each choice leads to a node of the same scenario.\n\n"
        "    - 上前招呼 {to=n2}\n"
        "      > 顧客點點頭，往裡走。\n",
};
constexpr DiagnosticKind choice_without_feedback{
    .name = "choice-without-feedback",
    .severity = Severity::warning,
    .help = "quote what happens directly under it: `> 顧客點點頭，往裡走。`",
    .explain =
        "Learners go on at once when they have chosen. What their choice led to is what they learn from, so it is "
        "said before the next node comes.\n",
};
constexpr DiagnosticKind choice_not_text{
    .name = "choice-not-text",
    .severity = Severity::error,
    .help = "a choice is one line of text; its consequence is quoted directly under it",
};
constexpr DiagnosticKind text_after_choices{
    .name = "text-after-choices",
    .severity = Severity::error,
    .help = "put it before the choices; what one choice leads to is quoted directly under it, without an empty line",
};

std::span<const schema::FieldSpec> choice_fields() {
  static const std::vector<schema::FieldSpec> fields = {{.name = "to", .help = "id of the node that it leads to"}};
  return fields;
}

/// What is going on, and the lists of choices, with quotes that stand directly under them.
struct NodeBody {
  syntax::Nodes text{};
  struct WrittenChoice {
    const syntax::ListItem* item = nullptr;
    std::vector<const syntax::Quote*> feedback{};
  };
  std::vector<WrittenChoice> choices{};
};

bool leads_on(const syntax::ListItem& item) {
  return std::ranges::any_of(item.fields.values, [](const schema::RawValue& value) { return value.name == "to"; });
}

/// Whether `node` is a list of choices: one of its items leads on.
bool has_choices(const syntax::Node& node) {
  const auto* list = std::get_if<syntax::List>(&node.content);
  return list != nullptr && std::ranges::any_of(list->items, leads_on);
}

/// The lists of choices among `nodes`; where none leads on and choices are due, the last list.
std::vector<bool> choice_lists(const syntax::Nodes& nodes, bool are_due) {
  std::vector<bool> found;
  for (const syntax::Node& node : nodes) found.push_back(has_choices(node));
  if (!are_due || std::ranges::find(found, true) != found.end()) return found;
  for (std::size_t at = nodes.size(); at-- > 0;) {
    if (!std::holds_alternative<syntax::List>(nodes[at].content)) continue;
    found[at] = true;
    break;
  }
  return found;
}

void add_choices(const syntax::List& list, NodeBody& body) {
  for (const syntax::ListItem& item : list.items) {
    NodeBody::WrittenChoice choice{.item = &item};
    for (const syntax::Node& child : item.children) {
      if (const auto* quote = std::get_if<syntax::Quote>(&child.content)) choice.feedback.push_back(quote);
    }
    body.choices.push_back(std::move(choice));
  }
}

/// A quote that is not indented ends a list in CommonMark, so choices with quotes between them arrive as list, quote,
/// list: they are the same choices all the same.
NodeBody split_node(const syntax::Directive& directive, bool choices_are_due, LoweringContext& context) {
  NodeBody body;
  const std::vector<bool> is_choices = choice_lists(directive.children, choices_are_due);
  for (std::size_t at = 0; at < directive.children.size(); ++at) {
    const syntax::Node& node = directive.children[at];
    const auto* quote = std::get_if<syntax::Quote>(&node.content);
    if (is_choices[at]) {
      add_choices(std::get<syntax::List>(node.content), body);
    } else if (quote != nullptr && !body.choices.empty() && !context.follows_empty_line(node.span)) {
      body.choices.back().feedback.push_back(quote);
    } else if (body.choices.empty() || std::holds_alternative<syntax::Directive>(node.content)) {
      body.text.push_back(node); // a trainer's note may stand behind the choices, too
    } else {
      context.report({.kind = &text_after_choices, .span = node.span, .message = "this stands behind the choices"});
    }
  }
  return body;
}

text::Inlines choice_text(const NodeBody::WrittenChoice& written, LoweringContext& context) {
  text::Inlines words;
  for (const syntax::Node& child : written.item->children) {
    const auto* paragraph = std::get_if<syntax::Paragraph>(&child.content);
    if (paragraph != nullptr && words.empty()) {
      words = context.inlines(paragraph->content);
    } else if (!std::holds_alternative<syntax::Quote>(child.content)) {
      context.report(
          {.kind = &choice_not_text, .span = child.span, .message = "a choice holds more than a line of text"});
    }
  }
  if (words.empty()) {
    context.report({.kind = &choice_not_text, .span = written.item->span, .message = "this choice has no text"});
  }
  return words;
}

model::Choice read_choice(const NodeBody::WrittenChoice& written, LoweringContext& context) {
  const syntax::ListItem& item = *written.item;
  const schema::Values values = context.check_fields(item.fields, choice_fields(), "a choice", item.span);
  model::Choice choice{.span = values.has("to") ? values.span("to") : item.span,
                       .text = choice_text(written, context),
                       .to = values.text("to")};
  for (const syntax::Quote* quote : written.feedback) {
    std::ranges::move(context.lower(quote->children), std::back_inserter(choice.feedback));
  }
  if (choice.to.empty()) {
    context.report({.kind = &choice_without_target, .span = item.span, .message = "this choice leads nowhere"});
  }
  if (choice.feedback.empty()) {
    context.report({.kind = &choice_without_feedback,
                    .span = item.span,
                    .message = "nothing says what `" + text::plain_text(choice.text) + "` leads to"});
  }
  return choice;
}

model::Ending ending_named(const std::string& name) {
  if (name == "good") return model::Ending::good;
  return name == "poor" ? model::Ending::poor : model::Ending::none;
}

/// A branching of this one node, which the scenario takes up; its span is that of the node's id.
model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const schema::Values& values = context.values();
  const Span title_span = values.has("title") ? values.span("title") : context.span();
  model::ScenarioNode node{.span = context.span(),
                           .id = context.id(),
                           .title = text::plain_inlines(context.title(), title_span),
                           .ending = ending_named(values.text("end"))};
  const bool is_end = values.has("end");
  const NodeBody body = split_node(directive, !is_end, context);
  node.body = context.lower(body.text);
  for (const NodeBody::WrittenChoice& written : body.choices) node.choices.push_back(read_choice(written, context));
  if (!is_end && node.choices.empty()) {
    context.report({.kind = &node_without_choices,
                    .span = context.span(),
                    .message = "this node has no choices, but it is no end"});
  }
  if (is_end && !node.choices.empty()) {
    context.report({.kind = &end_with_choices, .span = values.span("end"), .message = "this end has choices"});
    node.choices.clear();
  }
  const Span id_span = values.has("id") ? values.span("id") : context.span();
  model::Branching alone;
  alone.nodes.push_back(std::move(node));
  model::Parts parts;
  parts.push_back({.span = id_span, .editions = model::everyone, .content = std::move(alone)});
  return parts;
}

} // namespace

extern const BlockKind node_kind;
const BlockKind node_kind{
    .name = "node",
    .summary = "A place in a scenario where learners decide, or an end of it.",
    .help =
        "The body says what is going on and ends with a list of choices. `{to=n2}` names the node that a choice leads "
        "to; a quote directly under a choice is its consequence, which learners read when they have chosen. An end "
        "has `end=good` or `end=poor` and no choices. The first node is where the scenario starts.\n\n"
        "The id of a node counts inside its scenario only, so every scenario may have its `n1`.\n",
    .example =
        ":::: scenario The phone shop {#shop}\n"
        "::: node The door {#n1}\n"
        "A customer stops at the first table.\n\n"
        "- Say hello and step back {to=n2}\n"
        "  > She nods and looks around.\n"
        "- Ask what she needs {to=n3}\n"
        "  > She says that she is just looking.\n"
        ":::\n\n"
        "::: node A question {#n2 end=good}\n"
        "After a minute she asks you for advice.\n"
        ":::\n\n"
        "::: node The street {#n3 end=poor}\n"
        "She leaves.\n"
        ":::\n"
        "::::\n",
    .parents = {"scenario"},
    .fields = {{.name = "title", .help = "what the node is called"},
               {.name = "end",
                .type = schema::FieldType::choice,
                .help = "the scenario ends here, well or poorly",
                .choices = {"good", "poor"}}},
    .labels = {{"en", "Node"}, {"zh-Hant", "節點"}, {"zh-Hans", "节点"}, {"ja", "場面"}},
    .defines_own_id = true,
    .is_layout = true,
    .diagnostics = {&choice_not_text, &choice_without_feedback, &choice_without_target, &end_with_choices,
                    &node_without_choices, &text_after_choices},
    .lower = lower,
};

} // namespace comb::blocks
