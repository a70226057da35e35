// A scenario: a story that goes on as learners choose, to a good or a poor end.
#include "blocks/box.hpp"
#include "blocks/scenario_graph.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind scenario_without_nodes{
    .name = "scenario-without-nodes",
    .severity = Severity::error,
    .help = "put `::: node` blocks into it, the one where it starts first",
};
constexpr DiagnosticKind choice_target_unknown{
    .name = "choice-target-unknown",
    .severity = Severity::error,
    .help = "write the id of a node of this scenario",
};
constexpr DiagnosticKind node_doubled{
    .name = "node-doubled",
    .severity = Severity::error,
    .help = "give one of them another id",
};
constexpr DiagnosticKind node_unreached{
    .name = "node-unreached",
    .severity = Severity::error,
    .help = "lead a choice to it with `{to=…}`, or take it out",
    .explain = "No choice that learners can come to leads to this node, so nobody would ever see it.\n",
};
constexpr DiagnosticKind scenario_trap{
    .name = "scenario-trap",
    .severity = Severity::error,
    .help = "lead one of its choices, or of those behind it, to an end",
    .explain = "Whoever comes to this node can choose for ever and never reaches an end.\n",
};
constexpr DiagnosticKind scenario_without_good_end{
    .name = "scenario-without-good-end",
    .severity = Severity::error,
    .help = "add a node with `end=good`",
    .explain = "A scenario that can only be lost teaches that choosing well makes no difference.\n",
};
constexpr DiagnosticKind scenario_without_poor_end{
    .name = "scenario-without-poor-end",
    .severity = Severity::error,
    .help = "add a node with `end=poor`",
    .explain = "Where nothing can go wrong, nothing is decided. A poor end is the place to learn from.\n",
};
constexpr DiagnosticKind node_for_some{
    .name = "node-for-some",
    .severity = Severity::error,
    .help = "leave `audience`, `slide`, `handbook` and `only` to the scenario as a whole",
    .explain =
        "Choices lead from node to node in every edition. A node that an edition leaves out would be a hole in the "
        "story.\n",
};

/// The scenario's story, taken from among `parts`, which keep a place for it; the spans of its nodes' ids.
struct Story {
  model::Branching branching{};
  std::vector<Span> id_spans{};
  std::optional<model::EditionSet> editions{};
};

void take_nodes(model::Parts& parts, Story& story, LoweringContext& context) {
  for (model::Part& part : parts) {
    if (auto* group = std::get_if<model::Box>(&part.content)) {
      if (group->frame == model::BoxFrame::group) take_nodes(group->children, story, context); // `only when=`
      continue;
    }
    auto* alone = std::get_if<model::Branching>(&part.content);
    if (alone == nullptr) continue;
    // A node with a trainer's note is in the short guide as well, whether the others are or not.
    constexpr model::EditionSet by_notes = {model::EditionKind::guide_brief};
    if (!story.editions) story.editions = part.editions;
    if (story.editions->without(by_notes) != part.editions.without(by_notes)) {
      context.report({.kind = &node_for_some,
                      .span = alone->nodes.front().span,
                      .message = "this node is not for the same editions as the nodes before it"});
    }
    story.editions = *story.editions | (part.editions & by_notes);
    for (model::ScenarioNode& node : alone->nodes) {
      for (model::Part& said : node.body) {
        if (said.lang.empty()) said.lang = part.lang;
      }
      node.number = std::to_string(story.branching.nodes.size() + 1);
      story.branching.nodes.push_back(std::move(node));
      story.id_spans.push_back(part.span);
    }
    alone->nodes.clear();
  }
}

void drop_emptied(model::Parts& parts) {
  std::erase_if(parts, [](const model::Part& part) {
    const auto* branching = std::get_if<model::Branching>(&part.content);
    return branching != nullptr && branching->nodes.empty();
  });
  for (model::Part& part : parts) {
    auto* group = std::get_if<model::Box>(&part.content);
    if (group != nullptr && group->frame == model::BoxFrame::group) drop_emptied(group->children);
  }
}

bool holds_node(const model::Part& part) {
  if (std::holds_alternative<model::Branching>(part.content)) return true;
  const auto* box = std::get_if<model::Box>(&part.content);
  return box != nullptr && box->frame == model::BoxFrame::group && std::ranges::any_of(box->children, holds_node);
}

// Rules

std::string name_of_node(const model::ScenarioNode& node) {
  const std::string title = text::plain_text(node.title);
  return "`" + (title.empty() ? node.id : title) + "`";
}

void check_ids(const Story& story, LoweringContext& context) {
  const auto& nodes = story.branching.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::size_t first = *node_index(story.branching, nodes[i].id);
    if (first == i) continue;
    context.report({.kind = &node_doubled,
                    .span = story.id_spans[i],
                    .message = "this scenario has a node `" + nodes[i].id + "` already",
                    .notes = {{.span = story.id_spans[first], .message = "the first is here"}}});
  }
}

void check_targets(const model::Branching& branching, LoweringContext& context) {
  std::vector<std::string_view> ids;
  for (const model::ScenarioNode& node : branching.nodes) ids.push_back(node.id);
  for (const model::ScenarioNode& node : branching.nodes) {
    for (const model::Choice& choice : node.choices) {
      if (choice.to.empty() || node_index(branching, choice.to)) continue;
      Diagnostic found{.kind = &choice_target_unknown,
                       .span = choice.span,
                       .message = "no node of this scenario is called `" + choice.to + "`"};
      if (const auto nearest = nearest_name(choice.to, ids)) {
        found.help = "did you mean `" + *nearest + "`?";
        found.fixes.push_back({.span = choice.span, .replacement = *nearest});
      }
      context.report(std::move(found));
    }
  }
}

void check_ends(const model::Branching& branching, LoweringContext& context) {
  const auto has = [&](model::Ending ending) {
    return std::ranges::find(branching.nodes, ending, &model::ScenarioNode::ending) != branching.nodes.end();
  };
  if (!has(model::Ending::good)) {
    context.report(
        {.kind = &scenario_without_good_end, .span = context.span(), .message = "this scenario has no good end"});
  }
  if (!has(model::Ending::poor)) {
    context.report(
        {.kind = &scenario_without_poor_end, .span = context.span(), .message = "this scenario has no poor end"});
  }
}

void check_ways(const model::Branching& branching, const ScenarioWays& ways, LoweringContext& context) {
  const bool has_end = std::ranges::any_of(
      branching.nodes, [](const model::ScenarioNode& node) { return node.ending != model::Ending::none; });
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    const model::ScenarioNode& node = branching.nodes[i];
    if (node_index(branching, node.id) != i) continue; // a double is reported already
    if (!ways.is_reached[i]) {
      context.report(
          {.kind = &node_unreached, .span = node.span, .message = "no choice leads to " + name_of_node(node)});
    } else if (has_end && !ways.can_end[i]) {
      context.report({.kind = &scenario_trap,
                      .span = node.span,
                      .message = "from " + name_of_node(node) + " no end can be reached"});
    }
  }
}

// The bank

/// What of a node's body a quiz system can show.
bool is_plain_part(const model::Part& part) {
  return std::holds_alternative<model::Prose>(part.content) || std::holds_alternative<model::List>(part.content) ||
         std::holds_alternative<model::Table>(part.content) || std::holds_alternative<model::Quote>(part.content) ||
         std::holds_alternative<model::Figure>(part.content) || std::holds_alternative<model::Diagram>(part.content) ||
         std::holds_alternative<model::Dialogue>(part.content) || std::holds_alternative<model::Code>(part.content);
}

std::string question_title(const model::ScenarioNode& node, LoweringContext& context) {
  const std::string title = text::plain_text(node.title);
  const std::string place = title.empty() ? words::fill(context.words().node, node.number) : title;
  return context.title().empty() ? place : context.title() + std::string(context.words().colon) + place;
}

/// 「沉默的顧客：進門」 in strong letters, then what is going on; before the first node also what the scenario says.
model::Parts question_stem(const model::ScenarioNode& node, const model::Parts& opening, LoweringContext& context) {
  model::Parts stem;
  const Span span = node.span;
  text::Inlines title = {{span, text::Strong{text::plain_inlines(question_title(node, context), span)}}};
  stem.push_back({.span = span, .editions = model::everyone, .content = model::Prose{.content = std::move(title)}});
  for (const model::Parts* parts : {&opening, &node.body}) {
    for (const model::Part& part : *parts) {
      if (!is_plain_part(part)) continue;
      stem.push_back(part);
      stem.back().id.clear(); // it is defined where the scenario stands
    }
  }
  return stem;
}

/// The consequence; where the author wrote none, the name of the node that comes next.
model::Parts option_feedback(const model::Choice& choice, const model::Branching& branching) {
  if (!choice.feedback.empty()) return choice.feedback;
  model::Parts feedback;
  const model::ScenarioNode& target = branching.nodes[*node_index(branching, choice.to)];
  feedback.push_back({.span = target.span, .editions = model::everyone, .content = model::Prose{target.title}});
  return feedback;
}

Span span_of(const model::Choice& choice) {
  if (choice.text.empty()) return choice.span;
  const Span first = choice.text.front().span;
  return {first.file, first.begin, choice.text.back().span.end};
}

/// One question: which of the choices leads the shortest way to a good end.
model::Question make_question(const model::Branching& branching, std::size_t index, const std::vector<bool>& best,
                              LoweringContext& context) {
  constexpr double full_weight = 100;
  const model::ScenarioNode& node = branching.nodes[index];
  const auto keys = static_cast<double>(std::ranges::count(best, true));
  const auto distractors = static_cast<double>(best.size()) - keys;
  const bool is_single = keys == 1;
  model::Question question{.span = node.span,
                           .id = branching.id + "-" + node.id,
                           .type = is_single ? model::QuestionType::single : model::QuestionType::multiple,
                           .title = question_title(node, context)};
  model::QuestionKey key;
  model::Choices choices;
  for (std::size_t i = 0; i < best.size(); ++i) {
    choices.options.push_back({.span = span_of(node.choices[i]), .text = node.choices[i].text});
    key.is_key.push_back(best[i]);
    key.weights.push_back(best[i] ? full_weight / keys : is_single ? 0 : -full_weight / distractors);
    key.feedback.push_back(option_feedback(node.choices[i], branching));
  }
  question.form = std::move(choices);
  question.key = std::move(key);
  question.objectives = context.values().list("objective");
  question.bloom = model::bloom_named(context.values().text("bloom"));
  question.tags = context.values().list("tags");
  // Each node is met once in the story; in an exam it would stand alone.
  question.purpose = model::QuestionPurpose::practice;
  question.lesson = context.lesson_id();
  question.stimulus = branching.id;
  question.source = context.values().text("source");
  question.licence = context.values().text("licence");
  return question;
}

/// A question for each node at which one can choose well or not.
void add_questions(const model::Branching& branching, const ScenarioWays& ways, const model::Parts& opening,
                   LoweringContext& context) {
  for (std::size_t i = 0; i < branching.nodes.size(); ++i) {
    const std::vector<bool> best = best_choices(branching, ways, i);
    const bool has_key = std::ranges::find(best, true) != best.end();
    const bool has_distractor = std::ranges::find(best, false) != best.end();
    if (!has_key || !has_distractor) continue;
    model::Question question = make_question(branching, i, best, context);
    question.stem = question_stem(branching.nodes[i], i == 0 ? opening : model::Parts(), context);
    context.define({.span = branching.nodes[i].span, .id = question.id, .what = "question", .title = question.title});
    context.add_question(std::move(question));
  }
}

bool resolves(const model::Branching& branching) {
  return std::ranges::all_of(branching.nodes, [&](const model::ScenarioNode& node) {
    return std::ranges::all_of(
        node.choices, [&](const model::Choice& choice) { return node_index(branching, choice.to).has_value(); });
  });
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  const auto first = std::ranges::find_if(children, holds_node);
  const auto place = first - children.begin();
  const model::Parts opening(children.begin(), first);
  Story story{.branching = {.id = context.id()}};
  take_nodes(children, story, context);
  drop_emptied(children);
  if (story.branching.nodes.empty()) {
    context.report({.kind = &scenario_without_nodes, .span = context.span(), .message = "this scenario has no nodes"});
  } else {
    check_ids(story, context);
    check_targets(story.branching, context);
    check_ends(story.branching, context);
    const ScenarioWays ways = find_ways(story.branching);
    check_ways(story.branching, ways, context);
    context.info().facts["scenario"] = story.branching.id;
    story.branching.best_path = best_path(story.branching, ways);
    if (resolves(story.branching)) add_questions(story.branching, ways, opening, context);
    model::Part told{.span = story.branching.nodes.front().span, .editions = *story.editions};
    told.content = std::move(story.branching);
    children.insert(children.begin() + place, std::move(told));
  }
  return boxed(context, {.icon = "rotate", .tone = model::Tone::teal, .own_slide = true}, std::move(children));
}

} // namespace

extern const BlockKind scenario_kind;
const BlockKind scenario_kind{
    .name = "scenario",
    .summary = "A story that goes on as learners choose, to a good or a poor end.",
    .help =
        "The body opens with the situation; then come `::: node` blocks, the one where it starts first. Each ends "
        "with choices that lead to other nodes (`{to=n2}`), or is an end (`end=good`, `end=poor`). There must be a "
        "good and a poor end, every node must be reached, and from every node an end.\n\n"
        "On slides each node is a slide, and its choices are buttons: a click or a digit key shows the consequence, "
        "`→` then goes on to the next node. The workbook has numbered sections and page numbers to go on to; a "
        "consequence stands where its choice leads to. Trainers get the whole map and the best path, which is the "
        "shortest way to a good end.\n\n"
        "In the quiz bank each node with a better and a worse choice is a question, `shop-n1` for node `n1` of "
        "scenario `shop`; its key is the choice on a shortest way to a good end (`multiple` where several are), its "
        "feedback are the consequences. These questions are for practice: no exam draws them.\n",
    .example =
        ":::: scenario The silent customer {#silent-customer tags=greeting}\n"
        "It is a quiet afternoon in the phone shop.\n\n"
        "::: node The door {#n1}\n"
        "A customer stops at the first table.\n\n"
        "- Say hello, then step back {to=n2}\n"
        "  > She nods and looks around.\n"
        "- Ask at once what she needs {to=n4}\n"
        "  > She says that she is just looking.\n"
        ":::\n\n"
        "::: node The table {#n2}\n"
        "She takes up a phone for the third time.\n\n"
        "- Ask who the phone is for {to=n3}\n"
        "  > “For my mother”, she says.\n"
        "- Tell her about this week's offer {to=n4}\n"
        "  > She puts the phone back.\n"
        ":::\n\n"
        "::: node A talk begins {#n3 end=good}\n"
        "You both sit down.\n"
        ":::\n\n"
        "::: node The street {#n4 end=poor}\n"
        "She thanks you and leaves.\n"
        ":::\n"
        "::::\n",
    .fields = {{.name = "bloom",
                .type = schema::FieldType::choice,
                .help = "level of its questions in the bank",
                .choices = {"remember", "understand", "apply", "analyse", "evaluate", "create"}},
               {.name = "tags", .type = schema::FieldType::words, .help = "words to find its questions by"}},
    .labels = {{"en", "Scenario"}, {"zh-Hant", "情境演練"}, {"zh-Hans", "情境演练"}, {"ja", "シナリオ"}},
    .diagnostics = {&choice_target_unknown, &node_doubled, &node_for_some, &node_unreached, &scenario_trap,
                    &scenario_without_good_end, &scenario_without_nodes, &scenario_without_poor_end},
    .lower = lower,
};

} // namespace comb::blocks
