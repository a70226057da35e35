// Learning objectives of a lesson.
#include "blocks/box.hpp"
#include "blocks/list_body.hpp"

#include <array>

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind objectives_misfit{
    .name = "objectives-misfit",
    .severity = Severity::error,
    .help = "write one list: `- 分析三位應徵者各滿足了誰的需要 {#o6a bloom=analyse}`",
    .explain = "Each item of the list is an objective. Its id is what questions and activities name in `objective=`.\n",
};
constexpr DiagnosticKind objective_without_id{
    .name = "objective-without-id",
    .severity = Severity::warning,
    .help = "end the item with an id: `{#o6a bloom=analyse}`",
    .explain = "Without an id no question, activity or case can say that it serves the objective.\n",
};

std::span<const schema::FieldSpec> item_fields() {
  static const std::vector<schema::FieldSpec> fields = {
      {.name = "id", .type = schema::FieldType::id, .help = "its lasting name"},
      {.name = "bloom",
       .type = schema::FieldType::choice,
       .help = "the level of the revised taxonomy (Anderson and Krathwohl 2001)",
       .choices = {"remember", "understand", "apply", "analyse", "evaluate", "create"}},
  };
  return fields;
}

/// The text of an item, which is one paragraph.
const text::Inlines* text_of(const syntax::ListItem& item) {
  if (item.children.size() != 1) return nullptr;
  const auto* paragraph = std::get_if<syntax::Paragraph>(&item.children.front().content);
  return paragraph == nullptr ? nullptr : &paragraph->content;
}

class ObjectiveList {
 public:
  explicit ObjectiveList(LoweringContext& context) : context_(context) {}

  void add(const syntax::ListItem& item) {
    const schema::Values values = context_.check_fields(item.fields, item_fields(), "an objective", item.span);
    const text::Inlines* text = text_of(item);
    if (text == nullptr) {
      context_.report({.kind = &objectives_misfit, .span = item.span, .message = "an objective is one line of text"});
      return;
    }
    model::Objective objective{.span = item.span, .id = values.text("id"), .text = context_.inlines(*text)};
    objective.bloom = model::bloom_named(values.text("bloom"));
    add_item(objective);
    add_row(objective);
    if (!values.has("id")) {
      context_.report(
          {.kind = &objective_without_id, .span = item.span, .message = "nothing can refer to this objective"});
      return;
    }
    context_.define({.span = values.span("id"),
                     .id = objective.id,
                     .what = "objective",
                     .title = text::plain_text(objective.text)});
    context_.add_objective(std::move(objective));
  }

  /// The list on slides and for the trainer, and a table to rate oneself in the workbook.
  model::Parts take(Span span) {
    model::Parts parts;
    parts.push_back({.span = span, .editions = model::everyone.without(rating_editions), .content = std::move(list_)});
    const words::Words& words = context_.words();
    for (const std::string_view head : {words.objectives, words.before, words.after}) {
      table_.header.push_back({.span = span, .content = text::plain_inlines(head, span)});
    }
    table_.alignments = {model::Alignment::start, model::Alignment::center, model::Alignment::center};
    table_.widths = {6, 1, 1};
    table_.caption = text::plain_inlines(words.self_rating, span);
    parts.push_back({.span = span, .editions = rating_editions, .content = std::move(table_)});
    return parts;
  }
  bool is_empty() const { return list_.items.empty(); }

 private:
  static constexpr model::EditionSet rating_editions = {model::EditionKind::workbook,
                                                        model::EditionKind::workbook_answers};

  void add_item(const model::Objective& objective) {
    model::ListItem item{.children = {}, .id = objective.id};
    item.children.push_back({.span = objective.span, .content = model::Prose{.content = objective.text}});
    list_.items.push_back(std::move(item));
  }
  void add_row(const model::Objective& objective) {
    std::vector<model::Cell> row = {
        {.span = objective.span, .content = objective.text}, {.is_blank = true}, {.is_blank = true}};
    table_.rows.push_back(std::move(row));
  }

  LoweringContext& context_;
  model::List list_;
  model::Table table_;
};

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  ObjectiveList objectives(context);
  const ListBody body = read_list_body(directive.children);
  for (const syntax::ListItem* item : body.items) objectives.add(*item);
  model::Parts children = context.lower(body.others);
  if (objectives.is_empty()) {
    context.report({.kind = &objectives_misfit, .span = context.span(), .message = "there is no objective here"});
  } else {
    std::ranges::move(objectives.take(context.span()), std::back_inserter(children));
  }
  return boxed(context, {.icon = "target", .tone = model::Tone::wood, .own_slide = true}, std::move(children));
}

} // namespace

extern const BlockKind objectives_kind;
const BlockKind objectives_kind{
    .name = "objectives",
    .summary = "What learners will be able to do after the lesson.",
    .help =
        "The body is a list; each item ends with its id and its level: `{#o6a bloom=analyse}`. Questions, activities "
        "and cases name the ids in `objective=`.\n\n"
        "Slides and the guide list them; the workbook has a table to rate oneself before and after.\n",
    .example =
        "::: objectives\n"
        "- Tell a feature from a benefit {#o1a bloom=understand}\n"
        "- Turn a feature of your own product into a benefit {#o1b bloom=apply}\n"
        ":::\n",
    .labels = {{"en", "Objectives"}, {"zh-Hant", "學習目標"}, {"zh-Hans", "学习目标"}},
    .diagnostics = {&objectives_misfit, &objective_without_id},
    .lower = lower,
};

} // namespace comb::blocks
